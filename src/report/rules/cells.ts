/** What stands in single cells: sign and kind of figure, empty cells, cells that could not be read. */

import { type Cell, cellsOf, spoken, spokenCell, type Table } from '../form.ts'
import { isEmpty, shown } from '../judge.ts'
import { figureOf, readingAt } from '../reading.ts'
import { tableName } from '../table-name.ts'
import { byRow, foundTables, listed, type Remark, type Rule, type Subject } from './rule.ts'

const fault = ({ value }: Cell, figure: number): string | null => {
  if (value !== 'signed' && figure < 0) return '不应为负数'
  if ((value === 'count' || value === 'signed') && !Number.isInteger(figure)) return '应为整数'
  return null
}

const wholeNumbers: Rule = {
  id: 'INT',
  title: '件数为不小于零的整数，金额不为负',
  severity: 'error',
  cites: ['年报格式'],
  run: ({ tables, report }) =>
    tables.flatMap(cellsOf).flatMap((cell): readonly Remark[] => {
      const figure = figureOf(readingAt(report.readings, cell.key))
      const wrong = figure === null ? null : fault(cell, figure)
      if (figure === null || wrong === null) return []
      return [
        {
          verdict: 'broken',
          cells: [cell.key],
          left: { text: spokenCell(cell), value: figure },
          message: `${spokenCell(cell)}填 ${figure}，${wrong}。`,
        },
      ]
    }),
}

const emptyCells = (table: Table, subject: Subject): readonly Remark[] => {
  const empty = cellsOf(table).filter(({ key }) => isEmpty(readingAt(subject.report.readings, key)))
  if (empty.length === 0) return []
  const dashes = empty.filter(({ key }) => readingAt(subject.report.readings, key).kind === 'dash').length
  const kinds = [
    ...(empty.length > dashes ? [`${empty.length - dashes} 格空白`] : []),
    ...(dashes > 0 ? [`${dashes} 格只有横线或斜线`] : []),
  ]
  return [
    {
      verdict: 'broken',
      severity: subject.edition?.blanks === 'tolerated' ? 'note' : 'warning',
      cells: empty.map(({ key }) => key),
      message: `${tableName(table)}有 ${kinds.join('、')}，数量为零的应当填 0：${byRow(empty)}。`,
    },
  ]
}

const blanks: Rule = {
  id: 'BLANK',
  title: '每格都填数字，没有的填 0',
  severity: 'warning',
  cites: ['年报格式'],
  run: (subject) => foundTables(subject).flatMap((table) => emptyCells(table, subject)),
}

/** A run of figures is quoted up to this length. */
const longest = 40

const unread: Rule = {
  id: 'UNREAD',
  title: '印有数字而不能确定的格',
  severity: 'warning',
  cites: ['年报格式'],
  run: ({ tables, report }) => {
    const open = tables
      .flatMap(cellsOf)
      .map((cell) => ({ cell, reading: readingAt(report.readings, cell.key) }))
      .filter(({ reading }) => reading.kind === 'ambiguous' || reading.kind === 'illegible')
    const rows = Map.groupBy(open, ({ cell }) => cell.row)
    return [...rows].map(([row, all]): Remark => {
      const { cell, reading } = all[0]!
      const place = 'place' in reading ? reading.place : undefined
      const name = spoken(row) || tableName(cell.table)
      const each = all.map((it) => `${spoken(it.cell.column)} ${shown(it.reading)}`)
      const printed = new Set(all.map((it) => ('raw' in it.reading ? it.reading.raw.trim() : '')))
      const [run = ''] = printed
      const said =
        printed.size === 1 && all.length > 1
          ? `印作“${run.length > longest ? `${run.slice(0, longest)}…` : run}”，${all.length} 格的数字不能逐一确定`
          : `有 ${all.length} 格印有数字而不能确定`
      const open = all.filter((it) => it.reading.kind === 'ambiguous')
      return {
        verdict: 'undecidable',
        cells: all.map((it) => it.cell.key),
        ...(place && { place }),
        message:
          printed.size === 1 && all.length > 1 && open.length === 0
            ? `${name}${said}。`
            : `${name}${said}：${listed(each, 7)}。`,
      }
    })
  },
}

export const cellRules: readonly Rule[] = [wholeNumbers, blanks, unread]
