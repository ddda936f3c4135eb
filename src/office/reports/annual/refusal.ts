import type { Citation } from '../../../law/citation.ts'

export type AnnualRefusalCode =
  | 'notPermitted'
  | 'wrongStage'
  | 'yearNotOver'
  | 'reportNotReady'
  | 'notAccepted'
  | 'noForm'
  | 'unknownCell'
  | 'computedCell'
  | 'enteredCell'
  | 'wrongValue'
  | 'noReason'
  | 'personalData'
  | 'notCorrected'

/** Something that has to be put right first. `about`: a cell, a section; empty where it is the report as a whole. */
export interface Obstacle {
  readonly about: string
  readonly message: string
}

/** Why something is not done. `message` is plain Chinese: what cannot be done, why, and what to do instead. */
export interface AnnualRefusal {
  readonly refused: true
  readonly code: AnnualRefusalCode
  readonly message: string
  readonly cites: readonly Citation[]
  readonly obstacles?: readonly Obstacle[]
}

export const refuse = (
  code: AnnualRefusalCode,
  message: string,
  ...cites: readonly Citation[]
): AnnualRefusal => ({ refused: true, code, message, cites })
