/**
 * Prose as one line: half-width forms, no space inside Chinese text, no page numbers, so that a sentence broken
 * by the wrapping of a PDF reads as it was written. Every character remembers where it came from.
 */

export interface Squeezed {
  readonly text: string
  /** For each character of `text` its index in the source; one more entry for the end. */
  readonly origin: readonly number[]
}

const space = /[\s\u00a0\u200b-\u200f\u2060\ufeff\u00ad]/
const isSpace = (c: string) => (c < '\u2e80' || c > '\ufe00') && space.test(c)
const alphanumeric = /[0-9A-Za-z]/
const pageNumber = /^[-—–]+\s*\d{1,4}\s*[-—–]+$/
const bareFigure = /^[\d.,/+-]{1,20}$/
const ordinal = /^(?:[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/
const bracketOrdinal = /^[(（][一二三四五六七八九十]{1,3}[)）]/
const inner = /[,，。;；:：]/

/** Longest line that can be a heading; a wrapped line of prose that begins with an ordinal is longer. */
const headingLength = 26

const half = (c: string): string => {
  const code = c.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return c
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return c === '﹒' ? '.' : c
}

/** Whether nothing that follows a line can belong to its sentence. */
const ends = (line: string, blankFollows: boolean): boolean =>
  line.length <= headingLength &&
  !inner.test(line) &&
  (ordinal.test(line) || bareFigure.test(line) || (blankFollows && line.length <= 12))

/** Squeezes a text. A line break of the result is a break that no sentence crosses. */
export const squeeze = (source: string): Squeezed => {
  const out: string[] = []
  const origin: number[] = []
  let gap = false
  const put = (c: string, at: number) => {
    out.push(c)
    origin.push(at)
  }
  const breakAt = (at: number) => {
    if (out.length > 0 && out.at(-1) !== '\n') put('\n', at)
    gap = false
  }
  let from = 0
  while (from <= source.length) {
    const found = source.indexOf('\n', from)
    const to = found < 0 ? source.length : found
    const line = source.slice(from, to)
    const plain = line.trim()
    if (bareFigure.test(plain) || bracketOrdinal.test(plain)) breakAt(from)
    if (!pageNumber.test(plain))
      for (let i = from; i < to; i++) {
        const c = half(source[i] as string)
        if (c === '|') breakAt(i)
        else if (isSpace(c)) gap = true
        else {
          // Between two digits a space tells figures apart; anywhere else it is layout.
          if (gap && alphanumeric.test(c) && alphanumeric.test(out.at(-1) ?? '')) put(' ', i)
          put(c, i)
          gap = false
        }
      }
    const blankFollows = source[to + 1] === '\n' || source[to + 1] === '\r'
    if (plain !== '' && !pageNumber.test(plain) && ends(plain, blankFollows)) breakAt(to)
    gap = true
    from = to + 1
  }
  origin.push(source.length)
  return { text: maskTitles(out).join(''), origin }
}

const titleLength = 80
const isDigit = (c: string) => c >= '0' && c <= '9'

/** Digits in a title (《2024年工作要点》) say nothing of the report: they are replaced by a sign of no meaning. */
const maskTitles = (characters: readonly string[]): string[] => {
  const out = [...characters]
  let open = -1
  for (let i = 0; i < out.length; i++) {
    const c = out[i] as string
    if (c === '《' || c === '〔') open = i
    else if ((c === '》' || c === '〕') && open >= 0) {
      if (i - open <= titleLength) for (let k = open; k < i; k++) if (isDigit(out[k] as string)) out[k] = '□'
      open = -1
    }
  }
  return out
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** A sentence longer than this is no sentence, but a table run together; it is cut so that work stays linear. */
const longestSentence = 1000

/** The sentences of a squeezed text, each with its closing mark. A semicolon does not end one. */
export const sentences = (text: string): Span[] => {
  const found: Span[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const c = text[i]
    const tooLong = i - start >= longestSentence && (c === ',' || i - start >= 2 * longestSentence)
    if (c !== undefined && !'。!?\n'.includes(c) && !tooLong) continue
    const end = c === undefined || c === '\n' ? i : i + 1
    if (end > start) found.push({ start, end })
    start = i + 1
  }
  return found
}
