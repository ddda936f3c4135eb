import { layOut } from './grid.ts'
import { readHtml } from './html.ts'
import type { Block, Notice, ObservedCell, Refusal } from './observed.ts'

const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** '|---|:--:|': the line under the head of a pipe table. One column needs its pipes to be told from a rule. */
export const isRule = (line: string): boolean =>
  line.length < 1_000 && line.includes('|') && line.includes('-') && RULE.test(line)

/** Cells of a row of a pipe table; '\|' is a pipe inside a cell. */
function splitRow(line: string): string[] {
  const cells = line.trim().split(/(?<!\\)\|/)
  if (cells[0] === '') cells.shift()
  if (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop()
  return cells.map((cell) =>
    inline(
      cell
        .replaceAll('\\|', '|')
        .replaceAll(/<br\s*\/?>/gi, '\n')
        .trim(),
    ),
  )
}

/** Text without the marks of emphasis, links and escapes. */
function inline(text: string): string {
  return text
    .replaceAll(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, '')
    .replaceAll(/\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)/g, '$1')
    .replaceAll(/(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1/g, '$2')
    .replaceAll(/(?<![\w*])\*(?=[^\s*])([^*\n]{1,1000}?)(?<=\S)\*(?!\*)/g, '$1')
    .replaceAll(/`([^`\n]{1,1000})`/g, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1')
    .replaceAll('&nbsp;', '\u00a0')
}

/** Longer lines are no prose anybody marked up, and not worth the patterns below. */
const LONGEST = 20_000

const plainLine = (line: string): string =>
  line.length > LONGEST
    ? line
    : inline(
        line
          .replace(/^\s{0,3}>\s?/, '')
          .replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*$/, '$1')
          .replace(/^(\s*)[-*+]\s+(?=\S)/, '$1'),
      )

/**
 * Markdown as lines and tables: pipe tables (the rule under the head is not a row), HTML tables as in a page,
 * headings and emphasis without their marks. A front matter gives title and metadata. Lines keep their number.
 */
export async function readMarkdown(text: string): Promise<
  | {
      title?: string
      meta: { name: string; value: string }[]
      blocks: Block[]
      notices: readonly Notice[]
    }
  | Refusal
> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  const blocks: Block[] = []
  const meta: { name: string; value: string }[] = []
  const notices: Notice[] = []
  let ordinal = 0
  let at = 0
  const closing = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) : -1
  if (closing > 0 && closing < 60) {
    for (const line of lines.slice(1, closing)) {
      const [, name, value] = /^([\w-]+)\s*:\s*["']?(.*?)["']?\s*$/.exec(line) ?? []
      if (name && value) meta.push({ name, value })
    }
    at = closing + 1
  }
  const addTable = (from: number): number => {
    const number = ++ordinal
    const rows: string[][] = []
    let to = from
    for (; to < lines.length && lines[to]!.includes('|'); to++) {
      // Only the line under the head is a rule: further down '| - | - |' is a row of dashes, which are data.
      const rule = isRule(lines[to]!) && to - from <= 1 && (to > from || lines[to]!.includes('--'))
      if (!rule) rows.push(splitRow(lines[to]!))
      // A new head with its rule begins the next table, even without a blank line between.
      if (to > from && isRule(lines[to + 2] ?? '') && lines[to + 2]!.includes('--')) {
        to++
        break
      }
    }
    const { placed, columns } = layOut(
      rows.map((row) => row.map((cell) => ({ text: cell, rowSpan: 1, colSpan: 1 }))),
    )
    const cells = placed.map(
      ({ cell, row, column }): ObservedCell => ({
        text: cell.text,
        row,
        column,
        rowSpan: 1,
        colSpan: 1,
        place: { table: number, row: row + 1, column: column + 1 },
      }),
    )
    const place = { table: number, line: from + 1 }
    if (cells.length > 0) blocks.push({ kind: 'table', cells, rows: rows.length, columns, place })
    return to
  }
  while (at < lines.length) {
    const line = lines[at]!
    if (/^\s*<table\b/i.test(line)) {
      let depth = 0
      let to = at
      do {
        depth +=
          (lines[to]!.match(/<table\b/gi)?.length ?? 0) - (lines[to]!.match(/<\/table\b/gi)?.length ?? 0)
        to++
      } while (depth > 0 && to < lines.length)
      const page = await readHtml(lines.slice(at, to).join('\n'))
      if ('refused' in page) return page
      for (const block of page.blocks) {
        if (block.kind === 'line') blocks.push({ ...block, place: { line: at + 1 } })
        else {
          const table = ++ordinal
          const cells = block.cells.map((cell) => ({ ...cell, place: { ...cell.place, table } }))
          blocks.push({ ...block, cells, place: { table, line: at + 1 } })
        }
      }
      notices.push(...page.notices)
      at = to
    } else if (line.includes('|') && isRule(lines[at + 1] ?? '')) at = addTable(at)
    else if (isRule(line) && lines[at + 1]?.includes('|')) at = addTable(at)
    else {
      if (!/^\s*(```|~~~)/.test(line)) {
        blocks.push({ kind: 'line', text: plainLine(line), place: { line: at + 1 } })
      }
      at++
    }
  }
  const title = meta.find((entry) => entry.name.toLowerCase() === 'title')?.value
  return { ...(title === undefined ? {} : { title }), meta, blocks, notices }
}
