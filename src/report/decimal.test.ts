import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference, sum } from './decimal.ts'

test('sums are of the printed decimal figures', () => {
  expect(sum([0.1, 0.2])).toBe(0.3)
  expect(sum([])).toBe(0)
  expect(sum([59237.2449, 13464.0129])).toBe(72701.2578)
  expect(sum([1e-7, 2e-7])).toBe(3e-7)
  expect(sum([1e21, 5])).toBe(1e21)
  expect(difference(128.56, 128.3)).toBe(0.26)
})

test('money of four decimals adds up exactly', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 20 }), (units) => {
      const exact = units.reduce((a, b) => a + b, 0)
      expect(sum(units.map((n) => n / 10_000)) + 0).toBe(exact / 10_000 + 0)
    }),
  )
})
