/**
 * A file taken into a case: looked into, its content sealed among the blobs, its name in the vault, and the log told
 * its hash and purpose. All in one transaction; of a file that is refused nothing is kept.
 */

import type { Calendar } from '../../law/calendar.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handled, type HandlingContext, handleWithin, type Outcome } from '../handling/handle-request.ts'
import type { Act, CaseId, Conflict, Office, OrganId, Unit } from '../ports.ts'
import type { Refusal } from '../requests/index.ts'
import {
  type InspectedPaper,
  inspectPapers,
  isRefused,
  type PaperInput,
  type PaperRefusal,
} from './inspect-papers.ts'
import { type Paper, paperEntry } from './paper.ts'

export interface KeepPaper extends PaperInput {
  readonly organ: OrganId
  readonly request: CaseId
  readonly context: HandlingContext
  /** Moment of recording, ISO 8601. */
  readonly at: Act['at']
}

/** The case after the paper was added, and the paper itself. */
export type KeptPaper = Handled & { readonly paper: Paper & { readonly id: string } }

/**
 * Takes a file into a case that is registered.
 *
 * @returns the paper; why the file or the step is refused; or a conflict where somebody else wrote to the case first.
 *   After a refusal or a conflict nothing is kept. Throws where the id is that of an erased entry.
 */
export async function keepPaper(
  office: Office,
  { organ, request, context, at, ...input }: KeepPaper,
): Promise<KeptPaper | PaperRefusal | Refusal | Conflict> {
  const inspected = await inspectPapers([input])
  if (isRefused(inspected)) return inspected
  const paper = inspected[0]!
  const calendar = await calendarOf(office, organ)
  return allOrNothing(office, organ, (unit) => addWithin(unit, { request, context, at }, paper, calendar))
}

export interface KeepPapers {
  readonly request: CaseId
  readonly context: HandlingContext
  readonly at: Act['at']
}

/**
 * Takes files that were inspected into a case within a unit that does more, as when an application comes in with its
 * papers. A file handed in twice for the same purpose is taken once.
 *
 * @returns the last outcome, or the first that is no success; the caller then abandons the unit. Null without papers.
 */
export async function keepPapersWithin(
  unit: Unit,
  handling: KeepPapers,
  papers: readonly InspectedPaper[],
  calendar: Calendar,
): Promise<Outcome | null> {
  const once = new Map(papers.map((paper) => [`${paper.purpose} ${paper.hash}`, paper]))
  let last: Outcome | null = null
  for (const paper of once.values()) {
    last = await addWithin(unit, handling, paper, calendar)
    if ('failure' in last || last.refused) return last
  }
  return last
}

async function addWithin(
  unit: Unit,
  { request, context, at }: KeepPapers,
  { id, bytes, name, description, purpose, hash, type }: InspectedPaper,
  calendar: Calendar,
): Promise<KeptPaper | Refusal | Conflict> {
  const size = bytes.length
  const command = { paper: id, hash, purpose, type, size }
  const handling = { organ: unit.organ, request, action: 'addPaper', command, context, at } as const
  const outcome = await handleWithin(unit, handling, calendar)
  if ('failure' in outcome || outcome.refused) return outcome
  const paper: Paper = { request, name, description, purpose, hash, type, size }
  await unit.blobs.put(bytes, type, at)
  const erased = await unit.vault.put(paperEntry(id, paper), at)
  if (erased !== null) throw new Error(`The entry ${id} of the vault was erased and cannot hold a paper`)
  return { ...outcome, paper: { id, ...paper } }
}
