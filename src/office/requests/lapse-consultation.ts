import type { Calendar } from '../../law/calendar.ts'
import { type Day, formatChinese } from '../../law/day.ts'
import { deadline } from '../../law/deadline.ts'
import { consultationOf } from './consult.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { parties } from './parties.ts'
import { hasOpenConsultation } from './record-consultation-receipt.ts'
import { refuse } from './refusal.ts'
import type { Consultation } from './state.ts'
import { verb } from './verb.ts'

/**
 * Nobody answered in time. Of a third party the organ then decides by itself (条例§32), of an organ that made the
 * information too it is consent (条例§34), of any other it says nothing. Where the law gives the period, the day of
 * service must be on file: silence counts from it.
 */
export const lapseConsultation = verb<{ readonly id: string }>(
  'lapseConsultation',
  [isForInformation, hasOpenConsultation],
  (state, { id }, { calendar, today }) => {
    const found = consultationOf(state, id)
    if (found === undefined || found.endedOn !== null)
      return refuse('consultationUnknown', `没有尚未结束的征求意见（${id}），请核对。`, '条例§33¶3')
    const limit = limitOf(found, calendar)
    const { cite } = parties[found.party]
    if (limit === null)
      return refuse(
        'consultationNotReached',
        `征求意见（${id}）的回复期限未起算或者未指定，不能登记逾期；请先登记送达之日。`,
        cite,
      )
    if (today <= limit)
      return refuse(
        'notLapsed',
        `征求意见（${id}）的回复期限至${formatChinese(limit)}，尚未届满；请待期满。`,
        cite,
      )
    return [event('consultationLapsed', today, { id })]
  },
)

/** Last day for the opinion; null while the period has not begun or none was given. */
export function limitOf({ party, reachedOn, by }: Consultation, calendar: Calendar): Day | null {
  const { period } = parties[party]
  if (period === null) return by
  return reachedOn === null ? null : deadline(calendar, period, reachedOn).due
}
