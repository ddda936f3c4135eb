import { formatChinese } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Dated, dayOf, type Guard, missing, says, verb } from './verb.ts'

/** Reasons were asked for, and nothing is decided about them yet. */
export const reasonsAreUnjudged: Guard = ({ reasons }) => {
  if (reasons === null)
    return refuse('reasonsNotAsked', '没有要求申请人说明理由，请先发出说明理由通知书。', '条例§35')
  return reasons.rejectedOn === null && reasons.deferredUntil === null
    ? null
    : refuse('reasonsJudged', '对申请理由已经作出判断，不能重复判断。', '条例§35')
}

export interface RecordReasons extends Dated {
  /** Id of the vault's entry with what the applicant wrote. */
  readonly entry: string
}

/** What the applicant gave as reasons for the number or frequency of the requests (条例§35). */
export const recordReasons = verb<RecordReasons>(
  'recordReasons',
  [isForInformation, reasonsAreUnjudged],
  (state, command, context) => {
    const on = dayOf(command, context)
    const { askedOn } = state.reasons!
    if (on < askedOn)
      return refuse('tooEarly', `早于要求说明理由之日${formatChinese(askedOn)}，请核对日期。`, '条例§35')
    if (!says(command.entry)) return missing('申请人说明的理由', '条例§35')
    return [event('reasonsGiven', on, { entry: command.entry })]
  },
)
