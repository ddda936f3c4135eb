/** The figures of a report as CSV, one cell a line, for spreadsheets and programs. */

import { cells, spoken } from '../report/form.ts'
import { type Reading, readingAt } from '../report/reading.ts'
import { type Report, tablesOf } from '../report/report.ts'
import { digits } from './printed.ts'

const head = ['组', '行', '列', 'key', 'kind', 'value', 'raw'] as const

/**
 * One field by RFC 4180. Text that a spreadsheet would take for a formula is preceded by an apostrophe, as
 * spreadsheets themselves show such text; figures are left alone.
 */
const field = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const figure = (reading: Reading): string => ('value' in reading ? digits(reading.value) : '')

/** Every cell of the report's tables: its place in words, its key, what was read and what is printed. */
export const writeCsv = (report: Report): string => {
  const lines = cells(tablesOf(report)).map(({ key, table, row, column }) => {
    const reading = readingAt(report.readings, key)
    const raw = 'raw' in reading ? reading.raw.trim() : ''
    return [table.band ?? '', spoken(row), spoken(column), key, reading.kind, figure(reading), raw]
  })
  return `\ufeff${[head, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`
}
