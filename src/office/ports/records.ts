import type { Day } from '../../law/day.ts'
import type { RecordFacts, RecordKind } from '../documents/records/record.ts'
import type { Page, PageRequest } from './cases.ts'
import type { OrganId } from './events.ts'

/** A row for a record beside the documents: an account, a concern, a call for opinions … */
export interface RecordRow extends RecordFacts {
  readonly organ: OrganId
  readonly id: string
  readonly version: number
}

export interface RecordFilter {
  readonly organs: readonly OrganId[]
  readonly kind: RecordKind
  readonly state?: RecordFacts['state']
  /** What it is about: a document, a call. */
  readonly about?: string
  /** To be answered by that day. */
  readonly dueBy?: Day
}

export interface DisclosureRecords {
  get(organ: OrganId, kind: RecordKind, id: string): Promise<RecordRow | null>
  /** Newest first. */
  list(filter: RecordFilter, page: PageRequest): Promise<Page<RecordRow>>
}
