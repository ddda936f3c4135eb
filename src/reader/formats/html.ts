import { type Document, type Element, isTag, isText, type ParentNode } from 'domhandler'
import { parse } from 'parse5'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { layOut } from './grid.ts'
import { estimate } from './html-cost.ts'
import { type ClassDisplays, classDisplays, walk } from './html-elements.ts'
import { findTables, type HtmlTable, isLayout, isProse, pour } from './html-tables.ts'
import { isolated } from './isolated.ts'
import { LIMITS } from './limits.ts'
import { LineBuffer } from './line-buffer.ts'
import type { Block, Notice, ObservedCell, Refusal } from './observed.ts'
import { refuse } from './refusal.ts'

export interface Page {
  readonly title?: string
  readonly meta: readonly { readonly name: string; readonly value: string }[]
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}

interface Options {
  /** Keep spaces and tabs as they stand (word processing), instead of collapsing them like a browser. */
  readonly keepSpaces?: boolean
  readonly classes?: ClassDisplays
}

const BLANK = /[\s\u200b-\u200d\u2060\ufeff]/

/** Without blank ends, no-break and invisible characters included. Not a pattern: those go quadratic here. */
function trim(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && BLANK.test(text[from]!)) from++
  while (to > from && BLANK.test(text[to - 1]!)) to--
  return text.slice(from, to)
}

/**
 * Blocks of a document tree in reading order. Tables that only place other things on the page are opened up
 * and give lines; what is left of a table's data rows becomes one `ObservedTable`, cells in source order.
 * Linear in the size of the tree and free of recursion.
 */
export function blocksOf(root: ParentNode, options: Options = {}): { blocks: Block[]; hidden: number } {
  const classes: ClassDisplays = options.classes ?? new Map()
  const { tables, hidden } = findTables(root, classes)
  const blocks: Block[] = []
  let line = 0
  let ordinal = 0
  const addLine = (text: string): void => {
    blocks.push({ kind: 'line', text, place: { line: ++line } })
  }
  const buffer = new LineBuffer(addLine, options.keepSpaces)

  const cellText = (cell: Element): string => {
    const lines: string[] = []
    const inside = new LineBuffer((text) => {
      const trimmed = trim(text)
      if (trimmed !== '') lines.push(trimmed)
    }, options.keepSpaces)
    pour(cell, classes, inside, () => false)
    inside.flush()
    return lines.join('\n')
  }

  const addTable = (table: HtmlTable): void => {
    const texts = new Map(table.rows.flat().map((cell) => [cell, cellText(cell.element)]))
    const rows = table.rows.map((cells) => ({ cells, prose: isProse(cells.map((cell) => texts.get(cell)!)) }))
    const split = rows.some((row) => row.prose)
    const asLines = (run: typeof rows): void => {
      for (const cell of run.flatMap((row) => row.cells)) {
        for (const text of texts.get(cell)!.split('\n')) if (text !== '') addLine(text)
      }
    }
    for (let from = 0, to = 0; from < rows.length; from = to) {
      while (to < rows.length && rows[to]!.prose === rows[from]!.prose) to++
      const run = rows.slice(from, to)
      if (run[0]!.prose || (split && run.every((row) => row.cells.length < 2))) {
        asLines(run)
        continue
      }
      const { placed, columns } = layOut(run.map((row) => row.cells))
      if (placed.length === 0) continue
      const number = ++ordinal
      // A gap a Word table leaves at the start of a row holds its columns but is not printed.
      const printed = options.keepSpaces
        ? placed.filter(({ cell }) => !('data-gap' in cell.element.attribs))
        : placed
      const cells = printed.map(
        ({ cell, row, column, rowSpan, colSpan }): ObservedCell => ({
          text: texts.get(cell)!,
          row,
          column,
          rowSpan,
          colSpan,
          place: { table: number, row: row + 1, column: column + 1 },
        }),
      )
      blocks.push({ kind: 'table', cells, rows: run.length, columns, place: { table: number } })
    }
  }

  pour(root, classes, buffer, (element) => {
    const table = tables.get(element)
    if (table === undefined || isLayout(table)) return false
    for (const child of element.children) {
      if (isTag(child) && child.name === 'caption' && cellText(child) !== '') addLine(cellText(child))
    }
    addTable(table)
    return true
  })
  buffer.flush()
  return { blocks, hidden }
}

/** Title, machine-readable metadata and style sheets of a page. */
function headOf(root: ParentNode): {
  title?: string
  meta: { name: string; value: string }[]
  sheets: string[]
} {
  const meta: { name: string; value: string }[] = []
  const sheets: string[] = []
  let title: string | undefined
  const inner = (element: Element): string =>
    element.children.map((child) => (isText(child) ? child.data : '')).join('')
  walk(
    root,
    (node) => {
      if (!isTag(node)) return false
      if (node.name === 'title') title ??= inner(node).replaceAll(/\s+/g, ' ').trim() || undefined
      if (node.name === 'style') sheets.push(inner(node))
      const name = node.name === 'meta' ? (node.attribs.name ?? node.attribs.property) : undefined
      const value = node.attribs.content?.trim()
      if (name && value) meta.push({ name, value: value.slice(0, 2_000) })
      return node.name !== 'svg'
    },
    () => {},
  )
  return { ...(title === undefined ? {} : { title }), meta, sheets }
}

/** Parses a page. Costly input is the caller's concern: use `readHtml` for anything from outside. */
export function parseHtml(html: string): Page {
  const root = parse(html, { treeAdapter: adapter, scriptingEnabled: false }) as Document
  const { sheets, ...head } = headOf(root)
  const { blocks, hidden } = blocksOf(root, { classes: classDisplays(sheets) })
  const message = `网页中有 ${hidden} 处设为隐藏的内容，未读取。如果报告正文在点开后才显示，请展开全文后另存网页再读。`
  return { ...head, blocks, notices: hidden > 0 ? [{ code: 'hidden-content', message }] : [] }
}

/**
 * Reads a page from outside: refuses absurd nesting before any tree is built, and reads what is costly in a
 * worker with a time limit. Refusals: 'too-deep', 'timeout', 'damaged'.
 */
export async function readHtml(html: string): Promise<Page | Refusal> {
  const cost = estimate(html)
  if (cost.tables > LIMITS.nestedTables || cost.depth > LIMITS.nestedElements) {
    const what =
      cost.tables > LIMITS.nestedTables ? `表格一层套一层达 ${cost.tables} 层` : `标签嵌套达 ${cost.depth} 层`
    return refuse(
      'too-deep',
      `这个网页的${what}，不是正常的报告页面，未读取。请从浏览器中重新保存网页，或改用 Word、PDF 文件。`,
    )
  }
  if (cost.work <= LIMITS.htmlInlineCost && html.length <= 2_000_000) {
    try {
      return parseHtml(html)
    } catch {
      return refuse(
        'damaged',
        '这个网页的代码已损坏，无法读取。请从浏览器中重新保存网页，或改用 Word、PDF 文件。',
      )
    }
  }
  const outcome = await isolated<Page>('html', html, LIMITS.officeSeconds)
  if (outcome.ok) return outcome.value
  return outcome.reason === 'failed'
    ? refuse('damaged', '这个网页的代码已损坏，无法读取。请从浏览器中重新保存网页，或改用 Word、PDF 文件。')
    : refuse('timeout', '这个网页过于庞杂，在限定的时间和内存内没有读完。请只保存报告正文所在的页面后再读。')
}
