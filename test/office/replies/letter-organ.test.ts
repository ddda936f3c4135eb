/** What an organ brings to its letters: names and numbers from its record, courts and review organs, its own words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { templateText } from '../../../src/office/letters/letters.ts'
import { type OrganRecord, rowOf } from '../../../src/office/organs/organ.ts'
import { letterHouseOf } from '../../../src/office/replies/letter-organ.ts'
import {
  listTemplates,
  resetTemplate,
  saveTemplate,
  settleLetters,
} from '../../../src/office/replies/settle-letters.ts'
import type { Actor } from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { application, department, here, openHouse, start } from './house.ts'
import { replyFor } from './replies.ts'
import { momentOf, must, walkOffice } from './walk-office.ts'

let store: Store
let cases = 0
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const at = momentOf(start)
const head: Actor = { id: 'staff-3', role: 'head', scope: 'organ' }
const admin: Actor = { id: 'staff-9', role: 'systemAdmin', scope: 'organ' }
const handler: Actor = { id: 'staff-1', role: 'handler', scope: 'organ' }

const houseOf = (organ = here) => store.inTransaction(organ, (unit) => letterHouseOf(unit))
const putOrgan = (record: OrganRecord, id: string, parent: string | null) =>
  store.organs.put(rowOf(record, id, parent))

const decided = async () => {
  const walked = walkOffice(store, { organ: here, request: `organ-${++cases}`, today: start })
  await walked.receive(application)
  return walked.decide(replyFor('publication'))
}

describe('复议法§24 机关资料', () => {
  test('复议机关从上下级名录得出，法院由机关填写', async () => {
    const { organ, scheme } = await houseOf()
    expect(organ).toMatchObject({
      name: '示例县自然资源局',
      reviewOrgans: ['示例县人民政府'],
      court: '示例县人民法院',
      onlineReview: 'https://review.example',
      contact: { phone: '0000-22222222', address: '示例县人民路1号' },
    })
    expect(scheme).toMatchObject({ code: '示自然资', pattern: '{代字}{类型}〔{年}〕{序号}号' })
  })

  test('复议法§23¶2 名录里找不到复议机关的，不以“本级人民政府”充数，答复写不成', async () => {
    await putOrgan({ ...department, code: 'alone', parent: '' }, 'alone', null)
    expect((await houseOf('alone')).organ.reviewOrgans).toEqual([])
    const walked = walkOffice(store, { organ: 'alone', request: 'alone-1', today: start })
    await walked.receive(application)
    await expect(walked.decide(replyFor('publication'))).rejects.toThrow('机关资料中缺少“行政复议机关”')
  })

  test('没有填写法院的，写有管辖权的基层人民法院，不重复', async () => {
    await putOrgan({ ...department, code: 'courtless', court: '' }, 'courtless', 'government')
    const walked = walkOffice(store, { organ: 'courtless', request: 'courtless-1', today: start })
    await walked.receive(application)
    const text = (await walked.decide(replyFor('stateSecret'))).letter.paragraphs.join('')
    expect(text).toContain('15日内，向有管辖权的基层人民法院提起行政诉讼')
    expect(text).not.toContain('或者其他有管辖权')
  })

  test('公文格式7.2.5 编号规则得不出合乎格式的文号的，一个号也不编', async () => {
    await putOrgan({ ...department, code: 'odd', numbering: '{代字}{年}-{序号}' }, 'odd', 'government')
    const walked = walkOffice(store, { organ: 'odd', request: 'odd-1', today: start })
    await expect(walked.receive(application)).rejects.toThrow('编号规则')
    const spent = await store.inTransaction('odd', ({ numbers }) =>
      numbers.list({ kind: '公开收', year: 2026 }),
    )
    expect(spent).toEqual([])
  })

  test('没有这个机关的，是程序的差错', () => expect(houseOf('nowhere')).rejects.toThrow('no organ'))
})

describe('文书模板', () => {
  const kind = 'publication' as const
  const own = templateText(kind).replace('要求提供的是公开出版物', '所要求的属于公开出版物')

  test('存入、使用、恢复', async () => {
    expect(await saveTemplate(store, { organ: here, actor: head, at, kind, text: own })).toBeNull()
    expect((await decided()).letter.paragraphs.join('')).toContain('你所要求的属于公开出版物')
    const listed = must('list', await listTemplates(store, { organ: here, actor: admin }))
    expect(listed.filter((each) => each.own)).toMatchObject([{ kind, text: own, problems: [] }])
    expect(await resetTemplate(store, { organ: here, actor: head, at, kind })).toBeNull()
    expect((await decided()).letter.paragraphs.join('')).toContain('你要求提供的是公开出版物')
  })

  test('条例§39¶2 漏写依据、必要内容的模板不能存入，问题一次列明', async () => {
    const text = '不提供{{公开出版物的名称}}。{{所想}}'
    const outcome = await saveTemplate(store, { organ: here, actor: head, at, kind, text })
    const problems = outcome !== null && 'problems' in outcome ? outcome.problems : []
    expect(problems.map(({ problem }) => problem)).toEqual(
      expect.arrayContaining(['unknownPlaceholder', 'missingPlaceholder', 'missingBasis']),
    )
    expect((await decided()).letter.paragraphs.join('')).toContain('第三十九条第二款')
  })

  test('经办人不能改动模板和编号', async () => {
    const by = { organ: here, actor: handler, at }
    expect(await saveTemplate(store, { ...by, kind, text: own })).toMatchObject({ code: 'notPermitted' })
    expect(await resetTemplate(store, { ...by, kind })).toMatchObject({ code: 'notPermitted' })
    expect(await listTemplates(store, by)).toMatchObject({ code: 'notPermitted' })
    expect(await settleLetters(store, { ...by, settled: {} })).toMatchObject({ code: 'notPermitted' })
  })
})

describe('文号的用语', () => {
  test('机关可以另定文号的类型用语，不能定成空的', async () => {
    const settled = { words: { publication: '刊告' }, onlineReview: 'https://review.example' }
    const by = { organ: here, actor: admin, at }
    expect(await settleLetters(store, { ...by, settled })).toBeNull()
    expect((await decided()).letterNo).toBe('示自然资刊告〔2026〕1号')
    const empty = await settleLetters(store, { ...by, settled: { words: { publication: ' ' } } })
    expect(empty).toMatchObject({ failure: 'unwritten', problems: [{ problem: 'badNumber' }] })
    expect((await decided()).letterNo).toBe('示自然资刊告〔2026〕2号')
  })
})
