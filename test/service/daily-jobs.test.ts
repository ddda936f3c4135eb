/** The daily jobs themselves, on an embedded database. */

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readCheckpoints } from '../../src/checkpoints.ts'
import { dailyJobs } from '../../src/daily-jobs.ts'
import type { Store } from '../../src/store/store.ts'
import { verify } from '../../src/store/verify.ts'
import { append, event, open, organ } from '../store/support/office.ts'

const now = '2026-11-22T04:22:23.120Z'
const time = { now, today: '2026-11-22' } as const

let folder = ''
let store: Store
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-jobs-'))
  store = await open(':memory:')
  await store.organs.put(organ('o1'))
  await store.organs.put(organ('silent'))
  await append(store, 'o1', 'request/r1', 0, event('opened'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const prune = vi.fn(async () => undefined)
const jobs = (backups: { folder: string; days: number } | null = null) => {
  const told: unknown[] = []
  const all = dailyJobs({
    store,
    door: { prune },
    checkpoints: join(folder, 'checkpoints.jsonl'),
    backups,
    outsideLinks: true,
    kept: (ends) => told.push(...ends),
  })
  return { all, told, run: (name: string, of = '') => all.find((job) => job.name === name)!.run(of, time) }
}

test('the end of each chain is kept outside, and finds a log that was computed anew', async () => {
  const { run, told } = jobs()
  await run('checkpoint')
  const kept = await readCheckpoints(join(folder, 'checkpoints.jsonl'))
  expect(kept).toEqual([{ organ: 'o1', seq: 1, hash: expect.stringMatching(/^sha256:/) }])
  expect(told).toEqual(kept)
  expect((await verify(store, 'o1', { checkpoints: kept })).faults).toEqual([])
  const forged = [{ ...kept[0]!, hash: kept[0]!.hash.replace(/.$/, (c) => (c === '0' ? '1' : '0')) }]
  expect((await verify(store, 'o1', { checkpoints: forged })).faults).toMatchObject([{ kind: 'checkpoint' }])
})

test('a line of the checkpoints that was cut off costs no other', async () => {
  const file = join(folder, 'cut.jsonl')
  const whole = { at: now, organ: 'o1', seq: 1, hash: 'sha256:00' }
  await writeFile(file, `${JSON.stringify(whole)}\n{"organ":"o1","se`)
  expect(await readCheckpoints(file)).toEqual([{ organ: 'o1', seq: 1, hash: 'sha256:00' }])
  expect(await readCheckpoints(join(folder, 'none.jsonl'))).toEqual([])
})

test('a backup a day, the old ones removed, nothing else', async () => {
  const backups = join(folder, 'backups')
  const { run } = jobs({ folder: backups, days: 7 })
  await run('backup')
  for (const name of [
    'gongkai-2026-11-14.jsonl',
    'gongkai-2026-11-15.jsonl',
    'gongkai-2025-1.jsonl',
    'notes.txt',
  ])
    await writeFile(join(backups, name), '')
  await run('backup')
  expect((await readdir(backups)).sort()).toEqual([
    'gongkai-2025-1.jsonl',
    'gongkai-2026-11-15.jsonl',
    'gongkai-2026-11-22.jsonl',
    'notes.txt',
  ])
  expect(await readFile(join(backups, 'gongkai-2026-11-22.jsonl'), 'utf8')).toContain('gongkai-backup')
})

test('sessions that are over are dropped', async () => {
  await jobs().run('forgetSessions')
  expect(prune).toHaveBeenCalledOnce()
})

test('no backups where no folder is named', () => {
  expect(jobs().all.map(({ name }) => name)).not.toContain('backup')
})

test('answers under idempotency keys are forgotten after a week', async () => {
  const begin = (key: string, at: string) =>
    store.inTransaction('o1', async ({ keys }) => (await keys.begin(key, 'f', at)).kind)
  await begin('week', '2026-11-15T04:22:23.119Z')
  await begin('young', '2026-11-15T04:22:23.120Z')
  await jobs().run('forgetKeys', 'o1')
  expect([await begin('week', now), await begin('young', now)]).toEqual(['fresh', 'done'])
})
