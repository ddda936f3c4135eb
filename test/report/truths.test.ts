/** Reports that were really published, transcribed by hand: what is wrong with them is found, and nothing else. */

import { describe, expect, test } from 'vitest'
import { check, checkAll } from '../../src/report/check.ts'
import type { Finding } from '../../src/report/report.ts'
import { summarise } from '../../src/report/verdict.ts'
import { missing, reportOf, type Truth, truths } from './truth.ts'

const said = ({ rule, verdict, left, right }: Finding): string =>
  [rule, verdict, ...(left && right ? [`${left.value} ${right.value}`] : [])].join(' ')

/** What is to be found in the tables, besides notes. Reports not named have nothing. */
const expected: Readonly<Record<string, readonly string[]>> = {
  // 自然人 cells empty while 总计 is filled: undecidable, not broken.
  'seeds/001': ['T3-ID undecidable 1 null', 'T3-ROW undecidable', 'BLANK broken'],
  'seeds/002': ['T2-STOCK broken 48 52', 'RULES broken'],
  'seeds/003': ['ABSENT undecidable', 'ABSENT undecidable', 'ABSENT undecidable'],
  'text/hongze-2023-layout': ['EDITION broken', 'T4-SUM broken 0 11', 'T4-SUM broken 0 5'],
  'text/hongze-2023-raw': ['EDITION broken', 'T4-SUM broken 0 11', 'T4-SUM broken 0 5'],
  'text/hongze-2024-layout': ['EDITION broken'],
  'text/hongze-2024-raw': ['EDITION broken'],
}

const all = missing === null ? [...truths()] : []

describe.skipIf(missing !== null)(`真实年度报告${missing === null ? '' : `（${missing}）`}`, () => {
  test.each(all)('%s', (name, truth: Truth) => {
    const report = reportOf(truth)
    const findings = check(report).filter(({ severity }) => severity !== 'note')
    expect(findings.map(said)).toEqual(expected[name] ?? [])
  })

  test.each(all)('%s: 横向纵向核对不符的数目与人工核对一致', (_name, truth: Truth) => {
    const arithmetic = checkAll(reportOf(truth)).filter(({ rule }) => /^T[34]-/.test(rule))
    const cells = arithmetic
      .filter(({ verdict }) => verdict !== 'holds')
      .map(({ rule, verdict, cells: concerned }) => ({ rule, verdict, concerned }))
    if (truth.mechanical_crossfoot.length === 0)
      expect(cells.filter(({ verdict }) => verdict === 'broken')).toEqual([])
    else expect(cells.length).toBeGreaterThan(0)
  })

  test('完全相符的报告：勾稽关系全部成立，逐格读到', () => {
    const report = reportOf(truths().get('text/huaian-2024-layout')!)
    const summary = summarise(report, checkAll(report))
    expect(summary).toMatchObject({
      verdicts: { broken: 0, undecidable: 0 },
      coverage: { read: 200, total: 200 },
      exitCode: 0,
    })
    // 7 identities, 7 columns, 25 rows, 3 groups, 2 stocks.
    expect(summary.verdicts.holds).toBe(44)
  })

  test('宿迁 2023 与 2024：上年结转、现行有效前后相接', () => {
    const [before, after] = ['', '#2'].map((nth) =>
      reportOf(truths().get(`text/suqian-2023-2024-two-column${nth}`)!),
    )
    const across = checkAll(after!, { previous: before! }).filter(({ rule }) => rule.startsWith('X-'))
    expect(across.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      ...Array(7).fill('X-CARRY holds'),
      'X-VALID holds',
      'X-VALID holds',
    ])
  })
})
