/** What leaves with a reply is looked into first, and a person answers for each thing found (条例§15, §17). */

import { gate, type Obstacle } from '../attachments/gate.ts'
import { inspect } from '../attachments/inspect.ts'
import type { Inspection } from '../attachments/inspection.ts'
import { type Handled, handleRequest } from '../handling/handle-request.ts'
import { openPaper, paperOf } from '../papers/open-paper.ts'
import type { CaseId, Conflict, Office, OrganId } from '../ports.ts'
import { type Actor, fold, may, type RecordedEvent, type Refusal } from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'
import type { Acting } from './write-letter.ts'

export interface OfEnclosure {
  readonly organ: OrganId
  readonly request: CaseId
  /** SHA-256 of the content, hex. */
  readonly hash: string
}

export interface InspectEnclosure extends OfEnclosure {
  /** Who wants to see it; to those who may not read the case there is none. */
  readonly viewer: Actor
}

export interface NoEnclosure {
  readonly failure: 'unknownPaper' | 'erasedPaper'
  readonly message: string
}

const unknownPaper: NoEnclosure = {
  failure: 'unknownPaper',
  message: '卷内没有这份随附答复提供的文件，请先添加文件。',
}

/** What an enclosure hides and what personal data it has. Looked into outside of any unit of work. */
export async function inspectEnclosure(
  office: Office,
  { viewer, ...enclosure }: InspectEnclosure,
): Promise<Inspection | NoEnclosure> {
  if (!may(viewer.role, 'readRequest', viewer.scope)) return unknownPaper
  const opened = await openEnclosure(office, enclosure)
  return 'failure' in opened ? opened : inspect(opened.bytes, opened.name)
}

interface Opened {
  readonly name: string
  readonly bytes: Uint8Array
}

const openEnclosure = (
  office: Office,
  { organ, request, hash }: OfEnclosure,
): Promise<Opened | NoEnclosure> =>
  office.inTransaction(organ, async (unit) => {
    const events = (await unit.events.load(streamOfRequest(request))) as readonly RecordedEvent[]
    const found = fold(events).papers.find((each) => each.hash === hash && each.purpose === 'enclosure')
    if (found === undefined) return unknownPaper
    const [paper, bytes] = [await paperOf(unit, found.paper), await openPaper(unit, found.paper)]
    if (paper === null || bytes === null || 'failure' in paper || 'failure' in bytes)
      return { failure: 'erasedPaper', message: '这份文件的内容已经删除，请重新添加文件。' }
    return { name: paper.name, bytes }
  })

export interface ClearEnclosure extends Acting, OfEnclosure {
  /** For each finding of the inspection why it may leave all the same. Stands in the log: nothing personal. */
  readonly acknowledgements: readonly { readonly finding: string; readonly reason: string }[]
}

/** The gate is shut: everything that stands in the way, at once. */
export interface Blocked {
  readonly failure: 'blocked'
  readonly obstacles: readonly Obstacle[]
}

/** Lets an enclosure through the gate, in the name of whoever acts. It is looked into anew: nobody's word is taken. */
export async function clearEnclosure(
  office: Office,
  { acknowledgements, hash, ...acting }: ClearEnclosure,
): Promise<Handled | Blocked | NoEnclosure | Refusal | Conflict> {
  const inspection = await inspectEnclosure(office, { ...acting, hash, viewer: acting.context.actor })
  if ('failure' in inspection) return inspection
  const { id: person } = acting.context.actor
  const given = acknowledgements.map((each) => ({ ...each, sha256: hash, person, at: acting.at }))
  const decided = gate(inspection, given)
  if (decided.decision === 'blocked') return { failure: 'blocked', obstacles: decided.reasons }
  const { findings, acknowledged } = decided.record
  const answered = acknowledged.map(({ finding, reason }) => ({ finding, reason }))
  return handleRequest(office, {
    ...acting,
    action: 'clearPaper',
    command: { hash, findings, acknowledged: answered },
  })
}
