import type { Citation } from '../../law/citation.ts'

/** Every reason for which a move is refused; a test holds that each of them is met in the tests. */
export const refusalCodes = [
  // Who and when
  'notPermitted',
  'fourEyes',
  'future',
  'tooEarly',
  'incomplete',
  'personalData',
  // Intake
  'exists',
  'noIntake',
  'notReceived',
  'alreadyReceived',
  'wrongVariant',
  // The course of handling
  'closed',
  'archived',
  'pastDue',
  'waiting',
  'consultationOpen',
  'correctionRepeated',
  'correctionNotAsked',
  'correctionLate',
  'notLapsed',
  'alreadyLapsed',
  'consultationRepeated',
  'consultationUnknown',
  'consultationNotReached',
  'reasonsNotAsked',
  'reasonsRepeated',
  'reasonsPending',
  'reasonsJudged',
  'deferralTooEarly',
  'extensionTooLong',
  'extensionNotProposed',
  'extensionProposed',
  'bothBases',
  'noFee',
  'feeRepeated',
  'feeNotAsked',
  'feeLate',
  'feeAmount',
  // The decision
  'answersDisagree',
  'noReason',
  'noRetrieval',
  'groundWithoutBasis',
  'dispositionNotOpen',
  'thirdPartyNotAsked',
  'thirdPartyAgreed',
  'thirdPartyObjects',
  'thirdPartyNotTold',
  'noDraft',
  'notReviewed',
  'notApproved',
  'alreadyApproved',
  'notSealed',
  'alreadySealed',
  'letterNumber',
  'letterDate',
  'enclosureNotCleared',
  'letterNotIssued',
  'letterRepeated',
  'noRemedies',
  'wrongRemedies',
  'carrier',
  'notDispatched',
  'alreadyDispatched',
  'alreadyServed',
  // Papers
  'paperRepeated',
  'paperUnknown',
  // Notes
  'notMentioned',
  // Afterwards
  'disputeUnknown',
  'disputeRepeated',
  'disputeDecided',
  'disputeOpen',
  'notAnswered',
  'notServed',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** Why a move is not open. `message` is plain Chinese: what cannot be done, why, and what to do instead. */
export interface Refusal {
  readonly refused: true
  readonly code: RefusalCode
  readonly message: string
  readonly cites: readonly Citation[]
}

export function refuse(code: RefusalCode, message: string, ...cites: readonly Citation[]): Refusal {
  return { refused: true, code, message, cites }
}
