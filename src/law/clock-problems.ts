import type { Citation } from './citation.ts'
import type { Day } from './day.ts'

export type ProblemCode =
  | 'notReceived'
  | 'receivedTwice'
  | 'afterEnd'
  | 'afterDue'
  | 'correctionNoticeLate'
  | 'correctionRepeated'
  | 'correctedUnasked'
  | 'correctedLate'
  | 'consultationRepeated'
  | 'consultationUnknown'
  | 'consultationReturnedLate'
  | 'feeRepeated'
  | 'feePaidUnasked'
  | 'feePaidLate'
  | 'extensionTooLong'
  | 'deferralTooEarly'
  | 'answeredLate'
  | 'overdue'
  | 'correctionOverdue'
  | 'feeOverdue'
  | 'afterAsOf'

/** Something in the history that the law does not allow, or that now needs attention. Never an error. */
export interface Problem {
  readonly code: ProblemCode
  readonly on: Day
  readonly message: string
  readonly cites: readonly Citation[]
}

/** `message` without its full stop. */
export function problem(on: Day, code: ProblemCode, message: string, cites: readonly Citation[]): Problem {
  return { code, on, message: `${message}。`, cites }
}
