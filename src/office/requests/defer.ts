import { type Day, formatChinese } from '../../law/day.ts'
import { policyOf } from './context.ts'
import { event } from './events.ts'
import { clockAllows, isForInformation, isNotApproved, isNotWaiting } from './guards.ts'
import { reasonsAreUnjudged } from './record-reasons.ts'
import { refuse } from './refusal.ts'
import { clockOf } from './request-clock.ts'
import { missing, says, verb } from './verb.ts'

export interface Defer {
  readonly until: Day
  readonly because: string
  readonly letterNo: string
}

/**
 * 条例§35: the reasons are reasonable, but the period of 条例§33 cannot be kept: a reasonable later day is fixed and
 * told. Only after reasons were given; it is no second extension for ordinary requests.
 */
export const defer = verb<Defer>(
  'defer',
  [
    isForInformation,
    isNotApproved,
    isNotWaiting,
    reasonsAreUnjudged,
    ({ reasons }) =>
      reasons!.givenOn !== null
        ? null
        : refuse('reasonsPending', '申请人尚未说明理由，不能确定延迟答复的期限。', '条例§35'),
    // The earliest day the law would take answers whether a day may be fixed at all.
    (state, context) => {
      const { due } = clockOf(state, context.calendar, context.today, policyOf(context).clock)
      return clockAllows((on) => ({ kind: 'deferred', on, until: due ?? on }))(state, context)
    },
  ],
  (state, { until, because, letterNo }, context) => {
    if (!says(because)) return missing('申请理由合理、无法按期答复的说明', '条例§35')
    if (!says(letterNo)) return missing('延迟答复告知书文号', '条例§35')
    if (until <= context.today)
      return refuse('deferralTooEarly', `延迟答复的日期应晚于${formatChinese(context.today)}。`, '条例§35')
    const tooEarly = clockAllows((on) => ({ kind: 'deferred', on, until }))(state, context)
    return tooEarly ?? [event('deferred', context.today, { until, because, letterNo })]
  },
)
