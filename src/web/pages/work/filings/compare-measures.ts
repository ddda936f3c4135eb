/** What reports are compared by: captions come from the form, definitions stand here. */
import type { Citation } from '../../../../law/citation.ts'
import { edition2021 } from '../../../../report/editions/index.ts'
import { briefly, cellsOf, type Node, type Table } from '../../../../report/form.ts'
import type { AnsweredBy } from '../../../desk/api.ts'

type Row = AnsweredBy<'compareAnnualYears'>['rows'][number]

/** Working days that answers took; null where nothing was answered. */
export interface Pace {
  readonly median: number | null
  readonly ninetieth: number | null
}

/** A report with what it is called among those it is compared with. */
export interface Compared extends Row {
  readonly name: string
  readonly pace: Pace | null
}

export interface Measure {
  readonly key: string
  readonly caption: string
  readonly says: string
  readonly unit: string
  readonly cites: readonly Citation[]
  readonly of: (row: Pick<Compared, 'figures' | 'pace'>) => number | null
}

const tables: readonly Table[] = edition2021.tables
const requests = tables.find(({ key }) => key === 'requests')!
const disputes = tables.find(({ key }) => key === 'disputes')!

const rowKey = (path: string) => `requests/${path}@total`
const figure =
  (key: string) =>
  ({ figures }: Pick<Compared, 'figures'>) =>
    figures[key] ?? null

/** Null where a part is not known. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)

/** Reviews or suits with one of the results, all of them together. */
const disputed = (way: string, results: readonly string[]) => (row: Pick<Compared, 'figures'>) =>
  sumOf(
    cellsOf(disputes)
      .filter(
        ({ column }) =>
          column.path.startsWith(way) && results.some((each) => column.path.endsWith(`.${each}`)),
      )
      .map(({ key }) => figure(key)(row)),
  )

const share = (part: number | null, all: number | null): number | null =>
  part === null || all === null || all === 0 ? null : Math.round((1000 * part) / all) / 10

const lossOf = (way: string) => (row: Pick<Compared, 'figures'>) =>
  share(disputed(way, ['corrected'])(row), disputed(way, ['upheld', 'corrected', 'other'])(row))

const nodeAt = (nodes: readonly Node[], [first, ...rest]: readonly string[]): Node | undefined => {
  const node = nodes.find(({ id }) => id === first)
  return rest.length === 0 || node?.kind !== 'group' ? node : nodeAt(node.nodes, rest)
}

const childrenOf = (path: string): readonly Node[] => {
  const node = nodeAt(requests.rows, path.split('.'))
  return node?.kind === 'group' ? node.nodes.filter(({ kind }) => kind !== 'total') : []
}

const rowMeasure = (path: string, says: string): Measure => {
  const node = nodeAt(requests.rows, path.split('.'))
  return {
    key: path,
    caption: node === undefined ? path : briefly(node),
    says,
    unit: '件',
    cites: requests.cites,
    of: figure(rowKey(path)),
  }
}

export const received = rowMeasure('received', '报告第三部分第一行的总计：当年新收到的申请。')
export const outcomes = childrenOf('outcome').map(({ id }) =>
  rowMeasure(`outcome.${id}`, '报告第三部分办理结果中该项的总计，各分项相加。'),
)
export const grounds = childrenOf('outcome.denied').map(({ id }) =>
  rowMeasure(`outcome.denied.${id}`, '不予公开中该项理由的总计。'),
)
export const reviews: Measure = {
  key: 'reviews',
  caption: '行政复议',
  says: '报告第四部分行政复议的总计，含尚未审结的。',
  unit: '件',
  cites: disputes.cites,
  of: disputed('reconsideration', ['total']),
}
export const suits: Measure = {
  key: 'suits',
  caption: '行政诉讼',
  says: '报告第四部分行政诉讼的总计：未经复议直接起诉的和复议后起诉的相加。',
  unit: '件',
  cites: disputes.cites,
  of: disputed('litigation', ['total']),
}
export const reviewLoss: Measure = {
  key: 'reviewLoss',
  caption: '复议纠错率',
  says: '结果纠正的，占已经审结的（维持、纠正、其他）百分之几；没有审结的，没有这个数。',
  unit: '%',
  cites: disputes.cites,
  of: lossOf('reconsideration'),
}
export const suitLoss: Measure = {
  key: 'suitLoss',
  caption: '诉讼败诉率',
  says: '结果纠正的，占已经审结的（维持、纠正、其他）百分之几；没有审结的，没有这个数。',
  unit: '%',
  cites: disputes.cites,
  of: lossOf('litigation'),
}
export const median: Measure = {
  key: 'median',
  caption: '答复用时（一半）',
  says: '由申请件计算，不在年度报告表中：一半的答复用时不超过几个工作日；不计入期限的时间不计。只有在本系统办理的机关有这个数。',
  unit: '工作日',
  cites: ['条例§33'],
  of: ({ pace }) => pace?.median ?? null,
}
export const ninetieth: Measure = {
  ...median,
  key: 'ninetieth',
  caption: '答复用时（九成）',
  says: '同上，九成的答复用时不超过几个工作日。',
  of: ({ pace }) => pace?.ninetieth ?? null,
}

/** Those that are told and tabled, in the order of the form. */
export const measures: readonly Measure[] = [
  received,
  ...outcomes,
  rowMeasure('carriedOut', '报告第三部分第四行的总计：年底没有办结、结转下年度的。'),
  reviews,
  reviewLoss,
  suits,
  suitLoss,
  median,
  ninetieth,
]
