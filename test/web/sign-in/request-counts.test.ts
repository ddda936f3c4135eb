import { expect, test } from 'vitest'
import { requestCounts } from '../../../src/web/sign-in/request-counts.ts'

const rule = { window: 60, max: 2 }

test('counts by key within a window, and begins anew when it is over', async () => {
  let now = '2026-11-22T02:00:00.000Z'
  const counts = requestCounts(() => now)
  const tried = async (key: string) => (await counts.consume(key, rule)).allowed
  expect([await tried('a'), await tried('a'), await tried('a'), await tried('b')]).toEqual([
    true,
    true,
    false,
    true,
  ])
  now = '2026-11-22T02:00:59.000Z'
  expect(await counts.consume('a', rule)).toEqual({ allowed: false, retryAfter: 1 })
  now = '2026-11-22T02:01:00.000Z'
  expect(await tried('a')).toBe(true)
})

test('what is counted at one door is not counted at another', async () => {
  const at = () => '2026-11-22T02:00:00.000Z'
  const [one, other] = [requestCounts(at), requestCounts(at)]
  for (let i = 0; i < 3; i++) await one.consume('a', rule)
  expect((await other.consume('a', rule)).allowed).toBe(true)
})
