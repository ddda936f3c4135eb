/** What somebody found, held against the system before it is kept. Pure. */
import type { SupervisionRefusal } from '../refusal.ts'
import type { Mark } from './facts.ts'
import { incomplete, personalIn } from './keep.ts'
import type { Findings } from './record.ts'
import { allLeaves, type IndicatorSystem, type Leaf } from './system.ts'

const textsOf = ({ marks, vetoes }: Findings): readonly string[] => [
  ...vetoes.flatMap(({ what, where }) => [what, where]),
  ...Object.values(marks).flatMap(({ found = [], note = '', notApplicable = '' }) => [
    ...found.flatMap(({ what, where }) => [what, where]),
    note,
    notApplicable,
  ]),
]

/** Ids of what can be found at a leaf. */
function kindsOf({ rule }: Leaf): ReadonlySet<string> {
  if (rule.kind === 'deduct') return new Set(rule.faults.map(({ id }) => id))
  return new Set(rule.kind === 'earn' ? rule.merits.map(({ id }) => id) : [])
}

function faultOfMark(leaf: Leaf, { found = [], level, sample }: Mark): string | null {
  const { rule, caption } = leaf
  const kinds = kindsOf(leaf)
  if (found.some(({ kind }) => !kinds.has(kind))) return `“${caption}”中有不属于本项的问题，请重新选择。`
  if (found.some(({ what, where }) => what.trim() === '' || where.trim() === ''))
    return `“${caption}”中的问题应当写明是什么、在哪里，请补充。`
  if (sample !== undefined && (sample.of < 1 || sample.passed > sample.of))
    return `“${caption}”的合格数不能大于抽查数，抽查数应当大于零。`
  if (level !== undefined && rule.kind === 'levels' && !rule.levels.some(({ id }) => id === level))
    return `“${caption}”没有所选的档次，请重新选择。`
  return null
}

/** Why findings are not kept as they are; null where they may be. */
export function findingsRefusal(system: IndicatorSystem, findings: Findings): SupervisionRefusal | null {
  const leaves = new Map(allLeaves(system).map((leaf) => [leaf.id, leaf]))
  for (const [id, mark] of Object.entries(findings.marks)) {
    const leaf = leaves.get(id)
    const fault =
      leaf === undefined ? `指标体系中没有“${id}”这一项，请刷新页面后重填。` : faultOfMark(leaf, mark)
    if (fault !== null) return incomplete(fault)
  }
  const known = new Set(system.vetoes.map(({ id }) => id))
  if (findings.vetoes.some(({ kind }) => !known.has(kind)))
    return incomplete('有不属于本指标体系的否决项，请重新选择。')
  return personalIn(textsOf(findings))
}
