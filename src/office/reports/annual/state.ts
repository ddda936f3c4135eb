/** An organ's annual report for a year, as its events have it. */
import type { Day } from '../../../law/day.ts'
import type { EditionId } from '../../../report/form.ts'
import type { ActorId, AnnualFiling, Moment, OrganId, StoredEvent } from '../../ports.ts'
import type { FigureEntered, FindingCounts, RecordedAnnualEvent, ReturnReason, SectionKey } from './events.ts'

export const annualStatuses = {
  writing: '编制中',
  submitted: '已报送',
  returned: '已退回',
  accepted: '已通过',
  published: '已公布',
  revising: '更正中',
} as const

export type AnnualStatus = keyof typeof annualStatuses

/** Who did something, and when. */
export interface Done {
  readonly by: ActorId
  readonly on: Day
  readonly at: Moment
}

export type Figure = FigureEntered & Done & { readonly from: 'typed' | 'list' }
export type Correction = { readonly computed: number; readonly value: number; readonly reason: string } & Done
export type CellNote = { readonly note: string } & Done

/** `text`: hash of the blob. `version`: how often the section was written. */
export type WrittenSection = { readonly text: string; readonly version: number } & Done
export type AsideText = { readonly text: string; readonly over: number } & Done

export type Submission = {
  readonly snapshot: string
  readonly edition: EditionId
  readonly findings: FindingCounts
} & Done

/** A publication. `reason`: why it took the place of the one before; null for the first. */
export type Publication = {
  readonly number: number
  readonly snapshot: string
  readonly reason: string | null
} & Done

/** `entered`: what was entered since for cells that the sum wants a part of; the organ's own figures are no totals. */
export type Sum = {
  readonly figures: Readonly<Record<string, number>>
  readonly reports: number
  readonly entered: Readonly<Record<string, Figure>>
} & Done

export interface AnnualState {
  /** Events folded: the version of the stream. */
  readonly version: number
  readonly status: AnnualStatus
  readonly figures: Readonly<Record<string, Figure>>
  readonly corrections: Readonly<Record<string, Correction>>
  /** The sum over the organs below that the report is made of; null where it is made of the organ's own cases. */
  readonly sum: Sum | null
  readonly notes: Readonly<Record<string, CellNote>>
  readonly sections: Readonly<Partial<Record<SectionKey, WrittenSection>>>
  readonly asides: Readonly<Partial<Record<SectionKey, readonly AsideText[]>>>
  /** The last submission, whatever became of it. */
  readonly submission: Submission | null
  readonly returned: ({ readonly reasons: readonly ReturnReason[] } & Done) | null
  readonly accepted: ({ readonly note: string | null } & Done) | null
  readonly publications: readonly Publication[]
  readonly revision: ({ readonly reason: string } & Done) | null
}

export const emptyAnnual: AnnualState = {
  version: 0,
  status: 'writing',
  figures: {},
  corrections: {},
  sum: null,
  notes: {},
  sections: {},
  asides: {},
  submission: null,
  returned: null,
  accepted: null,
  publications: [],
  revision: null,
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

function after(state: AnnualState, event: RecordedAnnualEvent): AnnualState {
  const done: Done = { by: event.actor, on: event.on, at: event.at }
  switch (event.kind) {
    case 'figuresEntered': {
      const { figures, from } = event.data
      const entered = figures.map((figure) => [figure.key, { ...figure, from, ...done }] as const)
      const { sum } = state
      if (sum !== null)
        return { ...state, sum: { ...sum, entered: { ...sum.entered, ...Object.fromEntries(entered) } } }
      return { ...state, figures: { ...state.figures, ...Object.fromEntries(entered) } }
    }
    case 'cellCorrected': {
      const { key, ...correction } = event.data
      return { ...state, corrections: { ...state.corrections, [key]: { ...correction, ...done } } }
    }
    case 'correctionLifted':
      return { ...state, corrections: without(state.corrections, event.data.key) }
    case 'sumAdopted':
      return {
        ...state,
        sum: event.data.reports === 0 ? null : { ...event.data, entered: state.sum?.entered ?? {}, ...done },
      }
    case 'cellNoted':
      return {
        ...state,
        notes:
          event.data.note === ''
            ? without(state.notes, event.data.key)
            : { ...state.notes, [event.data.key]: { note: event.data.note, ...done } },
      }
    case 'sectionWritten': {
      const { section, text, settles } = event.data
      const version = (state.sections[section]?.version ?? 0) + 1
      const left = (state.asides[section] ?? []).filter((aside) => !settles.includes(aside.text))
      return {
        ...state,
        sections: { ...state.sections, [section]: { text, version, ...done } },
        asides: { ...state.asides, [section]: left },
      }
    }
    case 'sectionSetAside': {
      const { section, text, over } = event.data
      const kept = [...(state.asides[section] ?? []).filter((aside) => aside.text !== text)]
      return { ...state, asides: { ...state.asides, [section]: [...kept, { text, over, ...done }] } }
    }
    case 'reportSubmitted':
      return { ...state, status: 'submitted', submission: { ...event.data, ...done }, accepted: null }
    case 'reportReturned':
      return { ...state, status: 'returned', returned: { ...event.data, ...done }, accepted: null }
    case 'reportAccepted':
      return { ...state, status: 'accepted', accepted: { ...event.data, ...done }, returned: null }
    case 'reportPublished': {
      const reason = state.revision?.reason ?? null
      const publication = { ...event.data, reason, ...done }
      return {
        ...state,
        status: 'published',
        publications: [...state.publications, publication],
        returned: null,
        revision: null,
      }
    }
    case 'revisionBegun':
      return { ...state, status: 'revising', revision: { ...event.data, ...done }, accepted: null }
  }
}

/** The report after its events. */
export const foldAnnual = (events: readonly StoredEvent[], from: AnnualState = emptyAnnual): AnnualState =>
  (events as readonly RecordedAnnualEvent[]).reduce(
    (state, event) => ({ ...after(state, event), version: state.version + 1 }),
    from,
  )

/** The row of the report among those of all organs. */
export function filingOf(organ: OrganId, year: number, state: AnnualState): AnnualFiling {
  const { version, status, submission, accepted, publications } = state
  return {
    organ,
    year,
    version,
    status,
    submittedOn: submission?.on ?? null,
    acceptedOn: accepted?.on ?? null,
    publishedOn: publications.at(-1)?.on ?? null,
    snapshot: submission?.snapshot ?? null,
    findings: submission?.findings ?? null,
    publications: publications.map(({ number, snapshot, on, reason }) => ({
      number,
      snapshot,
      publishedOn: on,
      reason,
    })),
  }
}
