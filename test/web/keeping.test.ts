import { expect, test } from 'vitest'
import { keeping } from '../../src/web/keeping.ts'

/** Makes what is asked for, and notes how often. */
function workshop(most: number) {
  const made: string[] = []
  const kept = keeping<string | null>(most)
  const ask = (key: string, result: string | null = `of ${key}`) =>
    kept(key, () => {
      made.push(key)
      return result
    })
  return { made, ask }
}

test('what was made is not made again, not even nothing', () => {
  const { made, ask } = workshop(10)
  expect([ask('a'), ask('b', null), ask('a'), ask('b')]).toEqual(['of a', null, 'of a', null])
  expect(made).toEqual(['a', 'b'])
})

test('the one that nobody has asked for longest is forgotten', () => {
  const { made, ask } = workshop(2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) ask(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
