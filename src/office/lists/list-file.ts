/**
 * Lists as files: a grid of texts with heads above, as XLSX or CSV. What is written is read back letter by letter;
 * nothing in it is ever computed by a spreadsheet.
 */
import excel from 'exceljs'
import { decode } from '../../reader/formats/encoding.ts'
import { isolated } from '../../reader/formats/isolated.ts'
import { LIMITS } from '../../reader/formats/limits.ts'
import type { Observed, ObservedTable, Refusal } from '../../reader/formats/observed.ts'

/** Rows of texts, heads included; `line` is what a person would call the row: its number in the sheet. */
export interface Grid {
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

export type ListRefusal = { readonly refused: true; readonly message: string }

/** A kind of list: what messages call it, and its heads, of which the first is the one every such list has. */
export interface ListKind {
  readonly what: string
  readonly heads: readonly [string, ...string[]]
}

/** Bytes of a list; more is none. */
const mostBytes = 10_000_000

/**
 * CSV by RFC 4180, UTF-8 with a byte order mark. Text that a spreadsheet would compute, and text that begins with
 * an apostrophe itself, has an apostrophe before it: the first one of a field is never the list's own.
 */
export function writeListCsv({ heads }: ListKind, lines: readonly (readonly string[])[]): string {
  const field = (text: string): string => {
    const safe = /^['=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\ufeff${[heads, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`
}

/** A workbook of one sheet. Cells are texts by type and format, so that codes keep their noughts. */
export async function writeListXlsx(
  { what, heads }: ListKind,
  lines: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet(what, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] })
  for (const [i, head] of heads.entries()) {
    const column = sheet.getColumn(i + 1)
    column.width = Math.max(12, head.length * 2.4)
    column.numFmt = '@'
  }
  for (const line of [heads, ...lines]) {
    const row = sheet.addRow(line.map((text) => text.replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')))
    row.eachCell({ includeEmpty: false }, (cell) => {
      cell.numFmt = '@'
    })
  }
  sheet.getRow(1).font = { bold: true }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Formats that lists are written in. */
export type ListFormat = 'xlsx' | 'csv'

/** The list in the format that is asked for; without lines, its template. */
export const writeList = async (
  kind: ListKind,
  lines: readonly (readonly string[])[],
  format: ListFormat,
): Promise<Uint8Array> =>
  format === 'csv' ? new TextEncoder().encode(writeListCsv(kind, lines)) : writeListXlsx(kind, lines)

/** The rows of a list, by what the bytes are. Untrusted: workbooks are read in a worker under its limits. */
export async function readList(bytes: Uint8Array, kind: ListKind): Promise<Grid | ListRefusal> {
  if (bytes.length > mostBytes)
    return refuse(`文件超过 10 MB，不像${kind.what}。请只保留${kind.what}所在的工作表。`)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes, 'xlsx', kind)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return readWorkbook(bytes, 'legacy', kind)
  return readCsv(decode(bytes).text)
}

const damagedBook = '这份 Excel 文件读不出来。请用 Excel 或 WPS 打开后另存为 xlsx 再导入。'
/** The reader speaks of reports; here it is a list. */
const bookRefusals: Partial<Record<Refusal['code'], string>> = {
  empty: '这份 Excel 文件里没有内容（或者工作表都被隐藏）。请使用导出的模板。',
  encrypted: '这份 Excel 文件设有打开密码。请去除密码后再导入。',
  'too-large': '工作表的格子过多，不像一份清单。请只保留所需的工作表，分批导入。',
  bomb: '文件解压后大得不合常理，未读取。请使用导出的模板。',
}

async function readWorkbook(
  bytes: Uint8Array,
  job: 'xlsx' | 'legacy',
  { heads }: ListKind,
): Promise<Grid | ListRefusal> {
  const outcome = await isolated<Observed | Refusal>(job, bytes, LIMITS.officeSeconds)
  if (!outcome.ok) return refuse(damagedBook)
  if ('refused' in outcome.value) return refuse(bookRefusals[outcome.value.code] ?? damagedBook)
  const tables = outcome.value.blocks.filter((block): block is ObservedTable => block.kind === 'table')
  const isList = ({ cells }: ObservedTable): boolean => cells.some(({ text }) => text.trim() === heads[0])
  const table = tables.find(isList) ?? tables[0]
  if (table === undefined) return refuse('这份文件里没有表格。请使用导出的模板。')
  const rows = new Map<number, { line: number; cells: string[] }>()
  for (const { text, row, column, place } of table.cells) {
    const line = rows.get(row) ?? { line: place.row ?? row + 1, cells: [] }
    line.cells[column] = text.replaceAll('_x005F_x', '_x')
    rows.set(row, line)
  }
  return {
    rows: [...rows.values()].map(({ line, cells }) => ({
      line,
      cells: Array.from(cells, (text) => text ?? ''),
    })),
  }
}

/** Rows of a CSV text. A quote that is never closed takes the rest of the text. */
export function readCsv(text: string): Grid | ListRefusal {
  const rows: { line: number; cells: string[] }[] = []
  const pattern = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)|([^",\r\n]*))(,|\r?\n|\r|$)/y
  const source = text.replace(/^\ufeff/, '')
  let cells: string[] = []
  let line = 1
  while (pattern.lastIndex < source.length) {
    const from = pattern.lastIndex
    const [all, quoted, plain, end] = pattern.exec(source) ?? []
    if (all === undefined || pattern.lastIndex === from)
      return refuse(`第 ${rows.length + 1} 行的引号不成对，读不下去。请用表格软件打开后另存为 CSV 再导入。`)
    cells.push((quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')).replace(/^'/, ''))
    if (end === ',') continue
    rows.push({ line, cells })
    line = rows.length + 1
    cells = []
  }
  if (cells.length > 0) rows.push({ line, cells })
  return { rows }
}

const refuse = (message: string): ListRefusal => ({ refused: true, message })
