import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editions } from '../report/editions/index.ts'
import { cells, type EditionId } from '../report/form.ts'
import { entered } from '../report/reading.ts'
import type { Report } from '../report/report.ts'
import { columnWidths, digitWidths, figureSize, insetOf, textSize, textWidth } from './measures.ts'
import { boxText, type PrintedGrid, printedSections } from './printed.ts'

const gridsOf = (edition: EditionId, value: number): readonly PrintedGrid[] => {
  const { tables } = editions[edition]
  const report: Report = {
    organ: null,
    year: null,
    edition,
    script: 'simplified',
    sections: [],
    forms: Object.fromEntries(tables.map(({ key }) => [key, edition])),
    readings: Object.fromEntries(cells(tables).map(({ key }) => [key, entered(value)])),
    claims: [],
    publication: {},
  }
  return printedSections(report).flatMap(({ grid }) => (grid ? [grid] : []))
}

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)

describe.each(['2019', '2021'] as const)('%s年格式', (edition) => {
  test('各列正好占满版心', () => {
    for (const grid of gridsOf(edition, 0)) expect(sum(columnWidths(grid))).toBeCloseTo(textWidth, 6)
  })

  test('不超过八位的数都在一行之内', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.constantFrom(...Object.values(digitWidths)), (value, digitWidth) => {
        for (const grid of gridsOf(edition, value)) {
          const size = figureSize(grid, digitWidth)
          expect(size).toBeLessThanOrEqual(textSize(grid))
          for (const box of grid.boxes.filter(({ kind }) => kind === 'cell')) {
            const widths = columnWidths(grid).slice(box.column, box.column + box.colSpan)
            const room = ((sum(widths) - 2 * insetOf(box, grid)) / 25.4) * 72
            expect(boxText(box).length * digitWidth * size).toBeLessThanOrEqual(room)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})
