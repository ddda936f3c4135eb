/** A system of indicators with what was typed on its page. Pure. */
import {
  type Absence,
  absences,
  type CompositePart,
  compositeSources,
  type FaultKind,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  type Leaf,
  type Limit,
  type Rule,
  type TreeKind,
  trees,
} from './system.ts'
import { fieldsTyped, type Typed, type TypedFields } from './typed-fields.ts'

/** The record without what is undefined, so that it is the same data as one that never had it. */
const present = <T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never

function typedFault(fault: FaultKind, fields: TypedFields): FaultKind {
  const { id, caption, each, most, basis } = fault
  return present({
    ...fault,
    caption: fields.text(`caption:${id}`, caption),
    each: fields.number(`each:${id}`, each),
    most: fields.maybeNumber(`most:${id}`, most),
    basis: fields.maybe(`basis:${id}`, basis),
  }) as FaultKind
}

function typedRule({ id, rule }: Leaf, fields: TypedFields): Rule {
  switch (rule.kind) {
    case 'deduct':
      return { ...rule, faults: rule.faults.map((each) => typedFault(each, fields)) }
    case 'levels':
      return {
        ...rule,
        levels: rule.levels.map((level, at) => ({
          ...level,
          caption: fields.text(`levels:${id}.${at}.caption`, level.caption),
          share: fields.percent(`levels:${id}.${at}.share`, level.share),
        })),
      }
    case 'earn':
      return {
        ...rule,
        merits: rule.merits.map((merit, at) => ({
          ...merit,
          caption: fields.text(`merits:${id}.${at}.caption`, merit.caption),
          each: fields.number(`merits:${id}.${at}.each`, merit.each),
        })),
      }
    case 'ratio':
      return rule
  }
}

const typedLimits = ({ id, limits }: Indicator, fields: TypedFields): readonly Limit[] | undefined =>
  limits?.map(({ fault, effect, share }, at) => ({
    fault: fields.maybe(`limits:${id}.${at}.fault`, fault) ?? fault,
    effect: fields.choice(`limits:${id}.${at}.effect`, effect, ['atMost', 'times']),
    share: fields.percent(`limits:${id}.${at}.share`, share),
  }))

const typedLeaf = (leaf: Leaf, fields: TypedFields) => ({
  rule: typedRule(leaf, fields),
  sampling: fields.maybe(`sampling:${leaf.id}`, leaf.sampling),
  evidence: fields.maybe(`evidence:${leaf.id}`, leaf.evidence),
  reads: leaf.reads?.map(({ check, fault }, at) => ({
    check: fields.maybe(`reads:${leaf.id}.${at}.check`, check) ?? check,
    fault: fields.maybe(`reads:${leaf.id}.${at}.fault`, fault) ?? fault,
  })),
})

function typedIndicator<Kind extends Indicator>(indicator: Kind, fields: TypedFields): Kind {
  const { id, caption, weight, classes } = indicator
  return present({
    ...indicator,
    caption: fields.text(`caption:${id}`, caption),
    weight: fields.number(`weight:${id}`, weight),
    classes: fields.ticked(`classes:${id}`, classes),
    limits: typedLimits(indicator, fields),
    ...(isBranch(indicator)
      ? { children: indicator.children.map((each) => typedIndicator(each, fields)) }
      : typedLeaf(indicator, fields)),
  }) as unknown as Kind
}

/** One part for each source that has a weight, in the order of the page; what is left empty is none. */
const typedComposite = (before: readonly CompositePart[], fields: TypedFields): readonly CompositePart[] =>
  (Object.keys(compositeSources) as CompositePart['of'][]).flatMap((of) => {
    const part = before.find((each) => each.of === of)
    const weight = fields.maybeNumber(`composite:${of}`, part?.weight)
    return weight === undefined || weight === 0
      ? []
      : [{ of, caption: part?.caption ?? compositeSources[of], weight }]
  })

export interface TypedSystem {
  readonly system: IndicatorSystem
  /** What cannot be read, by field. */
  readonly wrong: Readonly<Record<string, string>>
}

/** The system with what was typed. A new id makes another system of it. */
export function withTyped(system: IndicatorSystem, typed: Typed): TypedSystem {
  const fields = fieldsTyped(typed)
  const { bonus, pass } = system
  const read = {
    ...system,
    name: fields.text('name', system.name),
    year: fields.number('year', system.year),
    id: fields.maybe('id', system.id) ?? system.id,
    tree: fields.choice('tree', system.tree, Object.keys(trees) as TreeKind[]),
    full: fields.number('full', system.full),
    absent: fields.choice('absent', system.absent, Object.keys(absences) as Absence[]),
    pass: fields.maybeNumber('pass', pass ?? undefined) ?? null,
    classes: system.classes.map(({ key, caption }, at) => ({
      key,
      caption: fields.text(`classes.${at}.caption`, caption),
    })),
    indicators: system.indicators.map((each) => typedIndicator(each, fields)),
    vetoes: system.vetoes.map((veto, at) =>
      present({
        ...veto,
        caption: fields.text(`vetoes.${at}.caption`, veto.caption),
        from: fields.maybeNumber(`vetoes.${at}.from`, veto.from),
        basis: fields.maybe(`vetoes.${at}.basis`, veto.basis),
        check: fields.maybe(`vetoes.${at}.check`, veto.check),
      }),
    ),
    bonus: bonus && {
      gate: fields.number('bonus.gate', bonus.gate),
      most: fields.number('bonus.most', bonus.most),
      indicators: bonus.indicators.map((each) => typedIndicator(each, fields)),
    },
    grades: system.grades.map(({ from, caption }, at) => ({
      from: fields.number(`grades.${at}.from`, from),
      caption: fields.text(`grades.${at}.caption`, caption),
    })),
    composite: typedComposite(system.composite, fields),
  }
  return { system: read as IndicatorSystem, wrong: fields.wrong }
}
