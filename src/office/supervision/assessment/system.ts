/**
 * A system of indicators (考核指标体系) as plain data: what is looked at, what it is worth, what costs how much, and by
 * what sample and evidence. JSON.stringify loses nothing of it, so that it is kept, sent and edited as it stands.
 */

/** A tree of points adds up; in a tree of percentages each weight is a share of the indicator above it. */
export type TreeKind = 'points' | 'percent'

/**
 * Where the worth of what does not apply to an organ goes. `siblings`: to the indicators beside it in proportion.
 * `whole`: the sum is scaled up at the end, as 75 points by 4/3. `full`: it counts as gained.
 */
export type Absence = 'siblings' | 'whole' | 'full'

/** Taken from the published system, or filled in by us so that the system is complete. */
export type Origin = 'source' | 'filledIn'

/** Kinds of organs that are assessed by different indicators and ranked apart. */
export interface OrganClass {
  readonly key: string
  readonly caption: string
}

/** Something that can be at fault. Its id is one in the whole system. */
export interface FaultKind {
  readonly id: string
  readonly caption: string
  /** Points off for each time, on the scale of the leaf: its weight in a tree of points, 100 in one of percentages. */
  readonly each: number
  /** Points that this fault costs at most, however often it is found. */
  readonly most?: number
  /** The paper or article that asks for it. */
  readonly basis?: string
  readonly origin?: Origin
}

export interface Level {
  readonly id: string
  readonly caption: string
  /** Share of the leaf's worth, 0 to 1. */
  readonly share: number
}

/** Something that earns points. */
export interface Merit {
  readonly id: string
  readonly caption: string
  readonly each: number
}

/** How a leaf is scored. */
export type Rule =
  /** Begins full; each fault takes its points, the leaf at most all of its own. */
  | { readonly kind: 'deduct'; readonly faults: readonly FaultKind[] }
  /** The assessor names one level. */
  | { readonly kind: 'levels'; readonly levels: readonly Level[] }
  /** So many of the sample pass. */
  | { readonly kind: 'ratio' }
  /** Begins at nothing; each merit gives its points, the leaf at most its own. For what is added on top. */
  | { readonly kind: 'earn'; readonly merits: readonly Merit[] }

/** A fault that bears on a whole indicator: 没有现行有效清单的，该项最高为及格分；没有解读的，该项减半. */
export interface Limit {
  /** Id of a fault below this indicator. */
  readonly fault: string
  /** `atMost`: no more than the share of its worth. `times`: what was gained is multiplied by the share. */
  readonly effect: 'atMost' | 'times'
  readonly share: number
}

interface Node {
  readonly id: string
  readonly caption: string
  readonly weight: number
  /** Keys of the classes it applies to; all where none is named. */
  readonly classes?: readonly string[]
  readonly limits?: readonly Limit[]
  readonly origin?: Origin
}

/** A figure of the inspection that counts as so many faults. */
export interface Reading {
  /** Id of the check. */
  readonly check: string
  readonly fault: string
}

export interface Leaf extends Node {
  readonly rule: Rule
  /** 采样方式: website, papers, mock request, system data … */
  readonly sampling?: string
  /** What the organ hands in to show it. */
  readonly evidence?: string
  readonly reads?: readonly Reading[]
}

export interface Branch extends Node {
  readonly children: readonly Indicator[]
}

export type Indicator = Branch | Leaf

/** 单项否决: found, nothing else counts. */
export interface Veto {
  readonly id: string
  readonly caption: string
  /** Times from which it strikes; 1 unless said. */
  readonly from?: number
  readonly basis?: string
  readonly check?: string
  readonly origin?: Origin
}

/** Points on top, opened only by a score above the gate. */
export interface Bonus {
  readonly gate: number
  readonly most: number
  readonly indicators: readonly Leaf[]
}

export interface Grade {
  /** From this score up. */
  readonly from: number
  readonly caption: string
}

/** What the result of a year is made of, by weight: the organ's own score, its quarters, those below it, its readers. */
export interface CompositePart {
  readonly of: 'own' | 'quarters' | 'below' | 'social'
  readonly caption: string
  readonly weight: number
}

export interface IndicatorSystem {
  readonly format: 'gongkai-indicators/1'
  readonly id: string
  readonly name: string
  readonly year: number
  readonly tree: TreeKind
  /** Full marks without the bonus. */
  readonly full: number
  readonly absent: Absence
  readonly classes: readonly OrganClass[]
  readonly indicators: readonly Indicator[]
  readonly vetoes: readonly Veto[]
  readonly bonus: Bonus | null
  /** Below it the organ fails; null where the system knows no failing. */
  readonly pass: number | null
  /** From the best down. */
  readonly grades: readonly Grade[]
  readonly composite: readonly CompositePart[]
  readonly source: {
    /** The paper, with its number. */
    readonly title: string
    /** What of it is from the source and what is filled in. */
    readonly note: string
  }
}

export const isBranch = (indicator: Indicator): indicator is Branch => 'children' in indicator

/** The leaves below, in their order. */
export const leavesOf = (indicators: readonly Indicator[]): readonly Leaf[] =>
  indicators.flatMap((each) => (isBranch(each) ? leavesOf(each.children) : [each]))

/** All leaves of a system, those of the bonus last. */
export const allLeaves = ({ indicators, bonus }: Pick<IndicatorSystem, 'indicators' | 'bonus'>) => [
  ...leavesOf(indicators),
  ...(bonus?.indicators ?? []),
]

/** Faults that a leaf knows by name; none where it is scored otherwise. */
export const faultsOf = ({ rule }: Leaf): readonly FaultKind[] => (rule.kind === 'deduct' ? rule.faults : [])

/** Points a leaf is scored on before its weight counts. */
export const scaleOf = ({ tree }: Pick<IndicatorSystem, 'tree'>, { weight }: Node): number =>
  tree === 'percent' ? 100 : weight

export const ruleKinds: Readonly<Record<Rule['kind'], string>> = {
  deduct: '扣分',
  levels: '分档',
  ratio: '按比例',
  earn: '加分',
}

export const trees: Readonly<Record<TreeKind, string>> = {
  points: '分值相加',
  percent: '权重逐级相乘',
}

export const absences: Readonly<Record<Absence, string>> = {
  siblings: '不适用的指标，分值按比例并入同级其他指标',
  whole: '不适用的指标不计，总分按比例放大',
  full: '不适用的指标按满分计',
}

export const compositeSources: Readonly<Record<CompositePart['of'], string>> = {
  own: '本次考核得分',
  quarters: '各季度得分平均',
  below: '下级机关得分平均',
  social: '社会评议得分',
}
