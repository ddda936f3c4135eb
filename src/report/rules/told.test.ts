import { expect, test } from 'vitest'
import { check } from '../check.ts'
import type { Claim } from '../claims.ts'
import { edition2019 } from '../editions/index.ts'
import { cellsOf, type Table } from '../form.ts'
import type { Reading } from '../reading.ts'
import type { Report } from '../report.ts'

const disputes: Table = edition2019.tables[6]

const claim = (metric: Claim['metric'], value: number): Claim => ({
  id: `1-${metric}`,
  metric,
  value,
  section: 1,
  sentence: '全年发生行政复议1件、行政诉讼1件。',
  form: 'stated',
  at: [0, 0],
})

const report = (raw: string, claims: readonly Claim[]): Report => ({
  organ: null,
  year: 2019,
  edition: '2019',
  script: 'simplified',
  sections: [],
  forms: { disputes: '2019' },
  readings: Object.fromEntries(
    cellsOf(disputes).map(({ key }): [string, Reading] => [
      key,
      { kind: 'ambiguous', raw, candidates: [1, null] },
    ]),
  ),
  claims,
  publication: {},
})

const told = (r: Report) => check(r).filter(({ rule, verdict }) => rule === 'TXT' && verdict === 'broken')

test('条例§50(3) 正文说有复议又有诉讼，表中只印两个数：必有一类没有填', () => {
  const [finding] = told(report('1 1', [claim('reconsideration', 1), claim('litigation', 1)]))
  expect(finding).toMatchObject({ left: { value: 4 }, right: { value: 2 }, severity: 'warning' })
})

test('条例§50(3) 只说有复议，两个数容得下，不报', () => {
  expect(told(report('1 1', [claim('reconsideration', 1)]))).toEqual([])
})

test('条例§50(3) 印出四个数，容得下两类，不报', () => {
  expect(told(report('1 1 1 1', [claim('reconsideration', 1), claim('litigation', 1)]))).toEqual([])
})
