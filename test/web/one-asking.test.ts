import { expect, test } from 'vitest'
import { asOneAsking, foundOnce } from '../../src/web/http/one-asking.ts'

/** Counts how often it was looked. */
function looking() {
  let looks = 0
  return { looks: () => looks, find: async () => ++looks }
}

test('one asking finds a thing once, however many want it at the same time and later', async () => {
  const { looks, find } = looking()
  await asOneAsking(async () => {
    expect(await Promise.all([foundOnce('who', find), foundOnce('who', find)])).toEqual([1, 1])
    expect(await foundOnce('who', find)).toBe(1)
  })
  expect(looks()).toBe(1)
})

test('another key, another asking, and no asking at all look anew', async () => {
  const { find } = looking()
  await asOneAsking(async () => {
    expect(await foundOnce('who', find)).toBe(1)
    expect(await foundOnce('standings', find)).toBe(2)
  })
  expect(await asOneAsking(() => foundOnce('who', find))).toBe(3)
  expect(await foundOnce('who', find)).toBe(4)
  expect(await foundOnce('who', find)).toBe(5)
})

test('two askings at once know nothing of each other', async () => {
  const { find } = looking()
  const both = [1, 2].map(() =>
    asOneAsking(async () => [await foundOnce('who', find), await foundOnce('who', find)]),
  )
  expect(await Promise.all(both)).toEqual([
    [1, 1],
    [2, 2],
  ])
})
