/** What the inspection counted, as faults of the leaves that read it. Pure. */
import type { Facts, Mark, Occurrence } from './facts.ts'
import { allLeaves, type IndicatorSystem, type Reading } from './system.ts'

/** A figure of the inspection: how often, and what it says. */
export interface Figure {
  readonly count: number
  readonly caption: string
}

/** By id of the check. */
export type Figures = Readonly<Record<string, Figure>>

const occurrenceOf = (kind: string, check: string, { count, caption }: Figure): Occurrence => ({
  id: `${kind}@${check}`,
  kind,
  what: caption,
  where: '系统检查',
  times: count,
  check,
})

const readAt = (figures: Figures, readings: readonly Reading[]): readonly Occurrence[] =>
  readings.flatMap(({ check, fault }) => {
    const figure = figures[check]
    return figure === undefined || figure.count <= 0 ? [] : [occurrenceOf(fault, check, figure)]
  })

/** The facts with what the figures say in place of what earlier figures said; what people found stays. */
export function withFigures(system: IndicatorSystem, facts: Facts, figures: Figures): Facts {
  const byPeople = (found: readonly Occurrence[] = []) => found.filter(({ check }) => check === undefined)
  const marks = Object.fromEntries(
    allLeaves(system).flatMap((leaf): [string, Mark][] => {
      const mark = facts.marks[leaf.id]
      const read = readAt(figures, leaf.reads ?? [])
      if (mark === undefined && read.length === 0) return []
      const found = [...byPeople(mark?.found), ...read]
      return [[leaf.id, found.length === 0 && mark?.found === undefined ? { ...mark } : { ...mark, found }]]
    }),
  )
  const struck = system.vetoes.flatMap(({ id, check }) =>
    check === undefined ? [] : readAt(figures, [{ check, fault: id }]),
  )
  return { ...facts, marks, vetoes: [...byPeople(facts.vetoes), ...struck] }
}
