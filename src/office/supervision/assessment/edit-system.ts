/** Changes of a system on its page: fields that were typed, and one act on one indicator. Pure. */
import {
  type FaultKind,
  faultsOf,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  type Leaf,
} from './system.ts'

/** What is done beside typing. `at`: the id of an indicator, or of a fault for `dropFault`; empty for the top. */
export interface SystemAct {
  readonly do: 'addBelow' | 'remove' | 'addFault' | 'dropFault'
  readonly at: string
}

/** What was typed, by the name of its field; null where the field is not there. */
export type Typed = (field: string) => string | null

/** A number as people type it; what is none stays as it was. */
const numberIn = (text: string | null, before: number): number => {
  const value = Number((text ?? '').trim())
  return text === null || text.trim() === '' || !Number.isFinite(value) ? before : value
}

const textIn = (text: string | null, before: string): string => (text === null ? before : text.trim())

function typedFault(fault: FaultKind, typed: Typed): FaultKind {
  const most = typed(`most:${fault.id}`)
  const { most: before, ...rest } = fault
  const kept = most === null ? before : most.trim() === '' ? undefined : numberIn(most, before ?? 0)
  return {
    ...rest,
    caption: textIn(typed(`caption:${fault.id}`), fault.caption),
    each: numberIn(typed(`each:${fault.id}`), fault.each),
    ...(kept !== undefined && { most: kept }),
  }
}

function typedIndicator(indicator: Indicator, typed: Typed): Indicator {
  const own = {
    caption: textIn(typed(`caption:${indicator.id}`), indicator.caption),
    weight: numberIn(typed(`weight:${indicator.id}`), indicator.weight),
  }
  if (isBranch(indicator))
    return { ...indicator, ...own, children: indicator.children.map((each) => typedIndicator(each, typed)) }
  const { rule } = indicator
  const sampling = typed(`sampling:${indicator.id}`)
  return {
    ...indicator,
    ...own,
    ...(sampling !== null && sampling.trim() !== '' && { sampling: sampling.trim() }),
    rule:
      rule.kind === 'deduct' ? { ...rule, faults: rule.faults.map((each) => typedFault(each, typed)) } : rule,
  }
}

/** The system with what was typed. */
export const withTyped = (system: IndicatorSystem, typed: Typed): IndicatorSystem => ({
  ...system,
  name: textIn(typed('name'), system.name),
  year: numberIn(typed('year'), system.year),
  id: textIn(typed('id'), system.id) || system.id,
  indicators: system.indicators.map((each) => typedIndicator(each, typed)),
})

/** First id of the form that nobody has. */
const freeId = (taken: ReadonlySet<string>, make: (at: number) => string): string => {
  for (let at = 1; ; at++) if (!taken.has(make(at))) return make(at)
}

const idsIn = (indicators: readonly Indicator[]): readonly string[] =>
  indicators.flatMap((each) => [
    each.id,
    ...(isBranch(each) ? idsIn(each.children) : faultsOf(each).map(({ id }) => id)),
  ])

const leafOf = (id: string): Leaf => ({
  ...{ id, caption: '新指标', weight: 1, rule: { kind: 'deduct', faults: [] } },
})

function acted(
  indicators: readonly Indicator[],
  act: SystemAct,
  taken: ReadonlySet<string>,
): readonly Indicator[] {
  return indicators.flatMap((each): readonly Indicator[] => {
    if (each.id === act.at && act.do === 'remove') return []
    if (each.id === act.at && act.do === 'addBelow') {
      const id = freeId(taken, (at) => `${each.id}.${at}`)
      const added = { ...leafOf(id), weight: each.weight }
      if (isBranch(each)) return [{ ...each, children: [...each.children, leafOf(id)] }]
      const { rule: _, sampling: __, evidence: ___, reads: ____, ...own } = each
      return [{ ...own, children: [added] }]
    }
    if (isBranch(each)) return [{ ...each, children: acted(each.children, act, taken) }]
    const { rule } = each
    if (rule.kind !== 'deduct') return [each]
    if (act.do === 'addFault' && each.id === act.at) {
      const id = freeId(taken, (at) => `${each.id}.f${at}`)
      return [{ ...each, rule: { ...rule, faults: [...rule.faults, { id, caption: '新问题', each: 1 }] } }]
    }
    if (act.do !== 'dropFault') return [each]
    const faults = rule.faults.filter(({ id }) => id !== act.at)
    if (faults.length === rule.faults.length) return [each]
    const reads = (each.reads ?? []).filter(({ fault }) => fault !== act.at)
    const { reads: _, ...own } = each
    return [{ ...own, rule: { ...rule, faults }, ...(reads.length > 0 && { reads }) }]
  })
}

/** The system after the act. */
export function withAct(system: IndicatorSystem, act: SystemAct): IndicatorSystem {
  const taken = new Set(idsIn(system.indicators))
  if (act.do === 'addBelow' && act.at === '') {
    const id = freeId(taken, String)
    return { ...system, indicators: [...system.indicators, leafOf(id)] }
  }
  return { ...system, indicators: acted(system.indicators, act, taken) }
}
