import { type Figures, figureFor, type Reference, wanting } from '../../../../report/prose.ts'
import type { AnsweredBy } from '../../../desk/api.ts'

export type LiveFigure = AnsweredBy<'listLiveFigures'>['rows'][number]

/** What the chips of the editor show. */
export interface ChipWords {
  /** The figure; a gap where it is wanting. */
  readonly text: string
  /** What it is, or why there is none. */
  readonly title: string
  readonly wanting: boolean
}

const tenses: Readonly<Record<Reference['of'], string>> = {
  now: '',
  last: '上年：',
  change: '比上年：',
}

/** Words for a live figure, as the report will print it. */
export function chipWordsIn(rows: readonly LiveFigure[]): (reference: Reference) => ChipWords {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const known = rows.some(({ last }) => last !== null)
  const figures: Figures = {
    now: (key) => byKey.get(key)?.now,
    last: known ? (key) => byKey.get(key)?.last : null,
  }
  return (reference) => {
    const said = figureFor(reference, figures)
    const caption = tenses[reference.of] + (byKey.get(reference.key)?.caption ?? reference.key)
    return typeof said === 'string'
      ? { text: said, title: `与表格相连：${caption}`, wanting: false }
      : { text: wanting, title: `${caption}。${said.message}`, wanting: true }
  }
}

/** Figures that fit what is looked for, those of whole rows first. */
export function figuresFor(rows: readonly LiveFigure[], asked: string, most: number): readonly LiveFigure[] {
  const words = asked.trim().split(/\s+/).filter(Boolean)
  const fits = ({ caption, group }: LiveFigure) => words.every((word) => `${group}${caption}`.includes(word))
  const rank = ({ key }: LiveFigure) =>
    key.startsWith('requests/') && key.endsWith('@total') ? 0 : key.startsWith('sum/') ? 1 : 2
  return rows
    .filter(fits)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
}
