import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

export interface Table {
  readonly name: string
  /** Columns of the primary key, by which its rows are written in a fixed order. */
  readonly key: readonly string[]
}

/** All tables of the schema but the migrations' own, those that others refer to first. */
export async function tablesInOrder(db: Kysely<Schema>): Promise<readonly Table[]> {
  const { rows: tables } = await sql<Table>`
    select c.relname::text as name, coalesce((
      select json_agg(a.attname order by k.place)
      from pg_index as i
      cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
      join pg_attribute as a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary
    ), '[]') as key
    from pg_class as c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and c.relname not like 'kysely\\_%'
    order by c.relname`.execute(db)
  const { rows: references } = await sql<{ from: string; to: string }>`
    select f.relname::text as "from", t.relname::text as "to"
    from pg_constraint as r join pg_class as f on f.oid = r.conrelid join pg_class as t on t.oid = r.confrelid
    where r.contype = 'f' and r.conrelid <> r.confrelid
      and f.relnamespace = current_schema()::regnamespace`.execute(db)
  return sorted(tables, references)
}

function sorted(tables: readonly Table[], references: readonly { from: string; to: string }[]): Table[] {
  const done = new Set<string>()
  const order: Table[] = []
  while (order.length < tables.length) {
    const ready = tables.filter(
      ({ name }) => !done.has(name) && references.every(({ from, to }) => from !== name || done.has(to)),
    )
    if (ready.length === 0) throw new Error('The tables refer to each other in a circle')
    for (const table of ready) done.add(table.name)
    order.push(...ready)
  }
  return order
}
