import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balancedSplits, placements, splits } from './splits.ts'

describe('splits', () => {
  test('cuts in every way, shortest numbers first', () => {
    expect(splits('1234', 3)).toEqual([
      [1, 2, 34],
      [1, 23, 4],
      [12, 3, 4],
    ])
  })

  test('a number never begins with a zero, but may be zero', () => {
    expect(splits('1005', 3)).toEqual([[10, 0, 5]])
    expect(splits('000', 3)).toEqual([[0, 0, 0]])
    expect(splits('000', 2)).toEqual([])
    expect(splits('', 0)).toEqual([[]])
    expect(splits('1', 2)).toEqual([])
    expect(splits('1,2', 2)).toEqual([])
  })

  test('a hard boundary ends a number', () => {
    expect(splits('1234', 3, 100, [2])).toEqual([
      [1, 2, 34],
      [12, 3, 4],
    ])
  })

  test('more ways than the cap are not listed', () => {
    expect(splits('1'.repeat(30), 15, 1000)).toBeNull()
  })

  test('joined again, every split gives the digits, and the true one is among them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 7 }), (numbers) => {
        const digits = numbers.join('')
        const ways = splits(digits, numbers.length, 200_000)!
        expect(ways.every((way) => way.join('') === digits)).toBe(true)
        expect(ways).toContainEqual(numbers)
        expect(new Set(ways.map((way) => way.join('|'))).size).toBe(ways.length)
      }),
    )
  })
})

describe('balancedSplits', () => {
  test('a run too long to be listed is cut by its sums', () => {
    const cases = [72, 64, 178, 37, 351, 13, 4, 8, 1, 26, 12, 1, 1, 6, 20]
    expect(splits(cases.join(''), 15)).toBeNull()
    expect(balancedSplits(cases.join(''), [5, 5, 5])).toContainEqual(cases)
  })

  test('are the splits in which every group adds up', () => {
    const small = fc.array(fc.nat(40), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(small, small, (one, two) => {
        const close = (parts: readonly number[]) => [...parts, parts.reduce((a, b) => a + b, 0)]
        const digits = [...close(one), ...close(two)].join('')
        const adds = (way: readonly number[]) => close(way.slice(0, 4))[4] === way[4]
        const all = splits(digits, 10, 1_000_000)!.filter((way) => adds(way) && adds(way.slice(5)))
        expect(new Set(balancedSplits(digits, [5, 5])!.map(String))).toEqual(new Set(all.map(String)))
      }),
      { numRuns: 50 },
    )
  })
})

describe('placements', () => {
  test('keeps the order and leaves the other cells empty', () => {
    expect(placements([2, 3], 3)).toEqual([
      [2, 3, null],
      [2, null, 3],
      [null, 2, 3],
    ])
  })

  test('cells known to be printed are never empty', () => {
    expect(placements([2, 3], 3, 100, [2])).toEqual([
      [2, null, 3],
      [null, 2, 3],
    ])
  })

  test('more ways than the cap are not listed', () => {
    expect(placements([1, 2, 3, 4, 5, 6, 7], 15, 1000)).toBeNull()
    expect(placements([1, 2], 1)).toEqual([])
  })
})
