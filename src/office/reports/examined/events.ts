/**
 * What became of a report that others published and that was put in here, in the stream of its id. The bytes, the
 * file's name and what was read lie sealed; the log has digests, ids and counts.
 */
import type { EditionId } from '../../../report/form.ts'
import type { Severity } from '../../../report/report.ts'
import type { NewEvent, OrganId } from '../../ports.ts'

/** A reading as the log knows it. `reading`, `source`: digests of the sealed contents. */
export interface ReadingRecord {
  readonly reading: string
  readonly source: string
  readonly organName: string | null
  readonly year: number | null
  readonly edition: EditionId | 'pre2019' | null
  readonly cellsRead: number
  readonly cellsTotal: number
  readonly findings: Readonly<Record<Severity, number>>
}

/** What a person reads in a cell: a figure, nothing, or a dash. */
export type CorrectedCell = number | 'blank' | 'dash'

export interface SourceEventData {
  sourceKept: { readonly hash: string; readonly size: number }
  /** `organ`: whose report it seems to be, where the name or the code leaves no doubt. */
  reportRead: ReadingRecord & { readonly reader: string; readonly organ: OrganId | null }
  /** The reader's refusal: it never quotes the source. */
  reportUnread: { readonly reader: string; readonly code: string; readonly message: string }
  readingAsked: Record<string, never>
  /** `base`: number of the reading it was made upon. */
  readingCorrected: ReadingRecord & {
    readonly base: number
    readonly cells: Readonly<Record<string, CorrectedCell>>
    readonly reason: string
  }
  /**
   * `organ` null: none of this house, known by its name alone. `examined`: the reading that counts, with what the rules
   * find now that kind of organ and last year's report are known; null where there is no reading yet.
   */
  reportMatched: {
    readonly organ: OrganId | null
    readonly organName: string
    readonly year: number
    readonly examined: Pick<ReadingRecord, 'reading' | 'findings'> | null
  }
  /** The reading that counts was looked at again, since last year's report is another one now. */
  reportExamined: { readonly examined: Pick<ReadingRecord, 'reading' | 'findings'> }
  sourceWithdrawn: { readonly reason: string }
}

export type SourceEventKind = keyof SourceEventData

export type SourceEvent<Kind extends SourceEventKind = SourceEventKind> = {
  readonly [K in Kind]: NewEvent<K, SourceEventData[K]>
}[Kind]
