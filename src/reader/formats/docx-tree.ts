import { Document, Element, Text } from 'domhandler'
import { Parser } from 'htmlparser2'
import type { ListMark, Numbering } from './docx-lists.ts'
import { append, finishTable, type Row } from './word-tables.ts'

/** Parts whose text is not printed, or printed elsewhere: revisions, old properties, ruby, fallbacks. */
const SKIPPED = new Set([
  'moveFrom',
  'rt',
  'Fallback',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
  'sectPrChange',
  'sectPr',
  'tabs',
])

interface Paragraph {
  readonly element: Element
  readonly mark: ListMark
  inProperties: boolean
  deleted: boolean
}

/**
 * The body of a Word document as a tree of p, br, table, tr and td, for the walker that reads web pages.
 * Merged cells become spans, automatic numbers become text, hidden and deleted text is left out.
 */
export function treeOf(xml: string, numbering: Numbering): Document {
  const root = new Document([])
  const blocks: (Document | Element)[] = [root]
  const tables: { element: Element; rows: Row[] }[] = []
  const paragraphs: Paragraph[] = []
  let main = 'w'
  let skip = 0
  let hidden = false
  let inText = false

  const add = (text: string): void => {
    const paragraph = paragraphs.at(-1)
    if (paragraph !== undefined && !hidden) append(paragraph.element, new Text(text))
  }
  const openTable = (name: string, value: (name: string) => string | undefined): void => {
    const table = tables.at(-1)
    const row = table?.rows.at(-1)
    const cell = row?.cells.at(-1)
    if (name === 'tbl') {
      const element = new Element('table', {}, [])
      append(blocks.at(-1)!, element)
      tables.push({ element, rows: [] })
    } else if (name === 'tr' && table) {
      const element = new Element('tr', {}, [])
      append(table.element, element)
      table.rows.push({ element, cells: [], width: 0, deleted: false })
    } else if (name === 'gridBefore' && row) {
      // Columns left free at the start of a row: a gap that is laid out but is no cell.
      const colSpan = Math.min(Number(value('val')) || 0, 100)
      if (colSpan > 0)
        append(row.element, new Element('td', { 'data-gap': '', colspan: String(colSpan) }, []))
      row.width += colSpan
    } else if (name === 'tc' && row) {
      const element = new Element('td', {}, [])
      append(row.element, element)
      row.cells.push({ element, column: row.width, colSpan: 1, rowSpan: 1, merge: undefined })
      row.width++
      blocks.push(element)
    } else if (name === 'gridSpan' && row && cell) {
      cell.colSpan = Math.min(Math.max(Number(value('val')) || 1, 1), 400)
      row.width = cell.column + cell.colSpan
    } else if (name === 'vMerge' && cell) cell.merge = value('val') === 'restart' ? 'restart' : 'continue'
    else if (name === 'hMerge' && cell && value('val') !== 'restart') cell.merge = 'left'
  }
  const openInline = (name: string, value: (name: string) => string | undefined): void => {
    const paragraph = paragraphs.at(-1)
    const off = ['0', 'false', 'off'].includes(value('val') ?? '')
    if (paragraph === undefined) return
    if (name === 'pPr') paragraph.inProperties = true
    else if (paragraph.inProperties) {
      if (name === 'pStyle') paragraph.mark.style = value('val') ?? ''
      else if (name === 'numId') paragraph.mark.list = value('val') ?? ''
      else if (name === 'ilvl') paragraph.mark.depth = Number(value('val')) || 0
      else if (name === 'del') paragraph.deleted = true
    } else if (name === 'r') hidden = false
    else if (name === 'vanish') hidden = !off
    else if (name === 't') inText = true
    else if (name === 'tab' || name === 'ptab') add('\t')
    else if (name === 'noBreakHyphen') add('-')
    else if ((name === 'br' || name === 'cr') && !hidden) append(paragraph.element, new Element('br', {}, []))
  }
  const parser = new Parser(
    {
      onopentag(full, attribs) {
        const colon = full.indexOf(':')
        const name = full.slice(colon + 1)
        if (name === 'document') main = full.slice(0, Math.max(colon, 0)) || main
        if (skip > 0 || SKIPPED.has(name)) {
          skip++
          return
        }
        const prefix = full.slice(0, Math.max(colon, 0))
        // Drawing parts have a 't' and a 'p' of their own; formulas ('m') are printed with the text.
        if (prefix !== main && !(prefix === 'm' && name === 't')) return
        const value = (key: string): string | undefined => attribs[`${main}:${key}`] ?? attribs[key]
        if (name === 'p') {
          const element = new Element('p', {}, [])
          append(blocks.at(-1)!, element)
          paragraphs.push({ element, mark: {}, inProperties: false, deleted: false })
        } else if (name === 'del' && paragraphs.length === 0 && tables.at(-1)?.rows.at(-1)) {
          tables.at(-1)!.rows.at(-1)!.deleted = true
        } else if (paragraphs.length === 0 || name === 'tbl' || tables.length > 0) openTable(name, value)
        openInline(name, value)
      },
      ontext(text) {
        if (inText && skip === 0) add(text)
      },
      onclosetag(full) {
        if (skip > 0) {
          skip--
          return
        }
        const name = full.slice(full.indexOf(':') + 1)
        if (name === 't') inText = false
        if (full !== `${main}:${name}` && main !== '') return
        const paragraph = paragraphs.at(-1)
        if (name === 'pPr' && paragraph) paragraph.inProperties = false
        else if (name === 'r') hidden = false
        else if (name === 'p' && paragraph) {
          paragraphs.pop()
          const gone = paragraph.deleted && paragraph.element.children.length === 0
          const label = gone ? '' : numbering.label(paragraph.mark)
          if (label !== '') paragraph.element.children.unshift(new Text(label))
        } else if (name === 'tc' && blocks.length > 1) blocks.pop()
        else if (name === 'tbl') {
          const table = tables.pop()
          if (table !== undefined) finishTable(table.element, table.rows)
        }
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return root
}
