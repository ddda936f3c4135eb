/**
 * Scores what was found by a system of indicators. Every point that is lost is explained by the same data that took it:
 * what is lost in a tree is the sum of its losses. Pure.
 */
import { type Facts, type Mark, type Occurrence, timesOf } from './facts.ts'
import { type LeafLoss, scoreLeaf } from './score-leaf.ts'
import { type Indicator, type IndicatorSystem, isBranch, type Limit, scaleOf } from './system.ts'

/** Points that were lost at an indicator, on the scale of the system, and why. */
export interface Loss extends LeafLoss {
  readonly indicator: string
}

export interface Scored {
  readonly id: string
  readonly caption: string
  /** Full marks on the scale of the system, after what does not apply was shared out. */
  readonly worth: number
  readonly points: number
  /** Why it does not apply; null where it does. */
  readonly absentBecause: string | null
  /** Losses of this indicator itself, those below it left to them. */
  readonly losses: readonly Loss[]
  readonly children: readonly Scored[]
}

export interface StruckVeto {
  readonly id: string
  readonly caption: string
  readonly found: readonly Occurrence[]
}

export interface Score {
  readonly indicators: readonly Scored[]
  readonly bonus: readonly Scored[]
  /** Vetoes that strike. */
  readonly vetoes: readonly StruckVeto[]
  readonly verdict: 'vetoed' | 'failed' | 'passed'
  /** How the total comes about, line by line. */
  readonly steps: readonly { readonly caption: string; readonly points: number }[]
  /** Before the bonus. */
  readonly base: number
  /** To two decimals. */
  readonly total: number
  readonly grade: string | null
}

/** To two decimals, halves up; the little that binary fractions lack is made good first. */
export const rounded = (points: number): number => Math.round(points * 100 + 1e-7) / 100

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

type Judge = Pick<IndicatorSystem, 'tree' | 'absent'> & { readonly facts: Facts }

const reasonOf = ({ facts }: Judge, indicator: Indicator): string | null => {
  if (indicator.classes !== undefined && !indicator.classes.includes(facts.class)) return '不适用于该类机关'
  if (!isBranch(indicator)) return facts.marks[indicator.id]?.notApplicable ?? null
  const reasons = indicator.children.map((each) => reasonOf({ facts } as Judge, each))
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null
}

/** Scores siblings that are worth so much together. */
function scoreAll(judge: Judge, indicators: readonly Indicator[], worth: number): readonly Scored[] {
  const reasons = indicators.map((each) => reasonOf(judge, each))
  const counted = indicators.filter((_, at) => judge.absent !== 'siblings' || reasons[at] === null)
  const weights = sum(counted.map(({ weight }) => weight))
  return indicators.map((indicator, at) => {
    const reason = reasons[at] ?? null
    const share = counted.includes(indicator) && weights > 0 ? (worth * indicator.weight) / weights : 0
    return reason === null ? scoreOne(judge, indicator, share) : absentOne(judge, indicator, share, reason)
  })
}

function absentOne({ absent }: Judge, { id, caption }: Indicator, worth: number, reason: string): Scored {
  const kept = absent === 'full' ? worth : 0
  return { id, caption, worth: kept, points: kept, absentBecause: reason, losses: [], children: [] }
}

function scoreOne(judge: Judge, indicator: Indicator, worth: number): Scored {
  const { id, caption, limits = [] } = indicator
  const children = isBranch(indicator) ? scoreAll(judge, indicator.children, worth) : []
  const own = isBranch(indicator)
    ? []
    : scoreLeaf(indicator, judge.facts.marks[id] ?? {}, scaleOf(judge, indicator), worth)
  const held = isBranch(indicator) ? sum(children.map((each) => each.worth)) : worth
  const gained = isBranch(indicator)
    ? sum(children.map(({ points }) => points))
    : worth - sum(own.map(({ lost }) => lost))
  const found = foundBelow(judge, indicator)
  const { points, losses } = limited(limits, found, gained, held)
  const bound = [...own, ...losses].map((loss) => ({ ...loss, indicator: id }))
  return { id, caption, worth: held, points, absentBecause: null, losses: bound, children }
}

const foundBelow = (judge: Judge, indicator: Indicator): readonly Occurrence[] =>
  isBranch(indicator)
    ? indicator.children.flatMap((each) => foundBelow(judge, each))
    : (judge.facts.marks[indicator.id]?.found ?? [])

/** What is left of the points where faults bear on the indicator as a whole. */
function limited(limits: readonly Limit[], found: readonly Occurrence[], gained: number, worth: number) {
  let points = gained
  const losses: LeafLoss[] = []
  for (const { fault, effect, share } of limits) {
    const times = timesOf(found, fault)
    const left = effect === 'times' ? points * share : Math.min(points, worth * share)
    if (times === 0 || left >= points) continue
    const rule =
      effect === 'times'
        ? `有此问题的，本项得分乘以 ${share}`
        : `有此问题的，本项最多得 ${rounded(share * 100)}%`
    const occurrences = found.filter(({ kind }) => kind === fault)
    losses.push({
      kind: fault,
      caption: '限制得分',
      rule,
      basis: null,
      times,
      lost: points - left,
      found: occurrences,
    })
    points = left
  }
  return { points, losses }
}

/** Worth of what does not apply, in the points of the system: what the sum is scaled up by. */
const absentShare = (judge: Judge, indicators: readonly Indicator[], worth: number): number => {
  const weights = sum(indicators.map(({ weight }) => weight))
  return sum(
    indicators.map((indicator) => {
      const share = (worth * indicator.weight) / weights
      if (reasonOf(judge, indicator) !== null) return share
      return isBranch(indicator) ? absentShare(judge, indicator.children, share) : 0
    }),
  )
}

/**
 * The score of what was found. A fault never raises it, and the order of faults does not matter: each rule is a falling
 * function of how often something was found.
 */
export function score(system: IndicatorSystem, facts: Facts): Score {
  const judge: Judge = { tree: system.tree, absent: system.absent, facts }
  const indicators = scoreAll(judge, system.indicators, system.full)
  const gained = sum(indicators.map(({ points }) => points))
  const absent = system.absent === 'whole' ? absentShare(judge, system.indicators, system.full) : 0
  const factor = absent > 0 && absent < system.full ? system.full / (system.full - absent) : 1
  const base = gained * factor
  const vetoes = system.vetoes.flatMap(({ id, caption, from = 1 }) =>
    timesOf(facts.vetoes, id) >= from
      ? [{ id, caption, found: facts.vetoes.filter(({ kind }) => kind === id) }]
      : [],
  )
  const open = system.bonus !== null && base > system.bonus.gate
  const bonus = (system.bonus?.indicators ?? []).map((leaf) =>
    scoreOne({ ...judge, tree: 'points' }, leaf, leaf.weight),
  )
  const earned = Math.min(system.bonus?.most ?? 0, sum(bonus.map(({ points }) => points)))
  const whole = base + (open ? earned : 0)
  const total = vetoes.length > 0 ? 0 : rounded(whole)
  const verdict =
    vetoes.length > 0 ? 'vetoed' : system.pass !== null && total < system.pass ? 'failed' : 'passed'
  return {
    indicators,
    bonus,
    vetoes,
    verdict,
    steps: [
      { caption: '各项指标得分', points: rounded(gained) },
      ...(factor === 1
        ? []
        : [
            {
              caption: `不适用的 ${rounded(absent)} 分不计，按 ${system.full}/${rounded(system.full - absent)} 放大`,
              points: rounded(base - gained),
            },
          ]),
      ...(system.bonus === null
        ? []
        : [
            {
              caption: open ? '加分' : `未超过 ${system.bonus.gate} 分，不进入加分`,
              points: open ? rounded(earned) : 0,
            },
          ]),
      ...(vetoes.length === 0 ? [] : [{ caption: '单项否决，得分不计', points: -rounded(whole) }]),
    ],
    base: rounded(base),
    total,
    grade: vetoes.length > 0 ? null : gradeOf(system, total),
  }
}

/** What a score is called; null where the system knows no grades, or none so low. */
export const gradeOf = ({ grades }: IndicatorSystem, total: number): string | null =>
  grades.find(({ from }) => total >= from)?.caption ?? null

/** Every loss of a score, in the order of the indicators. */
export const lossesOf = (scored: readonly Scored[]): readonly Loss[] =>
  scored.flatMap(({ losses, children }) => [...lossesOf(children), ...losses])

/** The leaves that nobody has looked at, of those that want a level or a sample. */
export const isOpen = (kind: string, mark: Mark | undefined): boolean =>
  mark?.notApplicable === undefined &&
  ((kind === 'levels' && mark?.level === undefined) || (kind === 'ratio' && mark?.sample === undefined))
