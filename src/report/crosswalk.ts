/** 国办公开办函〔2019〕60号 and 〔2021〕30号 side by side: which cells answer to each other, which do not and why. */

import { sum } from './decimal.ts'
import { type CellKey, editions, type Key2019, type Key2021 } from './editions/index.ts'
import { cells, type EditionId, type TableKey } from './form.ts'
import { entered, figureAt, type Reading, type Readings, readingAt } from './reading.ts'

/** Cells of both editions whose sums mean the same. */
export interface Correspondence {
  readonly '2019': readonly string[]
  readonly '2021': readonly string[]
  /** Where the captions differ so much that the figures may not have been counted alike. */
  readonly caution?: string
}

type Columns = 'natural' | `legal.${'business' | 'research' | 'welfare' | 'lawService' | 'other'}` | 'total'

const columns: readonly Columns[] = [
  'natural',
  'legal.business',
  'legal.research',
  'legal.welfare',
  'legal.lawService',
  'legal.other',
  'total',
]

interface Pair {
  readonly '2019': readonly Key2019[]
  readonly '2021': readonly Key2021[]
  readonly caution?: string
}

/** Cells that answer to each other under different keys. Cells of the same key answer to each other by that. */
const pairs: readonly Pair[] = [
  ...columns.map(
    (column): Pair => ({
      '2019': [`requests/outcome.other@${column}`],
      '2021': [
        `requests/outcome.other.notCorrected@${column}`,
        `requests/outcome.other.feeUnpaid@${column}`,
        `requests/outcome.other.rest@${column}`,
      ],
    }),
  ),
  { '2019': ['documents/rules@made'], '2021': ['documents/rules@issued'], caution: '“新制作”改为“制发”' },
  {
    '2019': ['documents/normative@made'],
    '2021': ['documents/normative@issued'],
    caution: '“新制作”改为“制发”，“规范性文件”改为“行政规范性文件”',
  },
]

/** Why a cell has no counterpart, by table and row or column; the first that fits. */
const alone: readonly { readonly table: TableKey; readonly path?: string; readonly reason: string }[] = [
  { table: 'documents', path: 'disclosed', reason: '2021 年格式不再填本年新公开数量' },
  { table: 'documents', path: 'totalDisclosed', reason: '对外公开总数量不是现行有效件数' },
  { table: 'documents', path: 'repealed', reason: '2019 年格式不填废止件数' },
  { table: 'documents', path: 'inForce', reason: '2019 年格式不填现行有效件数' },
  { table: 'licensing', path: 'otherService', reason: '2021 年格式取消其他对外管理服务事项' },
  { table: 'licensing', reason: '2021 年格式只填处理决定数量' },
  { table: 'enforcement', reason: '2021 年格式只填处理决定数量' },
  { table: 'charges', reason: '2019 年格式填项目数量，2021 年格式填收费金额' },
  { table: 'procurement', reason: '2021 年格式取消政府集中采购' },
]

const keys = (edition: EditionId): readonly string[] => cells(editions[edition].tables).map(({ key }) => key)

const inPairs = new Set<string>(pairs.flatMap((pair) => [...pair['2019'], ...pair['2021']]))

const both = new Set(keys('2021'))

/** Every correspondence between the two editions: the same cells first, then those of different keys. */
export const crosswalk: readonly Correspondence[] = [
  ...keys('2019')
    .filter((key) => both.has(key) && !inPairs.has(key))
    .map((key) => ({ '2019': [key], '2021': [key] })),
  ...pairs,
]

/** Why a cell of an edition has no counterpart in the other; null where it has one. */
export const reasonAlone = (key: CellKey): string | null => {
  if (crosswalk.some((it) => it['2019'].includes(key) || it['2021'].includes(key))) return null
  const [table, rest = ''] = key.split('/')
  const paths = rest.split('@')
  const found = alone.find((it) => it.table === table && (it.path === undefined || paths.includes(it.path)))
  return found?.reason ?? '另一格式没有这一格'
}

/** A cell that could not be carried over, and why. */
export interface Lost {
  readonly key: string
  readonly reason: string
}

const undivided = '2019 年格式的其他处理不分项，不能拆成三项'

/** What several cells amount to in one: their sum where all have a figure, empty where all are, else absent. */
const together = (readings: Readings, from: readonly string[]): Reading => {
  if (from.length === 1) return readingAt(readings, from[0]!)
  const figures = from.map((key) => figureAt(readings, key))
  if (figures.every((figure) => figure !== null)) return entered(sum(figures))
  const empty = from.every((key) => ['blank', 'dash'].includes(readingAt(readings, key).kind))
  return empty ? { kind: 'blank', raw: '' } : { kind: 'absent' }
}

/**
 * Readings of one edition in the cells of the other. A sum is carried over only where all its parts are read;
 * what the other edition divides further stays absent. `lost` names every cell that shows something and was not
 * carried over.
 */
export const carriedOver = (
  readings: Readings,
  from: EditionId,
  to: EditionId,
): { readonly readings: Readings; readonly lost: readonly Lost[] } => {
  if (from === to) return { readings, lost: [] }
  const found: Record<string, Reading> = {}
  const lost: Lost[] = []
  const shows = (key: string) => readingAt(readings, key).kind !== 'absent'
  for (const pair of crosswalk) {
    if (pair[to].length > 1) lost.push(...pair[from].filter(shows).map((key) => ({ key, reason: undivided })))
    else if (pair[from].some(shows)) found[pair[to][0]!] = together(readings, pair[from])
  }
  for (const { key } of cells(editions[from].tables)) {
    const reason = reasonAlone(key as CellKey)
    if (reason !== null && shows(key)) lost.push({ key, reason })
  }
  return { readings: found, lost }
}
