import type { Line } from './observed.ts'

/**
 * Plain text as lines, exactly as printed: nothing is trimmed, blank lines stay. CRLF, CR and LF end a line.
 * A form feed begins a new page; only a text that has one gets page numbers. Line numbers are those an
 * editor shows, so a line cut by a form feed gives two with the same number.
 */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  const paged = text.includes('\f')
  const physical = text
    .replace(/^\ufeff/, '')
    .replace(/\f+$/, '')
    .split(/\r\n|\n|\r/)
  // What ends with a newline has no further, empty line after it.
  if (physical.at(-1) === '') physical.pop()
  let page = 1
  for (const [index, whole] of physical.entries()) {
    const parts = whole.split('\f')
    for (const [k, part] of parts.entries()) {
      if (k > 0) page++
      // '\f' at the start of a line turns the page; the empty piece before it was never printed.
      if (part === '' && parts.length > 1 && k < parts.length - 1) continue
      lines.push({ kind: 'line', text: part, place: paged ? { page, line: index + 1 } : { line: index + 1 } })
    }
  }
  return lines
}
