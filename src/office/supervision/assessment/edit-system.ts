/** What is done to a system on its page beside typing: things are added and taken away, one at a time. Pure. */
import {
  faultsOf,
  type Grade,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  type Leaf,
  leavesOf,
  type Rule,
} from './system.ts'

/**
 * `at`: the id of an indicator; of a fault for `dropFault`; the name of a list for `addRow`, with the place in it for
 * `dropRow`: `grades`, `levels:3.1`, `limits:8.0`. `rule:<kind>` scores a leaf in another way.
 */
export interface SystemAct {
  readonly do: (typeof systemActs)[number]
  readonly at: string
}

export const systemActs = [
  'addBelow',
  'remove',
  'addFault',
  'dropFault',
  'addRow',
  'dropRow',
  'setRule',
  'addBonus',
  'dropBonus',
] as const

export interface Edited {
  readonly system: IndicatorSystem
  /** The field that is new, to go on typing there; null where something was taken away. */
  readonly focus: string | null
}

/** First id of the form that nobody has. */
const freeId = (taken: ReadonlySet<string>, make: (at: number) => string): string => {
  for (let at = 1; ; at++) if (!taken.has(make(at))) return make(at)
}

const idsOf = (indicators: readonly Indicator[]): readonly string[] =>
  indicators.flatMap((each) => [
    each.id,
    ...(isBranch(each) ? idsOf(each.children) : faultsOf(each).map(({ id }) => id)),
  ])

const leafOf = (id: string, weight = 1): Leaf => ({
  ...{ id, caption: '新指标', weight, rule: { kind: 'deduct', faults: [] } },
})

/** How a leaf begins that is scored that way. */
const freshRule: Readonly<Record<Rule['kind'], Rule>> = {
  deduct: { kind: 'deduct', faults: [] },
  levels: {
    kind: 'levels',
    levels: [
      { id: 'l1', caption: '做到', share: 1 },
      { id: 'l2', caption: '没有做到', share: 0 },
    ],
  },
  ratio: { kind: 'ratio' },
  earn: { kind: 'earn', merits: [{ id: 'm1', caption: '新的加分事项', each: 1 }] },
}

/** Changes the indicator of that id, wherever it stands; no indicator in its place takes it away. */
const changed = (
  indicators: readonly Indicator[],
  id: string,
  change: (indicator: Indicator) => readonly Indicator[],
): readonly Indicator[] =>
  indicators.flatMap((each): readonly Indicator[] => {
    if (each.id === id) return change(each)
    return isBranch(each) ? [{ ...each, children: changed(each.children, id, change) }] : [each]
  })

function changeIn(
  system: IndicatorSystem,
  id: string,
  change: (indicator: Indicator) => readonly Indicator[],
): IndicatorSystem {
  const { bonus } = system
  return {
    ...system,
    indicators: changed(system.indicators, id, change),
    bonus: bonus && { ...bonus, indicators: changed(bonus.indicators, id, change) as readonly Leaf[] },
  }
}

/** Without what bears on faults that are gone. */
function tidied(system: IndicatorSystem, gone: string): IndicatorSystem {
  const tidy = (each: Indicator): Indicator => {
    const { limits = [], ...own } = each
    const kept = limits.filter(({ fault }) => fault !== gone)
    const base = { ...own, ...(kept.length > 0 && { limits: kept }) } as Indicator
    if (isBranch(base)) return { ...base, children: base.children.map(tidy) }
    const { reads = [], ...leaf } = base
    const read = reads.filter(({ fault }) => fault !== gone)
    return { ...leaf, ...(read.length > 0 && { reads: read }) } as Leaf
  }
  return { ...system, indicators: system.indicators.map(tidy) }
}

function addBelow(system: IndicatorSystem, at: string, taken: ReadonlySet<string>): Edited {
  const id = freeId(taken, (n) => (at === '' ? String(n) : `${at}.${n}`))
  const focus = `caption:${id}`
  if (at === '') return { system: { ...system, indicators: [...system.indicators, leafOf(id)] }, focus }
  const below = changeIn(system, at, (each) => {
    if (isBranch(each)) return [{ ...each, children: [...each.children, leafOf(id)] }]
    const { rule: _, sampling: __, evidence: ___, reads: ____, ...own } = each
    return [{ ...own, children: [leafOf(id, system.tree === 'percent' ? 100 : each.weight)] }]
  })
  return { system: below, focus }
}

function addFault(system: IndicatorSystem, at: string, taken: ReadonlySet<string>): Edited {
  const id = freeId(taken, (n) => `${at}.f${n}`)
  const more = changeIn(system, at, (each) =>
    isBranch(each) || each.rule.kind !== 'deduct'
      ? [each]
      : [
          {
            ...each,
            rule: { ...each.rule, faults: [...each.rule.faults, { id, caption: '新问题', each: 1 }] },
          },
        ],
  )
  return { system: more, focus: `caption:${id}` }
}

const dropFault = (system: IndicatorSystem, gone: string): IndicatorSystem => {
  const leaf = leavesOf(system.indicators).find((each) => faultsOf(each).some(({ id }) => id === gone))
  if (leaf === undefined) return system
  const rest = faultsOf(leaf).filter(({ id }) => id !== gone)
  const without = changeIn(system, leaf.id, () => [{ ...leaf, rule: { kind: 'deduct', faults: rest } }])
  return tidied(without, gone)
}

type Rows = readonly unknown[]

/** The next row of a list of an indicator; the rows of its rule belong to the rule. */
function rowsOf(indicator: Indicator, list: string, change: (rows: Rows) => Rows): Indicator {
  if (list === 'limits') return { ...indicator, limits: change(indicator.limits ?? []) } as Indicator
  if (isBranch(indicator)) return indicator
  const { rule } = indicator
  if (list === 'reads') return { ...indicator, reads: change(indicator.reads ?? []) } as Leaf
  if (list === 'levels' && rule.kind === 'levels')
    return { ...indicator, rule: { ...rule, levels: change(rule.levels) } } as Leaf
  if (list === 'merits' && rule.kind === 'earn')
    return { ...indicator, rule: { ...rule, merits: change(rule.merits) } } as Leaf
  return indicator
}

function freshRow(list: string, rows: Rows, indicator: Indicator | null): unknown {
  const ids = new Set(
    rows.map((row) => (row as { id?: string; key?: string }).id ?? (row as { key?: string }).key ?? ''),
  )
  const inside = indicator === null ? [] : leavesOf([indicator]).flatMap((leaf) => faultsOf(leaf))
  const fault = inside[0]?.id ?? ''
  switch (list) {
    case 'classes':
      return { key: freeId(ids, (n) => `class${n}`), caption: '新的类别' }
    case 'vetoes':
      return { id: freeId(ids, (n) => `veto${n}`), caption: '新的否决事项' }
    case 'grades': {
      const last = (rows as readonly Grade[]).at(-1)
      return { from: Math.max(0, (last?.from ?? 100) - 10), caption: '新的等次' }
    }
    case 'levels':
      return { id: freeId(ids, (n) => `l${n}`), caption: '新的一档', share: 0.5 }
    case 'merits':
      return { id: freeId(ids, (n) => `m${n}`), caption: '新的加分事项', each: 1 }
    case 'limits':
      return { fault, effect: 'atMost', share: 0.6 }
    default:
      return { check: '', fault }
  }
}

const ofSystem = ['classes', 'vetoes', 'grades'] as const

/** `bonus` for a leaf of the bonus. */
function addRow(system: IndicatorSystem, at: string, taken: ReadonlySet<string>): Edited {
  const { bonus } = system
  if (at === 'bonus' && bonus !== null) {
    const id = freeId(taken, (n) => `bonus${n}`)
    const leaf = { ...leafOf(id), rule: freshRule.earn }
    const more = { ...bonus, indicators: [...bonus.indicators, leaf] }
    return { system: { ...system, bonus: more }, focus: `caption:${id}` }
  }
  const own = ofSystem.find((each) => each === at)
  if (own !== undefined) {
    const rows = [...system[own], freshRow(own, system[own], null)]
    return { system: { ...system, [own]: rows }, focus: `${own}.${rows.length - 1}.caption` }
  }
  const [list = '', id = ''] = splitOnce(at, ':')
  let place = 0
  const more = changeIn(system, id, (each) => [
    rowsOf(each, list, (rows) => {
      place = rows.length
      return [...rows, freshRow(list, rows, each)]
    }),
  ])
  const first = { limits: 'fault', reads: 'check' }[list] ?? 'caption'
  return { system: more, focus: `${at}.${place}.${first}` }
}

const splitOnce = (text: string, by: string): readonly [string, string] => {
  const at = text.indexOf(by)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function dropRow(system: IndicatorSystem, at: string): IndicatorSystem {
  const end = at.lastIndexOf('.')
  const [list, place] = [at.slice(0, end), Number(at.slice(end + 1))]
  const without = (rows: Rows): Rows => rows.filter((_, n) => n !== place)
  const own = ofSystem.find((each) => each === list)
  if (own !== undefined) return { ...system, [own]: without(system[own]) }
  const [kind, id] = splitOnce(list, ':')
  return changeIn(system, id, (each) => [rowsOf(each, kind, without)])
}

/** The way a leaf is scored, by `<kind>:<id>`; what was asked of it in the old way is gone. */
function setRule(system: IndicatorSystem, at: string): IndicatorSystem {
  const [kind, id] = splitOnce(at, ':')
  if (!Object.hasOwn(freshRule, kind)) return system
  const before = leavesOf(system.indicators).find((each) => each.id === id)
  const other = changeIn(system, id, (each) =>
    isBranch(each) || each.rule.kind === kind ? [each] : [{ ...each, rule: freshRule[kind as Rule['kind']] }],
  )
  return before === undefined || before.rule.kind === kind
    ? other
    : faultsOf(before).reduce((rest, { id: gone }) => tidied(rest, gone), other)
}

/** The system after the act. */
export function withAct(system: IndicatorSystem, { do: what, at }: SystemAct): Edited {
  const taken = new Set([...idsOf(system.indicators), ...idsOf(system.bonus?.indicators ?? [])])
  const still = (after: IndicatorSystem): Edited => ({ system: after, focus: null })
  switch (what) {
    case 'addBelow':
      return addBelow(system, at, taken)
    case 'remove':
      return still(changeIn(system, at, () => []))
    case 'addFault':
      return addFault(system, at, taken)
    case 'dropFault':
      return still(dropFault(system, at))
    case 'addRow':
      return addRow(system, at, taken)
    case 'dropRow':
      return still(dropRow(system, at))
    case 'setRule':
      return still(setRule(system, at))
    case 'addBonus':
      return { system: { ...system, bonus: { gate: 80, most: 10, indicators: [] } }, focus: 'bonus.gate' }
    case 'dropBonus':
      return still({ ...system, bonus: null })
  }
}
