import type { DocumentAction } from '../../requests/document-actions.ts'
import { documentClasses } from '../classes.ts'
import { type ReviewKind, reviews } from '../reviews.ts'
import { event } from './events.ts'
import { exists, isComplete, isInDraft, isNotWithdrawn, isSubmitted, notByDrafter } from './guards.ts'
import { refuse } from './refusal.ts'
import { lastSigned, nextReview } from './state.ts'
import { type Guard, missing, says, verb } from './verb.ts'

/** 提交审查: the draft is handed over; from now on only a reviewer can give it back. */
export const submitDocument = verb<Record<string, never>>(
  'submitDocument',
  [exists, isNotWithdrawn, isInDraft, isComplete],
  (_, __, { today }) => [event('submitted', today, {})],
)

const isNext =
  (review: ReviewKind): Guard =>
  ({ work }) => {
    const { chain } = documentClasses[work!.content.class]
    const { caption, cites } = reviews[review]
    const next = nextReview(work!)
    if (!chain.includes(review))
      return refuse(
        'notInChain',
        `${documentClasses[work!.content.class].caption}不需要${caption}。`,
        ...cites,
      )
    if (work!.passed.some((passed) => passed.review === review))
      return refuse('alreadyPassed', `${caption}已经通过，不必重复。`, ...cites)
    return next === review
      ? null
      : refuse('notItsTurn', `应当先完成${reviews[next!].caption}，再作${caption}。`, ...reviews[next!].cites)
  }

const reviewing = (action: DocumentAction, review: ReviewKind) =>
  verb<{ readonly remark?: string | null }>(
    action,
    [exists, isNotWithdrawn, isSubmitted, notByDrafter(reviews[review].caption), isNext(review)],
    (_, { remark }, { today }) => [event('reviewPassed', today, { review, remark: remark ?? null })],
  )

export const reviewContent = reviewing('reviewContent', 'content')
export const reviewSecrecy = reviewing('reviewSecrecy', 'secrecy')
export const reviewPrivacy = reviewing('reviewPrivacy', 'privacy')
export const reviewLegality = reviewing('reviewLegality', 'legality')
export const reviewCompetition = reviewing('reviewCompetition', 'competition')

/** 退回修改, with a remark: from any review, before signing, and after it as long as nobody could read it. */
export const returnDocument = verb<{ readonly remark: string }>(
  'returnDocument',
  [
    exists,
    isNotWithdrawn,
    (state, context) => {
      if (state.work !== null) return isSubmitted(state, context)
      const last = lastSigned(state)
      return last !== null && last.acts.length === 0
        ? null
        : refuse(
            'noWork',
            '文件已经公开，不能退回；需要改动的，请修改形成新版本，或者限制、撤下。',
            '条例§6¶1',
          )
    },
  ],
  ({ work }, { remark }, { today }) =>
    says(remark)
      ? [
          event('documentReturned', today, {
            at: work === null ? 'publication' : (nextReview(work) ?? 'signing'),
            remark,
          }),
        ]
      : missing('退回的意见', '条例§17¶1'),
)

/** 签发: by somebody who did not draft it, after every review of its chain. */
export const signDocument = verb<{ readonly remark?: string | null }>(
  'signDocument',
  [
    exists,
    isNotWithdrawn,
    isSubmitted,
    notByDrafter('签发'),
    ({ work }) => {
      const next = nextReview(work!)
      return next === null
        ? null
        : refuse(
            'reviewsOpen',
            `${reviews[next].caption}还没有通过，不能签发（先审后发）。`,
            ...reviews[next].cites,
          )
    },
  ],
  (_, { remark }, { today }) => [event('documentSigned', today, { remark: remark ?? null })],
)
