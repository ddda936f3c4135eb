import { type Calendar, isKnown, works } from '../../law/calendar.ts'
import type { Clock } from '../../law/clock.ts'
import { addDays, type Day } from '../../law/day.ts'

/**
 * What a working day of the period is: counted and gone (`used`), counted and to come (`left`; `provisional` where
 * its year is not announced), not counted (`held`; `ahead` while that is only the longest it may last), or beyond
 * the due day (`over`).
 */
export type SpanKind = 'used' | 'left' | 'provisional' | 'held' | 'ahead' | 'over'

/** Working days in a row that are alike. */
export interface Span {
  readonly kind: SpanKind
  readonly days: number
  readonly from: Day
  readonly to: Day
}

/** The period as a row of working days. Small and plain, so that a page can be sent it. */
export interface Ruler {
  readonly spans: readonly Span[]
  /** Working days of the period that are up to today; where the mark of today stands. */
  readonly gone: number
}

/**
 * The working days of the present count, from the day after its start to the due day, or to today where that is
 * later. Null where there is no due day: give then a clock looked at from far ahead, in which open consultations
 * have ended in silence, so that the longest course is drawn.
 *
 * Days left out are found from the steps: sent < d ≤ returned, as the law leaves them out by default.
 */
export function rulerOf({ steps, due }: Clock, calendar: Calendar, today: Day): Ruler | null {
  const base = steps.findLast(({ effect }) => effect === 'starts' || effect === 'restarts')?.on
  if (base === undefined || due === null) return null
  const sent = steps.filter(({ event, effect }) => event === 'consultationSent' && effect !== 'none')
  const ended = steps.filter(
    ({ event, effect }) =>
      effect !== 'none' && (event === 'consultationReturned' || event === 'consultationLapsed'),
  )
  const before = (list: typeof steps, day: Day) => list.filter(({ on }) => on < day).length
  return rulerBetween(base, due, calendar, today, (day) => before(sent, day) > before(ended, day))
}

/** The same of a period without a pause, or with days that do not count: from the day after its start. */
export function rulerBetween(
  start: Day,
  due: Day,
  calendar: Calendar,
  today: Day,
  isHeld: (day: Day) => boolean = () => false,
): Ruler {
  const kindOf = (day: Day): SpanKind => {
    if (day > due) return 'over'
    if (isHeld(day)) return day <= today ? 'held' : 'ahead'
    if (day <= today) return 'used'
    return isKnown(calendar, day) ? 'left' : 'provisional'
  }

  const spans: Span[] = []
  let gone = 0
  const end = today > due ? today : due
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) {
    if (!works(calendar, day)) continue
    if (day <= today) gone += 1
    const kind = kindOf(day)
    const last = spans.at(-1)
    if (last?.kind === kind) spans[spans.length - 1] = { ...last, days: last.days + 1, to: day }
    else spans.push({ kind, days: 1, from: day, to: day })
  }
  return { spans, gone }
}

/** Working days of each kind. */
export function tally({ spans }: Ruler): Readonly<Record<SpanKind, number>> {
  const days = { used: 0, left: 0, provisional: 0, held: 0, ahead: 0, over: 0 }
  for (const span of spans) days[span.kind] += span.days
  return days
}

/** The whole picture in one sentence, for those who do not see it. */
export function rulerSentence(ruler: Ruler): string {
  const { used, left, provisional, held, ahead, over } = tally(ruler)
  const rest = left + provisional
  const clauses = [
    `${used + rest}个工作日中已用${used}个`,
    ...(held > 0 ? [`已暂停${held}个工作日，不计入期限`] : []),
    ...(ahead > 0 ? [`至多还暂停${ahead}个工作日`] : []),
    ...(over > 0 ? [`已过届满日${over}个工作日`] : [`还剩${rest}个工作日`]),
    ...(provisional > 0 ? [`其中${provisional}个所在年份放假安排未公布，为暂定`] : []),
  ]
  return `${clauses.join('；')}。`
}
