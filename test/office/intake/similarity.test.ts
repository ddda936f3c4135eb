import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeFrom, similarityOf, type Wish, wishKey } from '../../../src/office/intake/similarity.ts'
import { different, same } from './wishes.ts'

const wish = (title: string, more: Partial<Wish> = {}): Wish => ({
  title,
  docNo: null,
  features: null,
  ...more,
})
const alike = ([a, b]: readonly [string, string]) => similarityOf(wish(a), wish(b)) >= alikeFrom

describe('条例§36(6) 相同申请的提示', () => {
  test('同一信息的两次申请，28 对中提示 27 对；不同信息 29 对中只误提示两对，只差一个地名', () => {
    expect(same).toHaveLength(28)
    expect(different).toHaveLength(29)
    expect(same.filter((pair) => !alike(pair)).map(([a]) => a)).toEqual(['征收土地预公告'])
    expect(different.filter(alike).map(([a]) => a)).toEqual([
      '示例县示例镇东山村土地征收批准文件',
      '张家湾小学教师编制情况',
    ])
  })

  test('只差字形、全半角、空格、标点的，视为写法相同', () => {
    const [a, b] = [wish('ＡＢ小區 規劃許可證，2025'), wish('ab小区规划许可证2025')]
    expect(similarityOf(a, b)).toBe(1)
    expect(wishKey(a)).toBe(wishKey(b))
    expect(wishKey(wish('，。'))).toBe('')
  })

  test('年份、批次不同的，再像也不是同一信息；文号相同即同，文号不同即不同', () => {
    expect(similarityOf(wish('二〇二五年预算'), wish('2024年预算'))).toBe(0)
    expect(similarityOf(wish('第一批用地批复'), wish('第二批用地批复'))).toBe(0)
    const numbered = (docNo: string, title: string) => wish(title, { docNo })
    expect(similarityOf(numbered('示政发〔2024〕3号', '甲'), numbered('示政发[2024]3号', '乙'))).toBe(1)
    expect(similarityOf(numbered('示政发〔2024〕3号', '甲'), numbered('示政发〔2024〕4号', '甲'))).toBe(0)
  })

  test('任何文字：在 0 与 1 之间，两边对称，与自己为 1', () => {
    const text = fc.option(
      fc.string({ unit: fc.constantFrom(...'甲乙關关 2０，第一年', '\0', '\ud800'), maxLength: 40 }),
    )
    const any = fc.record({ title: text, docNo: text, features: text })
    fc.assert(
      fc.property(any, any, (a, b) => {
        const found = similarityOf(a, b)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(similarityOf(b, a)).toBe(found)
        expect(similarityOf(a, a)).toBe(1)
      }),
    )
  })
})
