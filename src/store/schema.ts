import type { ColumnType } from 'kysely'
import type { Day } from '../law/day.ts'
import type { AnnualFiling, CalendarPaper, Grant, Moment } from '../office/ports.ts'
import type { SearchEntryTable } from './search-rows.ts'

/**
 * The tables as Kysely sees them. JSON goes in as text, for the two drivers disagree on what an array parameter
 * is; `Json` says so and reads as the value.
 */
export interface Schema {
  organ: OrganTable
  calendar_paper: CalendarPaperTable
  event_head: EventHeadTable
  event: EventTable
  request_case: RequestCaseTable
  vault: VaultTable
  vault_lookup: VaultLookupTable
  blob: BlobTable
  number_series: NumberSeriesTable
  number_issued: NumberIssuedTable
  outbox: OutboxTable
  setting: SettingTable
  saved_view: SavedViewTable
  idempotency_key: IdempotencyKeyTable
  job_run: JobRunTable
  staff: StaffTable
  staff_grant: StaffGrantTable
  examined_report: ExaminedReportTable
  annual_filing: AnnualFilingTable
  document: DocumentTable
  publication_act: PublicationActTable
  document_link: DocumentLinkTable
  document_visit: DocumentVisitTable
  visits_begun: VisitsBegunTable
  outside_link: OutsideLinkTable
  disclosure_record: KeptRecordTable
  supervision_record: KeptRecordTable
  assessment_record: KeptRecordTable
  search_entry: SearchEntryTable
}

export type Json<T = object> = ColumnType<T, string, string>

export interface SavedViewTable {
  organ: string
  staff: string
  name: string
  id: string
  filter: Json<Readonly<Record<string, unknown>>>
  at: Moment
}

export interface OrganTable {
  id: string
  code: string
  name: string
  kind: string
  level: string
  parent: string | null
  details: Json
}

export interface CalendarPaperTable {
  scope: string
  number: string
  place: number
  paper: Json<CalendarPaper['paper']>
  actor: string
  at: Moment
}

export interface EventHeadTable {
  organ: string
  seq: number
  hash: string
}

export interface EventTable {
  organ: string
  seq: number
  stream: string
  version: number
  kind: string
  on_day: Day
  at: Moment
  actor: string
  data: Json
  hash: string
}

export interface RequestCaseTable {
  organ: string
  id: string
  version: number
  number: string | null
  variant: string
  status: string
  channel: string
  applicant_kind: string
  applicant: string | null
  handler: string | null
  arrived_on: Day
  received_on: Day | null
  /** The day of receipt, or the end of time where there is none: a key to page by is never null. */
  sort_on: Day
  disposition: string | null
  matter: string | null
  answered_on: Day | null
  closed_on: Day | null
  more: Json
  due: Day | null
  /** The due day while the case is open: one column to count by, where two conditions mislead the planner. */
  open_due: Day | null
  firm: boolean
  /** Working days that the answer took. */
  took: number | null
  calendar_version: string
}

export interface Sealed {
  key_id: string | null
  sealed: Uint8Array | null
}

export interface VaultTable extends Sealed {
  organ: string
  id: string
  kind: string
  at: Moment
  erased_at: Moment | null
}

export interface VaultLookupTable {
  organ: string
  kind: string
  name: string
  mac: string
  id: string
}

export interface BlobTable extends Sealed {
  organ: string
  hash: string
  size: number
  type: string
  at: Moment
  erased_at: Moment | null
}

export interface NumberSeriesTable {
  organ: string
  kind: string
  year: number
  last: number
}

export interface NumberIssuedTable {
  organ: string
  kind: string
  year: number
  number: number
  stream: string
  at: Moment
  voided_at: Moment | null
  void_reason: string | null
}

export interface OutboxTable extends Sealed {
  organ: string
  id: string
  topic: string
  not_before: Moment
  /** When it may be claimed: not before its time, nor while a sender has it. */
  ready_at: Moment
  attempts: number
  at: Moment
  sent_at: Moment | null
  given_up: boolean
  last_error: string | null
}

export interface SettingTable {
  organ: string
  key: string
  value: Json<unknown>
  actor: string
  at: Moment
}

export interface IdempotencyKeyTable {
  organ: string
  key: string
  fingerprint: string
  answer: Json<unknown> | null
  at: Moment
}

export interface StaffTable {
  organ: string
  id: string
  account: string
  suspended: boolean
  key_id: string
  /** Name, address and telephone number. */
  sealed: Uint8Array
}

export interface StaffGrantTable {
  organ: string
  staff: string
  role: Grant['role']
}

export interface AnnualFilingTable {
  organ: string
  year: number
  version: number
  status: string
  submitted_on: Day | null
  accepted_on: Day | null
  published_on: Day | null
  snapshot: string | null
  findings: Json<AnnualFiling['findings']> | null
  publications: Json<AnnualFiling['publications']>
}

export interface JobRunTable {
  organ: string
  job: string
  day: Day
  claimed_until: Moment
  attempts: number
  done_at: Moment | null
  last_error: string | null
}

export interface ExaminedReportTable {
  organ: string
  id: string
  version: number
  state: string
  year: number | null
  printed_organ: string | null
  matched_organ: string | null
  matched_name: string | null
  confirmed: boolean
  edition: string | null
  cells_read: number
  cells_total: number
  errors: number
  warnings: number
  notes: number
  corrections: number
  readings: number
  hash: string
  kept_at: Moment
  kept_by: string
}

export interface DocumentTable {
  organ: string
  id: string
  version: number
  stage: string
  shown: string | null
  class: string
  attribute: string | null
  index_no: string | null
  doc_no: string | null
  title: string
  item: string
  local_matter: string | null
  field: string | null
  theme: string | null
  genre: string | null
  audiences: string[]
  made_on: Day | null
  effective_on: Day | null
  expires_on: Day | null
  ended_on: Day | null
  ended_as: string | null
  published_on: Day | null
  /** The day of publication, or the end of time where there is none. */
  sort_on: Day
  review_on: Day | null
  old_address: string | null
  facts: Json
}

export interface PublicationActTable {
  organ: string
  document: string
  /** 0, 1, 2 … within the document. */
  place: number
  class: string
  channel: string
  account: string | null
  on_day: Day
}

export interface DocumentLinkTable {
  organ: string
  document: string
  relation: string
  target: string
}

/** How often a document was opened in a month. */
export interface DocumentVisitTable {
  organ: string
  document: string
  /** Its first day. */
  month: Day
  count: number
}

/** A link of public texts that leads elsewhere, as it was found. */
export interface OutsideLinkTable {
  organ: string
  /** MD5 of the address. */
  hash: string
  address: string
  checked_on: Day | null
  good_on: Day | null
  failures: number
}

/** Since when an organ's documents are counted. */
export interface VisitsBegunTable {
  organ: string
  on_day: Day
}

/** Records of a short life, beside the documents or of supervision. */
export interface KeptRecordTable {
  organ: string
  kind: string
  id: string
  version: number
  state: string
  about: string | null
  opened_on: Day
  due: Day | null
  facts: Json
}
