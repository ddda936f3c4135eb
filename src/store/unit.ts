import type { Kysely } from 'kysely'
import type { RecordFacts } from '../office/documents/records/record.ts'
import type { OrganId, ProjectCase, Unit } from '../office/ports.ts'
import type { AssessmentFacts } from '../office/supervision/assessment/record.ts'
import type { SupervisionFacts } from '../office/supervision/record.ts'
import { SealedBlobs } from './blobs.ts'
import { CaseBoard } from './board.ts'
import { CaseTable } from './cases.ts'
import type { DigestName } from './chain.ts'
import { DocumentProjection } from './document-table.ts'
import { DocumentQueries } from './documents.ts'
import { EventLog } from './events.ts'
import { ExaminedList } from './examined.ts'
import { ExaminedWriter } from './examined-writer.ts'
import { AnnualFilingTable } from './filings.ts'
import type { KeyRing } from './key-ring.ts'
import { IssuedNumbers } from './numbers.ts'
import { OrganTree, PublishedPapers } from './organs.ts'
import { SealedOutbox } from './outbox.ts'
import {
  assessmentRecords,
  disclosureRecords,
  RecordProjection,
  RecordQueries,
  supervisionRecords,
} from './records.ts'
import type { Schema } from './schema.ts'
import { SearchIndex } from './search-index.ts'
import { IdempotencyKeys, OrganSettings } from './settings.ts'
import { OrganStaff } from './staff.ts'
import { SealedVault } from './vault.ts'
import { OrganViews } from './views.ts'

export interface UnitParts {
  readonly ring: KeyRing
  readonly digest: DigestName
  readonly project: ProjectCase
}

/** A unit of work, and what the store does when the work is done. */
export interface OpenUnit extends Unit {
  /** Whether nothing of it may be kept. */
  readonly abandoned: boolean
  /** Writes what is still in memory. */
  finish(): Promise<void>
}

/** The ports of one organ, all on the one transaction `db`. */
export function openUnit(db: Kysely<Schema>, organ: OrganId, parts: UnitParts): OpenUnit {
  const { ring, digest, project } = parts
  let abandoned = false
  const abandon = () => {
    abandoned = true
  }
  const cases = new CaseTable(db, organ, project)
  const examined = new ExaminedWriter(db, organ)
  const filings = new AnnualFilingTable(() => db, ring)
  const blobs = new SealedBlobs(db, organ, ring)
  const search = new SearchIndex(db, organ, () => documents.flush())
  const events = new EventLog({
    db,
    organ,
    digest,
    appended: async (stream, version, appended, before) => {
      cases.appended(stream, version, appended, before)
      examined.appended(stream)
      documents.appended(stream)
      records.appended(stream)
      supervision.appended(stream)
      assessments.appended(stream)
      await filings.appended(organ, stream)
    },
    conflicted: abandon,
  })
  const load = (stream: string) => events.load(stream)
  const records: RecordProjection<RecordFacts> = new RecordProjection(disclosureRecords, db, organ, load)
  const assessments: RecordProjection<AssessmentFacts> = new RecordProjection(
    assessmentRecords,
    db,
    organ,
    load,
  )
  const supervision: RecordProjection<SupervisionFacts> = new RecordProjection(
    supervisionRecords,
    db,
    organ,
    load,
  )
  const documents: DocumentProjection = new DocumentProjection(db, organ, load, search, blobs)
  return {
    organ,
    events,
    cases,
    vault: new SealedVault(db, organ, ring),
    blobs,
    numbers: new IssuedNumbers(db, organ, () => events.lockHead()),
    outbox: new SealedOutbox(db, organ, ring),
    settings: new OrganSettings(db, organ),
    keys: new IdempotencyKeys(db, organ),
    views: new OrganViews(db, organ),
    staff: new OrganStaff(db, organ, ring),
    filings,
    search,
    records: new RecordQueries(
      disclosureRecords,
      () => db,
      () => records.flush(),
    ),
    supervision: new RecordQueries(
      supervisionRecords,
      () => db,
      () => supervision.flush(),
    ),
    assessments: new RecordQueries(
      assessmentRecords,
      () => db,
      () => assessments.flush(),
    ),
    documents: new DocumentQueries(
      () => db,
      () => documents.flush(),
    ),
    board: new CaseBoard(
      () => db,
      () => cases.flush(),
    ),
    organs: new OrganTree(() => db),
    calendar: new PublishedPapers(() => db),
    examined: new ExaminedList(
      () => db,
      () => examined.flush(),
    ),
    async within(other, work) {
      if (other === organ) throw new Error('A unit within a unit is of another organ')
      const inner = openUnit(db, other, parts)
      const value = await work(inner)
      if (inner.abandoned) abandon()
      else await inner.finish()
      return value
    },
    abandon,
    get abandoned() {
      return abandoned
    },
    async finish() {
      await cases.flush()
      await examined.flush()
      await documents.flush()
      await records.flush()
      await supervision.flush()
      await assessments.flush()
    },
  }
}
