import type { Citation } from '../../../law/citation.ts'

/** Every reason for which a step of a document is refused. */
export const documentRefusalCodes = [
  'notPermitted',
  'fourEyes',
  'future',
  'tooEarly',
  'incomplete',
  'personalData',
  'classified',
  'noDocument',
  'exists',
  'withdrawn',
  'noWork',
  'workOpen',
  'submitted',
  'notSubmitted',
  'noAttribute',
  'groundWithoutBasis',
  'metadataMissing',
  'fileUnknown',
  'fileRepeated',
  'fileNotCleared',
  'notItsTurn',
  'alreadyPassed',
  'notInChain',
  'reviewsOpen',
  'notSigned',
  'notProactive',
  'accountWanted',
  'channelRepeated',
  'websiteFirst',
  'notPublished',
  'notBinding',
  'alreadyEnded',
  'notEnded',
  'alreadyRestricted',
  'notRestricted',
  'notWithheld',
  'linkRepeated',
  'linkUnknown',
  'selfLink',
  'badNumber',
  'badDays',
] as const

export type DocumentRefusalCode = (typeof documentRefusalCodes)[number]

/** Why a step is not open. `message` is plain Chinese: what cannot be done, why, and what to do instead. */
export interface DocumentRefusal {
  readonly refused: true
  readonly code: DocumentRefusalCode
  readonly message: string
  readonly cites: readonly Citation[]
  readonly gate?: readonly {
    readonly id: string
    readonly caption: string
    readonly refusal: DocumentRefusal
  }[]
}

export function refuse(
  code: DocumentRefusalCode,
  message: string,
  ...cites: readonly Citation[]
): DocumentRefusal {
  return { refused: true, code, message, cites }
}
