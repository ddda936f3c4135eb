/** A report written out in any of the formats. */

import type { Finding, Report } from '../report/report.ts'
import { writeCsv } from './csv.ts'
import { writeDocx } from './docx.ts'
import { writeHtml } from './html.ts'
import { reportJson } from './json.ts'
import { writeMarkdown } from './md.ts'
import { writePdf } from './pdf.ts'
import { writeXlsx } from './xlsx.ts'

export const writeFormats = ['html', 'docx', 'pdf', 'xlsx', 'csv', 'md', 'json'] as const
export type WriteFormat = (typeof writeFormats)[number]

export interface WriteOptions {
  /** Name under which the report was read, and what was found in it: for JSON, which carries both. */
  readonly file?: string
  readonly findings?: readonly Finding[]
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Bytes of the report in a format. Deterministic but for PDF and the packages of DOCX and XLSX. */
export const write = async (
  report: Report,
  to: WriteFormat,
  { file = '', findings = [] }: WriteOptions = {},
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
      return writeDocx(report)
    case 'xlsx':
      return writeXlsx(report)
    case 'pdf':
      return writePdf(report)
  }
}
