/** Every rule of the registry has a report it is content with and one it is not. */

import { describe, expect, test } from 'vitest'
import { type Context, check, rules } from '../../src/report/check.ts'
import type { Report, RuleId, Verdict } from '../../src/report/report.ts'
import { asReport, baseline, lastYear, sample, sections } from './sample.ts'
import { before, claim, old, part, saying, total, without } from './variants.ts'

interface Case {
  readonly report: Report
  readonly context?: Context
}

const cases: Readonly<
  Record<string, { readonly good: Case; readonly bad: Case; readonly verdict?: Verdict }>
> = {
  'T2-STOCK': {
    good: { report: sample() },
    bad: {
      report: old(2019, { 'documents/normative@disclosed': 52, 'documents/normative@totalDisclosed': 48 }),
    },
  },
  'T3-ID': { good: { report: sample() }, bad: { report: sample({ 'requests/received@natural': 121 }) } },
  'T3-SUM': {
    good: { report: sample() },
    bad: { report: sample({ 'requests/outcome.granted@natural': 51 }) },
  },
  'T3-ROW': { good: { report: sample() }, bad: { report: sample({ 'requests/received@total': 148 }) } },
  'T4-SUM': {
    good: { report: sample() },
    bad: { report: sample({ 'disputes/cases@reconsideration.total': 8 }) },
  },
  INT: {
    good: { report: old(2020, { 'enforcement/penalty@change': -1 }) },
    bad: { report: sample({ 'charges/fee@amount': -3 }) },
  },
  BLANK: {
    good: { report: sample() },
    bad: { report: sample({ 'documents/rules@issued': { kind: 'dash', raw: '/' } }) },
  },
  'X-CARRY': {
    good: { report: sample(), context: { previous: before } },
    bad: { report: sample(), context: { previous: lastYear([9, 1, 0, 0, 1, 0, 11], 78) } },
  },
  'X-VALID': {
    good: { report: sample(), context: { previous: before } },
    bad: { report: sample(), context: { previous: lastYear([8, 1, 0, 0, 1, 0, 10], 80) } },
  },
  'X-2019': {
    good: {
      report: old(2020, { 'enforcement/penalty@lastYear': 25 }),
      context: {
        previous: old(2019, { 'enforcement/penalty@lastYear': 26, 'enforcement/penalty@change': -1 }),
      },
    },
    bad: {
      report: old(2020, { 'enforcement/penalty@lastYear': 26 }),
      context: {
        previous: old(2019, { 'enforcement/penalty@lastYear': 26, 'enforcement/penalty@change': -1 }),
      },
    },
  },
  TXT: {
    good: { report: saying(claim('1-1', 'received', 147)) },
    bad: { report: saying(claim('1-1', 'received', 150)) },
  },
  'TXT-PARTS': {
    good: { report: saying(total, part('1-2', 50, 'whole'), part('1-3', 7, 'whole')) },
    bad: { report: saying(total, part('1-2', 50, 'whole'), part('1-3', 5, 'whole')) },
  },
  RULES: {
    good: { report: sample({ 'documents/rules@inForce': 6 }, { kind: 'cityGovernment' }) },
    bad: { report: sample({ 'documents/rules@inForce': 6 }, { kind: 'townshipGovernment' }) },
  },
  UNIT: {
    good: { report: sample(), context: { previous: before } },
    bad: { report: sample({ 'charges/fee@amount': 1_285_600 }), context: { previous: before } },
  },
  EDITION: { good: { report: sample() }, bad: { report: asReport(baseline(), { requests: '2019' }) } },
  SIX: {
    good: { report: sample() },
    bad: { report: { ...sample(), sections: sections({ 6: '无其他需要报告的事项。' }) } },
  },
  FIVE: { good: { report: sample() }, bad: { report: { ...sample(), sections: sections({ 5: '无。' }) } } },
  FEE: {
    good: { report: saying(claim('6-1', 'processingFee', 400, { section: 6 })) },
    bad: {
      report: { ...saying(claim('1-1', 'processingFee', 400)), sections: sections({ 6: '无' }) },
    },
  },
  'ART50-4': {
    good: { report: sample({}, { kind: 'countyGovernment' }) },
    bad: {
      report: {
        ...sample({}, { kind: 'countyGovernment' }),
        sections: sections({ 1: '开展工作考核，无责任追究情况。' }),
      },
    },
  },
  DATE: {
    good: { report: sample(), context: { publishedOn: '2026-01-31' } },
    bad: { report: sample(), context: { publishedOn: '2026-02-02' } },
  },
  YEAR: {
    good: { report: { ...sample(), preamble: '统计期限自2025年1月1日起至2025年12月31日止。' } },
    bad: { report: { ...sample(), preamble: '统计期限自2024年1月1日起至2024年12月31日止。' } },
  },
  SECTIONS: {
    good: { report: sample() },
    bad: { report: { ...sample(), sections: sections().filter(({ number }) => number !== 5) } },
  },
  LEN1: {
    good: { report: sample() },
    bad: { report: { ...sample(), sections: sections({ 1: '主动公开。考核、评议、追究。'.repeat(100) }) } },
  },
  ABSENT: {
    good: { report: sample() },
    bad: { report: without(sample(), 'disputes') },
    verdict: 'undecidable',
  },
  UNREAD: {
    good: { report: sample() },
    bad: {
      report: sample({
        'requests/received@natural': { kind: 'ambiguous', raw: '12015', candidates: [12, 120] },
        'requests/received@legal.business': { kind: 'illegible', raw: '▇' },
      }),
    },
    verdict: 'undecidable',
  },
}

/** Findings that come from elsewhere than the registry: the reader, and the comparison of organs. */
const elsewhere: readonly RuleId[] = ['LOST-COLUMNS', 'HIERARCHY']

describe('规则登记簿', () => {
  test('每条规则都有相符和不符的例子，编号不重复', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Object.keys(cases).sort()).toEqual([...ids].sort())
    expect(ids.filter((id) => elsewhere.includes(id))).toEqual([])
  })

  test.each(rules)('$id $title', ({ id, cites }) => {
    const { good, bad, verdict = 'broken' } = cases[id]!
    const of = ({ report, context }: Case) => check(report, context).filter(({ rule }) => rule === id)
    expect(of(good)).toEqual([])
    const [finding] = of(bad)
    expect(finding).toMatchObject({ rule: id, verdict })
    expect(finding!.message).toMatch(/^.+。$/)
    expect(finding!.message).not.toMatch(/undefined|null|NaN/)
    expect(cites.length).toBeGreaterThan(0)
    expect(finding!.cites.length).toBeGreaterThan(0)
    expect(JSON.parse(JSON.stringify(finding))).toEqual(finding)
  })
})
