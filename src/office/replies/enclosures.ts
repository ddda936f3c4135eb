/** What leaves with a reply is looked into first, and a person answers for each thing found (条例§15, §17). */

import { gate, type Obstacle } from '../attachments/gate.ts'
import { inspect } from '../attachments/inspect.ts'
import type { Inspection } from '../attachments/inspection.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handled, handleRequest } from '../handling/handle-request.ts'
import { stateOf } from '../handling/state-of-request.ts'
import { paperOf } from '../papers/open-paper.ts'
import type { CaseId, Conflict, Office, OrganId } from '../ports.ts'
import { type Refusal, type RequestState, verbs } from '../requests/index.ts'
import { mayRead, type Viewer } from '../visibility.ts'
import type { Acting } from './write-letter.ts'

export interface OfEnclosure {
  readonly organ: OrganId
  readonly request: CaseId
  /** SHA-256 of the content, hex. */
  readonly hash: string
}

export interface InspectEnclosure extends OfEnclosure {
  readonly viewer: Viewer
}

export interface NoEnclosure {
  readonly failure: 'unknownPaper' | 'erasedPaper'
  readonly message: string
}

const unknownPaper: NoEnclosure = {
  failure: 'unknownPaper',
  message: '卷内没有这份随附答复提供的文件，请先添加文件。',
}

const erasedPaper: NoEnclosure = {
  failure: 'erasedPaper',
  message: '这份文件的内容已经删除，请重新添加文件。',
}

/** What an enclosure hides and what personal data it has. To whoever may not see it there is none. */
export async function inspectEnclosure(
  office: Office,
  { viewer, ...enclosure }: InspectEnclosure,
): Promise<Inspection | NoEnclosure> {
  const { organ, request } = enclosure
  const paper = { purpose: 'enclosure', from: 'office', sent: false, consultation: null } as const
  return mayRead(viewer, { kind: 'paper', organ, request, ...paper })
    ? look<never>(office, enclosure, () => null)
    : unknownPaper
}

/** Looks into it outside of any unit of work, unless `forbids` says why not. */
async function look<No extends Refusal>(
  office: Office,
  { organ, request, hash }: OfEnclosure,
  forbids: (state: RequestState) => No | null,
): Promise<Inspection | NoEnclosure | No> {
  const opened = await office.inTransaction(organ, async (unit) => {
    const state = await stateOf(unit, request)
    const refusal = forbids(state)
    if (refusal !== null) return refusal
    const found = state.papers.find((each) => each.hash === hash && each.purpose === 'enclosure')
    if (found === undefined) return unknownPaper
    const [paper, bytes] = [await paperOf(unit, found.paper), await unit.blobs.open(hash)]
    if (paper === null || bytes === null || 'failure' in paper || 'failure' in bytes) return erasedPaper
    return { name: paper.name, bytes }
  })
  return 'bytes' in opened ? inspect(opened.bytes, opened.name) : opened
}

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
  const { organ, request, context, at } = acting
  const calendar = await calendarOf(office, organ)
  const seen = await look(office, { organ, request, hash }, (state) =>
    verbs.clearPaper.guard(state, { ...context, calendar }),
  )
  if ('failure' in seen || isRefusal(seen)) return seen
  const given = acknowledgements.map((each) => ({ ...each, sha256: hash, person: context.actor.id, at }))
  const decided = gate(seen, given)
  if (decided.decision === 'blocked') return { failure: 'blocked', obstacles: decided.reasons }
  const { findings, acknowledged } = decided.record
  const command = {
    hash,
    findings,
    acknowledged: acknowledged.map(({ finding, reason }) => ({ finding, reason })),
  }
  return handleRequest(office, { ...acting, action: 'clearPaper', command })
}

/** An inspection has a word `refused` of its own, which says why the file is not taken in. */
const isRefusal = (outcome: Inspection | Refusal): outcome is Refusal => outcome.refused === true
