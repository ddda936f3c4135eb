/**
 * 模拟申请: a request that the supervisor files as a citizen would, to see how an organ answers. The organ handles it
 * like any other and cannot tell; only a record in the supervisor's log, under the id of the request, says what it is.
 * From that record every count of cases leaves it out (`noTest` of the store).
 */
import type { Citation } from '../../../law/citation.ts'
import { type Day, formatChinese } from '../../../law/day.ts'
import type { CaseId, CaseRow, Office, OrganId, SupervisionRow } from '../../ports.ts'
import { everyRecord } from '../every-record.ts'
import { lastStep } from '../record.ts'

export interface MockCriterion {
  readonly caption: string
  /** Points of a hundred. */
  readonly points: number
  readonly asks: string
  readonly cites: readonly Citation[]
}

/** What is scored, and how much it counts. */
export const mockCriteria = {
  channel: {
    caption: '渠道',
    points: 20,
    asks: '能够提交，收到当日登记，有登记编号和回执，办理情况查得到。',
    cites: ['条例§29', '条例§31', '接收渠道函'],
  },
  time: {
    caption: '时限',
    points: 30,
    asks: '在答复期限内答复；需要补正、延期的，按期告知。',
    cites: ['条例§33'],
  },
  form: {
    caption: '形式',
    points: 20,
    asks: '有文号、日期、印章，写明依据和救济途径，按要求的方式送达。',
    cites: ['条例§36', '条例§51'],
  },
  content: {
    caption: '内容',
    points: 30,
    asks: '答的就是所问的；结论有事实和依据，能公开的都公开了。',
    cites: ['条例§36', '条例§37', '条例§38'],
  },
} as const satisfies Readonly<Record<string, MockCriterion>>

export type MockCriterionKey = keyof typeof mockCriteria
export const mockCriterionKeys = Object.keys(mockCriteria) as readonly MockCriterionKey[]

/** Share of the points that was earned, in per cent, and why not all. */
export interface MockMark {
  readonly share: number
  readonly because: string
}
export type MockMarks = Readonly<Record<MockCriterionKey, MockMark>>

/** Points of a hundred, rounded to tenths. Pure. */
export const mockScore = (marks: MockMarks): number =>
  Math.round(
    mockCriterionKeys.reduce((sum, key) => sum + (mockCriteria[key].points * marks[key].share) / 10, 0),
  ) / 10

/** What the row of a case tells of it: enough to score channel and time by itself. */
export type MockCase = Pick<
  CaseRow,
  'number' | 'status' | 'receivedOn' | 'due' | 'answeredOn' | 'closedOn' | 'disposition'
>

/**
 * What the house can say by itself: that it was registered, and whether the answer came in time. Form and content are
 * for a person who has read the answer. Null where nothing can be said yet. Pure.
 */
export function ownMarks(row: MockCase, today: Day): Partial<Record<MockCriterionKey, MockMark>> {
  const { number, due, answeredOn, receivedOn } = row
  return {
    channel:
      number === null || receivedOn === null
        ? { share: 50, because: '提交以后没有确认收到。' }
        : { share: 100, because: '' },
    ...(answeredOn !== null
      ? {
          time:
            due === null || answeredOn <= due
              ? { share: 100, because: '' }
              : {
                  share: 0,
                  because: `答复期限${formatChinese(due)}，${formatChinese(answeredOn)}才答复。`,
                },
        }
      : due !== null && due < today
        ? { time: { share: 0, because: `答复期限${formatChinese(due)}，至今没有答复。` } }
        : {}),
  }
}

/** What the record of a test holds, in a row or as it was answered. */
export interface MockRecord {
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}

/**
 * The case that a test is; null where it was sent otherwise than online and the supervisor has not found it yet. One
 * filed online bears the id of its case. The store says the same (`noTest`).
 */
export const requestOfMock = ({ id, data }: MockRecord): CaseId | null =>
  typeof data.request === 'string' ? data.request : data.channel === 'online' ? id : null

/** The entry of the vault with the secret by which the supervisor follows it as its applicant, or what was sent. */
export const mockEntry = (request: CaseId) => `mock-${request}`

/** The marks of a record; null before it was scored. */
export const marksOf = (row: Pick<SupervisionRow, 'steps'>): MockMarks | null =>
  (lastStep(row, 'score')?.data.marks as unknown as MockMarks | undefined) ?? null

/** Which of the requests at organs are tests of their superiors. */
export async function testRequestsAt(
  office: Pick<Office, 'organs' | 'supervision'>,
  organs: readonly OrganId[],
): Promise<ReadonlyMap<OrganId, ReadonlySet<CaseId>>> {
  const superiors = await office.organs.superiorsOf(organs)
  const above = [...new Set([...superiors.values()].flat())]
  const rows =
    above.length === 0 ? [] : await everyRecord(office, { organs: above, kind: 'mock', about: organs })
  const about = Map.groupBy(rows, (row) => row.about)
  return new Map(
    organs.map((organ) => {
      const own = (about.get(organ) ?? []).filter((row) => superiors.get(organ)?.includes(row.organ))
      return [organ, new Set(own.map(requestOfMock).filter((id) => id !== null))]
    }),
  )
}
