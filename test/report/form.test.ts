/** The forms themselves: what follows from the trees, and that a wrong key does not compile. */

import { describe, expect, test } from 'vitest'
import {
  type CellKey,
  editionFor,
  editions,
  type Key2019,
  type Key2021,
} from '../../src/report/editions/index.ts'
import { equations, relationWords } from '../../src/report/equations.ts'
import { cells, type Edition, type SectionNumber, type Table } from '../../src/report/form.ts'
import { type Grid, layout, sectionLayout } from '../../src/report/layout.ts'

const all: readonly Edition[] = Object.values(editions)

/** How often each place of the grid is covered. */
const cover = ({ rows, columns, boxes }: Grid): readonly number[] => {
  const counts: number[] = Array(rows * columns).fill(0)
  for (const box of boxes)
    for (let r = box.row; r < box.row + box.rowSpan; r++)
      for (let c = box.column; c < box.column + box.colSpan; c++) counts[r * columns + c]! += 1
  return counts
}

describe.each(all)('$title', (edition) => {
  test('每张表恰好铺满方格，不重叠、不留空', () => {
    for (const table of edition.tables) {
      const grid = layout(table)
      expect(cover(grid)).toEqual(Array(grid.rows * grid.columns).fill(1))
    }
  })

  test.each([2, 3, 4] as const)(
    '第 %s 部分整体恰好铺满方格，每个数字格出现一次',
    (section: SectionNumber) => {
      const grid = sectionLayout(edition, section)!
      expect(cover(grid)).toEqual(Array(grid.rows * grid.columns).fill(1))
      const keys = grid.boxes.flatMap(({ key }) => (key ? [key] : []))
      expect(new Set(keys).size).toBe(keys.length)
      expect([...keys].sort()).toEqual(
        cells(edition.tables.filter((table) => table.section === section))
          .map(({ key }) => key)
          .sort(),
      )
    },
  )

  test('格式是数据：转成 JSON 不丢失', () => {
    expect(JSON.parse(JSON.stringify(edition))).toEqual(edition)
  })

  test('每个关系的格子都在表中，都能说成一句话', () => {
    const keys = new Set(cells(edition.tables).map(({ key }) => key))
    for (const equation of edition.tables.flatMap(equations)) {
      for (const key of [...equation.left, ...equation.right]) expect(keys).toContain(key)
      expect(relationWords(equation)).toMatch(/^.+一[列行组]“.+ [=≥] .+”$/)
    }
  })
})

const counted = (edition: Edition): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(edition.tables.flatMap(equations), ({ rule }) => rule)).map(
      ([rule, of]) => [rule, of.length],
    ),
  )

test('2021 年格式：25 行、200 格、44 个关系', () => {
  expect(counted(editions['2021'])).toEqual({
    'T2-STOCK': 2,
    'T3-ID': 7,
    'T3-SUM': 7,
    'T3-ROW': 25,
    'T4-SUM': 3,
  })
  expect(cells(editions['2021'].tables)).toHaveLength(200)
})

test('2019 年格式：23 行、198 格、42 个关系', () => {
  expect(counted(editions['2019'])).toEqual({
    'T2-STOCK': 2,
    'T3-ID': 7,
    'T3-SUM': 7,
    'T3-ROW': 23,
    'T4-SUM': 3,
  })
  expect(cells(editions['2019'].tables)).toHaveLength(198)
})

test('2019、2020 年度用试行格式，2021 年度起用新格式，之前没有统一格式', () => {
  expect([2018, 2019, 2020, 2021, 2030].map((year) => editionFor(year)?.id)).toEqual([
    undefined,
    '2019',
    '2019',
    '2021',
    '2021',
  ])
})

test('写错的格子不能通过编译', () => {
  const right: CellKey = 'requests/outcome.unavailable.notHeld@natural'
  // @ts-expect-error a row that is not in the form
  const row: CellKey = 'requests/outcome.unavailable.lost@natural'
  // @ts-expect-error a column that is not in the form
  const column: CellKey = 'requests/received@legal.school'
  // @ts-expect-error 其他处理 is divided in three since 2021
  const later: Key2021 = 'requests/outcome.other@natural'
  // @ts-expect-error the form of 2019 has no 现行有效
  const earlier: Key2019 = 'documents/rules@inForce'
  const keys = new Set<string>(
    all.flatMap(({ tables }) => cells(tables as readonly Table[])).map(({ key }) => key),
  )
  expect(keys).toContain(right)
  expect(keys).not.toContain(row)
  expect(keys).not.toContain(column)
  expect(later).not.toBe(earlier)
})
