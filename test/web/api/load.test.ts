import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type House, openShell } from './support/house.ts'

let pressed: House
beforeAll(async () => {
  // A byte of memory is too little for anything: the server is under pressure from its first answer.
  pressed = await openShell({ limits: { memoryBytes: 1 } })
  const putOff = async () => expect((await pressed.ask(null, 'GET', '/api/v1/organs')).status).toBe(503)
  await vi.waitFor(putOff, { timeout: 30_000, interval: 100 })
})
afterAll(() => pressed.close())

test('under pressure it is said to be alive, or a watcher would restart it and make it worse', async () => {
  expect((await pressed.ask(null, 'GET', '/healthz')).status).toBe(200)
})

test('and everything else is put off', async () => {
  expect((await pressed.ask(null, 'GET', '/api/v1/organs')).status).toBe(503)
})
