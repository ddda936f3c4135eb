/** What must agree between the reports of two years running, and figures out of all proportion. */

import { difference, sum } from '../decimal.ts'
import { briefly, cellAt, cellKey, leaves, spokenCell, type Table, type TableKey } from '../form.ts'
import { figureAt, readingAt } from '../reading.ts'
import type { Report } from '../report.ts'
import { formOf, type Remark, type Rule, type Subject } from './rule.ts'

/** The report of the year before; null where it is of another year, so that nothing need agree. */
const yearBefore = ({ report, previous }: Subject): Report | null => {
  if (previous === null || report.year === null || previous.year === null) return previous
  return previous.year === report.year - 1 ? previous : null
}

const tableOf = ({ tables }: Subject, key: TableKey): Table | undefined => tables.find((t) => t.key === key)

const carriedOver: Rule = {
  id: 'X-CARRY',
  title: '上年结转等于上一年度报告的结转下年度',
  severity: 'warning',
  cites: ['条例§50(2)', '年报格式'],
  run: (subject) => {
    const before = yearBefore(subject)
    const table = tableOf(subject, 'requests')
    if (before === null || table === undefined) return []
    return leaves(table.columns).flatMap((column): readonly Remark[] => {
      const [from, to] = [cellKey(table, 'carriedOut', column.path), cellKey(table, 'carriedIn', column.path)]
      const [was, is] = [figureAt(before.readings, from), figureAt(subject.report.readings, to)]
      if (was === null || is === null) return []
      const name = briefly(column.node)
      return [
        {
          verdict: was === is ? 'holds' : 'broken',
          cells: [to],
          left: { text: `上一年度报告：${name}结转下年度`, value: was },
          right: { text: `本年度报告：${name}上年结转`, value: is },
          message:
            was === is
              ? `${name}一列：上一年度报告结转下年度 ${was}，本年度报告上年结转 ${is}，相符。`
              : `${name}一列：上一年度报告结转下年度 ${was}，本年度报告上年结转 ${is}，相差 ${Math.abs(difference(was, is))}。`,
        },
      ]
    })
  },
}

const stockCarried: Rule = {
  id: 'X-VALID',
  title: '现行有效件数等于上年现行有效加本年制发减本年废止',
  severity: 'warning',
  cites: ['条例§20(1)', '年报格式'],
  run: (subject) => {
    const before = yearBefore(subject)
    const table = tableOf(subject, 'documents')
    const both =
      before && formOf(before, 'documents') === '2021' && formOf(subject.report, 'documents') === '2021'
    if (!both || table === undefined) return []
    return leaves(table.rows).flatMap((row): readonly Remark[] => {
      const key = (column: string) => cellKey(table, row.path, column)
      const { readings } = subject.report
      const was = figureAt(before.readings, key('inForce'))
      const [issued, repealed, now] = ['issued', 'repealed', 'inForce'].map((c) => figureAt(readings, key(c)))
      if (was === null || issued == null || repealed == null || now == null) return []
      const due = sum([was, issued, -repealed])
      const words = `上年现行有效 ${was} + 本年制发 ${issued} - 本年废止 ${repealed}`
      const end =
        due === now ? '相符' : `相差 ${Math.abs(difference(due, now))}（失效、修订、机构调整的应当说明）`
      return [
        {
          verdict: due === now ? 'holds' : 'broken',
          cells: ['issued', 'repealed', 'inForce'].map(key),
          left: { text: words, value: due },
          right: { text: `现行有效 ${now}`, value: now },
          message: `${briefly(row.node)}：${words} = ${due}，本年现行有效 ${now}，${end}。`,
        },
      ]
    })
  },
}

const itemsCarried: Rule = {
  id: 'X-2019',
  title: '上一年项目数量等于上一年度报告的项目数量加增减',
  severity: 'warning',
  cites: ['年报格式2019'],
  run: (subject) => {
    const before = yearBefore(subject)
    if (before === null) return []
    return subject.tables.flatMap((table) => {
      const has = leaves(table.columns).some(({ path }) => path === 'lastYear')
      if (!has || formOf(before, table.key) !== '2019') return []
      return leaves(table.rows).flatMap((row): readonly Remark[] => {
        const [lastYear, change] = [cellKey(table, row.path, 'lastYear'), cellKey(table, row.path, 'change')]
        const [was, plus] = [figureAt(before.readings, lastYear), figureAt(before.readings, change)]
        const is = figureAt(subject.report.readings, lastYear)
        if (was === null || plus === null || is === null) return []
        const due = sum([was, plus])
        const words = `上一年度报告的上一年项目数量 ${was} + 本年增/减 ${plus}`
        const end = due === is ? '相符' : `相差 ${Math.abs(difference(due, is))}`
        return [
          {
            verdict: due === is ? 'holds' : 'broken',
            cells: [lastYear],
            left: { text: words, value: due },
            right: { text: `本年度报告的上一年项目数量 ${is}`, value: is },
            message: `${briefly(row.node)}：${words} = ${due}，本年度报告的上一年项目数量 ${is}，${end}。`,
          },
        ]
      })
    })
  },
}

const fee = 'charges/fee@amount'
const procurement = 'procurement/central@amount'

/** So many times the amount of the year before is a wrong unit rather than a change. */
const jump = 100
/** In 万元, ten thousand million yuan: more than any organ below a province collects in fees. */
const implausible = 1_000_000

const units: Rule = {
  id: 'UNIT',
  title: '金额的单位',
  severity: 'warning',
  cites: ['条例§20(8)', '年报格式'],
  run: (subject) => {
    const { report, previous, tables, kind } = subject
    const remarks: Remark[] = []
    const name = (key: string): string => {
      const cell = tables.map((table) => cellAt(table, key)).find((found) => found !== undefined)
      return cell ? spokenCell(cell) : key
    }
    const amount = figureAt(report.readings, fee)
    const before = previous && figureAt(previous.readings, fee)
    const printed = readingAt(report.readings, fee)
    const unit = printed.kind === 'number' ? printed.unit : undefined
    const said = (message: string): Remark => ({
      verdict: 'broken',
      cells: [fee],
      left: { text: name(fee), value: amount },
      ...(before !== null && { right: { text: '上一年度', value: before } }),
      message,
    })
    if (amount !== null && unit !== undefined && unit !== '万元')
      remarks.push(said(`${name(fee)}格内写作 ${amount}${unit}，该栏单位是万元。`))
    else if (amount !== null && before !== null && before > 0 && amount > before * jump)
      remarks.push(said(`${name(fee)}填 ${amount}，超过上一年度 ${before} 的 ${jump} 倍，单位可能误用元。`))
    else if (amount !== null && amount >= implausible && kind !== 'provincialGovernment' && kind !== 'state')
      remarks.push(said(`${name(fee)}填 ${amount} 万元，合 ${amount / 10_000} 亿元，单位可能误用元。`))
    const bought = readingAt(report.readings, procurement)
    if (bought.kind === 'number' && bought.value > 0 && bought.unit === undefined)
      remarks.push({
        verdict: 'broken',
        severity: 'note',
        cites: ['条例§20(9)', '年报格式2019'],
        cells: [procurement],
        left: { text: name(procurement), value: bought.value },
        message: `${name(procurement)}填 ${bought.value}，表头和格内都没有写明单位。`,
      })
    return remarks
  },
}

export const yearRules: readonly Rule[] = [carriedOver, stockCarried, itemsCarried, units]
