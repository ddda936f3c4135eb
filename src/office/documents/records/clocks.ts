/** How long a concern may wait for an answer, and an account for news; each with its source. */
import type { Citation } from '../../../law/citation.ts'
import type { Day } from '../../../law/day.ts'
import { type FreshnessKey, freshnessRules, isStale } from '../../../law/timeliness.ts'
import type { ActTally, Moment } from '../../ports.ts'
import type { RecordFacts } from './record.ts'

/** How grave a concern is: 特别重大、重大突发事件 or any other. */
export const concernLevels = { major: '特别重大、重大突发事件', other: '其他政务舆情' } as const
export type ConcernLevel = keyof typeof concernLevels

/** By what a concern is answered. */
export const responseMeans = {
  statement: '发布权威信息',
  conference: '新闻发布会',
  interview: '在线访谈、接受采访',
  newMedia: '政务新媒体回应',
  reply: '留言、来信答复',
  press: '报刊、广播、电视',
} as const
export type ResponseMeans = keyof typeof responseMeans

const wanted: Readonly<
  Record<
    ConcernLevel,
    readonly { readonly rule: FreshnessKey; readonly by: readonly ResponseMeans[] | null }[]
  >
> = {
  major: [
    { rule: 'majorEventStatement', by: null },
    { rule: 'majorEventBriefing', by: ['conference'] },
  ],
  other: [{ rule: 'publicOpinion', by: null }],
}

export interface ConcernClock {
  readonly rule: FreshnessKey
  readonly caption: string
  readonly due: Moment
  readonly answeredAt: Moment | null
  readonly verdict: 'waiting' | 'onTime' | 'late' | 'overdue'
  readonly cites: readonly Citation[]
}

/** The clocks of a concern at a moment. It began when it was found, which `data.at` says. Pure. */
export function clocksOfConcern(
  { data, notes, openedAt }: RecordFacts,
  now: Moment,
): readonly ConcernClock[] {
  const began = typeof data.at === 'string' ? data.at : openedAt
  return wanted[data.level === 'major' ? 'major' : 'other'].map(({ rule, by }) => {
    const { caption, maxAge, cites } = freshnessRules[rule]
    const due = new Date(Date.parse(began) + maxAge.count * 3_600_000).toISOString()
    const answers = notes
      .filter((note) => by === null || by.includes(note.data.means as ResponseMeans))
      .map((note) => (typeof note.data.at === 'string' ? note.data.at : note.at))
      .toSorted()
    const answeredAt = answers[0] ?? null
    const inTime = (answeredAt ?? now) <= due
    const verdict = answeredAt === null ? (inTime ? 'waiting' : 'overdue') : inTime ? 'onTime' : 'late'
    return { rule, caption, due, answeredAt, verdict, cites }
  })
}

/** When an account was last written to: by an act of publication here, or by what was noted. Pure. */
export function lastUpdateOf(
  account: RecordFacts & { readonly id: string },
  acts: readonly Pick<ActTally, 'account' | 'last'>[],
): Day | null {
  const days = [
    ...acts.filter((act) => act.account === account.id).map(({ last }) => last),
    ...account.notes.map(({ on }) => on),
  ]
  return days.toSorted().at(-1) ?? null
}

/** Whether an open account lies idle: two weeks without news make it fail (检查指标). */
export const isIdle = (account: RecordFacts, updatedOn: Day | null, today: Day): boolean =>
  account.state === 'open' && isStale(freshnessRules.newMedia, updatedOn ?? account.openedOn, today)
