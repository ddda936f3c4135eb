import { event } from './events.ts'
import { isInHandling } from './guards.ts'
import { hasDraft } from './review.ts'
import { missing, says, verb } from './verb.ts'

/** 退回: the draft goes back to be written anew, also after it was signed, as long as nothing has left the house. */
export const returnDraft = verb<{ readonly remarks: string }>(
  'returnDraft',
  [isInHandling, hasDraft],
  ({ draft }, { remarks }, { today }) =>
    says(remarks)
      ? [
          event('draftReturned', today, {
            at: draft!.reviewedBy === null ? 'review' : 'approval',
            remarks,
          }),
        ]
      : missing('退回的意见', '条例§45'),
)
