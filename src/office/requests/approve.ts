import { policyOf } from './context.ts'
import { event } from './events.ts'
import { areConsultationsEnded, isInHandling, isNotApproved } from './guards.ts'
import { refuse } from './refusal.ts'
import { draftStands, hasDraft, notByDrafter } from './review.ts'
import { verb } from './verb.ts'

/** 签发: the head signs. Never the drafter; after review, unless the organ has settled to do without one. */
export const approve = verb<{ readonly remarks?: string }>(
  'approve',
  [
    isInHandling,
    hasDraft,
    isNotApproved,
    (state, context) =>
      state.draft!.reviewedBy === null && policyOf(context).reviewBeforeApproval
        ? refuse('notReviewed', '拟稿尚未审核，不能签发；请先审核。', '条例§45')
        : null,
    notByDrafter,
    areConsultationsEnded(true),
    draftStands,
  ],
  (_, { remarks }, { today }) => [event('approved', today, { remarks: remarks ?? null })],
)
