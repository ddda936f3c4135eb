import type { Stage } from '../../../../office/documents/life/state.ts'
import { reviewActions } from '../../../../office/documents/review-actions.ts'
import type { ReviewKind } from '../../../../office/documents/reviews.ts'
import { reviews } from '../../../../office/documents/reviews.ts'
import type { DocumentAction } from '../../../../office/requests/document-actions.ts'
import type { StateMark } from '../../../ui/state.ts'
import type { Me } from '../who.ts'

/** How a stage looks. */
export const stageMarks: Readonly<Record<Stage, StateMark>> = {
  drafting: 'new',
  returned: 'fix',
  reviewing: 'wait',
  signing: 'wait',
  toPublish: 'soon',
  kept: 'plain',
  published: 'ok',
  restricted: 'fix',
  withdrawn: 'plain',
}

/** What has to be done next, by which verb; null where nothing waits. */
export function nextStep(
  stage: Stage,
  review: ReviewKind | null,
): { readonly action: DocumentAction; readonly caption: string } | null {
  switch (stage) {
    case 'drafting':
      return { action: 'submitDocument', caption: '写完后提交审查' }
    case 'returned':
      return { action: 'submitDocument', caption: '按退回的意见修改，重新提交' }
    case 'reviewing':
      return review === null ? null : { action: reviewActions[review], caption: reviews[review].caption }
    case 'signing':
      return { action: 'signDocument', caption: '签发' }
    case 'toPublish':
      return { action: 'publishDocument', caption: '在政府网站发布' }
    case 'restricted':
      return { action: 'liftRestriction', caption: '核查后解除限制，或者撤下' }
    default:
      return null
  }
}

/** Steps done by somebody who did not draft it. */
export const notByDrafter: ReadonlySet<DocumentAction> = new Set([
  ...Object.values(reviewActions),
  'signDocument',
])

/** The review of a chain that is next. */
export const nextReviewOf = (
  chain: readonly ReviewKind[],
  passed: readonly { readonly review: ReviewKind }[],
): ReviewKind | null => chain.find((kind) => !passed.some(({ review }) => review === kind)) ?? null

/** The stages in which documents of an organ wait for this person: signing, review, or the work of a clerk. */
export function turnOf({ grants }: Me, organ: string): readonly Stage[] {
  const turn = new Set<Stage>()
  for (const grant of grants.filter((each) => each.organ === organ)) {
    const may = (action: DocumentAction) =>
      grant.permissions.some((each) => each.action === action && each.scope === 'organ')
    if (may('signDocument')) turn.add('signing')
    if (may('reviewSecrecy')) turn.add('reviewing')
    else if (may('submitDocument'))
      for (const stage of ['returned', 'drafting', 'toPublish'] as const) turn.add(stage)
  }
  return [...turn]
}
