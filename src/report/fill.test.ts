import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import { edition2021 } from './editions/index.ts'
import { fill } from './fill.ts'
import { cellsOf, leaves } from './form.ts'
import { judgements } from './judge.ts'
import { entered, figureAt } from './reading.ts'

const requests = edition2021.tables[4]
const disputes = edition2021.tables[5]

describe('fill', () => {
  test('counts become a complete table with zeros and totals', () => {
    const readings = fill(requests, [
      { row: 'received', column: 'natural', count: 2 },
      { row: 'received', column: 'legal.business', count: 1 },
      { row: 'outcome.granted', column: 'natural', count: 1 },
      { row: 'outcome.granted', column: 'natural', count: 1 },
      { row: 'carriedOut', column: 'legal.business', count: 1 },
    ])
    expect(Object.keys(readings)).toHaveLength(cellsOf(requests).length)
    expect(readings['requests/received@total']).toEqual(entered(3))
    expect(readings['requests/outcome.granted@natural']).toEqual(entered(2))
    expect(readings['requests/outcome.total@total']).toEqual(entered(2))
    expect(readings['requests/outcome.denied.stateSecret@legal.other']).toEqual(entered(0))
    expect(judgements([requests], readings).every(({ verdict }) => verdict === 'holds')).toBe(true)
  })

  test('section four alike', () => {
    const readings = fill(disputes, [
      { row: 'cases', column: 'reconsideration.upheld', count: 5 },
      { row: 'cases', column: 'litigation.direct.pending', count: 1 },
    ])
    expect(figureAt(readings, 'disputes/cases@reconsideration.total')).toBe(5)
    expect(figureAt(readings, 'disputes/cases@litigation.direct.total')).toBe(1)
  })

  test('totals and rows of another form are not entered', () => {
    // @ts-expect-error 总计 is computed
    expect(() => fill(requests, [{ row: 'outcome.total', column: 'natural', count: 1 }])).toThrow(RangeError)
    // @ts-expect-error 其他处理 is divided in three since 2021
    expect(() => fill(requests, [{ row: 'outcome.other', column: 'natural', count: 1 }])).toThrow(RangeError)
  })

  test('any history of cases gives a table in which every relation holds', () => {
    const outcomes = leaves(requests.rows)
      .map(({ path }) => path)
      .filter((path) => path.startsWith('outcome.') && path !== 'outcome.total')
    const column = fc.constantFrom('natural', 'legal.business', 'legal.lawService', 'legal.other')
    const request = fc.record({
      column,
      opened: fc.constantFrom('received', 'carriedIn'),
      closed: fc.constantFrom(...outcomes, 'carriedOut'),
    })
    fc.assert(
      fc.property(fc.array(request, { maxLength: 200 }), (cases) => {
        const counts = cases.flatMap((it) => [
          { row: it.opened, column: it.column, count: 1 },
          { row: it.closed, column: it.column, count: 1 },
        ]) as Parameters<typeof fill<typeof requests>>[1]
        const readings = { ...fill(requests, counts), ...fill(disputes, []) }
        expect(
          figureAt(readings, 'requests/received@total')! + figureAt(readings, 'requests/carriedIn@total')!,
        ).toBe(cases.length)
        const findings = check({
          organ: null,
          year: 2025,
          edition: '2021',
          script: 'simplified',
          sections: [],
          forms: { requests: '2021', disputes: '2021' },
          readings,
          claims: [],
          publication: {},
        })
        expect(findings.filter(({ verdict }) => verdict === 'broken')).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
