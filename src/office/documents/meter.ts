/** 二十个工作日: whether what was made was public in its time, neither late nor before it was signed (条例§26). */
import type { Calendar } from '../../law/calendar.ts'
import type { Citation } from '../../law/citation.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { deadline } from '../../law/deadline.ts'
import { documentClasses } from './classes.ts'
import type { DocumentFacts } from './facts.ts'

/** `waiting`: not public, and there is time; `overdue`: not public, and there is none left. */
export type MeterVerdict = 'unknown' | 'waiting' | 'onTime' | 'late' | 'premature' | 'overdue'

export interface Meter {
  readonly from: Day | null
  readonly due: Day | null
  readonly publishedOn: Day | null
  readonly verdict: MeterVerdict
  /** The sentence that says so, with the days counted. */
  readonly because: string
  readonly cites: readonly Citation[]
}

type Metered = Pick<
  DocumentFacts,
  'class' | 'madeOn' | 'signedOn' | 'publishedOn' | 'updatedOn' | 'attribute' | 'oldAddress' | 'stage'
>

/** From when it was made, or signed where that is not told. Withheld documents have nothing to be measured. Pure. */
export function meterOf(facts: Metered, calendar: Calendar, today: Day): Meter {
  const { madeOn, signedOn, attribute } = facts
  // The day of making is that of the version that is read now, and so is the day to hold against it.
  const publishedOn = facts.updatedOn ?? facts.publishedOn
  const from = madeOn ?? signedOn
  if (from === null || (attribute !== null && attribute !== 'proactive'))
    return {
      ...{ from, due: null, publishedOn, verdict: 'unknown', cites: ['条例§26'] },
      because: from === null ? '没有成文日期，无从计算公开期限。' : '不属于主动公开，不计算公开期限。',
    }
  const { due, because, cites } = deadline(calendar, documentClasses[facts.class].period, from)
  const told = { from, due, publishedOn, cites }
  if (publishedOn === null) {
    const verdict = today > due ? 'overdue' : 'waiting'
    return { ...told, verdict, because }
  }
  const earliest = facts.oldAddress === null ? (signedOn ?? from) : from
  if (publishedOn < earliest)
    return {
      ...told,
      verdict: 'premature',
      because: `${formatChinese(publishedOn)}公开，早于${formatChinese(earliest)}成文或者签发。`,
    }
  return publishedOn > due
    ? { ...told, verdict: 'late', because: `${because}实际于${formatChinese(publishedOn)}公开。` }
    : { ...told, verdict: 'onTime', because }
}
