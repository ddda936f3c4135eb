import { describe, expect, test } from 'vitest'
import { idsOf, nextFinding, type Ties } from '../../../src/web/pages/work/reports/ties.ts'

/** Two cells share a mark, as in a row printed without gaps; one is shown nowhere. */
const ties: Ties = {
  markOf: { a: 0, b: 0, c: 1 },
  marks: [['a', 'b'], ['c']],
  findings: [
    { number: 1, cells: ['a', 'c'], cell: 'a', said: null },
    { number: 2, cells: ['c', 'absent'], cell: 'c', said: null },
    { number: 3, cells: [], cell: null, said: 0 },
  ],
}

describe('what belongs together', () => {
  test('a cell: its place in the source, and every finding about it', () => {
    expect(idsOf(ties, { cell: 'c' })).toEqual(['cell-c', 'place-1', 'finding-1', 'finding-2'])
    expect(idsOf(ties, { cell: 'b' })).toEqual(['cell-b', 'place-0'])
    expect(idsOf(ties, { cell: 'absent' })).toEqual(['cell-absent', 'finding-2'])
  })

  test('a finding: all its cells, in the form and in the source', () => {
    expect(idsOf(ties, { finding: 1 })).toEqual(['finding-1', 'cell-a', 'place-0', 'cell-c', 'place-1'])
    expect(idsOf(ties, { finding: 3 })).toEqual(['finding-3'])
  })
})

test('findings follow each other, and begin again', () => {
  expect(nextFinding(ties, null, 1)).toBe(1)
  expect(nextFinding(ties, { finding: 1 }, 1)).toBe(2)
  expect(nextFinding(ties, { finding: 3 }, 1)).toBe(1)
  expect(nextFinding(ties, null, -1)).toBe(3)
  expect(nextFinding(ties, { finding: 2 }, -1)).toBe(1)
  expect(nextFinding(ties, { cell: 'absent' }, 1)).toBe(3)
  expect(nextFinding({ ...ties, findings: [] }, null, 1)).toBe(null)
})
