/**
 * What happens to an organ's own annual report: the stream `report/<year>`. Prose and snapshots lie sealed among the
 * blobs and are named here by their hash; figures, reasons and notes are about the organ's work, never about a person.
 */
import type { EditionId } from '../../../report/form.ts'
import type { ActorId, NewEvent, StoredEvent } from '../../ports.ts'

/** A part of the report that is written: what stands before the first section, and the six sections. */
export const sectionKeys = ['preamble', '1', '2', '3', '4', '5', '6'] as const
export type SectionKey = (typeof sectionKeys)[number]

/** What an organ puts into a cell. Blank and dash are no zeros. */
export type CellValue = number | 'blank' | 'dash'

export interface FigureEntered {
  readonly key: string
  readonly value: CellValue
  /** The paper or system that the figure was taken from; null where none is named. */
  readonly document: string | null
  readonly note: string | null
}

/** Findings of a report by how grave they are, not counting what holds. */
export interface FindingCounts {
  readonly error: number
  readonly warning: number
  readonly note: number
}

/** Why a report was returned. `about`: a cell or a section; null where it is the report as a whole. */
export interface ReturnReason {
  readonly about: string | null
  readonly text: string
}

export interface AnnualEventData {
  figuresEntered: { readonly figures: readonly FigureEntered[]; readonly from: 'typed' | 'list' }
  /** `computed`: what the cases gave when it was corrected. */
  cellCorrected: {
    readonly key: string
    readonly computed: number
    readonly value: number
    readonly reason: string
  }
  correctionLifted: { readonly key: string }
  /**
   * A government reports for itself and all below it: the figures are those of the sum, which had so many reports in it.
   * Cells that somebody's figure is wanting for are not among them.
   */
  sumAdopted: { readonly figures: Readonly<Record<string, number>>; readonly reports: number }
  cellNoted: { readonly key: string; readonly note: string }
  /** `over`: how often the section had been written when this text was begun. `settles`: set aside, now dealt with. */
  sectionWritten: {
    readonly section: SectionKey
    readonly text: string
    readonly over: number
    readonly settles: readonly string[]
  }
  /** Somebody else was quicker; nothing that was typed is lost. */
  sectionSetAside: { readonly section: SectionKey; readonly text: string; readonly over: number }
  reportSubmitted: {
    readonly snapshot: string
    readonly edition: EditionId
    readonly findings: FindingCounts
  }
  reportReturned: { readonly reasons: readonly ReturnReason[] }
  reportAccepted: { readonly note: string | null }
  /** `number`: 1 for the first publication, 2 for its correction … */
  reportPublished: { readonly snapshot: string; readonly number: number }
  revisionBegun: { readonly reason: string }
}

export type AnnualEventKind = keyof AnnualEventData

export type AnnualEvent = {
  [Kind in AnnualEventKind]: NewEvent<Kind, AnnualEventData[Kind]> & { readonly kind: Kind }
}[AnnualEventKind]

export type RecordedAnnualEvent = AnnualEvent &
  Pick<StoredEvent, 'at' | 'version'> & { readonly actor: ActorId }

/** Kinds that change the state of the report; other systems are told of them. */
export const filingEvents = {
  reportSubmitted: '年度报告报送',
  reportReturned: '年度报告退回',
  reportAccepted: '年度报告通过',
  reportPublished: '年度报告公布',
  revisionBegun: '年度报告更正',
} as const satisfies Readonly<Partial<Record<AnnualEventKind, string>>>

/** What every kind of event is called in the history of a report. */
export const annualEventCaptions: Readonly<Record<AnnualEventKind, string>> = {
  figuresEntered: '填报数字',
  cellCorrected: '更改计数',
  correctionLifted: '恢复计数',
  sumAdopted: '采用汇总',
  cellNoted: '注明',
  sectionWritten: '撰写正文',
  sectionSetAside: '留存未采用的正文',
  ...filingEvents,
}
