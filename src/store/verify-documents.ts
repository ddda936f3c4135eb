import { type Kysely, sql } from 'kysely'
import type { OrganId } from '../office/ports.ts'
import { documentStreams, streamOfDocument } from '../office/streams.ts'
import { canonical } from './canonical.ts'
import { rowsOfHistory } from './document-rows.ts'
import { type History, histories, inGroups } from './histories.ts'
import type { Schema } from './schema.ts'
import type { Fault } from './verify.ts'

/** Compares every document, its acts and links with what follows from its events. */
export async function documentFaults(
  db: Kysely<Schema>,
  organ: OrganId,
  limit: number,
): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for await (const group of inGroups(histories(db, organ, documentStreams), 200)) {
    const kept = await keptOf(
      db,
      organ,
      group.map(({ id }) => id),
    )
    for (const history of group)
      if (saidOf(organ, history) !== (kept.get(history.id) ?? nothing)) faults.push(fault(history.id))
    if (faults.length >= limit) return faults
  }
  return [...faults, ...(await orphans(db, organ))]
}

const nothing = canonical({ row: null, acts: [], links: [] })

const asSaid = (row: object | null, acts: readonly object[], links: readonly object[]) =>
  canonical({ row, acts, links })

function saidOf(organ: OrganId, { id, events }: History): string {
  const made = rowsOfHistory(organ, id, events)
  if (made === null) return nothing
  const row = { ...made.row, facts: JSON.parse(made.row.facts) as object }
  const links = made.links.toSorted((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1))
  return asSaid(row, made.acts, links)
}

const linkKey = ({ relation, target }: { relation: string; target: string }) => `${relation} ${target}`

async function keptOf(
  db: Kysely<Schema>,
  organ: OrganId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const here = sql<boolean>`organ = ${organ}::text`
  const of = (column: string) => sql<boolean>`${sql.ref(column)} = any(${ids}::text[])`
  const rows = await db.selectFrom('document').selectAll().where(here).where(of('id')).execute()
  const acts = await db
    .selectFrom('publication_act')
    .selectAll()
    .where(here)
    .where(of('document'))
    .orderBy('place')
    .execute()
  const links = await db.selectFrom('document_link').selectAll().where(here).where(of('document')).execute()
  return new Map(
    rows.map((row) => {
      const mine = ({ document }: { document: string }) => document === row.id
      const sorted = links.filter(mine).toSorted((a, b) => (linkKey(a) < linkKey(b) ? -1 : 1))
      return [row.id, asSaid(row, acts.filter(mine), sorted)]
    }),
  )
}

/** Rows without a single event. */
async function orphans(db: Kysely<Schema>, organ: OrganId): Promise<readonly Fault[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from document as d
    where d.organ = ${organ} and not exists (
      select from event as e where e.organ = d.organ and e.stream = 'document/' || d.id
    ) order by d.id limit 100`.execute(db)
  return rows.map(({ id }) => fault(id))
}

const fault = (id: string): Fault => ({
  kind: 'documentDiffers',
  seq: null,
  stream: streamOfDocument(id),
  message: `文件 ${id} 的列表数据与登记日志不一致。请运行 gongkai rebuild 重建列表数据。`,
})
