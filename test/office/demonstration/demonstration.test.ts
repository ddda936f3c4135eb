/** The demonstration county, made on the embedded database as `npm start` makes it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCreditCode, checkResidentId } from '../../../src/law/identity-numbers.ts'
import { demonstrationApplicants } from '../../../src/office/demonstration/applicants.ts'
import { demonstrationOrgans, demonstrationStaff } from '../../../src/office/demonstration/county.ts'
import { makeDemonstration } from '../../../src/office/demonstration/make-demonstration.ts'
import { checkDocuments, documentChecks } from '../../../src/office/documents/checks/check-documents.ts'
import { freshnessOfOrgans } from '../../../src/office/documents/columns.ts'
import { calendarOf } from '../../../src/office/handling/calendar-of.ts'
import { deriveDueUnder } from '../../../src/office/handling/handle-request.ts'
import { deflect } from '../../../src/office/published/deflect.ts'
import { projectCase, roles, statuses } from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { open } from '../../store/support/office.ts'

const today = '2026-11-23'
const now = '2026-11-23T03:00:00.000Z'
const organs = demonstrationOrgans.map(({ id }) => id)

let store: Store
const letIn: string[] = []
beforeAll(async () => {
  store = await open(':memory:', { project: projectCase })
  await makeDemonstration({
    office: store,
    now,
    today,
    letIn: async ({ account }) => {
      letIn.push(account)
    },
  })
}, 120_000)
afterAll(() => store.close())

const allCases = async () => (await store.board.list({ organs }, { limit: 500 })).rows

describe('示例县', () => {
  test('一个县政府、五个部门、四个乡镇街道，各类人员齐全', async () => {
    const kinds = (await store.organs.all()).map(({ kind }) => kind)
    expect(
      Object.entries(Object.groupBy(kinds, (kind) => kind)).map(([kind, all]) => [kind, all!.length]),
    ).toEqual(
      expect.arrayContaining([
        ['localGovernment', 1],
        ['localDepartment', 5],
        ['township', 4],
      ]),
    )
    const held = new Set(demonstrationStaff.map(({ role }) => role))
    const people = Object.keys(roles).filter((role) => !['applicant', 'thirdParty', 'system'].includes(role))
    expect([...held].sort()).toEqual(people.sort())
    expect(letIn).toEqual(demonstrationStaff.map(({ account }) => account))
  })

  test('申请处在每一个阶段', async () => {
    const stages = new Set((await allCases()).map(({ status }) => status))
    expect(Object.keys(statuses).filter((status) => !stages.has(status))).toEqual([])
  })

  test('有今天到期的、临近的、逾期的、未受理的，上年的全部办结', async () => {
    const cases = await allCases()
    const open = cases.filter(({ closedOn }) => closedOn === null)
    expect(open.some(({ due }) => due === today)).toBe(true)
    expect(open.some(({ due }) => due !== null && due < today)).toBe(true)
    expect(open.some(({ due }) => due !== null && due > today)).toBe(true)
    expect(open.some(({ status, handler }) => status === 'arrived' && handler === null)).toBe(true)
    expect(open.filter(({ arrivedOn }) => arrivedOn < '2026-01-01')).toEqual([])
  })

  test('没有一件事发生在今天之后', async () => {
    for (const organ of organs) {
      const events = await store.inTransaction(organ, (unit) => unit.events.read(0, 10_000))
      expect(events.filter(({ on, at }) => on > today || at > now)).toEqual([])
    }
  })

  test('日志、台账、届满日核对无误', async () => {
    for (const organ of organs) {
      const deriveDue = deriveDueUnder(await calendarOf(store, organ))
      expect((await verify(store, organ, { deriveDue })).faults).toEqual([])
    }
  })

  test('其中的号码校验无误，而无人使用：地区代码并不存在', () => {
    for (const { idKind, idNumber } of demonstrationApplicants) {
      expect(idKind === 'residentId' ? checkResidentId(idNumber!) : checkCreditCode(idNumber!)).toBeNull()
      expect(idNumber).toMatch(/^(999999|91000000)/)
    }
    for (const { record } of demonstrationOrgans) expect(checkCreditCode(record.code)).toBeNull()
  })

  test('条例§49 上年的年度报告各在一个阶段，多数已经公布；今年的正在编写', async () => {
    const statusesOf = async (year: number) =>
      Object.groupBy(await store.filings.ofYear(organs, year), ({ status }) => status)
    const { published, accepted, submitted, returned } = await statusesOf(2025)
    expect([published, accepted, submitted, returned].map((all) => all?.length)).toEqual([7, 1, 1, 1])
    expect((await statusesOf(2026)).writing).toHaveLength(organs.length)
    expect(published!.every(({ findings }) => findings!.error === 0)).toBe(true)
  })

  test('公开的文件：六十件左右，各个阶段都有，有废止的、失效的、不公开的、撤下的、过期不更新的栏目', async () => {
    const { rows } = await store.documents.list({ organs }, { limit: 500 })
    expect(rows.length).toBeGreaterThan(55)
    const found = new Set(rows.map(({ stage }) => stage))
    const wanted = ['drafting', 'reviewing', 'toPublish', 'kept', 'published', 'withdrawn'] as const
    expect(wanted.filter((stage) => !found.has(stage))).toEqual([])
    expect(new Set(rows.map(({ endedAs }) => endedAs))).toEqual(new Set([null, 'repealed', 'expired']))
    expect(rows.some(({ versions }) => versions > 1)).toBe(true)
    const fresh = await freshnessOfOrgans(store, ['agriculture'], today)
    expect(fresh[0]!.columns.find(({ column }) => column === 'news')?.state).toBe('stale')
  })

  test('条例§36(1) 申请之前，找得到已经公开的文件，找不到没有公开的', async () => {
    const found = await deflect(store, ['housing'], '公共租赁住房怎么分配')
    expect(found.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        '/organs/housing/documents/document-housing-rules',
        '/organs/housing/documents/document-housing-rules-read',
      ]),
    )
    expect(await deflect(store, ['land'], '某地块历史权属调查情况的函')).toEqual([])
  })

  test('条例§49 年初上一年度的还没有公布时，再上一年度的可以阅看', async () => {
    const early = await open(':memory:', { project: projectCase })
    const day = { today: '2026-01-05', now: '2026-01-05T03:00:00.000Z' } as const
    await makeDemonstration({ office: early, ...day, letIn: async () => undefined })
    for (const organ of ['county', 'education']) {
      const filings = await early.filings.ofOrgan(organ)
      const years = filings.filter(({ publications }) => publications.length > 0).map(({ year }) => year)
      expect([organ, years]).toEqual([organ, [2024]])
    }
    await early.close()
  }, 120_000)

  test('发布后检查找到的，正是示例中有意留下的', async () => {
    const found = []
    for (const organ of organs) found.push(...(await checkDocuments(store, organ, today)))
    const grave = found.filter(({ check }) => documentChecks[check].gravity === 'fault')
    expect(grave.map(({ check, id }) => `${check} ${id}`)).toEqual([
      'withheldReviewDue document-land-withheld',
    ])
    expect(new Set(found.map(({ check }) => check))).toEqual(
      new Set(['withheldReviewDue', 'dueSoon', 'late', 'misfiled']),
    )
  })
})
