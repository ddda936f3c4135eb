import { type CellObject, read, SSF, set_cptable, type WorkSheet } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Block, Notice, Observed, ObservedCell, Refusal } from './observed.ts'
import { refuse } from './refusal.ts'
import { unzip } from './zip.ts'

// Workbooks of the nineties keep their text in the code page of the machine, here GBK or Big5.
set_cptable(codepages)

/** A statutory table has some three hundred cells; more than this is a register, not a report. */
const MOST_CELLS = 200_000
const MOST_ROWS = 50_000

/**
 * A cell as text. A number is written out exactly, to the 15 digits a workbook keeps, whatever its format
 * rounds it to; dates and percentages as displayed; a formula by its stored result.
 */
function textOf(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z' || cell.v === undefined) return ''
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : ''
    if (SSF.is_date(format) || format.includes('%')) return (cell.w ?? String(cell.v)).trim()
    return Number.isFinite(cell.v) ? plain(Number(cell.v.toPrecision(15))) : ''
  }
  return (cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v))).replaceAll(/\r\n?/g, '\n').trim()
}

/** Without an exponent: 1e21 is not how anybody prints a number. */
const plain = (value: number): string =>
  /e/.test(String(value))
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : String(value)

function tableOf(sheet: WorkSheet, name: string, table: number): Block | 'too-large' | undefined {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1]
  const reach = (row: number, column: number): void => {
    top = Math.min(top, row)
    left = Math.min(left, column)
    bottom = Math.max(bottom, row)
    right = Math.max(right, column)
  }
  const texts = new Map<number, string>()
  const key = (row: number, column: number): number => row * 20_000 + column
  // The range a workbook claims may be the whole sheet: only cells that hold something count.
  for (const [row, cells] of data.entries()) {
    for (const [column, cell] of (cells ?? []).entries()) {
      const text = textOf(cell)
      if (text === '') continue
      texts.set(key(row, column), text)
      reach(row, column)
    }
  }
  if (bottom < 0) return undefined
  const merges = (sheet['!merges'] ?? []).filter(
    ({ s }) => s.r <= bottom && s.c <= right && s.r >= 0 && s.c >= 0,
  )
  for (const { s, e } of merges) {
    if (!texts.has(key(s.r, s.c))) continue
    // A merged heading may reach beyond the last cell that holds something.
    reach(Math.min(e.r, bottom), Math.min(e.c, right + 50))
  }
  const rows = bottom - top + 1
  const columns = right - left + 1
  if (rows * columns > MOST_CELLS) return 'too-large'
  const covered = new Uint8Array(rows * columns)
  const spans = new Map<number, [number, number]>()
  for (const { s, e } of merges) {
    const [row, column] = [s.r - top, s.c - left]
    if (row < 0 || column < 0 || covered[row * columns + column] === 1) continue
    const rowSpan = Math.min(e.r - top, rows - 1) - row + 1
    const colSpan = Math.min(e.c - left, columns - 1) - column + 1
    if (rowSpan < 1 || colSpan < 1) continue
    spans.set(row * columns + column, [rowSpan, colSpan])
    for (let r = row; r < row + rowSpan; r++)
      covered.fill(1, r * columns + column, r * columns + column + colSpan)
    covered[row * columns + column] = 0
  }
  const cells: ObservedCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      if (covered[at] === 1) continue
      const [rowSpan, colSpan] = spans.get(at) ?? [1, 1]
      const place = { sheet: name, table, row: row + top + 1, column: column + left + 1 }
      cells.push({
        text: texts.get(key(row + top, column + left)) ?? '',
        row,
        column,
        rowSpan,
        colSpan,
        place,
      })
    }
  }
  return { kind: 'table', cells, rows, columns, place: { sheet: name, table } }
}

const DAMAGED = '这份 Excel 文件已损坏，读不出内容。请用 Excel 或 WPS 打开后另存为新的 xlsx 文件，再读。'
const ENCRYPTED = '这份 Excel 文件设有打开密码，读不了。请用密码打开后另存一份不带密码的，再读。'

/**
 * Reads a workbook (XLSX or the older XLS): one table per visible sheet, row by row, empty cells within the
 * used range included, merged cells as spans. Places give sheet, row and column as Excel counts them. Meant to
 * run in a worker. Refusals: 'bomb', 'too-large', 'damaged', 'encrypted', 'empty'.
 */
export async function parseXlsx(bytes: Uint8Array): Promise<Observed | Refusal> {
  if (bytes[0] === 0x50) {
    // Unpacked once under our own limits; the library unpacks without any.
    const parts = await unzip(bytes, (name) => /\.(?:xml|rels|bin)$/i.test(name))
    if (!Array.isArray(parts)) return parts.code === 'damaged' ? refuse('damaged', DAMAGED) : parts
  }
  let book: ReturnType<typeof read>
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: true,
      cellFormula: false,
      cellHTML: false,
      // The short date is shown as the reader's country writes it; the library would write it as the American one.
      dateNF: 'yyyy/m/d',
      sheetRows: MOST_ROWS,
    })
  } catch (error) {
    const locked = error instanceof Error && /password|encrypt/i.test(error.message)
    return locked ? refuse('encrypted', ENCRYPTED) : refuse('damaged', DAMAGED)
  }
  const blocks: Block[] = []
  const notices: Notice[] = []
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) continue
    const table = tableOf(sheet, name, blocks.length + 1)
    if (table === undefined) continue
    if (table === 'too-large') {
      return refuse(
        'too-large',
        `第 ${index + 1} 张工作表的格子超过 ${MOST_CELLS} 个，不像年度报告，未读取。请只保留报告所在的工作表后再读。`,
      )
    }
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      const message = `第 ${index + 1} 张工作表是隐藏的，未读取。如果它是报告的一部分，请取消隐藏、保存后再读。`
      notices.push({ code: 'hidden-sheet', message })
    } else blocks.push(table)
  }
  if (blocks.length === 0)
    return refuse('empty', '这份 Excel 文件里没有内容（或者工作表都被隐藏）。请确认选择的是报告文件。')
  const title = book.Props?.Title?.trim() ?? ''
  return { format: 'xlsx', ...(title === '' ? {} : { title }), meta: [], blocks, notices }
}
