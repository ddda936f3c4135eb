/** The 25 worked examples of annual report validation: every expected finding, and no other. */

import { describe, expect, test } from 'vitest'
import type { Day } from '../../src/law/day.ts'
import { check } from '../../src/report/check.ts'
import type { Claim } from '../../src/report/claims.ts'
import type { Finding, OrganKind, Report } from '../../src/report/report.ts'
import examples from './examples.json' with { type: 'json' }
import {
  asReport,
  baseline,
  columnPaths,
  type Example,
  groupPaths,
  lastYear,
  rowPaths,
  sections,
} from './sample.ts'

interface Case {
  readonly id: string
  readonly desc: string
  readonly patch: Readonly<Record<string, unknown>>
  readonly prev?: { readonly carriedOut: readonly number[]; readonly normativeValid: number }
  readonly context?: {
    readonly resultRows?: number
    readonly section1?: string
    readonly section6?: string
    readonly publishedOn?: string
    readonly organKind?: string
    readonly lastYearFeeWan?: string
  }
  readonly findings: readonly string[]
  readonly verdict: string
}

const patched = (patch: Case['patch']): Example => {
  const example = baseline() as unknown as Record<string, unknown>
  for (const [path, value] of Object.entries(patch)) {
    const steps = path.split('.')
    const last = steps.pop()!
    const target = steps.reduce<Record<string, unknown>>(
      (at, step) => at[step] as Record<string, unknown>,
      example,
    )
    target[last] = value
  }
  // The form of 2019 in a year in which it was prescribed, unless the example is about the year.
  if (patch.edition === '2019' && patch.year === undefined) example.year = 2020
  return example as unknown as Example
}

const claimsOf = (text: string | undefined): readonly Claim[] => {
  const received = /新收政府信息公开申请(\d+)件/.exec(text ?? '')?.[1]
  if (text === undefined || received === undefined) return []
  return [
    {
      id: '1-1',
      metric: 'received',
      value: Number(received),
      unit: '件',
      form: 'stated',
      section: 1,
      sentence: text,
      at: [0, text.length],
    },
  ]
}

const reportOf = ({ id, patch, context }: Case): Report => {
  const rows = context?.resultRows
  const report = asReport(
    patched(patch),
    rows === undefined ? {} : { requests: rows === 20 ? '2019' : '2021' },
  )
  const one = id === 'V23' ? '2025年，全县主动公开政府信息，依法办理申请。' : (context?.section1 ?? undefined)
  return {
    ...report,
    sections: sections({
      ...(one !== undefined && { 1: one }),
      ...(context?.section6 !== undefined && { 6: context.section6 }),
    }),
    claims: claimsOf(context?.section1),
  }
}

const reversed = (table: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(table).map(([id, path]) => [path, id]))
const [rows, columns, groups] = [rowPaths, columnPaths, groupPaths].map(reversed)

/** Row and column of a cell in the words of the examples. */
const place = (key: string) => {
  const [row = '', column = ''] = key.replace(/^\w+\//, '').split('@')
  return { row: rows![row], column: columns![column], group: groups![column.replace(/\.\w+$/, '')] }
}

/** A finding in the words of the examples. */
const worded = ({ rule, left, right, cells, message }: Finding, example: Example): string => {
  const { row, column, group } = place(cells[0] ?? '')
  switch (rule) {
    case 'T3-ID':
      return `T3-ID:${column} ${left?.value}≠${right?.value}`
    case 'T3-SUM':
      return `T3-SUM:${column} ${right?.value}≠${left?.value}`
    case 'T3-ROW':
      return `T3-ROW:${row} ${right?.value}≠${left?.value}`
    case 'T4-SUM':
      return `T4-SUM:${group} ${right?.value}≠${left?.value}`
    case 'INT':
    case 'BLANK':
      return cells.map((key) => `${rule}:${place(key).row}.${place(key).column}`).join()
    case 'X-CARRY':
      return `X-CARRY:${column} ${left?.value}→${right?.value}`
    case 'X-VALID': {
      const [was, issued, repealed] = left!.text.match(/\d+/g)!
      return `X-VALID ${was}+${issued}-${repealed}≠${right?.value}`
    }
    case 'RULES':
      return 'T2-RULES'
    case 'EDITION': {
      // Section 三 has three more rows than there are results.
      const [due, got] = message
        .match(/应有 (\d+) 行，实有 (\d+) 行/)!
        .slice(1)
        .map((n) => Number(n) - 3)
      return `EDITION: ${example.edition} edition needs ${due} result rows, got ${got}`
    }
    case 'TXT':
      return `TXT: newReceived ${left?.value}≠${right?.value}`
    case 'DATE':
      return `DATE: due ${/\d{4}-\d\d-\d\d/.exec(left!.text)![0]}`
    case 'UNIT':
      return `UNIT: more than 100× last year (${right?.value?.toFixed(2)})`
    default:
      return rule
  }
}

describe('年度报告校验算例', () => {
  test.each(examples.cases as unknown as readonly Case[])('$id $desc', (it) => {
    const report = reportOf(it)
    const { context, prev } = it
    const before = prev ?? examples.previousYear
    const findings = check(report, {
      previous: lastYear(before.carriedOut, before.normativeValid, context?.lastYearFeeWan),
      ...(context?.organKind && { organKind: context.organKind as OrganKind }),
      ...(context?.publishedOn && { publishedOn: context.publishedOn as Day }),
    })
    const counted = findings.filter(({ verdict, severity }) => verdict === 'broken' && severity !== 'note')
    expect(counted.map((finding) => worded(finding, patched(it.patch))).sort()).toEqual(
      [...it.findings].sort(),
    )
    const worst = counted.some(({ severity }) => severity === 'error')
      ? 'ERROR'
      : counted.length > 0
        ? 'WARN'
        : 'PASS'
    expect(it.verdict.split(' ')[0]).toBe(worst)
    if (it.id !== 'V13') expect(findings.filter(({ verdict }) => verdict === 'undecidable')).toEqual([])
  })
})
