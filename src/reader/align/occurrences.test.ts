import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { occurrences } from './occurrences.ts'

/** Least number of edits between the pattern and any substring, by plain dynamic programming. */
const least = (pattern: string, text: string): number => {
  let row = Array.from({ length: pattern.length + 1 }, (_, i) => i)
  let best = row[pattern.length] as number
  for (const c of text) {
    const next = [0]
    for (let i = 1; i <= pattern.length; i++)
      next.push(
        Math.min(
          (row[i - 1] as number) + (pattern[i - 1] === c ? 0 : 1),
          (row[i] as number) + 1,
          (next[i - 1] as number) + 1,
        ),
      )
    row = next
    best = Math.min(best, row[pattern.length] as number)
  }
  return best
}

test('错字、漏字仍能找到，并说出错几处', () => {
  const found = occurrences('2其他法律行政法规禁止公开', '1属于国家秘密2其他法律行政止公开3危及')
  expect(found).toEqual([{ start: 7, end: 17, edits: 3 }])
})

test('先要一字不差的', () => {
  expect(occurrences('重复申请件', '重复申请件重复申清件')).toEqual([{ start: 0, end: 5, edits: 0 }])
})

test('短标题不许有错', () => {
  expect(occurrences('规章', '规则')).toEqual([])
})

test('与逐字比较的结果一致：有则找到，无则不找', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 5, maxLength: 9 })
  const texts = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 40 })
  fc.assert(
    fc.property(letters, texts, (pattern, text) => {
      const limit = Math.floor(pattern.length * 0.25)
      const found = occurrences(pattern, text)
      const expected = least(pattern, text)
      expect(found.length > 0).toBe(expected <= limit)
      for (const { start, end, edits } of found) {
        expect(edits).toBeLessThanOrEqual(limit)
        expect(least(pattern, text.slice(start, end))).toBeLessThanOrEqual(edits)
      }
      if (found.length > 0) expect(Math.min(...found.map((o) => o.edits))).toBe(expected)
    }),
    { numRuns: 400 },
  )
})
