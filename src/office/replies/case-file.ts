/** A request with what has to be read of it to write about it: its events, its clock, what is asked, who asks. */

import type { Calendar } from '../../law/calendar.ts'
import type { Clock } from '../../law/clock.ts'
import type { Day } from '../../law/day.ts'
import type { HandlingContext } from '../handling/handle-request.ts'
import { eventsOf } from '../handling/state-of-request.ts'
import { applicationOf } from '../intake/application.ts'
import type { Content } from '../intake/content.ts'
import type { CaseId, Unit } from '../ports.ts'
import {
  clockOf,
  type EventData,
  type EventKind,
  fold,
  policyOf,
  type RecordedEvent,
  type RequestState,
} from '../requests/index.ts'
import { ownWordsOf } from '../tracking/own-words.ts'
import { type Party, partyOf } from './party.ts'

/** What is asked for, in the applicant's words. */
export interface AskedFor extends Content {
  /** What was added when the request was corrected (条例§30). */
  readonly correction: string | null
}

export interface CaseFile {
  readonly id: CaseId
  readonly events: readonly RecordedEvent[]
  readonly state: RequestState
  readonly calendar: Calendar
  /** As seen from the day of the act. */
  readonly clock: Clock
  /** Null where nothing is sealed, or it was erased. */
  readonly asked: AskedFor | null
  readonly applicant: Party | null
}

/** The request as of now; without events where there is none of that id. */
export async function openCase(
  unit: Pick<Unit, 'events' | 'vault'>,
  id: CaseId,
  context: HandlingContext,
  calendar: Calendar,
): Promise<CaseFile> {
  const read = await readCase(unit, id, context, calendar)
  const asked = await askedFor(unit, id, read.events)
  return { ...read, asked, applicant: await partyOf(unit, read.state.applicant) }
}

/** The same file after a step of the unit: what is asked and who asks stays. */
export async function afterStep(
  unit: Pick<Unit, 'events'>,
  { id, asked, applicant, calendar }: CaseFile,
  context: HandlingContext,
): Promise<CaseFile> {
  return { ...(await readCase(unit, id, context, calendar)), asked, applicant }
}

async function readCase(
  unit: Pick<Unit, 'events'>,
  id: CaseId,
  context: HandlingContext,
  calendar: Calendar,
): Promise<Omit<CaseFile, 'asked' | 'applicant'>> {
  const events = await eventsOf(unit, id)
  const state = fold(events)
  const { clock: policy } = policyOf({ ...context, calendar })
  return { id, events, state, calendar, clock: clockOf(state, calendar, context.today, policy) }
}

async function askedFor(
  unit: Pick<Unit, 'vault'>,
  request: CaseId,
  events: readonly RecordedEvent[],
): Promise<AskedFor | null> {
  const record = await applicationOf(unit, request)
  if (record === null || 'failure' in record) return null
  const entry = lastOf({ events }, 'corrected')?.entry ?? null
  const words = entry === null ? null : await ownWordsOf(unit, entry)
  return { ...record, correction: words === null || 'failure' in words ? null : words.text }
}

/** Day and data of the last event of that kind; null where there is none. */
export function lastOf<Kind extends EventKind>(
  { events }: Pick<CaseFile, 'events'>,
  kind: Kind,
): (EventData[Kind] & { readonly on: Day }) | null {
  const found = events.findLast((event) => event.kind === kind)
  return found === undefined ? null : { ...(found.data as EventData[Kind]), on: found.on }
}

/**
 * The context in which events are made of the case: with what must not get into them of its people. `others`: ids of
 * people in the vault who are about to come into it.
 */
export async function guarded(
  unit: Pick<Unit, 'vault'>,
  { applicant, state }: Pick<CaseFile, 'applicant' | 'state'>,
  context: HandlingContext,
  others: readonly string[] = [],
): Promise<HandlingContext> {
  const asked = state.consultations.filter(({ party }) => party === 'thirdParty')
  const ids = new Set([...asked.map(({ counterpart }) => counterpart), ...others])
  const people = await Promise.all([...ids].map((id) => partyOf(unit, id)))
  const personal = [applicant, ...people].flatMap((party) => party?.personal ?? [])
  return { ...context, personal: [...(context.personal ?? []), ...personal] }
}
