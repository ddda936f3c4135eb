/** Which other organ somebody perhaps means, by its name alone. */
import { describe, expect, test } from 'vitest'
import { demonstrationOrgans } from '../../../src/office/demonstration/county.ts'
import { organsNamed } from '../../../src/office/published/elsewhere.ts'

const organs = demonstrationOrgans.map(({ id, record: { name } }) => ({ id, name }))
const named = (words: string) => organsNamed(organs, words)

describe('条例§36(5) 写到了哪个机关', () => {
  test.each([
    ['东河镇宅基地审批结果', ['donghe']],
    ['示例縣衛生健康局的处罚决定', ['health']],
    ['西岭镇和南塘乡的道路养护计划', ['xiling', 'nantang']],
    ['示例县人民政府的文件', ['county']],
    ['教育局、自然资源局的会议纪要', ['education', 'land']],
  ])('%s', (words, ids) => expect(named(words)).toEqual(ids))

  test.each(['示例县的文件', '近三年的财政预算', '', '局'])('只写到各机关都有的字，哪个也不是：%s', (words) =>
    expect(named(words)).toEqual([]),
  )
})
