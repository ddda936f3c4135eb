import { faultOf } from './disposition-rules.ts'
import { event } from './events.ts'
import { isInHandling, isNotApproved, othersThan } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Guard, verb } from './verb.ts'

export const hasDraft: Guard = ({ progress, draft }) =>
  draft === null || progress.draft?.stage === 'returned'
    ? refuse('noDraft', '没有待处理的拟稿；请先拟制处理决定，退回的请重拟。', '条例§45')
    : null

/** 条例§45 审核: another pair of eyes than the drafter's. */
export const notByDrafter: Guard = othersThan(({ draft }) => draft?.by ?? null, '拟稿和审核、签发')

/** The draft still stands on what is on file. */
export const draftStands: Guard = (state) => (state.draft === null ? null : faultOf(state, state.draft))

/** 审核: the draft is passed on to the head. */
export const review = verb<{ readonly remarks?: string }>(
  'review',
  [
    isInHandling,
    hasDraft,
    isNotApproved,
    ({ draft }) =>
      draft!.reviewedBy === null
        ? null
        : refuse('alreadyApproved', '拟稿已经审核；请待签发，或者退回重拟。', '条例§45'),
    notByDrafter,
    draftStands,
  ],
  (_, { remarks }, { today }) => [event('reviewed', today, { remarks: remarks ?? null })],
)
