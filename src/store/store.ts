import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import type { RecordFacts } from '../office/documents/records/record.ts'
import type { Office, OrganId, Unit } from '../office/ports.ts'
import type { AssessmentFacts } from '../office/supervision/assessment/record.ts'
import type { SupervisionFacts } from '../office/supervision/record.ts'
import { SealedBlobs } from './blobs.ts'
import { CaseBoard } from './board.ts'
import { DocumentQueries } from './documents.ts'
import { OrganLogs } from './events.ts'
import { ExaminedList } from './examined.ts'
import { AnnualFilingTable } from './filings.ts'
import { LinkTable } from './links.ts'
import { OrganTree, PublishedPapers } from './organs.ts'
import { OutboxDispatch, SealedOutbox } from './outbox.ts'
import { assessmentRecords, disclosureRecords, RecordQueries, supervisionRecords } from './records.ts'
import type { Schema } from './schema.ts'
import { SearchQueries } from './search.ts'
import { OrganStaff, StaffRoll } from './staff.ts'
import { openUnit, type UnitParts } from './unit.ts'
import { SealedVault } from './vault.ts'
import { DocumentVisits } from './visits.ts'

/** Deadlock and serialisation failure: the database asks for the work to be run again. */
const worthAnotherTry = new Set(['40001', '40P01'])
const tries = 5

/** Carries the value of an abandoned unit through Kysely's transaction, which rolls back on an exception alone. */
class Abandoned extends Error {
  readonly value: unknown

  constructor(value: unknown) {
    super('The unit of work was abandoned')
    this.value = value
  }
}

/** The office's ports on a database. */
export class Store implements Office {
  readonly board: CaseBoard
  readonly dispatch: OutboxDispatch
  readonly organs: OrganTree
  readonly calendar: PublishedPapers
  readonly staff: StaffRoll
  readonly search: SearchQueries
  readonly examined: ExaminedList
  readonly filings: AnnualFilingTable
  readonly documents: DocumentQueries
  readonly records: RecordQueries<RecordFacts>
  readonly supervision: RecordQueries<SupervisionFacts>
  readonly assessments: RecordQueries<AssessmentFacts>
  readonly logs: OrganLogs
  readonly visits: DocumentVisits
  readonly links: LinkTable
  readonly parts: UnitParts
  readonly #db: Kysely<Schema>
  readonly #inside = new AsyncLocalStorage<true>()
  readonly #closed: () => void

  /** `closed` is called once the database is closed. */
  constructor(db: Kysely<Schema>, parts: UnitParts, closed: () => void) {
    this.#db = db
    this.parts = parts
    this.#closed = closed
    const outside = () => this.database
    this.board = new CaseBoard(outside)
    this.dispatch = new OutboxDispatch(outside, parts.ring)
    this.organs = new OrganTree(outside)
    this.calendar = new PublishedPapers(outside)
    this.staff = new StaffRoll(outside, parts.ring)
    this.search = new SearchQueries(outside)
    this.examined = new ExaminedList(outside)
    this.filings = new AnnualFilingTable(outside, parts.ring)
    this.documents = new DocumentQueries(outside)
    this.records = new RecordQueries(disclosureRecords, outside)
    this.supervision = new RecordQueries(supervisionRecords, outside)
    this.assessments = new RecordQueries(assessmentRecords, outside)
    this.logs = new OrganLogs(outside)
    this.visits = new DocumentVisits(outside)
    this.links = new LinkTable(outside)
  }

  /**
   * The database itself, for what has tables of its own. Refused within a unit of work: there it would wait for a
   * connection that the unit holds, on the embedded database for ever.
   */
  get database(): Kysely<Schema> {
    if (this.#inside.getStore())
      throw new Error('A unit of work may use nothing of the store but the unit itself')
    return this.#db
  }

  async inTransaction<T>(organ: OrganId, work: (unit: Unit) => Promise<T>): Promise<T> {
    const db = this.database
    for (let attempt = 1; ; attempt++) {
      try {
        return await db
          .transaction()
          .setIsolationLevel('read committed')
          .execute((tx) => this.#inside.run(true, () => this.#run(tx, organ, work)))
      } catch (error) {
        if (error instanceof Abandoned) return error.value as T
        if (attempt === tries || !worthAnotherTry.has((error as { code?: string }).code ?? '')) throw error
      }
    }
  }

  /**
   * Seals with the current key what older ones still seal: entries of the vault, attachments, messages waiting or given
   * up, staff. A step of at most `limit` of each; how many it sealed anew, so that 0 says that nothing is left.
   */
  async reseal(organ: OrganId, limit: number): Promise<number> {
    const { ring } = this.parts
    return this.database.transaction().execute(async (tx) => {
      let count = 0
      for (const Sealed of [SealedVault, SealedBlobs, SealedOutbox, OrganStaff])
        count += await new Sealed(tx, organ, ring).reseal(limit)
      return count
    })
  }

  async close(): Promise<void> {
    await this.#db.destroy()
    this.#closed()
  }

  async #run<T>(tx: Kysely<Schema>, organ: OrganId, work: (unit: Unit) => Promise<T>): Promise<T> {
    const unit = openUnit(tx, organ, this.parts)
    const value = await work(unit)
    if (unit.abandoned) throw new Abandoned(value)
    await unit.finish()
    return value
  }
}
