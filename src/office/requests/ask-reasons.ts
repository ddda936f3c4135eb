import type { Day } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation, isNotApproved, isNotWaiting } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

export interface AskReasons {
  /** Number and frequency of the applicant's requests, as facts. */
  readonly facts: string
  /** Day by which reasons are expected. The law names none. */
  readonly by: Day
  readonly letterNo: string
}

/** 条例§35: of clearly excessive requests the organ may ask for the reasons. The clock goes on meanwhile. */
export const askReasons = verb<AskReasons>(
  'askReasons',
  [
    isForInformation,
    isNotApproved,
    isNotWaiting,
    ({ reasons }) =>
      reasons === null
        ? null
        : refuse('reasonsRepeated', '已要求说明理由，请勿重复要求；请就已有情况判断。', '条例§35'),
  ],
  (_, { facts, by, letterNo }, { today }) => {
    if (!says(facts)) return missing('申请数量、频次明显超过合理范围的事实', '条例§35')
    if (!says(letterNo)) return missing('说明理由通知书文号', '条例§35')
    if (by <= today)
      return refuse('tooEarly', '说明理由的期限应当合理，不能在通知当日或者此前届满。', '条例§35')
    return [event('reasonsAsked', today, { facts, by, letterNo })]
  },
)
