/**
 * What a source shows, before anybody asks what it means: lines and tables in reading order, each with the
 * place where it stood. Nothing here knows the law or the form; nothing is repaired, folded or guessed.
 */

/** Where something stood in the source. Lines, pages, rows and columns count from 1. */
export interface Place {
  readonly page?: number
  readonly line?: number
  readonly sheet?: string
  /** Ordinal of the table in the document. */
  readonly table?: number
  readonly row?: number
  /** Of a table; in a line, the character at which a figure begins. */
  readonly column?: number
  /** Left, top, right, bottom in points from the top left corner of the page (PDF only). */
  readonly box?: readonly [number, number, number, number]
}

/** One line of running text, as printed: inner spaces, tabs and pipes are kept. */
export interface Line {
  readonly kind: 'line'
  readonly text: string
  readonly place: Place
}

/**
 * One cell of an observed table, in source order. `row` and `column` (from 0) are where the cell lands once
 * spans are laid out; a lying span makes them wrong, so a reader trusts the order of the cells first.
 */
export interface ObservedCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly place: Place
}

export interface ObservedTable {
  readonly kind: 'table'
  readonly cells: readonly ObservedCell[]
  readonly rows: number
  readonly columns: number
  readonly place: Place
}

export type Block = Line | ObservedTable

export type Format = 'html' | 'text' | 'markdown' | 'docx' | 'doc' | 'pdf' | 'xlsx'

/** Something the reader of a format wants known, in plain Chinese: what, where, what to do. */
export interface Notice {
  readonly code: string
  readonly message: string
}

export interface Observed {
  readonly format: Format
  /** Character encoding the bytes were decoded with, where the format has one. */
  readonly encoding?: string
  /** The source's own title (HTML title, document property), if any. */
  readonly title?: string
  /** Publication metadata stated by the source in a machine-readable way (meta tags, properties). */
  readonly meta: readonly { readonly name: string; readonly value: string }[]
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}

/** The source cannot be read; nothing of it is lost, and the message says what to do. */
export interface Refusal {
  readonly refused: true
  readonly code:
    | 'empty'
    | 'too-large'
    | 'too-deep'
    | 'bomb'
    | 'encrypted'
    | 'damaged'
    | 'unsupported'
    | 'no-text'
    | 'timeout'
  /** Plain Chinese: what is wrong, where, what to do. */
  readonly message: string
}

/** One document found in the bytes: a plain file is one, an archive may hold many. */
export interface Found {
  /** Name inside the archive, or the given file name. */
  readonly name: string
  readonly result: Observed | Refusal
}

export const isRefusal = (result: Observed | Refusal): result is Refusal => 'refused' in result
