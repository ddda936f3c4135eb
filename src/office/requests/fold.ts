import type { EventKind, RecordedEvent } from './events.ts'
import { advance } from './progress.ts'
import { clockAfter } from './request-clock.ts'
import {
  type Consultation,
  type Draft,
  emptyRequest,
  type PaperDecision,
  type RequestState,
} from './state.ts'

/** The state that the events of a request add up to, in the order of recording. Pure; never throws. */
export function fold(events: readonly RecordedEvent[], from: RequestState = emptyRequest): RequestState {
  return events.reduce(apply, from)
}

/** The state after one more event. */
export function apply(state: RequestState, event: RecordedEvent): RequestState {
  const handler = handlers[event.kind] as Handler | undefined
  const next = {
    ...state,
    mentioned: stillMentioned(state, event),
    ...handler?.(state, event),
    version: state.version + 1,
  }
  const progress = advance(state.progress, event)
  return { ...next, progress, clock: clockAfter(state.clock, event, { variant: next.variant, progress }) }
}

type Handler<Kind extends EventKind = EventKind> = (
  state: RequestState,
  event: RecordedEvent<Kind>,
) => Partial<RequestState>

const handlers: { readonly [Kind in EventKind]?: Handler<Kind> } = {
  intakeRecorded: (_, { on, data }) => ({
    number: data.number,
    variant: data.variant,
    applicant: data.applicant,
    applicantKind: data.applicantKind,
    arrival: {
      channel: data.channel,
      arrivedOn: on,
      misaddressed: data.misaddressed,
      unreachable: data.unreachable,
    },
  }),
  movedOn: (_, { data }) => ({ movedOn: data }),
  assigned: (_, { data }) => ({ handler: data.handler }),
  duplicateConfirmed: (_, { data }) => ({ duplicate: data }),

  correctionAsked: (_, { on, data }) => ({
    correction: { askedOn: on, by: data.by, correctedOn: null, lapsedOn: null, offered: null },
  }),
  // A count that begins anew may be extended again; what was drafted was drafted on another request.
  corrected: ({ correction }, { on }) => ({
    ...(correction && { correction: { ...correction, correctedOn: on, lapsedOn: null } }),
    extension: { proposed: null, granted: 0 },
    draft: null,
  }),
  correctionOffered: ({ correction }, { on, data }) =>
    correction ? { correction: { ...correction, offered: { ...data, on } } } : {},
  correctionLapsed: ({ correction }, { on }) =>
    correction ? { correction: { ...correction, lapsedOn: on } } : {},

  consultationSent: ({ consultations }, { on, data }) => ({
    consultations: [
      ...consultations,
      {
        id: data.id,
        party: data.party,
        counterpart: data.counterpart,
        matter: data.matter,
        by: data.by,
        sentOn: on,
        reachedOn: null,
        endedOn: null,
        opinion: null,
        reasons: null,
        toldOn: null,
      },
    ],
  }),
  consultationReached: (state, { on, data }) => consulted(state, data.id, { reachedOn: on }),
  consultationReturned: (state, { on, data }) =>
    consulted(state, data.id, { endedOn: on, opinion: data.opinion, reasons: data.reasons }),
  consultationLapsed: (state, { on, data }) => consulted(state, data.id, { endedOn: on }),
  thirdPartyTold: (state, { on, data }) => consulted(state, data.id, { toldOn: on }),
  legalOpinionGiven: (_, { data }) => ({ legalOpinion: data.view }),

  reasonsAsked: (_, { on, data }) => ({
    reasons: { askedOn: on, by: data.by, givenOn: null, rejectedOn: null, deferredUntil: null },
  }),
  reasonsGiven: ({ reasons }, { on }) => (reasons ? { reasons: { ...reasons, givenOn: on } } : {}),
  reasonsRejected: ({ reasons }, { on }) => (reasons ? { reasons: { ...reasons, rejectedOn: on } } : {}),
  deferred: ({ reasons }, { data }) =>
    reasons ? { reasons: { ...reasons, deferredUntil: data.until } } : {},

  extensionProposed: ({ extension }, { on, data, actor }) => ({
    extension: { ...extension, proposed: { days: data.days, on, by: actor } },
  }),
  extended: ({ extension }, { data }) => ({
    extension: { proposed: null, granted: extension.granted + data.days },
  }),
  extensionRefused: ({ extension }) => ({ extension: { ...extension, proposed: null } }),

  feeAsked: (_, { on, data }) => ({
    fee: { askedOn: on, amount: data.amount, servedOn: null, paidOn: null, lapsedOn: null },
  }),
  feeNoticeServed: ({ fee }, { on }) => (fee ? { fee: { ...fee, servedOn: on } } : {}),
  feePaid: ({ fee }, { on }) => ({
    ...(fee && { fee: { ...fee, paidOn: on } }),
    extension: { proposed: null, granted: 0 },
  }),
  feeLapsed: ({ fee }, { on }) => (fee ? { fee: { ...fee, lapsedOn: on } } : {}),

  retrievalRecorded: ({ retrievals }, { on, data }) => ({ retrievals: [...retrievals, { ...data, on }] }),
  questionsAnswered: (_, { data }) => ({ answers: data.answers }),
  transferHinted: (_, { data }) => ({ hint: data }),

  drafted: (_, { on, data, actor }) => ({
    draft: { ...data, on, by: actor, reviewedBy: null, approvedBy: null, approvedOn: null, seal: null },
  }),
  reviewed: (state, { actor }) => drafted(state, { reviewedBy: actor }),
  draftReturned: (state) =>
    drafted(state, { reviewedBy: null, approvedBy: null, approvedOn: null, seal: null }),
  approved: (state, { on, actor }) => drafted(state, { approvedBy: actor, approvedOn: on }),
  sealed: (state, { data }) => drafted(state, { seal: data }),
  dispatched: (_, { on, data }) => ({ dispatched: { ...data, on } }),
  served: (_, { on }) => ({ servedOn: on }),
  serviceFailed: () => ({ dispatched: null }),

  proactiveSuggested: ({ suggestions }) => ({ suggestions: suggestions + 1 }),
  disputeFiled: ({ disputes }, { on, data }) => ({
    disputes: [
      ...disputes,
      {
        id: data.id,
        dispute: data.dispute,
        caseNo: data.caseNo,
        forum: data.forum,
        against: data.against,
        filedOn: on,
        after: data.after,
        standing: data.standing,
        coDefendant: data.coDefendant,
        decided: null,
        decisions: [],
      },
    ],
  }),
  disputeDecided: ({ disputes }, { on, data: { id, ...decision } }) => ({
    disputes: disputes.map((each) =>
      each.id === id
        ? {
            ...each,
            decided: decision.effective ? { on, result: decision.result } : each.decided,
            decisions: [...each.decisions, { ...decision, on }],
          }
        : each,
    ),
  }),
  paperAdded: ({ papers }, { on, actor, data: { paper, hash, purpose } }) => ({
    papers: [...papers, { paper, hash, purpose, addedOn: on, addedBy: actor, decided: null }],
  }),
  paperCleared: (state, { on, actor: by, data: { hash, acknowledged } }) =>
    decided(state, hash, { as: 'cleared', on, by, acknowledged }),
  paperWithheld: (state, { on, actor: by, data: { hash, because, replacedBy } }) =>
    decided(state, hash, { as: 'withheld', on, by, because, replacedBy }),
  letterIssued: ({ letters }, { on, data }) => ({ letters: [...letters, { ...data, issuedOn: on }] }),

  archived: (_, { on, data }) => ({ archivedOn: on, archivedFor: data.retention }),
  annotated: (state, event) => ({
    notes: state.notes + 1,
    mentioned: [
      ...new Set([...stillMentioned(state, event), ...('mentions' in event.data ? event.data.mentions : [])]),
    ],
  }),
}

/** Whoever acts at a case has seen what is said there. */
const stillMentioned = ({ mentioned }: RequestState, { actor }: RecordedEvent): RequestState['mentioned'] =>
  mentioned.includes(actor) ? mentioned.filter((each) => each !== actor) : mentioned

function consulted(state: RequestState, id: string, change: Partial<Consultation>): Partial<RequestState> {
  return {
    consultations: state.consultations.map((each) => (each.id === id ? { ...each, ...change } : each)),
  }
}

function decided({ papers }: RequestState, hash: string, decision: PaperDecision): Partial<RequestState> {
  return {
    papers: papers.map((each) =>
      each.hash === hash && each.purpose === 'enclosure' ? { ...each, decided: decision } : each,
    ),
  }
}

function drafted({ draft }: RequestState, change: Partial<Draft>): Partial<RequestState> {
  return draft === null ? {} : { draft: { ...draft, ...change } }
}
