import { createHash } from 'node:crypto'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import { appliedMigrations } from './migrate.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'
import { type Table, tablesInOrder } from './tables.ts'

export interface BackupHeader {
  readonly format: 'gongkai-backup'
  readonly version: 1
  /** The schema it was taken from. */
  readonly migrations: readonly string[]
}

export interface BackupTrailer {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>
  /** SHA-256 over all lines before, line ends included. */
  readonly sha256: string
}

/**
 * Writes the whole database into one file of JSON lines: a header, a line for each row, a trailer with the counts
 * and a hash. It is one moment of the database, can be read in on either kind of database, and holds personal data
 * only as it is sealed: the keys are not in it. The file appears under its name once it is whole.
 */
export async function backup(store: Store, path: string): Promise<BackupTrailer> {
  const partial = `${path}.partial`
  const file = await open(partial, 'w', 0o600)
  try {
    const trailer = await store.database
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((db) => dump(db, file))
    await file.sync()
    await rename(partial, path)
    return trailer
  } finally {
    await file.close()
  }
}

async function dump(db: Kysely<Schema>, file: FileHandle): Promise<BackupTrailer> {
  const hash = createHash('sha256')
  const write = async (lines: string) => {
    hash.update(lines, 'utf8')
    await file.write(lines)
  }
  const migrations = await appliedMigrations(db)
  const header: BackupHeader = { format: 'gongkai-backup', version: 1, migrations }
  await write(`${JSON.stringify(header)}\n`)
  const rows: Record<string, number> = {}
  for (const table of await tablesInOrder(db)) rows[table.name] = await dumpTable(db, table, write)
  const trailer: BackupTrailer = { rows, sha256: hash.digest('hex') }
  await file.write(`${JSON.stringify(trailer)}\n`)
  return trailer
}

/** The database writes the JSON of its rows and reads it again: no value passes through a JavaScript type. */
async function dumpTable(
  db: Kysely<Schema>,
  { name, key }: Table,
  write: (lines: string) => Promise<void>,
): Promise<number> {
  const order =
    key.length === 0 ? sql`` : sql`order by ${sql.join(key.map((column) => sql.ref(`t.${column}`)))}`
  await sql`
    declare backup_rows no scroll cursor for
    select json_build_object('table', ${sql.lit(name)}, 'row', row_to_json(t))::text as line
    from ${sql.table(name)} as t ${order}`.execute(db)
  let count = 0
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch 200 from backup_rows`.execute(db)
    if (rows.length === 0) break
    await write(rows.map(({ line }) => `${line}\n`).join(''))
    count += rows.length
  }
  await sql`close backup_rows`.execute(db)
  return count
}
