import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copied, similarity } from './similarity.ts'

test('the same words are alike whatever the punctuation', () => {
  expect(similarity('主动公开，依申请公开。', '主动公开 依申请公开')).toBe(1)
  expect(similarity('', '')).toBe(1)
  expect(similarity('甲', '乙')).toBe(0)
  expect(similarity('主动公开', '行政复议')).toBe(0)
  expect(similarity('主动公开', '主动公布')).toBeCloseTo(2 / 3)
})

test('likeness lies between 0 and 1 and does not depend on the order', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const likeness = similarity(a, b)
      expect(likeness).toBeGreaterThanOrEqual(0)
      expect(likeness).toBeLessThanOrEqual(1)
      expect(similarity(b, a)).toBe(likeness)
      expect(similarity(a, a)).toBe(1)
    }),
  )
})

test('sentences copied word for word are named', () => {
  const before = '一是公开的主动性还不够强，需要继续提高。二是培训不足。'
  const after = '一是公开的主动性还不够强,需要继续提高；三是今年新出现的一个问题还没有解决。'
  expect(copied(after, before)).toEqual(['一是公开的主动性还不够强,需要继续提高'])
})
