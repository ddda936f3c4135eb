import type { Citation } from '../../../law/citation.ts'

export type ExaminedRefusalCode =
  | 'unknown'
  | 'withdrawn'
  | 'beingRead'
  | 'notRead'
  | 'noCells'
  | 'unknownCell'
  | 'sameCells'
  | 'noReason'
  | 'personalData'
  | 'notBelow'
  | 'incomplete'

/** Why nothing was done to a kept report, for people. */
export interface ExaminedRefusal {
  readonly refused: true
  readonly code: ExaminedRefusalCode
  readonly message: string
  readonly cites: readonly Citation[]
}

export const refuse = (
  code: ExaminedRefusalCode,
  message: string,
  ...cites: readonly Citation[]
): ExaminedRefusal => ({ refused: true, code, message, cites })

/** There is none, or it was taken out again. */
export const unknownSource = refuse('unknown', '没有这份年报，或者已经撤下。', '条例§50')
