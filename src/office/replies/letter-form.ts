/** What an officer is asked for a letter: what the file knows already, and what only a person can know. */
import { calendarOf } from '../handling/calendar-of.ts'
import type { HandlingContext } from '../handling/handle-request.ts'
import type { FactName, Facts } from '../letters/facts.ts'
import { type LetterKind, letters } from '../letters/letters.ts'
import type { CaseId, Office, OrganId } from '../ports.ts'
import { mayRead, type Viewer } from '../visibility.ts'
import { openCase } from './case-file.ts'
import { factsOfCase } from './facts-of-case.ts'
import { letterKindOf, type Reply, replyOf } from './reply.ts'

/** The facts of a letter, those that belong to it alone; captions and kinds are in `factDefinitions`. */
export interface LetterForm {
  readonly kind: LetterKind
  readonly title: string
  /** On record: the letter says them as they are. */
  readonly known: Facts
  /** Said on the way: may be worded anew. */
  readonly suggested: Facts
  /** To be told before the letter can be written. */
  readonly required: readonly FactName[]
  /** May be told. */
  readonly optional: readonly FactName[]
}

export interface ReplyForm extends LetterForm {
  /** The reply as it was last drafted, if it was for this ending. */
  readonly drafted: Reply | null
}

export interface OpenReplyForm {
  readonly organ: OrganId
  readonly request: CaseId
  readonly ending: Reply['ending']
  /** The day of the act and what the organ has settled. */
  readonly context: HandlingContext
  readonly viewer: Viewer
}

/** The form of a reply. Null for whoever may not see letters of the request: what is asked stands in it. */
export async function replyForm(
  office: Office,
  { organ, request, ending, context, viewer }: OpenReplyForm,
): Promise<ReplyForm | null> {
  const letter = { kind: 'letter', to: 'applicant', sent: false, consultation: null } as const
  if (!mayRead(viewer, { ...letter, organ, request })) return null
  const calendar = await calendarOf(office, organ)
  return office.inTransaction(organ, async (unit) => {
    const { known, suggested } = factsOfCase(await openCase(unit, request, context, calendar))
    const drafted = await replyOf(unit, request)
    return {
      ...formOf(letterKindOf(ending), known, suggested),
      drafted: drafted?.ending === ending ? drafted : null,
    }
  })
}

/** What a letter of that kind makes of what the file knows. Pure. */
export function formOf(kind: LetterKind, known: Facts, suggested: Facts): LetterForm {
  const { title, required, optional } = letters[kind]
  const own = new Set<string>([...required, ...optional])
  const ofLetter = (facts: Facts): Facts =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => own.has(name)))
  const untold = (name: FactName): boolean => known[name] === undefined
  return {
    kind,
    title,
    known: ofLetter(known),
    suggested: ofLetter(suggested),
    required: required.filter((name) => untold(name) && suggested[name] === undefined),
    optional: optional.filter(untold),
  }
}
