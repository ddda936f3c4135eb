import type { WithheldPart } from '../../law/withheld.ts'
import type { EndingKey } from './endings.ts'
import type { Answers } from './seven-questions.ts'

/**
 * A provision that forbids disclosure (条例§14) or has its own way of access (条例§36(7)): only a law or an
 * administrative regulation can be one, never a local regulation or a rule.
 */
export interface NamedLaw {
  readonly rank: 'law' | 'administrativeRegulation'
  readonly name: string
  readonly article: string
}

/** Why information is given although the third party objects (条例§32). */
export interface Override {
  readonly because: 'publicInterest' | 'objectionUnreasonable'
  readonly reason: string
}

/** The decision as drafted. The letter is made from it; texts say 申请人 and 第三方, not names. */
export interface DraftData {
  readonly ending: EndingKey
  /** What was found: search, consultation, checks. */
  readonly facts: string
  /** In the order of `mustState` of the ending. */
  readonly statements: readonly string[]
  readonly withheld: readonly WithheldPart[]
  readonly law: NamedLaw | null
  readonly override: Override | null
  /** Form and way in which the information is given (条例§40). */
  readonly provision: { readonly form: string; readonly delivery: string } | null
  /** The seven questions; null where they do not lead to the ending, such as an abandonment. */
  readonly answers: Answers | null
  /** SHA-256 of the papers enclosed. */
  readonly attachments: readonly string[]
}
