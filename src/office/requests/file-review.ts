import { policyOf } from './context.ts'
import { type DisputeKind, event } from './events.ts'
import { isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { clockOf } from './request-clock.ts'
import { type Dated, dayOf, missing, says, verb } from './verb.ts'

export interface FileReview extends Dated {
  readonly id: string
  readonly dispute: DisputeKind
  readonly caseNo: string
  /** Name of the review organ or the court. */
  readonly forum?: string
  readonly against: 'reply' | 'silence'
  /** Of a suit: the reconsideration that went before. */
  readonly after?: string
  readonly coDefendant?: boolean
  readonly standing?: 'originalOrgan' | 'reviewOrgan'
}

/**
 * A reconsideration was applied for, or a suit brought (条例§51). Whether it is admissible is not for this organ to
 * say; only what cannot be is refused: a suit about a reply that was not given, while its period still runs.
 */
export const fileReview = verb<FileReview>('fileReview', [isRegistered], (state, command, context) => {
  const { id, dispute, caseNo, forum, against, after } = command
  const { coDefendant = false, standing = 'originalOrgan' } = command
  const on = dayOf(command, context)
  if (!says(id) || !says(caseNo)) return missing('案号', '条例§51')
  if (state.disputes.some((each) => each.id === id))
    return refuse('disputeRepeated', `案件（${id}）已经登记，请勿重复登记。`, '条例§51')
  const before = state.disputes.find((each) => each.id === after && each.dispute === 'reconsideration')
  if (after !== undefined && (dispute !== 'litigation' || before === undefined))
    return refuse('disputeUnknown', '没有登记过此前的行政复议，请先登记。', '诉讼法§44¶1')
  if (against === 'reply' && state.progress.ended === null)
    return refuse('notAnswered', '尚未作出答复；对逾期不答复的，请登记为不服逾期不答复。', '条例§51')
  if (against === 'silence') {
    const { due } = clockOf(state, context.calendar, on, policyOf(context).clock)
    if (state.progress.ended === null && due !== null && on <= due)
      return refuse('notAnswered', '答复期限尚未届满，请核对立案日期。', '司法解释§2¶2')
  }
  return [
    event('disputeFiled', on, {
      id,
      dispute,
      caseNo,
      forum: forum ?? null,
      against,
      after: after ?? null,
      coDefendant,
      standing,
    }),
  ]
})
