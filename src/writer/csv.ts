/**
 * The figures of a report as CSV (RFC 4180, UTF-8 with a byte order mark), one cell a line, for spreadsheets and
 * programs; and back again.
 *
 * Text that a spreadsheet would compute, because it begins with =, +, -, @, a tab or a carriage return, has an
 * apostrophe before it, as has text that begins with an apostrophe itself: so the first apostrophe of a field is
 * never the report's own. Plain figures, signed ones too, are left alone.
 */

import { cells, spoken } from '../report/form.ts'
import { type Reading, type Readings, readingAt } from '../report/reading.ts'
import { type Report, tablesOf } from '../report/report.ts'
import { digits, printedSections } from './printed.ts'
import { clean } from './prose.ts'

const head = ['section', 'table', 'row', 'column', 'key', 'kind', 'value', 'unit', 'raw', 'note'] as const

const isFigure = (text: string): boolean => /^[+-]?\d+(?:\.\d+)?$/.test(text)

const field = (text: string): string => {
  const safe = /^['=+\-@\t\r]/.test(text) && !isFigure(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What explains a reading: the proof of an inferred figure, the candidates of an ambiguous one (空: empty). */
const noteOf = (reading: Reading): string => {
  if (reading.kind === 'inferred') return reading.proof
  if (reading.kind !== 'ambiguous') return ''
  return reading.candidates.map((value) => (value === null ? '空' : digits(value))).join('|')
}

/** Every cell of the report's tables: where it stands, in words and as a key, and what was read there. */
export const writeCsv = (report: Report): string => {
  const headings = new Map(printedSections(report).map(({ number, heading }) => [number, heading]))
  const lines = cells(tablesOf(report)).map(({ key, table, row, column }) => {
    const reading = readingAt(report.readings, key)
    return [
      headings.get(table.section) ?? '',
      table.band ?? '',
      spoken(row),
      spoken(column),
      key,
      reading.kind,
      'value' in reading ? digits(reading.value) : '',
      'unit' in reading ? (reading.unit ?? '') : '',
      'raw' in reading ? reading.raw : '',
      noteOf(reading),
    ].map((text) => field(clean(text)))
  })
  return `\ufeff${[head, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`
}

/** Records of a CSV text by RFC 4180. A quote that is never closed takes the rest of the text. */
const records = (text: string): readonly (readonly string[])[] => {
  const found: string[][] = []
  let record: string[] = []
  const pattern = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)|([^",\r\n]*))(,|\r?\n|\r|$)/y
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const [all, quoted, plain, end] = pattern.exec(text) ?? []
    // A stray quote within a plain field is no field at all: nothing after it can be trusted.
    if (all === undefined || pattern.lastIndex === at) break
    record.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    found.push(record)
    record = []
  }
  return record.length > 0 ? [...found, record] : found
}

const readingOf = (kind: string, value: string, unit: string, raw: string, note: string): Reading | null => {
  const figure = isFigure(value) ? Number(value) : null
  switch (kind) {
    case 'number':
      return figure === null ? null : { kind, value: figure, raw, ...(unit && { unit }) }
    case 'inferred':
      return figure === null ? null : { kind, value: figure, raw, proof: note }
    case 'ambiguous':
      return {
        kind,
        raw,
        candidates: note
          .split('|')
          .flatMap((text) => (text === '空' ? [null] : isFigure(text) ? [Number(text)] : [])),
      }
    case 'blank':
    case 'dash':
    case 'illegible':
      return { kind, raw }
    default:
      return null
  }
}

/**
 * The readings in a CSV that `writeCsv` wrote, by cell key; columns are found by name. Lines that give no reading
 * are left out, and so absent: places in the source are not in the CSV.
 */
export const fromCsv = (text: string): Readings => {
  const [names = [], ...lines] = records(text.replace(/^\ufeff/, ''))
  const readings: Record<string, Reading> = {}
  for (const line of lines) {
    const at = (name: (typeof head)[number]) => (line[names.indexOf(name)] ?? '').replace(/^'/, '')
    const reading = readingOf(at('kind'), at('value'), at('unit'), at('raw'), at('note'))
    if (reading && at('key') !== '') readings[at('key')] = reading
  }
  return readings
}
