import type { Day } from '../../law/day.ts'
import type { RecordFacts, RecordKind } from '../documents/records/record.ts'
import type { AssessmentFacts } from '../supervision/assessment/record.ts'
import type { SupervisionFacts } from '../supervision/record.ts'
import type { Page, PageRequest } from './cases.ts'
import type { OrganId } from './events.ts'

/** What every record of a short life has: opened, carried on, closed. */
export interface KeptFacts {
  readonly kind: string
  readonly state: string
  /** What it is about: a document, a call, an organ. */
  readonly about: string | null
  readonly openedOn: Day
  readonly due: Day | null
}

/** The row of a record: its facts and where they are from. */
export type KeptRecordRow<Facts extends KeptFacts> = Facts & {
  readonly organ: OrganId
  readonly id: string
  readonly version: number
}

export interface KeptRecordFilter<Facts extends KeptFacts> {
  /** In whose logs they stand. */
  readonly organs: readonly OrganId[]
  readonly kind: Facts['kind']
  readonly state?: Facts['state']
  /** About one of these. */
  readonly about?: string | readonly string[]
  /** To be answered by that day. */
  readonly dueBy?: Day
}

export interface KeptRecords<Facts extends KeptFacts> {
  get(organ: OrganId, kind: Facts['kind'], id: string): Promise<KeptRecordRow<Facts> | null>
  /** Newest first. */
  list(filter: KeptRecordFilter<Facts>, page: PageRequest): Promise<Page<KeptRecordRow<Facts>>>
}

/** A row for a record beside the documents: an account, a concern, a call for opinions … */
export interface RecordRow extends RecordFacts {
  readonly organ: OrganId
  readonly id: string
  readonly version: number
}

export interface RecordFilter extends KeptRecordFilter<RecordFacts> {
  readonly kind: RecordKind
}

export type DisclosureRecords = KeptRecords<RecordFacts>

/** A row for a task, a finding, a training …, in the log of the organ that supervises. */
export type SupervisionRow = KeptRecordRow<SupervisionFacts>
export type SupervisionFilter = KeptRecordFilter<SupervisionFacts>
export type SupervisionRecords = KeptRecords<SupervisionFacts>

/** A row for a system of indicators, a round of assessment, a sheet, a questionnaire, or evidence. */
export type AssessmentRow = KeptRecordRow<AssessmentFacts>
export type AssessmentRecords = KeptRecords<AssessmentFacts>
