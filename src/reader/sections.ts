/**
 * The six sections of a report: found by their titles, in order, wherever those stand (on a line of their own, at
 * the head of a paragraph, in the middle of a report that is one line), misspelt or misnumbered.
 */

import { edition2021 } from '../report/editions/2021.ts'
import type { SectionNumber } from '../report/form.ts'
import type { Place } from '../report/reading.ts'
import type { SectionText } from '../report/report.ts'
import { mistakesIn, occurrences, partsOf } from './align/occurrences.ts'
import { isMatchable, matchable } from './fold.ts'
import { isFurniture, type TextLine } from './lines.ts'

/** A section title as found in the source. */
export interface SectionTitle {
  readonly number: SectionNumber
  /** Ordinal as printed before the title (一、), or '' where there is none. */
  readonly ordinal: string
  readonly title: string
  /** Index of the line and offset in its folded text at which the ordinal begins, and at which the title ends. */
  readonly line: number
  readonly from: number
  readonly to: number
  readonly place: Place
}

/** Titles by which each section may be found, reduced to comparable characters. */
const titles: readonly { readonly number: SectionNumber; readonly patterns: readonly string[] }[] =
  edition2021.sections.map(({ number, title, also }) => ({
    number,
    patterns: [title, ...also].map(matchable),
  }))

/** The prescribed titles in order, reduced to comparable characters. */
export const sectionTitles: readonly string[] = titles.map(({ patterns }) => patterns[0] ?? '')

const ordinalBefore =
  /(?:第?[一二三四五六七八九十]{1,3}(?:部分)?[、.．,，::\s]\s*|[（(][一二三四五六七八九十][)）]\s*|\d{1,2}[、.．]\s*)$/

interface Candidate extends SectionTitle {
  readonly weight: number
}

/** Share of a title's characters that may be mistaken where it stands alone on its line. */
const share = 0.25
/** Longest line, in comparable characters, that may be a title by itself. */
const longest = 34

/** Every title with the parts of which a line must hold one to hold the title, misspelt or not. */
const searched = titles.flatMap(({ number, patterns }) =>
  patterns.map((pattern, rank) => ({
    number,
    pattern,
    rank,
    parts: partsOf(pattern, mistakesIn(pattern, share)),
  })),
)
/** Most lines hold no part of any title; one look tells. */
const holdsAny = new RegExp([...new Set(searched.flatMap(({ parts }) => parts))].join('|'))

/** Where the comparable characters of a folded line stand. */
const positions = (text: string): readonly number[] => {
  const found: number[] = []
  for (let i = 0; i < text.length; i++) if (isMatchable(text.charCodeAt(i))) found.push(i)
  return found
}

const candidatesIn = (line: TextLine, index: number): readonly Candidate[] => {
  const comparable = matchable(line.folded)
  // A title alone on a line may be misspelt; in running text only the exact title is one.
  const alone = comparable.length <= longest
  if (!holdsAny.test(comparable)) return []
  const at = positions(line.folded)
  return searched
    .filter(({ pattern, parts }) =>
      alone ? parts.some((part) => comparable.includes(part)) : comparable.includes(pattern),
    )
    .flatMap(({ number, pattern, rank }) =>
      occurrences(pattern, comparable, alone ? share : 0).flatMap((found): readonly Candidate[] => {
        const start = at[found.start] as number
        const end = (at[found.end - 1] as number) + 1
        const ordinal = ordinalBefore.exec(line.folded.slice(0, start))?.[0] ?? ''
        const before = line.folded.slice(0, start - ordinal.length).trim()
        const after = line.folded.slice(end).trim()
        const opens = before === '' || /[。;；!！?？)）\]】\s]$/.test(before)
        // 其他需要报告的事项等6个部分 in the preamble names the sections; it does not open them.
        if (ordinal === '' && !(before === '' && after === '')) return []
        if (!opens && !/[一二三四五六]/.test(ordinal)) return []
        if (number === 1 && rank > 1 && ordinal === '') return []
        const weight =
          pattern.length -
          2 * found.edits +
          (ordinal ? 4 : 0) +
          (before === '' ? 2 : 0) +
          (after === '' ? 2 : 0)
        return [
          {
            number,
            ordinal: ordinal.trim(),
            title: line.folded.slice(start, end),
            line: index,
            from: start - ordinal.length,
            to: end,
            place: line.place,
            weight,
          },
        ]
      }),
    )
}

/** The section titles of a source, the heaviest chain in which numbers and places both ascend. */
export const findSections = (lines: readonly TextLine[]): readonly SectionTitle[] => {
  const all = lines
    .flatMap(candidatesIn)
    .sort((a, b) => a.line - b.line || a.to - b.to || a.number - b.number)
  const total: number[] = []
  const before: number[] = []
  let last = -1
  all.forEach((candidate, i) => {
    let best = 0
    let from = -1
    for (let j = 0; j < i; j++) {
      const other = all[j] as Candidate
      const precedes =
        other.line < candidate.line || (other.line === candidate.line && other.to <= candidate.from)
      if (other.number < candidate.number && precedes && (total[j] as number) > best) {
        best = total[j] as number
        from = j
      }
    }
    total.push(best + candidate.weight)
    before.push(from)
    if (last === -1 || (total[i] as number) > (total[last] as number)) last = i
  })
  const chain: SectionTitle[] = []
  for (let i = last; i !== -1; i = before[i] as number) chain.push(all[i] as Candidate)
  return chain.reverse()
}

/**
 * The text of each section found, as printed. Cells of tables are no part of it where the source delimits them;
 * in a source that is plain text, sections two to four hold the tables' characters too.
 */
export const sectionTexts = (
  lines: readonly TextLine[],
  found: readonly SectionTitle[],
): readonly { readonly section: SectionText; readonly folded: string }[] =>
  found.map((title, i) => {
    const next = found[i + 1]
    const end = next?.line ?? lines.length - 1
    const own = lines.slice(title.line, end + 1)
    const cut = (pick: (line: TextLine) => string) =>
      own
        .map((line, k) => {
          const index = title.line + k
          if (index !== title.line && isFurniture(line.folded)) return ''
          const text = pick(line)
          // Offsets are of the folded text; they are those of the printed text wherever lengths agree.
          const exact = text.length === line.folded.length ? text : line.folded
          return exact
            .slice(index === title.line ? title.to : 0, index === next?.line ? next.from : undefined)
            .trim()
        })
        .filter((text) => text !== '')
        .join('\n')
    return {
      section: {
        number: title.number,
        title: title.title,
        text: cut((line) => line.text).replace(/^[。.：:、\s]+/, ''),
        place: title.place,
      },
      folded: cut((line) => line.folded).replace(/^[。.：:、\s]+/, ''),
    }
  })
