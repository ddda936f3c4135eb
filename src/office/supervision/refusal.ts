import type { Citation } from '../../law/citation.ts'

export type SupervisionRefusalCode =
  | 'unknown'
  | 'exists'
  | 'notPermitted'
  | 'wrongStage'
  | 'notBelow'
  | 'incomplete'
  | 'personalData'
  | 'badDays'

/** Why something is not done. `message` is plain Chinese: what cannot be done, why, and what to do instead. */
export interface SupervisionRefusal {
  readonly refused: true
  readonly code: SupervisionRefusalCode
  readonly message: string
  readonly cites: readonly Citation[]
}

export const refuse = (
  code: SupervisionRefusalCode,
  message: string,
  ...cites: readonly Citation[]
): SupervisionRefusal => ({ refused: true, code, message, cites })
