import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from './grid.ts'

const cell = (rowSpan = 1, colSpan = 1) => ({ rowSpan, colSpan })

test('a cell goes to the first column no span from above holds', () => {
  const { placed, columns } = layOut([
    [cell(2), cell(1, 2)],
    [cell(), cell()],
  ])
  expect(columns).toBe(3)
  expect(placed.map((it) => [it.row, it.column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 2],
  ])
})

test('rowspan 0 runs to the end, lying spans are clamped to the table', () => {
  const { placed, columns } = layOut([[cell(0), cell(1, 99_999)], [cell(65_000)], [cell()]])
  expect(columns).toBe(3)
  expect(placed.map((it) => [it.column, it.rowSpan, it.colSpan])).toEqual([
    [0, 3, 1],
    [1, 1, 2],
    [1, 2, 1],
    [2, 1, 1],
  ])
})

test('without spans every cell lands where it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 6 }), { maxLength: 8 }), (lengths) => {
      const { placed } = layOut(lengths.map((length) => Array.from({ length }, () => cell())))
      expect(placed.map((it) => it.row)).toEqual(lengths.flatMap((length, row) => Array(length).fill(row)))
      expect(placed.map((it) => it.column)).toEqual(lengths.flatMap((length) => [...Array(length).keys()]))
    }),
  )
})

test('laid out cells never overlap, whatever spans are claimed', () => {
  const spans = fc.record({
    rowSpan: fc.integer({ min: -2, max: 9 }),
    colSpan: fc.integer({ min: -2, max: 9 }),
  })
  fc.assert(
    fc.property(fc.array(fc.array(spans, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const { placed, columns } = layOut(rows)
      const starts = placed.map((it) => `${it.row},${it.column}`)
      expect(new Set(starts).size).toBe(starts.length)
      for (const it of placed) {
        expect(it.row + it.rowSpan).toBeLessThanOrEqual(rows.length)
        expect(it.column + it.colSpan).toBeLessThanOrEqual(columns)
      }
    }),
  )
})
