import { z } from 'zod'
import type { ExaminedRow, Office } from '../../../office/ports.ts'
import { openBlocks, openReading, openSource } from '../../../office/reports/examined/open-source.ts'
import { proposals } from '../../../office/reports/examined/propose-match.ts'
import { findingsOf } from '../../../office/reports/examined/reading.ts'
import { reportJson } from '../../../writer/json.ts'
import { type examinedReportSchema, viewOfExamined } from '../views/examined.ts'

export const readingQuery = z.strictObject({
  reading: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ title: '第几次读数', description: '不填为现有的' }),
})

type View = z.input<typeof examinedReportSchema>

/** A kept report with one of its readings, the one that counts unless told; null where there is no such reading. */
export async function viewExamined(office: Office, row: ExaminedRow, number?: number): Promise<View | null> {
  const tree = await office.organs.withSubordinates(row.organ)
  return office.inTransaction(row.organ, async (unit): Promise<View | null> => {
    const opened = await openSource(unit, row.id)
    if (opened === null) return null
    const { source, name } = opened
    const reading = await openReading(unit, source, number)
    if (reading === null && number !== undefined) return null
    const shared = {
      row: viewOfExamined(row, name),
      name,
      readings: source.readings.map(({ number, kind, by, at, reason, reader, base, cells }) => ({
        ...{ number, kind, by, at, reason, reader, base, cells },
      })),
      refusal: source.refusal,
    }
    if (reading === null)
      return { ...shared, reading: null, report: null, findings: [], source: null, proposals: [] }
    const { kept, of } = reading
    const findings = findingsOf(kept)
    const report = reportJson(kept.report, findings, name)
    const { organName } = of
    const codes = `${name} ${kept.report.publication.indexNumber ?? ''}`
    return {
      ...shared,
      reading: of.number,
      report,
      findings: report.findings,
      source: (await openBlocks(unit, of)) as NonNullable<View['source']>,
      proposals: proposals({ organName, codes }, tree),
    }
  })
}
