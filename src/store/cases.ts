import type { Kysely } from 'kysely'
import type { CaseDue, CaseId, CaseRow, Cases, OrganId, ProjectCase, StoredEvent } from '../office/ports.ts'
import { caseOf, factsOf, fromRow, noDue, toRow } from './case-rows.ts'
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
  readonly #changed = new Set<CaseId>()

  constructor(db: Kysely<Schema>, organ: OrganId, project: ProjectCase) {
    this.#db = db
    this.#organ = organ
    this.#project = project
  }

  /** Brings the row of the stream up to date with the events appended behind `version`. */
  async appended(stream: string, version: number, events: readonly StoredEvent[]): Promise<void> {
    const id = caseOf(stream)
    if (id === null) return
    const before = version === 0 ? null : await this.#rowAt(id, version)
    const facts = events.reduce(this.#project, before && factsOf(before))
    if (facts === null) return
    const { due, firm, calendarVersion } = before ?? noDue
    this.#change({
      ...facts,
      organ: this.#organ,
      id,
      version: version + events.length,
      due,
      firm,
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
    this.#change({ ...row, ...due })
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
    return rows.map(fromRow)
  }

  async flush(): Promise<void> {
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

  /** A row read before the head was locked is good if it stands at the version that the append was checked for. */
  async #rowAt(id: CaseId, version: number): Promise<CaseRow | null> {
    const known = this.#known.get(id)
    const row = known?.version === version ? known : await this.#select(id)
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

  #change(row: CaseRow): void {
    this.#known.set(row.id, row)
    this.#changed.add(row.id)
  }
}

/** Every column but the key. */
const columns: readonly (keyof RequestCaseTable)[] = [
  'version',
  'number',
  'status',
  'channel',
  'applicant_kind',
  'applicant',
  'handler',
  'arrived_on',
  'received_on',
  'sort_on',
  'disposition',
  'answered_on',
  'closed_on',
  'more',
  'due',
  'firm',
  'calendar_version',
]
