/** 政府信息公开情况统计表, which reports before 2019 print in place of the statutory tables. */

import { type Indicator, indicators, type Statistics } from '../report/pre2019.ts'
import { absent, isRead } from '../report/reading.ts'
import type { PrintedBox, PrintedGrid } from './printed.ts'

export const statisticsTitle = '政府信息公开情况统计表'

const flat = (all: readonly Indicator[]): readonly Indicator[] =>
  all.flatMap((indicator) => [indicator, ...flat(indicator.below)])

/** The table with its figures; null where not one was read. */
export const statisticsGrid = (statistics: Statistics): PrintedGrid | null => {
  const readings: Readonly<Record<string, Statistics[keyof Statistics]>> = statistics
  if (!Object.values(readings).some(isRead)) return null
  const one = { rowSpan: 1, colSpan: 1 }
  const head = ['统计指标', '单位', '统计数'].map(
    (text, column): PrintedBox => ({ kind: 'head', row: 0, column, ...one, text }),
  )
  const rows = flat(indicators).flatMap(({ id, ordinal, caption, unit }, i): readonly PrintedBox[] => {
    const label: PrintedBox = {
      kind: 'label',
      row: i + 1,
      column: 0,
      ...one,
      colSpan: unit ? 1 : 3,
      text: ordinal + caption,
    }
    if (!unit) return [label]
    return [
      label,
      { kind: 'label', row: i + 1, column: 1, ...one, text: unit },
      { kind: 'cell', row: i + 1, column: 2, ...one, text: '', key: id, reading: readings[id] ?? absent },
    ]
  })
  return {
    rows: flat(indicators).length + 1,
    columns: 3,
    boxes: [...head, ...rows],
    headRows: 1,
    shares: [9, 1, 2],
  }
}
