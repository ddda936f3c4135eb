import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'

export type SchemaState =
  | { readonly kind: 'current' }
  | { readonly kind: 'behind'; readonly missing: readonly string[] }
  /** Made by a later version of this program. */
  | { readonly kind: 'ahead'; readonly unknown: readonly string[] }

/** Where the schema of the database stands against that of the program. */
export async function schemaState(db: Kysely<Schema>): Promise<SchemaState> {
  const done = await appliedMigrations(db)
  const unknown = done.filter((name) => !(name in migrations))
  if (unknown.length > 0) return { kind: 'ahead', unknown }
  const missing = Object.keys(migrations).filter((name) => !done.includes(name))
  return missing.length > 0 ? { kind: 'behind', missing } : { kind: 'current' }
}

/** Brings the schema up to date in one transaction; the names of the migrations that were wanting. */
export async function migrate(db: Kysely<Schema>): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return (results ?? []).map(({ migrationName }) => migrationName)
}

/** Names of the migrations that the database has been through, in their order. */
export async function appliedMigrations(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ found: string | null }>`
    select to_regclass('kysely_migration')::text as found`.execute(db)
  if (tables[0]?.found == null) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
