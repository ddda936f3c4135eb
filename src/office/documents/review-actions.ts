import type { DocumentAction } from '../requests/document-actions.ts'
import type { ReviewKind } from './reviews.ts'

/** The verb by which each review is passed. */
export const reviewActions: Readonly<Record<ReviewKind, DocumentAction>> = {
  content: 'reviewContent',
  secrecy: 'reviewSecrecy',
  privacy: 'reviewPrivacy',
  legality: 'reviewLegality',
  competition: 'reviewCompetition',
}
