import { formatChinese } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { reasonsAreUnjudged } from './record-reasons.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

/**
 * 条例§35: the reasons are not reasonable, so the request will not be handled. The Regulation does not say what
 * follows when none are given; they count as wanting once the day named in the notice is over. The telling is a
 * decision, drafted with the disposition `excessive`.
 */
export const declineExcessive = verb<{ readonly because: string }>(
  'declineExcessive',
  [
    isForInformation,
    reasonsAreUnjudged,
    ({ reasons }, { today }) =>
      reasons!.givenOn !== null || today > reasons!.by
        ? null
        : refuse(
            'reasonsPending',
            `说明理由的期限至${formatChinese(reasons!.by)}，申请人尚未说明；请待期满或者收到理由。`,
            '条例§35',
          ),
  ],
  (_, { because }, { today }) =>
    says(because)
      ? [event('reasonsRejected', today, { because })]
      : missing('认为申请理由不合理的判断', '条例§35'),
)
