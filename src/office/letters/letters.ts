/** The whole set of letters by which requests are answered (答复文书), as data. */

import { consultations } from './consultations.ts'
import { declined } from './declined.ts'
import type { LetterDefinition } from './definition.ts'
import type { FactName, Facts, FactValue } from './facts.ts'
import { grants } from './grants.ts'
import { notices } from './notices.ts'
import type { Problem } from './problem.ts'
import { records } from './records.ts'
import { refusals } from './refusals.ts'
import { inCaptions, parseTemplateFor } from './template.ts'
import { unavailable } from './unavailable.ts'

const table = {
  ...notices,
  ...consultations,
  ...grants,
  ...refusals,
  ...unavailable,
  ...declined,
  ...records,
} as const satisfies Record<string, LetterDefinition>

/** Kinds of letters. Those that end a request bear the key of the disposition, or of the ending of a correction. */
export type LetterKind = keyof typeof table

export const letters: Readonly<Record<LetterKind, LetterDefinition>> = table

export const letterKinds = Object.keys(table) as readonly LetterKind[]

type RequiredOf<Kind extends LetterKind> = (typeof table)[Kind]['required'][number]

/** Facts with which that letter can be written: its own are required, whatever else the case has may be there. */
export type FactsFor<Kind extends LetterKind> = Facts & {
  readonly [Name in RequiredOf<Kind> & FactName]: FactValue<Name>
}

export function isLetterKind(text: string): text is LetterKind {
  return Object.hasOwn(table, text)
}

/** The template that the software brings, in Chinese placeholders, as an organ may take it for its own. */
export function templateText(kind: LetterKind): string {
  return inCaptions(letters[kind].text.join('\n'))
}

/** What keeps a text from being the template of that letter; empty where nothing does. */
export function checkTemplate(kind: LetterKind, text: string): readonly Problem[] {
  return parseTemplateFor(text, letters[kind]).problems
}
