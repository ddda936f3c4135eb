/**
 * Prose with live figures. A figure in braces is bound to a cell or a count and cannot drift from it:
 * `本年新收申请{requests/received@total}件，比上年{change requests/received@total}件`. What stands in braces is the key of a
 * cell, `sum/<metric>` for a figure that adds several cells up, or `count/<name>` for what else was counted;
 * `last` and `change` before it mean last year's report and the difference to it. `{{` and `}}` print a brace. Whatever
 * else stands in a brace is plain text: nothing that somebody types can break a section.
 */
import { type Claim, type MetricEntry, metrics } from './claims.ts'
import { difference, sum } from './decimal.ts'
import { editions } from './editions/index.ts'
import { cellsOf, type EditionId, type Table } from './form.ts'
import { figureAt, type Readings } from './reading.ts'

/** What a live figure is bound to. */
export interface Reference {
  readonly of: 'now' | 'last' | 'change'
  readonly key: string
}

/** A piece of a section, from `start` to before `end` of the text as it was written. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'figure'; readonly reference: Reference; readonly start: number; readonly end: number }

const live = /\{\{|\}\}|\{(?:(last|change) )?((?:[a-z0-9]+\/)[\w.@-]+)\}/gi

/** The pieces of a text, which together are all of it. Linear in its length. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const plain = (words: string, start: number, end: number) => {
    if (words !== '') pieces.push({ kind: 'text', text: words, start, end })
  }
  for (const match of text.matchAll(live)) {
    const [all, of, key] = match
    const end = match.index + all.length
    plain(text.slice(at, match.index), at, match.index)
    if (key === undefined) plain(all.slice(1), match.index, end)
    else
      pieces.push({
        kind: 'figure',
        reference: { of: (of?.toLowerCase() as Reference['of'] | undefined) ?? 'now', key },
        start: match.index,
        end,
      })
    at = end
  }
  plain(text.slice(at), at, text.length)
  return pieces
}

/** As it is written into a section. */
export const written = ({ of, key }: Reference): string => `{${of === 'now' ? '' : `${of} `}${key}}`

/** A text in which no brace means anything. */
export const escaped = (text: string): string => text.replace(/[{}]/g, '$&$&')

/** What the figures are looked up in. */
export interface FigureSource {
  readonly edition: EditionId
  readonly readings: Readings
  /** Other counts by name. */
  readonly counts: Readonly<Record<string, number>>
}

/** Null: there is no figure there yet. Undefined: nothing of that name. */
export function lookUp(key: string, { edition, readings, counts }: FigureSource): number | null | undefined {
  const [kind, name = ''] = key.split('/')
  if (kind === 'count') return counts[name]
  if (kind !== 'sum') return isCell(key, edition) ? figureAt(readings, key) : undefined
  const cells = summed(name, edition)
  if (cells === undefined) return undefined
  const figures = cells.map((cell) => figureAt(readings, cell))
  return figures.every((figure) => figure !== null) ? sum(figures) : null
}

const keysOfEdition = new Map(
  Object.values(editions).map(({ id, tables }) => [
    id,
    new Set<string>(tables.flatMap((table: Table) => cellsOf(table).map(({ key }) => key))),
  ]),
)
const isCell = (key: string, edition: EditionId): boolean => keysOfEdition.get(edition)!.has(key)

/** The cells that a figure of several adds up; undefined where there is no such sum. */
const summed = (name: string, edition: EditionId): readonly string[] | undefined =>
  Object.hasOwn(metrics, name)
    ? (metrics as Readonly<Record<string, MetricEntry>>)[name]!.against?.[edition][0]
    : undefined

/** A live figure as it was printed, from `start` to before `end` of the rendered text. */
export interface PrintedFigure {
  readonly reference: Reference
  readonly start: number
  readonly end: number
}

export interface ProseFault {
  readonly reference: Reference
  /** Plain Chinese: what is wanting and what to do. */
  readonly message: string
}

export interface RenderedProse {
  readonly text: string
  readonly figures: readonly PrintedFigure[]
  readonly faults: readonly ProseFault[]
}

/** Stands where a figure is wanting: nobody takes it for one. */
export const wanting = '＿＿'

/** The section as it is to be read. `last`: last year's report; null where none is known. */
export function render(text: string, now: FigureSource, last: FigureSource | null): RenderedProse {
  let out = ''
  const figures: PrintedFigure[] = []
  const faults: ProseFault[] = []
  for (const piece of piecesOf(text)) {
    if (piece.kind === 'text') {
      out += piece.text
      continue
    }
    const { reference } = piece
    const told = figureFor(reference, {
      now: (key) => lookUp(key, now),
      last: last && ((key) => lookUp(key, last)),
    })
    const start = out.length
    out += typeof told === 'string' ? told : wanting
    figures.push({ reference, start, end: out.length })
    if (typeof told !== 'string') faults.push({ reference, message: told.message })
  }
  return { text: out, figures, faults }
}

/** What a key stands for, this year and last year; null for a figure that is not there yet, undefined for no such key. */
export interface Figures {
  now(key: string): number | null | undefined
  readonly last: ((key: string) => number | null | undefined) | null
}

/** A live figure as it is printed, or what is wanting. */
export function figureFor(
  { of, key }: Reference,
  { now, last }: Figures,
): string | { readonly message: string } {
  const fault = (message: string) => ({ message: `${written({ of, key })}：${message}` })
  if (of !== 'now' && last === null) return fault('系统中没有上一年度的报告，请改为直接填写。')
  const value = of === 'last' ? last!(key) : now(key)
  if (value === undefined) return fault('没有这一格或者这一项统计，请核对。')
  if (value === null) return fault('这一格还没有数字，请先填报。')
  if (of !== 'change') return String(value)
  const before = last!(key)
  if (before === undefined || before === null) return fault('上一年度的报告没有这个数字，请改为直接填写。')
  const change = difference(value, before)
  return `${change < 0 ? '减少' : '增加'}${Math.abs(change)}`
}

/** A figure that was typed, and what it could be bound to instead. */
export interface Unbound {
  readonly claim: Claim
  readonly reference: Reference
  /** What the cells say; null where they say nothing yet. */
  readonly value: number | null
}

/** Typed figures of a rendered section for which there is something to bind them to. */
export function unbound(
  { figures }: Pick<RenderedProse, 'figures'>,
  claims: readonly Claim[],
  now: FigureSource,
): readonly Unbound[] {
  return claims.flatMap((claim): readonly Unbound[] => {
    const bound = figures.some(({ start, end }) => claim.at[0] < end && start < claim.at[1])
    const cells = summed(claim.metric, now.edition)
    if (bound || cells === undefined || claim.scope !== undefined || claim.part !== undefined) return []
    const key = cells.length === 1 ? cells[0]! : `sum/${claim.metric}`
    return [{ claim, reference: { of: 'now', key }, value: lookUp(key, now) ?? null }]
  })
}

/** The text with what stands from `start` to before `end` bound to a figure. */
export const bind = (text: string, start: number, end: number, reference: Reference): string =>
  text.slice(0, start) + written(reference) + text.slice(end)
