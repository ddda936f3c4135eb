import { cellId, findingId, markId } from './anchors.ts'
import type { ReportView } from './report-view.ts'

/** What is looked at: a cell, or a finding. */
export type Selection = { readonly cell: string } | { readonly finding: number }

/** Which cell stands where, and what is found about it. */
export interface Ties {
  /** Where each cell stands in the source; missing where the source does not show it. */
  readonly markOf: Readonly<Record<string, number>>
  /** The cells of each mark. */
  readonly marks: readonly (readonly string[])[]
  readonly findings: readonly {
    readonly number: number
    readonly cells: readonly string[]
    readonly cell: string | null
    readonly said: number | null
  }[]
}

export const tiesOf = ({ source: { markOf, marks }, findings }: ReportView): Ties => ({
  markOf,
  marks,
  findings: findings.map(({ number, finding: { cells }, cell, said }) => ({ number, cells, cell, said })),
})

/** Ids of everything that belongs to what is looked at, in the form, in the source and among the findings. */
export function idsOf({ markOf, findings }: Ties, selection: Selection): readonly string[] {
  const at = (cell: string) => [cellId(cell), ...(markOf[cell] === undefined ? [] : [markId(markOf[cell])])]
  if ('cell' in selection) {
    const { cell } = selection
    const about = findings.filter(({ cells }) => cells.includes(cell))
    return [...at(cell), ...about.map(({ number }) => findingId(number))]
  }
  const found = findings.find(({ number }) => number === selection.finding)
  return [findingId(selection.finding), ...new Set((found?.cells ?? []).flatMap(at))]
}

/** The finding after, or with -1 before, the one looked at; round again at the end. Null where there is none. */
export function nextFinding({ findings }: Ties, selection: Selection | null, step: 1 | -1): number | null {
  const at =
    selection === null
      ? -1
      : findings.findIndex(({ number, cells }) =>
          'finding' in selection ? number === selection.finding : cells.includes(selection.cell),
        )
  const from = at === -1 && step === -1 ? 0 : at
  return findings.at((from + step) % findings.length)?.number ?? null
}
