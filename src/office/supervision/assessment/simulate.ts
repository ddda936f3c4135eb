/** What a system would give on the facts of a round that was scored by another: before anybody is assessed by it. Pure. */
import type { Marks } from './facts.ts'
import type { RoundFacts, SheetFacts } from './record.ts'
import { assessedScore, openLeaves } from './rounds.ts'
import { score } from './score.ts'
import { allLeaves, faultsOf, type IndicatorSystem, type Leaf } from './system.ts'

export interface Simulated {
  readonly organ: string
  /** By the system of the round. */
  readonly before: number
  /** By the other one. */
  readonly after: number
  /** Leaves of the other one that nobody looked at in the round. */
  readonly open: number
}

const kindsOf = (leaf: Leaf): ReadonlySet<string> =>
  new Set([
    ...faultsOf(leaf).map(({ id }) => id),
    ...(leaf.rule.kind === 'earn' ? leaf.rule.merits.map(({ id }) => id) : []),
  ])

/** Marks that the other system understands: of the same leaf, faults it knows, levels and samples where it takes them. */
function carried(system: IndicatorSystem, marks: Marks): Marks {
  const kept = allLeaves(system).flatMap((leaf) => {
    const { found, level, sample, ...rest } = marks[leaf.id] ?? {}
    if (marks[leaf.id] === undefined) return []
    const { rule } = leaf
    const known = found?.filter(({ kind }) => kindsOf(leaf).has(kind))
    const takes = rule.kind === 'levels' && rule.levels.some(({ id }) => id === level)
    return [
      [
        leaf.id,
        {
          ...rest,
          ...(known !== undefined && { found: known }),
          ...(takes && level !== undefined && { level }),
          ...(rule.kind === 'ratio' && sample !== undefined && { sample }),
        },
      ] as const,
    ]
  })
  return Object.fromEntries(kept)
}

/** Every organ of the round, scored again. A class that the other system does not know is its first. */
export const simulate = (
  system: IndicatorSystem,
  round: RoundFacts,
  sheets: readonly SheetFacts[],
): readonly Simulated[] =>
  sheets.map((sheet) => {
    const { subject, assessed } = sheet
    const asked = round.organs.find(({ organ }) => organ === subject)?.class ?? ''
    const known = system.classes.some(({ key }) => key === asked)
    const ownClass = known ? asked : (system.classes[0]?.key ?? '')
    const marks = carried(system, assessed?.marks ?? {})
    const vetoes = (assessed?.vetoes ?? []).filter(({ kind }) => system.vetoes.some(({ id }) => id === kind))
    const organs = [{ organ: subject, class: ownClass }]
    return {
      organ: subject,
      before: assessedScore(round, sheet).total,
      after: score(system, { class: ownClass, marks, vetoes }).total,
      open: openLeaves({ ...round, system, organs }, subject, marks).length,
    }
  })
