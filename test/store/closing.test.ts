/** A store that says it is closed has left the folder: the lock is given back to whoever comes next. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedDatabases, embeddedDatabases } from './support/embedded.ts'
import { open, organ } from './support/office.ts'

let embedded: EmbeddedDatabases
beforeAll(async () => {
  embedded = await embeddedDatabases()
})
afterAll(() => embedded.remove())

test('the embedded database is closed when the store is', async () => {
  const place = await embedded.create()
  const running = join(place, 'database', 'postmaster.pid')
  for (let round = 1; round <= 3; round++) {
    const store = await open(place)
    await store.organs.put(organ(`o${round}`))
    expect(existsSync(running)).toBe(true)
    await store.close()
    expect(existsSync(running)).toBe(false)
  }
  const store = await open(place)
  expect(await store.organs.all()).toHaveLength(3)
  await store.close()
})

test('a store that was never asked anything closes too', async () => {
  const store = await open(':memory:')
  await store.close()
})
