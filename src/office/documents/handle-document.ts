/**
 * A verb done to a document: its events loaded, the verb asked, what follows written with its rows, in one transaction.
 * The only way from the pure verbs to the store.
 */
import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { Act, Conflict, Office, OrganId, Unit } from '../ports.ts'
import type { DocumentAction } from '../requests/document-actions.ts'
import { streamOfDocument } from '../streams.ts'
import type { RecordedDocumentEvent } from './life/events.ts'
import { fold } from './life/fold.ts'
import { type DocumentCommandOf, documentVerbs } from './life/moves.ts'
import type { DocumentRefusal } from './life/refusal.ts'
import type { DocumentState } from './life/state.ts'
import type { DocumentContext, DocumentDecision } from './life/verb.ts'

/** What the caller knows; the calendar is the organ's own. */
export type DocumentActing = Omit<DocumentContext, 'calendar'>

export interface HandleDocument<Action extends DocumentAction = DocumentAction> {
  readonly organ: OrganId
  readonly document: string
  readonly action: Action
  readonly command: DocumentCommandOf<Action>
  readonly context: DocumentActing
  /** Moment of recording, ISO 8601. */
  readonly at: Act['at']
  /** Version of the document the caller has seen; another version now is a conflict, not a lost update. */
  readonly seen?: number
}

export interface HandledDocument {
  readonly refused: false
  readonly id: string
  readonly version: number
  readonly state: DocumentState
}

export type DocumentOutcome = HandledDocument | DocumentRefusal | Conflict

/** What happened to a document, in order; nothing where there is none of that id. */
export const documentEventsOf = async (
  { events }: Pick<Unit, 'events'>,
  id: string,
): Promise<readonly RecordedDocumentEvent[]> =>
  (await events.load(streamOfDocument(id))) as readonly RecordedDocumentEvent[]

/** The document as of now; the empty one where there is none of that id. */
export const documentStateOf = async (unit: Pick<Unit, 'events'>, id: string): Promise<DocumentState> =>
  fold(await documentEventsOf(unit, id))

/** Does a verb within a unit that does more: nothing is kept unless the unit is, and the caller abandons it. */
export async function handleDocumentWithin<Action extends DocumentAction>(
  unit: Unit,
  { document, action, command, context, at, seen }: HandleDocument<Action>,
  calendar: Calendar,
): Promise<DocumentOutcome> {
  const stream = streamOfDocument(document)
  const events = await documentEventsOf(unit, document)
  if (seen !== undefined && seen !== events.length)
    return { failure: 'conflict', stream, expected: seen, actual: events.length }
  const before = fold(events)
  const verb = documentVerbs[action] as unknown as (
    state: DocumentState,
    command: DocumentCommandOf<Action>,
    context: DocumentContext,
  ) => DocumentDecision
  const decision = verb(before, command, { ...context, calendar })
  if (decision.refused) return decision
  const by: Act = { actor: context.actor.id, at }
  const stored = await unit.events.append(stream, events.length, decision.events, by)
  if ('failure' in stored) return stored
  const state = fold(stored as readonly RecordedDocumentEvent[], before)
  return { refused: false, id: document, version: state.version, state }
}

/** Does a verb to a document. After a refusal or a conflict nothing is kept. */
export async function handleDocument<Action extends DocumentAction>(
  office: Office,
  handling: HandleDocument<Action>,
): Promise<DocumentOutcome> {
  const calendar = await calendarOf(office, handling.organ)
  return allOrNothing(office, handling.organ, (unit) => handleDocumentWithin(unit, handling, calendar))
}
