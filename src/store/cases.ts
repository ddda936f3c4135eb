import type { Kysely, Selectable } from 'kysely'
import type { CaseDue, CaseId, CaseRow, Cases, OrganId, ProjectCase, StoredEvent } from '../office/ports.ts'
import { requestOf } from '../office/streams.ts'
import { factsOf, fromRow, noDue, toRow } from './case-rows.ts'
import type { RequestCaseTable, Schema } from './schema.ts'

/**
 * The cases of one organ within one transaction. Rows are changed in memory and written once, when the unit ends
 * or a query needs them: a command that records three events and a due day costs one write.
 */
export class CaseTable implements Cases {
  readonly #db: Kysely<Schema>
  readonly #organ: OrganId
  readonly #project: ProjectCase
  readonly #known = new Map<CaseId, CaseRow>()
  /** Rows that events were appended to; the head is locked, so nobody else has changed them meanwhile. */
  readonly #changed = new Set<CaseId>()
  /** Rows of which only the due day was set; others may have appended to them meanwhile. */
  readonly #dated = new Set<CaseId>()

  constructor(db: Kysely<Schema>, organ: OrganId, project: ProjectCase) {
    this.#db = db
    this.#organ = organ
    this.#project = project
  }

  /** Brings the row of the stream, which was `stored` in the database, up to date with the events behind `version`. */
  appended(
    stream: string,
    version: number,
    events: readonly StoredEvent[],
    stored: Selectable<RequestCaseTable> | null,
  ): void {
    const id = requestOf(stream)
    if (id === null) return
    const before = this.#rowAt(id, version, stored)
    const facts = events.reduce(this.#project, before && factsOf(before))
    if (facts === null) return
    const { due, firm, took, calendarVersion } = before ?? noDue
    this.#changed.add(id)
    this.#known.set(id, {
      ...facts,
      organ: this.#organ,
      id,
      version: version + events.length,
      due,
      firm,
      took,
      calendarVersion,
    })
  }

  async get(id: CaseId): Promise<CaseRow | null> {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const row = await this.#select(id)
    if (row !== null) this.#known.set(id, row)
    return row
  }

  async byNumber(number: string): Promise<CaseRow | null> {
    await this.flush()
    const row = await this.#db
      .selectFrom('request_case')
      .selectAll()
      .where('organ', '=', this.#organ)
      .where('number', '=', number)
      .executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  }

  async setDue(id: CaseId, due: CaseDue): Promise<void> {
    const row = await this.get(id)
    if (row === null) throw new Error(`There is no case ${id}`)
    this.#known.set(id, { ...row, ...due })
    this.#dated.add(id)
  }

  async withOtherCalendar(version: string, limit: number): Promise<readonly CaseRow[]> {
    await this.flush()
    const rows = await this.#db
      .selectFrom('request_case')
      .selectAll()
      .where('organ', '=', this.#organ)
      .where('closed_on', 'is', null)
      .where('calendar_version', '<>', version)
      .orderBy('id')
      .limit(limit)
      .execute()
    const found = rows.map(fromRow)
    for (const row of found) this.#known.set(row.id, row)
    return found
  }

  async flush(): Promise<void> {
    for (const id of this.#dated) if (!this.#changed.has(id)) await this.#writeDue(this.#known.get(id)!)
    this.#dated.clear()
    if (this.#changed.size === 0) return
    const rows = [...this.#changed].map((id) => {
      const row = this.#known.get(id)!
      return toRow(this.#organ, id, row.version, row, row)
    })
    this.#changed.clear()
    await this.#db
      .insertInto('request_case')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['organ', 'id']).doUpdateSet((set) => {
          const excluded = columns.map((column) => [column, set.ref(`excluded.${column}`)] as const)
          return Object.fromEntries(excluded)
        }),
      )
      .execute()
  }

  /** Not where events came in after the row was read: whoever appended them derived the due day from them. */
  async #writeDue(row: CaseRow): Promise<void> {
    const { due, open_due, firm, took, calendar_version } = toRow(this.#organ, row.id, row.version, row, row)
    await this.#db
      .updateTable('request_case')
      .set({ due: due ?? null, open_due: open_due ?? null, firm, took: took ?? null, calendar_version })
      .where('organ', '=', this.#organ)
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .execute()
  }

  /** What this unit has changed already goes before what is in the database. */
  #rowAt(id: CaseId, version: number, stored: Selectable<RequestCaseTable> | null): CaseRow | null {
    const row = this.#changed.has(id) ? this.#known.get(id)! : stored && fromRow(stored)
    // Events of which none makes a case leave no row.
    if (row !== null && row.version !== version)
      throw new Error(`案件 ${id} 的列表数据与登记日志不一致，请运行 gongkai rebuild 后重试。`)
    return row
  }

  async #select(id: CaseId): Promise<CaseRow | null> {
    const row = await this.#db
      .selectFrom('request_case')
      .selectAll()
      .where('organ', '=', this.#organ)
      .where('id', '=', id)
      .executeTakeFirst()
    return row === undefined ? null : fromRow(row)
  }
}

/** Every column but the key. */
const columns: readonly (keyof RequestCaseTable)[] = [
  'version',
  'number',
  'variant',
  'status',
  'channel',
  'applicant_kind',
  'applicant',
  'handler',
  'arrived_on',
  'received_on',
  'sort_on',
  'disposition',
  'matter',
  'answered_on',
  'closed_on',
  'more',
  'due',
  'open_due',
  'firm',
  'took',
  'calendar_version',
]
