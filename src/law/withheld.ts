import type { GroundKey } from './grounds.ts'

/** One part that is not given, and why (条例§37). */
export interface WithheldPart {
  /** Which part of the information; the whole, where all is withheld. */
  readonly part: string
  readonly reason: string
  /** Null where it is withheld on none of the grounds of 条例§14–16, such as what is no government information. */
  readonly ground: GroundKey | null
}

/** The grounds on which parts are withheld, each once. */
export function groundsOf(parts: readonly WithheldPart[]): readonly GroundKey[] {
  return [...new Set(parts.flatMap(({ ground }) => ground ?? []))]
}
