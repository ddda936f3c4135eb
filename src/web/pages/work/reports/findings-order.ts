import { briefly, type Cell } from '../../../../report/form.ts'
import { figureOf, type Readings } from '../../../../report/reading.ts'
import type { Finding } from '../../../../report/report.ts'
import { findingLook } from '../../../ui/finding-look.ts'
import type { CellMark } from '../../../ui/statutory-table.tsx'

/** A finding with the number it has all over the page, and where it is to be seen. */
export interface PlacedFinding {
  readonly number: number
  readonly finding: Finding
  /** The cell that bears the number. */
  readonly cell: string | null
  /** Number of the sentence in the source. */
  readonly said: number | null
}

/** Gravest first: what is wrong, what a person has to decide, what is to be explained, what is worth knowing. */
const groups = ['错误', '待核', '提示', '说明', '成立'] as const

const rank = (finding: Finding): number =>
  groups.indexOf(findingLook(finding).word as (typeof groups)[number])

/** Relations that hold are not told one by one; that rows which lost their columns could be settled is. */
const isTold = ({ verdict, rule }: Finding): boolean => verdict !== 'holds' || rule === 'LOST-COLUMNS'

/**
 * The cell at which each finding bears its number: the total of a sum, the first cell that was not read, else the first.
 * Two findings stand at two cells where they can.
 */
export function bearersOf(findings: readonly Finding[], readings: Readings): readonly (string | null)[] {
  const taken = new Set<string>()
  return findings.map(({ cells: keys, verdict }) => {
    const fits = (key: string) =>
      verdict === 'broken'
        ? /(?:@|\.)total(?:@|$)/.test(key)
        : figureOf(readings[key] ?? { kind: 'absent' }) === null
    const order = [...keys.filter(fits), ...keys.filter((key) => !fits(key))]
    const cell = order.find((key) => !taken.has(key)) ?? order[0] ?? null
    if (cell !== null) taken.add(cell)
    return cell
  })
}

/** What is told, the gravest first. */
export const orderedFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(isTold).toSorted((a, b) => rank(a) - rank(b))

/** Findings in the order in which they are told, each numbered and put to its cell. */
export function placeFindings(findings: readonly Finding[], readings: Readings): readonly PlacedFinding[] {
  const ordered = orderedFindings(findings)
  const bearers = bearersOf(ordered, readings)
  return ordered.map((finding, index) => ({
    number: index + 1,
    finding,
    cell: bearers[index] ?? null,
    said: null,
  }))
}

/** Cells that stand in a frame: those that bear an error. */
export const brokenCells = (findings: readonly PlacedFinding[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap(({ cell, finding }) =>
      cell !== null && findingLook(finding).mark === 'late' ? [cell] : [],
    ),
  )

/** A cell in few words: 予以公开 / 总计. */
export const cellName = ({ row, column }: Cell): string =>
  [briefly(row.node), column.trail.map(briefly).filter(Boolean).join('·')].filter(Boolean).join(' / ')

/** Findings under the word they show, the gravest first. */
export const groupedFindings = <Placed extends PlacedFinding>(
  findings: readonly Placed[],
): readonly { readonly word: string; readonly all: readonly Placed[] }[] =>
  groups
    .map((word) => ({ word, all: findings.filter(({ finding }) => findingLook(finding).word === word) }))
    .filter(({ all }) => all.length > 0)

/** The number of the gravest finding that each cell bears. */
export function marksOf(findings: readonly PlacedFinding[]): Readonly<Record<string, CellMark>> {
  const marks: Record<string, CellMark> = {}
  for (const { number, cell, finding } of findings)
    if (cell !== null) marks[cell] ??= { number, state: findingLook(finding).mark }
  return marks
}
