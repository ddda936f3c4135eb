/** What a figure counts, by the words around it. */

import type { Metric } from './claim.ts'
import type { Figure } from './figures.ts'
import { disclosureEntries } from './lexicon/disclosure.ts'
import { disputeEntries, results } from './lexicon/disputes.ts'
import { caseUnits, type Entry, type Topic } from './lexicon/entry.ts'
import { requestEntries } from './lexicon/requests.ts'
import { fits, lastCharacters, type Phrase, phrase } from './phrase.ts'

interface Line {
  readonly rank: number
  readonly entry: Entry
  readonly phrase: Phrase
}

const lines: readonly Line[] = [...requestEntries, ...disputeEntries, ...disclosureEntries].flatMap(
  (entry, rank) => entry.phrases.map((written) => ({ rank, entry, phrase: phrase(written) })),
)

/** Lines by the character before the figure; those that fit any character stand under the empty string. */
const byCharacter = new Map<string, Line[]>()
for (const line of lines)
  for (const c of lastCharacters(line.phrase) ?? [''])
    byCharacter.set(c, [...(byCharacter.get(c) ?? []), line])

const loose = byCharacter.get('') ?? []
const candidates = new Map(
  [...byCharacter].map(([c, own]) => [
    c,
    c === '' ? own : [...own, ...loose].sort((a, b) => a.rank - b.rank),
  ]),
)

const canonical: Readonly<Record<string, string>> = {
  去: '上年',
  上一: '上年',
  前一: '上年',
  上: '上年',
  本: '本年',
  今: '本年',
  当: '本年',
  下一: '下年',
  下: '下年',
}

/** Years as their place in relation to the report: 2023年度 -> 上年 in a report of 2024. */
export const relativeYears = (words: string, year: number | null): string =>
  !words.includes('年')
    ? words
    : words.replace(/(20\d\d|去|上一|前一|下一|上|下|本|今|当) ?(?:个)?年度?/g, (_, written: string) => {
        const fixed = canonical[written]
        if (fixed) return fixed
        const difference = year === null ? null : Number(written) - year
        if (difference === null || difference > 1) return '某年'
        return difference === 1 ? '下年' : difference === 0 ? '本年' : difference === -1 ? '上年' : '往年'
      })

/** What the figure counts, or null where nothing in the lexicon fits. */
export const classify = (figure: Figure, topics: ReadonlySet<Topic>, year: number | null): Metric | null => {
  const lead = relativeYears(figure.lead, year)
  const tail = relativeYears(figure.tail, year)
  const around = lead + tail
  const found = (candidates.get(lead.at(-1) ?? '') ?? loose).find(
    ({ entry, phrase: p }) =>
      (entry.units ?? caseUnits).includes(figure.unit) &&
      (entry.topic === undefined || topics.has(entry.topic)) &&
      fits(p, lead, tail) &&
      !entry.not?.some((word) => around.includes(word)),
  )
  return found?.entry.metric ?? null
}

export type ResultId = (typeof results)[number]['id']

/** The result a phrase names, and whether it does so in the words of the form. */
export const resultIn = (words: string): { readonly id: ResultId; readonly formal: boolean } | null => {
  for (const { id, formal, loose: cases } of results) {
    if (cases.some((w) => words.includes(w))) return { id, formal: false }
    if (formal.some((w) => words.includes(w))) return { id, formal: true }
  }
  return null
}
