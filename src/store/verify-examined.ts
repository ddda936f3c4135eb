import type { Kysely } from 'kysely'
import type { ExaminedRow, OrganId } from '../office/ports.ts'
import { reportSources, streamOfReportSource } from '../office/streams.ts'
import { canonical } from './canonical.ts'
import { examinedRowOf, fromExaminedRow } from './examined-rows.ts'
import { histories } from './histories.ts'
import type { Schema } from './schema.ts'
import type { Fault } from './verify.ts'

/** Compares the rows of the reports of others that were put in with what follows from the log. */
export async function examinedFaults(db: Kysely<Schema>, organ: OrganId): Promise<readonly Fault[]> {
  const stored = await db.selectFrom('examined_report').selectAll().where('organ', '=', organ).execute()
  const rows = new Map(stored.map((row) => [row.id, fromExaminedRow(row)]))
  const faults: Fault[] = []
  for await (const { id, events } of histories(db, organ, reportSources)) {
    if (said(examinedRowOf(organ, events)) !== said(rows.get(id) ?? null)) faults.push(fault(id))
    rows.delete(id)
  }
  return [...faults, ...[...rows.keys()].map(fault)]
}

const said = (row: ExaminedRow | null): string => canonical({ row })

const fault = (id: string): Fault => ({
  kind: 'examinedDiffers',
  seq: null,
  stream: streamOfReportSource(id),
  message: `审读的年报 ${id} 的列表数据与登记日志不一致。请运行 gongkai rebuild 重建列表数据。`,
})
