/** Texts with the places marked where they answer; plain text in parts, never HTML. Pure. */
import { foldedWithPlaces } from './folding.ts'
import { runsOf, unitsOf } from './words.ts'

export interface TextPart {
  readonly text: string
  readonly mark: boolean
}

/** What is marked, folded, for what was asked: its words, and whole runs; no lone character of a longer run. */
export function marksOf(plain: string): readonly string[] {
  const found = new Set<string>()
  for (const run of runsOf(plain)) {
    const units = unitsOf(run)
    found.add(run)
    for (const [n, unit] of units.entries()) {
      if ([...unit].length > 1) found.add(unit)
      else if (n > 0) found.add(units[n - 1]! + unit)
    }
  }
  return [...found].toSorted((a, b) => b.length - a.length)
}

interface Span {
  readonly from: number
  readonly to: number
}

function spansIn(plain: string, marks: readonly string[]): readonly Span[] {
  const spans: Span[] = []
  for (const mark of marks)
    for (
      let at = plain.indexOf(mark);
      at >= 0 && spans.length < 400;
      at = plain.indexOf(mark, at + mark.length)
    )
      spans.push({ from: at, to: at + mark.length })
  spans.sort((a, b) => a.from - b.from || b.to - a.to)
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last === undefined || span.from > last.to) merged.push(span)
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to }
  }
  return merged
}

/** The whole text in parts. */
export function marked(text: string, marks: readonly string[]): readonly TextPart[] {
  const { plain, places } = foldedWithPlaces(text)
  const parts: TextPart[] = []
  let at = 0
  const put = (to: number, mark: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), mark })
    at = Math.max(at, to)
  }
  for (const { from, to } of spansIn(plain, marks)) {
    put(places[from]!, false)
    put(places[to]!, true)
  }
  put(text.length, false)
  return parts
}

/** Characters before the first mark, for the eye. */
const lead = 24

/** The stretch of a text that has most of what was asked, in parts; its beginning where nothing of it stands there. */
export function snippet(text: string, marks: readonly string[], length = 120): readonly TextPart[] {
  const { plain, places } = foldedWithPlaces(text)
  const spans = spansIn(plain, marks)
  const best = bestPlace(plain, spans, length)
  const start = spans.length === 0 ? 0 : places[beginning(plain, best)]!
  const end = Math.min(text.length, start + length)
  const stretch = text.slice(start, end).toWellFormed().replaceAll('\ufffd', '').replace(/\s+/g, ' ')
  const parts = marked(stretch.trim(), marks)
  return [
    ...(start > 0 ? [{ text: '…', mark: false }] : []),
    ...parts,
    ...(end < text.length ? [{ text: '…', mark: false }] : []),
  ]
}

/** Where the stretch begins whose marks are longest together; the same words again tell nothing more. */
function bestPlace(plain: string, spans: readonly Span[], length: number): number {
  let [best, most] = [0, -1]
  for (const [n, { from }] of spans.entries()) {
    const seen = new Set<string>()
    let sum = 0
    for (let next = n; next < spans.length && spans[next]!.to - from <= length; next++) {
      const said = plain.slice(spans[next]!.from, spans[next]!.to)
      if (!seen.has(said)) sum += said.length ** 2
      seen.add(said)
    }
    if (sum > most) [best, most] = [from, sum]
  }
  return best
}

/** A place before the first mark where a sentence begins, or a little before it. */
function beginning(plain: string, place: number): number {
  const from = Math.max(0, place - lead)
  const stretch = plain.slice(from, place)
  const stop = Math.max(...['。', '\n', '.', ';', '!', '?'].map((sign) => stretch.lastIndexOf(sign)))
  return stop < 0 ? from : from + stop + 1
}
