/** A report written out in any of the formats. */

import type { Day } from '../law/day.ts'
import type { Finding, Report } from '../report/report.ts'
import { writeCsv } from './csv.ts'
import { writeHtml } from './html.ts'
import { reportJson } from './json.ts'
import { writeMarkdown } from './md.ts'
import { type WriteFormat, writeFormats } from './write-formats.ts'

export { type WriteFormat, writeFormats }

/** True for the name of a format that can be written. */
export const isFormat = (text: string | undefined): text is WriteFormat =>
  writeFormats.some((format) => format === text)

export interface WriteOptions {
  /** Name under which the report was read, and what was found in it: for JSON, which carries both. */
  readonly file?: string
  readonly findings?: readonly Finding[]
  /** The day a PDF bears; today by default. */
  readonly on?: Day
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * Bytes of the report in a format. Deterministic but for the day in a PDF and the times in the packages of
 * DOCX and XLSX. The libraries behind DOCX, XLSX and PDF are loaded once they are needed: they take longer to start
 * than most reports to read.
 */
export const write = async (
  report: Report,
  to: WriteFormat,
  { file = '', findings = [], on }: WriteOptions = {},
): Promise<Uint8Array> => {
  switch (to) {
    case 'html':
      return utf8(writeHtml(report))
    case 'md':
      return utf8(writeMarkdown(report))
    case 'csv':
      return utf8(writeCsv(report))
    case 'json':
      return utf8(`${JSON.stringify(reportJson(report, findings, file), null, 2)}\n`)
    case 'docx':
      return (await import('./docx.ts')).writeDocx(report)
    case 'xlsx':
      return (await import('./xlsx.ts')).writeXlsx(report)
    case 'pdf':
      return (await import('./pdf.ts')).writePdf(report, on)
  }
}
