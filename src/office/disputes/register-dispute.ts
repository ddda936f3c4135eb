/** Reconsideration and suit (条例§51): registered with their papers, decided instance by instance. */

import { zh } from '../../law/glossary.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handled, type HandlingContext, handleWithin, type Outcome } from '../handling/handle-request.ts'
import { stateOf } from '../handling/state-of-request.ts'
import { tidyText } from '../intake/content.ts'
import { notifyStaff } from '../messages/notify.ts'
import { inspectPapers, type PaperInput, type PaperRefusal } from '../papers/inspect-papers.ts'
import { keepPapersWithin } from '../papers/keep-paper.ts'
import type { CaseId, Conflict, Moment, Office, OrganId, Unit } from '../ports.ts'
import type { CommandOf, Dispute, DisputeKind, Refusal } from '../requests/index.ts'
import { refuse } from '../requests/refusal.ts'
import { streamOfRequest } from '../streams.ts'

export const disputeKinds: Readonly<Record<DisputeKind, string>> = {
  reconsideration: zh('reconsideration'),
  litigation: zh('litigation'),
}

/** In which request, by whom and when. */
export interface DisputeDeed {
  readonly organ: OrganId
  readonly request: CaseId
  readonly context: HandlingContext
  readonly at: Moment
  /** Version of the request the caller has seen; another version now is a conflict, not a lost update. */
  readonly seen?: number
  /** Application, complaint, decision, judgment … */
  readonly papers?: readonly Omit<PaperInput, 'purpose'>[]
}

/** Name of the review organ or the court is wanted: a list of cases that does not say where they lie helps nobody. */
export type RegisterDispute = DisputeDeed & {
  readonly command: CommandOf<'fileReview'>
}

export type DecideDispute = DisputeDeed & { readonly command: CommandOf<'decideReview'> }

export type DisputeOutcome = Handled | Refusal | PaperRefusal | Conflict

/**
 * Registers a reconsideration or a suit. Who is sued beside this organ follows from the review before it, unless it
 * is told otherwise: where that upheld the act, both are sued; where it changed it, the review organ alone.
 */
export const registerDispute = (
  office: Office,
  { command, ...deed }: RegisterDispute,
): Promise<DisputeOutcome> =>
  withPapers(office, deed, 'fileReview', async ({ unit, act, keepPapers }) => {
    if (tidyText(command.forum) === null)
      return refuse('incomplete', '缺少复议机关或者受理法院的名称，请补充后再办理。', '条例§51')
    const before = (await disputeIn(unit, deed.request, command.after))?.decided?.result
    if (before === 'corrected' && command.standing === undefined)
      return refuse(
        'incomplete',
        '复议决定改变了原行政行为，依法以复议机关为被告；确需登记的，请写明本机关在案件中的地位。',
        '诉讼法§26¶2',
      )
    const outcome = await act({ ...command, coDefendant: command.coDefendant ?? before === 'upheld' })
    if (hasFailed(outcome)) return outcome
    const { request, at, context } = deed
    const facts = { act: `${disputeKinds[command.dispute]}（${command.caseNo}）` }
    const occasion = { about: request, once: String(outcome.version), today: context.today, at }
    await notifyStaff(unit, { kind: 'disputeFiled', facts, ...occasion }, true)
    return (await keepPapers()) ?? outcome
  })

/**
 * Registers a decision. A judgment that is appealed is not effective: the case stays pending until the next instance
 * has decided, under its own number and court.
 */
export const decideDispute = (office: Office, { command, ...deed }: DecideDispute): Promise<DisputeOutcome> =>
  withPapers(office, deed, 'decideReview', async ({ act, keepPapers }) => {
    // An archived file takes papers while a dispute is pending: those of the decision go in before it.
    const kept = await keepPapers()
    return kept !== null && hasFailed(kept) ? kept : act(command)
  })

interface DisputeDesk<Action extends 'fileReview' | 'decideReview'> {
  readonly unit: Unit
  readonly act: (command: CommandOf<Action>) => Promise<Outcome>
  /** Null where there are none. */
  readonly keepPapers: () => Promise<Outcome | null>
}

async function withPapers<Action extends 'fileReview' | 'decideReview'>(
  office: Office,
  { organ, request, context, at, seen, papers = [] }: DisputeDeed,
  action: Action,
  work: (desk: DisputeDesk<Action>) => Promise<Outcome>,
): Promise<DisputeOutcome> {
  const inspected = await inspectPapers(papers.map((paper) => ({ ...paper, purpose: 'record' as const })))
  if ('refused' in inspected) return inspected
  const calendar = await calendarOf(office, organ)
  const handling = { organ, request, context, at }
  return allOrNothing<DisputeOutcome>(office, organ, async (unit) => {
    const stream = streamOfRequest(request)
    const { length: actual } = await unit.events.load(stream)
    if (seen !== undefined && seen !== actual) return { failure: 'conflict', stream, expected: seen, actual }
    return work({
      unit,
      act: (command) => handleWithin(unit, { ...handling, action, command }, calendar),
      keepPapers: () => keepPapersWithin(unit, handling, inspected, calendar),
    })
  })
}

async function disputeIn(
  { events }: Pick<Unit, 'events'>,
  request: CaseId,
  id: string | undefined,
): Promise<Dispute | null> {
  if (id === undefined) return null
  const { disputes } = await stateOf({ events }, request)
  return disputes.find((each) => each.id === id) ?? null
}
