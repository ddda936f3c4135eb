import { type Kysely, sql } from 'kysely'
import type { CaseFacts, CaseRow, DeriveDue, OrganId, ProjectCase } from '../office/ports.ts'
import { streamOfRequest } from '../office/streams.ts'
import { canonical } from './canonical.ts'
import { fromRow, noDue, toRow } from './case-rows.ts'
import { factsFrom, type History, histories, inGroups } from './histories.ts'
import type { Schema } from './schema.ts'
import type { Fault, FaultKind } from './verify.ts'

/** Compares every case with what follows from its events, adding to the faults; how many cases there should be. */
export async function caseFaults(
  db: Kysely<Schema>,
  organ: OrganId,
  project: ProjectCase,
  deriveDue: DeriveDue | undefined,
  faults: Fault[],
  limit: number,
): Promise<number> {
  let count = 0
  for await (const group of inGroups(histories(db, organ), 500)) {
    if (faults.length >= limit) return count
    const ids = group.map(({ id }) => id)
    const rows = await db
      .selectFrom('request_case')
      .selectAll()
      .where('organ', '=', organ)
      .where('id', 'in', ids)
      .execute()
    const byId = new Map(rows.map((row) => [row.id, fromRow(row)]))
    for (const history of group) {
      const facts = factsFrom(history, project)
      if (facts !== null) count += 1
      faults.push(...compared(history, facts, byId.get(history.id) ?? null, deriveDue))
    }
  }
  faults.push(...(await orphans(db, organ)))
  return count
}

function compared(
  history: History,
  facts: CaseFacts | null,
  row: CaseRow | null,
  deriveDue: DeriveDue | undefined,
): readonly Fault[] {
  const { id, events } = history
  if (facts === null) return row === null ? [] : [fault('caseExtra', id, '在登记日志中没有依据')]
  if (row === null) return [fault('caseMissing', id, '在列表中缺失')]
  const said = (version: number, facts: CaseFacts) => canonical(toRow(row.organ, id, version, facts, noDue))
  if (said(row.version, row) !== said(events.length, facts))
    return [fault('caseDiffers', id, '的列表数据与登记日志不一致')]
  if (deriveDue === undefined) return []
  const { due, firm, took, calendarVersion, closedOn } = row
  const derived = deriveDue(events)
  // When a calendar is published, the cases that are over keep what they were counted by.
  if (closedOn !== null && calendarVersion !== derived.calendarVersion) return []
  return canonical({ due, firm, took, calendarVersion }) === canonical(derived)
    ? []
    : [fault('dueDiffers', id, '的届满日与按现行日历推算的不一致')]
}

/** Rows without a single event. */
async function orphans(db: Kysely<Schema>, organ: OrganId): Promise<readonly Fault[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from request_case as c
    where c.organ = ${organ} and not exists (
      select from event as e where e.organ = c.organ and e.stream = 'request/' || c.id
    ) order by c.id limit 100`.execute(db)
  return rows.map(({ id }) => fault('caseExtra', id, '在登记日志中没有依据'))
}

function fault(kind: FaultKind, id: string, what: string): Fault {
  const message = `案件 ${id} ${what}。请运行 gongkai rebuild 重建列表数据。`
  return { kind, seq: null, stream: streamOfRequest(id), message }
}
