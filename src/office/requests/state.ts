import type { ApplicantKind } from '../../law/application.ts'
import type { ClockEvent } from '../../law/clock.ts'
import type { Day } from '../../law/day.ts'
import type { Arrival } from '../../law/receipt.ts'
import type { ActorId } from '../ports.ts'
import type { DraftData } from './draft-data.ts'
import type { EventData, Opinion, Party, Variant } from './events.ts'
import type { PaperPurpose } from './paper-purposes.ts'
import { beginning, type Progress } from './progress.ts'

/** A consultation and how it stands. */
export interface Consultation {
  readonly id: string
  readonly party: Party
  readonly counterpart: string
  readonly matter: string
  readonly sentOn: Day
  readonly reachedOn: Day | null
  /** A day given by the office where the law gives no period. */
  readonly by: Day | null
  readonly endedOn: Day | null
  /** Null while open and after silence. */
  readonly opinion: Opinion | null
  readonly reasons: string | null
  /** A third party that was told of the disclosure over its objection (条例§32). */
  readonly toldOn: Day | null
}

export interface Correction {
  readonly askedOn: Day
  readonly by: Day
  readonly correctedOn: Day | null
  readonly lapsedOn: Day | null
  /** What came late and is not accepted yet. */
  readonly offered: (EventData['correctionOffered'] & { readonly on: Day }) | null
}

/** 条例§35: reasons for excessive requests. */
export interface Reasons {
  readonly askedOn: Day
  readonly by: Day
  readonly givenOn: Day | null
  readonly rejectedOn: Day | null
  readonly deferredUntil: Day | null
}

export interface Fee {
  readonly askedOn: Day
  readonly amount: number
  /** The day the applicant received the notice; the 20 working days run from the day after. */
  readonly servedOn: Day | null
  readonly paidOn: Day | null
  readonly lapsedOn: Day | null
}

export interface Draft extends DraftData {
  readonly on: Day
  readonly by: ActorId
  readonly reviewedBy: ActorId | null
  readonly approvedBy: ActorId | null
  readonly approvedOn: Day | null
  readonly seal: EventData['sealed'] | null
}

export interface Dispute {
  readonly id: string
  readonly dispute: EventData['disputeFiled']['dispute']
  readonly caseNo: string
  readonly forum: string | null
  readonly against: EventData['disputeFiled']['against']
  readonly filedOn: Day
  readonly after: string | null
  readonly standing: EventData['disputeFiled']['standing']
  readonly coDefendant: boolean
  /** The effective decision; null while pending. */
  readonly decided: { readonly on: Day; readonly result: EventData['disputeDecided']['result'] } | null
  /** Every decision, those under appeal among them, in the order of recording. */
  readonly decisions: readonly (Omit<EventData['disputeDecided'], 'id'> & { readonly on: Day })[]
}

export interface Proposal {
  readonly days: number
  readonly on: Day
  readonly by: ActorId
}

export interface Paper {
  /** Id of the vault: name and description. */
  readonly paper: string
  /** SHA-256 of the content, hex. */
  readonly hash: string
  readonly purpose: PaperPurpose
  readonly addedOn: Day
  readonly addedBy: ActorId
  /** Of an enclosure: what a person decided after it was inspected; the last decision counts. */
  readonly decided: PaperDecision | null
}

/** `cleared`: somebody answers for what was found in it, and it may leave. `withheld`: it stays. */
export type PaperDecision = { readonly on: Day; readonly by: ActorId } & (
  | ({ readonly as: 'cleared' } & Pick<EventData['paperCleared'], 'acknowledged'>)
  | ({ readonly as: 'withheld' } & Pick<EventData['paperWithheld'], 'because' | 'replacedBy'>)
)

/** What the events of a request add up to. Plain data; a new one is made by `fold` only. */
export interface RequestState {
  /** Number of events folded: the version of the stream. */
  readonly version: number
  readonly number: string | null
  readonly variant: Variant | null
  readonly applicant: string | null
  readonly applicantKind: ApplicantKind | null
  readonly arrival: Arrival | null
  readonly handler: ActorId | null
  readonly progress: Progress
  readonly movedOn: EventData['movedOn'] | null
  readonly duplicate: EventData['duplicateConfirmed'] | null
  readonly correction: Correction | null
  readonly consultations: readonly Consultation[]
  readonly legalOpinion: EventData['legalOpinionGiven']['view'] | null
  readonly reasons: Reasons | null
  /** A proposal not judged yet, and working days granted in the present count. */
  readonly extension: { readonly proposed: Proposal | null; readonly granted: number }
  readonly fee: Fee | null
  readonly retrievals: readonly (EventData['retrievalRecorded'] & { readonly on: Day })[]
  readonly answers: EventData['questionsAnswered']['answers'] | null
  readonly hint: EventData['transferHinted'] | null
  readonly draft: Draft | null
  readonly dispatched: (EventData['dispatched'] & { readonly on: Day }) | null
  readonly servedOn: Day | null
  readonly papers: readonly Paper[]
  readonly letters: readonly (EventData['letterIssued'] & { readonly issuedOn: Day })[]
  readonly suggestions: number
  readonly disputes: readonly Dispute[]
  readonly archivedOn: Day | null
  readonly archivedFor: EventData['archived']['retention'] | null
  readonly notes: number
  /** Who was mentioned in a note and neither did anything since nor said that they have seen it. */
  readonly mentioned: readonly ActorId[]
  /** The events that move the clock of law/clock, by `clockAfter`. */
  readonly clock: readonly ClockEvent[]
}

export const emptyRequest: RequestState = {
  version: 0,
  number: null,
  variant: null,
  applicant: null,
  applicantKind: null,
  arrival: null,
  handler: null,
  progress: beginning,
  movedOn: null,
  duplicate: null,
  correction: null,
  consultations: [],
  legalOpinion: null,
  reasons: null,
  extension: { proposed: null, granted: 0 },
  fee: null,
  retrievals: [],
  answers: null,
  hint: null,
  draft: null,
  dispatched: null,
  servedOn: null,
  papers: [],
  letters: [],
  suggestions: 0,
  disputes: [],
  archivedOn: null,
  archivedFor: null,
  notes: 0,
  mentioned: [],
  clock: [],
}

/** The beginning of the present count: the last correction or payment, else the receipt. */
export function baseOf({ progress, correction, fee }: RequestState): Day | null {
  const days = [progress.receivedOn, correction?.correctedOn, fee?.paidOn].filter((day) => day != null)
  return days.toSorted().at(-1) ?? null
}

/** Consultations without an opinion and without a recorded lapse. */
export function openConsultations({ consultations }: RequestState): readonly Consultation[] {
  return consultations.filter(({ endedOn }) => endedOn === null)
}
