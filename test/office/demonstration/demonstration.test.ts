/** The demonstration county, made on the embedded database as `npm start` makes it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkCreditCode, checkResidentId } from '../../../src/law/identity-numbers.ts'
import { demonstrationApplicants } from '../../../src/office/demonstration/applicants.ts'
import { demonstrationOrgans, demonstrationStaff } from '../../../src/office/demonstration/county.ts'
import { makeDemonstration } from '../../../src/office/demonstration/make-demonstration.ts'
import { calendarOf } from '../../../src/office/handling/calendar-of.ts'
import { deriveDueUnder } from '../../../src/office/handling/handle-request.ts'
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
})
