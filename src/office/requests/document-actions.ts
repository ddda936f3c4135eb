/** What may be done to documents and beside them, and the three kinds of people who do it: rows of `permissions.ts`. */

/** The verbs of a document; `documents/life/moves.ts` says when each is open. */
export const documentActions = [
  'draftDocument',
  'amendDocument',
  'addDocumentFile',
  'clearDocumentFile',
  'removeDocumentFile',
  'decideAttribute',
  'submitDocument',
  'reviewContent',
  'reviewSecrecy',
  'reviewPrivacy',
  'reviewLegality',
  'reviewCompetition',
  'returnDocument',
  'signDocument',
  'publishDocument',
  'repealDocument',
  'expireDocument',
  'supersedeDocument',
  'reviveDocument',
  'restrictDocument',
  'liftRestriction',
  'withdrawDocument',
  'reviewWithheld',
  'linkDocument',
  'unlinkDocument',
  'importDocument',
] as const

export type DocumentAction = (typeof documentActions)[number]

/** What is done beside the verbs of a document. */
export type BesideDocuments =
  | 'readDocuments'
  | 'exportDocuments'
  | 'manageChannels'
  | 'respondConcern'
  | 'answerFeedback'

type AtDocuments = DocumentAction | BesideDocuments

/** 谁提供: whoever works on documents drafts them, and sees to what was signed. */
export const documentWork: readonly AtDocuments[] = [
  'readDocuments',
  'draftDocument',
  'amendDocument',
  'addDocumentFile',
  'clearDocumentFile',
  'removeDocumentFile',
  'decideAttribute',
  'submitDocument',
  'publishDocument',
  'linkDocument',
  'unlinkDocument',
  'respondConcern',
  'answerFeedback',
]

/** 谁审核: the reviews before publication, and what is found amiss after it. */
export const documentReview: readonly AtDocuments[] = [
  'reviewContent',
  'reviewSecrecy',
  'reviewPrivacy',
  'reviewLegality',
  'reviewCompetition',
  'returnDocument',
  'restrictDocument',
  'liftRestriction',
  'expireDocument',
  'exportDocuments',
]

/** 谁负责: the head signs, and what was signed only the head may undo. */
export const documentHeadship: readonly AtDocuments[] = [
  'signDocument',
  'repealDocument',
  'supersedeDocument',
  'reviveDocument',
  'withdrawDocument',
  'reviewWithheld',
  'importDocument',
  'manageChannels',
]
