import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Kysely, sql } from 'kysely'
import type { BackupHeader, BackupTrailer } from './backup.ts'
import { appliedMigrations } from './migrate.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'
import { tablesInOrder } from './tables.ts'
import { type Verification, verify } from './verify.ts'

export interface Restored {
  readonly rows: Readonly<Record<string, number>>
  /** By organ, of the database as it was read in. */
  readonly verified: Readonly<Record<string, Verification>>
}

export interface NotRestored {
  readonly failure: 'notEmpty' | 'otherSchema' | 'damaged'
  readonly message: string
}

/** Ends the transaction with nothing kept. */
class Refused extends Error {
  readonly refusal: NotRestored

  constructor(failure: NotRestored['failure'], message: string) {
    super(message)
    this.refusal = { failure, message }
  }
}

/** Reads a backup into an empty database of the same schema, all or nothing, and verifies every organ. */
export async function restore(store: Store, path: string): Promise<Restored | NotRestored> {
  try {
    const rows = await store.database.transaction().execute((db) => readIn(db, path))
    const verified: Record<string, Verification> = {}
    for (const { id } of await store.organs.all()) verified[id] = await verify(store, id)
    return { rows, verified }
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

async function readIn(db: Kysely<Schema>, path: string): Promise<BackupTrailer['rows']> {
  await assertEmpty(db)
  await sql`set constraints all deferred`.execute(db)
  const known = new Set((await tablesInOrder(db)).map(({ name }) => name))
  const reading = new Reading(db, known)
  const hash = createHash('sha256')
  let held: string | null = null
  // A line is dealt with once another follows: the last is the trailer, and not part of what it hashes.
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: 0 })) {
    if (held !== null) {
      hash.update(`${held}\n`, 'utf8')
      await reading.take(held)
    }
    held = line
  }
  await reading.finish()
  const trailer = parse(held ?? '') as Partial<BackupTrailer>
  if (trailer.sha256 !== hash.digest('hex')) throw damaged()
  return reading.counts
}

async function assertEmpty(db: Kysely<Schema>): Promise<void> {
  const organ = await db.selectFrom('organ').select('id').limit(1).executeTakeFirst()
  if (organ !== undefined) throw new Refused('notEmpty', '目标数据库不是空的，请恢复到新建的数据库。')
}

class Reading {
  readonly counts: Record<string, number> = {}
  readonly #db: Kysely<Schema>
  readonly #known: ReadonlySet<string>
  #begun = false
  #table = ''
  #rows: string[] = []
  #size = 0

  constructor(db: Kysely<Schema>, known: ReadonlySet<string>) {
    this.#db = db
    this.#known = known
  }

  async take(line: string): Promise<void> {
    if (!this.#begun) return this.#begin(line)
    const { table } = parse(line) as { table?: unknown }
    if (typeof table !== 'string' || !this.#known.has(table)) throw damaged()
    if (table !== this.#table || this.#rows.length >= 500 || this.#size > 4_000_000) await this.finish()
    this.#table = table
    this.#rows.push(line)
    this.#size += line.length
    this.counts[table] = (this.counts[table] ?? 0) + 1
  }

  async finish(): Promise<void> {
    if (this.#rows.length === 0) return
    const lines = `[${this.#rows.join(',')}]`
    await sql`
      insert into ${sql.table(this.#table)} overriding system value
      select r.* from json_array_elements(${lines}::json) as line (value)
      cross join lateral json_populate_record(null::${sql.table(this.#table)}, line.value -> 'row') as r`.execute(
      this.#db,
    )
    this.#rows = []
    this.#size = 0
  }

  async #begin(line: string): Promise<void> {
    const { format, version, migrations } = parse(line) as Partial<BackupHeader>
    if (format !== 'gongkai-backup' || version !== 1) throw damaged()
    const own = await appliedMigrations(this.#db)
    if (JSON.stringify(migrations) !== JSON.stringify(own))
      throw new Refused('otherSchema', '备份出自另一版本的数据库结构，请用当时的版本恢复后再升级。')
    this.#begun = true
  }
}

function parse(line: string): object {
  try {
    return JSON.parse(line) as object
  } catch {
    throw damaged()
  }
}

function damaged(): Refused {
  return new Refused('damaged', '备份文件不完整或被改动，未恢复任何数据，请换用另一份备份。')
}
