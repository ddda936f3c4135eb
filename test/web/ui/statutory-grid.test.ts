import { describe, expect, test } from 'vitest'
import { editions } from '../../../src/report/editions/index.ts'
import { cellsOf, leaves, type Table } from '../../../src/report/form.ts'
import { type FormGrid, formGrid } from '../../../src/web/ui/statutory-grid.ts'

const all = Object.values(editions).flatMap(({ id, tables }: { id: string; tables: readonly Table[] }) =>
  [2, 3, 4].map((section) => ({
    name: `${id} ${section}`,
    tables: tables.filter((table) => table.section === section),
  })),
)
const boxesOf = ({ rows }: FormGrid) => rows.flatMap(({ boxes }) => boxes)

describe.each(all)('section $name', ({ tables }) => {
  const grid = formGrid(tables, 'x')
  const boxes = boxesOf(grid)

  test('holds every cell of its tables once', () => {
    const keys = boxes.flatMap(({ key }) => key ?? [])
    expect(keys.sort()).toEqual(tables.flatMap((table) => cellsOf(table).map(({ key }) => key)).sort())
  })

  test('names boxes once, and every head that a figure names is a head', () => {
    const heads = new Set(boxes.filter(({ kind }) => kind !== 'cell').map(({ id }) => id))
    expect(new Set(boxes.map(({ id }) => id)).size).toBe(boxes.length)
    for (const { kind, headers } of boxes) {
      if (kind !== 'cell') continue
      expect(headers.split(' ').every((id) => heads.has(id))).toBe(true)
    }
  })

  test('covers every place of the grid once', () => {
    const taken = new Set<string>()
    grid.rows.forEach(({ boxes: inRow }, index) => {
      for (const { column, rowSpan, colSpan } of inRow)
        for (let r = 0; r < rowSpan; r++)
          for (let c = 0; c < colSpan; c++) {
            const place = `${index + r} ${column + c}`
            expect(taken.has(place)).toBe(false)
            taken.add(place)
          }
    })
    expect(taken.size).toBe(grid.rows.length * grid.columns)
  })
})

test('a figure is named by its row, the group above the row, its column and the group above the column', () => {
  const requests: Table = editions['2021'].tables.find(({ key }) => key === 'requests')!
  const boxes = boxesOf(formGrid([requests], 'x'))
  const cell = boxes.find(({ key }) => key === 'requests/outcome.denied.thirdParty@legal.business')!
  const spoken = cell.headers.split(' ').map((id) => boxes.find((box) => box.id === id)?.text)
  const row = leaves(requests.rows).find(({ path }) => path === 'outcome.denied.thirdParty')!
  const column = leaves(requests.columns).find(({ path }) => path === 'legal.business')!
  for (const { caption } of [...row.trail, ...column.trail]) expect(spoken).toContain(caption)
})
