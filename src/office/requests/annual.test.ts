import { describe, expect, test } from 'vitest'
import {
  type Countable,
  type CountedCase,
  type CountingPolicy,
  cellsOf,
  countedCase,
  defaultCountingPolicy,
  disputeColumnOf,
  standingOf,
} from './annual.ts'
import { advance, beginning, statusOf } from './progress.ts'
import type { Dispute } from './state.ts'

const closed: CountedCase = {
  receivedIn: 2024,
  closedIn: 2025,
  disposition: 'notExist',
  column: 'natural',
}
const counted = (state: Countable, policy?: CountingPolicy) => countedCase(standingOf(state), policy)
const rows = (counted: CountedCase, year: number) => cellsOf(counted, year).map(({ row }) => row)

describe('条例§50(2) 收到和处理申请', () => {
  test('跨年办结：当年新收并结转，次年为上年结转并办结，此后不再出现', () => {
    expect(rows(closed, 2023)).toEqual([])
    expect(rows(closed, 2024)).toEqual(['received', 'carriedOut'])
    expect(rows(closed, 2025)).toEqual(['carriedIn', 'outcome.unavailable.notHeld'])
    expect(rows(closed, 2026)).toEqual([])
  })

  test('登记作废的不是申请，哪一年都不计', () => {
    const received = { ...beginning, receivedOn: '2025-12-30' } as const
    const event = {
      kind: 'entryVoided',
      on: '2025-12-31',
      data: { because: '重复登记' },
      actor: 'staff-1',
    } as const
    const progress = advance(received, event)
    expect(statusOf(progress)).toBe('voided')
    expect(counted({ variant: 'disclosure', applicantKind: 'natural', progress })).toBeNull()
  })

  test('久未办结的逐年结转', () => {
    const open = { ...closed, closedIn: null, disposition: null }
    expect(rows(open, 2026)).toEqual(['carriedIn', 'carriedOut'])
  })

  test('2019、2020年的格式其他处理只有一行', () => {
    const unpaid = { ...closed, receivedIn: 2020, closedIn: 2020 } as const
    expect(rows({ ...unpaid, disposition: 'notCorrected' }, 2020)).toEqual(['received', 'outcome.other'])
    const policy = {
      ...defaultCountingPolicy,
      rows: { notGovernmentInformation: 'outcome.declined.petition', archived: 'outcome.other.rest' },
    } as const
    const cell = (disposition: CountedCase['disposition']) =>
      cellsOf({ ...unpaid, disposition }, 2020, policy)[1]?.row
    expect(cell('notGovernmentInformation')).toBe('outcome.declined.petition')
    expect(cell('archived')).toBe('outcome.other')
  })

  test('条例§31 尚未确认收到的不是新收；撤回是否计入由机关选定', () => {
    const kind = { variant: 'disclosure', applicantKind: 'natural' } as const
    const progress = {
      ...beginning,
      receivedOn: '2025-05-06',
      ended: { how: 'withdrawn', on: '2025-05-08', matter: null },
    } as const
    expect(counted({ ...kind, progress: { ...progress, receivedOn: null } })).toBeNull()
    expect(counted({ ...kind, progress })?.disposition).toBe('withdrawn')
    expect(counted({ ...kind, progress }, { ...defaultCountingPolicy, withdrawn: 'leftOut' })).toBeNull()
  })
})

describe('条例§50(3) 行政复议、行政诉讼', () => {
  const dispute: Dispute = {
    id: 'd',
    dispute: 'reconsideration',
    caseNo: '某政复〔2024〕1号',
    forum: '某县人民政府',
    against: 'reply',
    filedOn: '2024-11-01',
    after: null,
    standing: 'originalOrgan',
    coDefendant: false,
    decided: { on: '2025-02-01', result: 'corrected' },
    decisions: [],
  }

  test('立案之年尚未审结，审结之年计结果，此后不再计', () => {
    expect([2023, 2024, 2025, 2026].map((year) => disputeColumnOf(dispute, year))).toEqual([
      null,
      'reconsideration.pending',
      'reconsideration.corrected',
      null,
    ])
  })

  test('年报填报函：共同被告的案件只由原行为机关计，复议机关不计', () => {
    const suit = { ...dispute, dispute: 'litigation', after: 'r', coDefendant: true } as const
    expect(disputeColumnOf(suit, 2025)).toBe('litigation.afterReconsideration.corrected')
    expect(disputeColumnOf({ ...suit, standing: 'reviewOrgan' }, 2025)).toBeNull()
    expect(disputeColumnOf({ ...suit, after: null }, 2024)).toBe('litigation.direct.pending')
  })
})
