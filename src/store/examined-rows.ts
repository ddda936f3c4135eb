import type { Insertable, Selectable } from 'kysely'
import type { ExaminedRow, OrganId, StoredEvent } from '../office/ports.ts'
import { factsOfSource, foldSource } from '../office/reports/examined/fold-source.ts'
import { reportSourceOf } from '../office/streams.ts'
import type { ExaminedReportTable } from './schema.ts'

/** The row that follows from the events of one stream; null where they make none. */
export function examinedRowOf(organ: OrganId, events: readonly StoredEvent[]): ExaminedRow | null {
  const [first] = events
  const id = first === undefined ? null : reportSourceOf(first.stream)
  const source = foldSource(events)
  if (id === null || source === null) return null
  return { organ, id, version: source.version, ...factsOfSource(source) }
}

export function toExaminedRow(row: ExaminedRow): Insertable<ExaminedReportTable> {
  return {
    organ: row.organ,
    id: row.id,
    version: row.version,
    state: row.state,
    year: row.year,
    printed_organ: row.printedOrgan,
    matched_organ: row.matchedOrgan,
    matched_name: row.matchedName,
    confirmed: row.confirmed,
    edition: row.edition,
    cells_read: row.cellsRead,
    cells_total: row.cellsTotal,
    errors: row.findings.error,
    warnings: row.findings.warning,
    notes: row.findings.note,
    corrections: row.corrections,
    readings: row.readings,
    hash: row.hash,
    kept_at: row.keptAt,
    kept_by: row.keptBy,
  }
}

export function fromExaminedRow(row: Selectable<ExaminedReportTable>): ExaminedRow {
  return {
    organ: row.organ,
    id: row.id,
    version: row.version,
    state: row.state as ExaminedRow['state'],
    year: row.year,
    printedOrgan: row.printed_organ,
    matchedOrgan: row.matched_organ,
    matchedName: row.matched_name,
    confirmed: row.confirmed,
    edition: row.edition as ExaminedRow['edition'],
    cellsRead: row.cells_read,
    cellsTotal: row.cells_total,
    findings: { error: row.errors, warning: row.warnings, note: row.notes },
    corrections: row.corrections,
    readings: row.readings,
    hash: row.hash,
    keptAt: row.kept_at,
    keptBy: row.kept_by,
  }
}
