/** Reports that differ from the example in one way or another. */

import type { Claim } from '../../src/report/claims.ts'
import { edition2019 } from '../../src/report/editions/index.ts'
import { cellKey, leaves, type Table } from '../../src/report/form.ts'
import { entered, type Reading } from '../../src/report/reading.ts'
import type { Report } from '../../src/report/report.ts'
import { lastYear, sample } from './sample.ts'

/** A figure told in the prose. */
export const claim = (
  id: string,
  metric: Claim['metric'],
  value: number,
  more: Partial<Claim> = {},
): Claim => ({
  id,
  metric,
  value,
  form: 'stated',
  section: 1,
  sentence: `${metric} ${value}`,
  at: [0, 1],
  ...more,
})

/** The example with figures told in its prose. */
export const saying = (...claims: readonly Claim[]): Report => ({ ...sample(), claims })

/** A report on the form of 2019, all zeros but for what is given. */
export const old = (year: number, figures: Readonly<Record<string, number | Reading>> = {}): Report => {
  const tables: readonly Table[] = edition2019.tables
  const zeros = tables.flatMap((table) =>
    leaves(table.rows).flatMap((row) =>
      leaves(table.columns).map((column) => [cellKey(table, row.path, column.path), entered(0)] as const),
    ),
  )
  const given = Object.entries(figures).map(([key, it]) => [key, typeof it === 'number' ? entered(it) : it])
  return {
    ...sample(),
    year,
    edition: '2019',
    forms: Object.fromEntries(tables.map(({ key }) => [key, '2019'])),
    readings: { ...Object.fromEntries(zeros), ...Object.fromEntries(given) },
  }
}

/** Last year's report, in agreement with the example. */
export const before = lastYear([8, 1, 0, 0, 1, 0, 10], 78, '128.30')
/** A report without one of its tables. */
export const without = (report: Report, table: 'disputes'): Report => {
  const { [table]: _, ...forms } = report.forms
  return {
    ...report,
    forms,
    readings: Object.fromEntries(Object.entries(report.readings).filter(([key]) => !key.startsWith(table))),
  }
}

/** 主动公开 57 条, and parts of it. */
export const total = claim('1-1', 'proactive', 57)
export const part = (id: string, value: number, covers: 'whole' | 'likely' | 'some') =>
  claim(id, 'proactivePart', value, { part: { of: '1-1', list: 1, by: 'class', covers } })
