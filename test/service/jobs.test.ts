/** The clock of the service: what runs on which day, what is made up for, and that two processes share the work. */

import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type DailyJob, type JobParts, lastDue, runDue } from '../../src/jobs.ts'
import { repeat } from '../../src/repeat.ts'
import { JobRuns } from '../../src/store/job-runs.ts'
import type { Store } from '../../src/store/store.ts'
import { open } from '../store/support/office.ts'

let store: Store
beforeAll(async () => {
  store = await open(':memory:')
})
afterAll(() => store.close())

/** Beijing time as a moment. */
const at = (time: string) => new Date(`${time.replace(' ', 'T')}:00+08:00`).toISOString()

test.each([
  ['2026-11-22 07:29', '2026-11-21'],
  ['2026-11-22 07:30', '2026-11-22'],
  ['2026-11-22 23:59', '2026-11-22'],
  ['2026-11-23 00:00', '2026-11-22'],
  ['2027-01-01 03:00', '2026-12-31'],
])('at %s in Beijing a job of half past seven is due for %s', (now, day) => {
  expect(lastDue('07:30', at(now))).toBe(day)
})

describe('a day of jobs', () => {
  let number = 0
  /** A process with a job of its own name, at a time of the test's choosing. */
  const processOf = (
    job: Pick<DailyJob, 'name'> & Partial<DailyJob>,
    organs: readonly string[] = ['a', 'b'],
  ) => {
    const did: string[] = []
    const told: [string, string, unknown][] = []
    let now = at('2026-11-22 08:00')
    const parts: JobParts = {
      runs: new JobRuns(store),
      organs: async () => organs,
      now: () => now,
      ran: (...run) => told.push(run),
      stopped: () => false,
    }
    const daily: DailyJob = {
      from: '07:30',
      scope: 'organ',
      run: async (organ, { today }) => void did.push(`${organ} ${today}`),
      ...job,
    }
    return {
      did,
      told,
      parts,
      tick: async (time: string) => {
        now = at(time)
        await runDue([daily], parts)
      },
    }
  }
  const newName = () => `job-${++number}`

  test('each organ once a day, from the hour on', async () => {
    const { tick, did } = processOf({ name: newName() })
    await tick('2026-11-22 07:31')
    await tick('2026-11-22 12:00')
    await tick('2026-11-23 07:00')
    expect(did).toEqual(['a 2026-11-22', 'b 2026-11-22'])
    await tick('2026-11-23 07:30')
    expect(did.slice(2)).toEqual(['a 2026-11-23', 'b 2026-11-23'])
  })

  test('a job of the house once, for no organ', async () => {
    const { tick, did } = processOf({ name: newName(), scope: 'house' })
    await tick('2026-11-22 07:31')
    await tick('2026-11-22 07:32')
    expect(did).toEqual([' 2026-11-22'])
  })

  test('days missed while nothing ran are made up for once, as of the day it is', async () => {
    const { tick, did } = processOf({ name: newName() }, ['a'])
    await tick('2026-11-22 08:00')
    await tick('2026-11-27 06:00')
    expect(did).toEqual(['a 2026-11-22', 'a 2026-11-27'])
    await tick('2026-11-27 07:30')
    expect(did).toHaveLength(3)
  })

  test('an organ that came in the course of the day has its turn', async () => {
    const organs = ['a']
    const { tick, did } = processOf({ name: newName() }, organs)
    await tick('2026-11-22 08:00')
    organs.push('new')
    await tick('2026-11-22 10:00')
    expect(did).toEqual(['a 2026-11-22', 'new 2026-11-22'])
  })

  test('two processes share the work', async () => {
    const name = newName()
    const organs = ['a', 'b', 'c', 'd', 'e']
    const [one, other] = [processOf({ name }, organs), processOf({ name }, organs)]
    await Promise.all([one.tick('2026-11-22 08:00'), other.tick('2026-11-22 08:00')])
    const did = [...one.did, ...other.did].map((each) => each[0]).sort()
    expect(did).toEqual(organs)
  })

  test('one that fails holds up no other, is told without being quoted, and is tried again', async () => {
    let broken = true
    const run = vi.fn(async (organ: string) => {
      if (organ === 'a' && broken) throw Object.assign(new TypeError('李某 13800000000'), { code: '23505' })
    })
    const name = newName()
    const { tick, told } = processOf({ name, run })
    await tick('2026-11-22 08:00')
    expect(told.map(([job, organ, error]) => [job, organ, error === null])).toEqual([
      [name, 'a', false],
      [name, 'b', true],
    ])
    const kept = await store.database
      .selectFrom('job_run')
      .select('last_error')
      .where('job', '=', name)
      .execute()
    expect(kept.map(({ last_error }) => last_error)).toContain('TypeError 23505')
    await tick('2026-11-22 08:05')
    expect(run).toHaveBeenCalledTimes(2)
    broken = false
    await tick('2026-11-22 08:10')
    await tick('2026-11-22 09:00')
    expect(run).toHaveBeenCalledTimes(3)
  })

  test('a process that died in the middle is relieved after its time', async () => {
    const name = newName()
    const dead = processOf({ name, run: () => new Promise<void>(() => undefined) }, ['a'])
    void dead.tick('2026-11-22 08:00')
    const { tick, did } = processOf({ name }, ['a'])
    await vi.waitFor(async () => {
      const rows = await store.database.selectFrom('job_run').selectAll().where('job', '=', name).execute()
      expect(rows).toHaveLength(1)
    }, 30_000)
    await tick('2026-11-22 08:29')
    expect(did).toEqual([])
    await tick('2026-11-22 08:30')
    expect(did).toEqual(['a 2026-11-22'])
  })

  test('a stop is heeded before the next organ', async () => {
    const { tick, did, parts } = processOf({ name: newName() })
    Object.assign(parts, { stopped: () => did.length > 0 })
    await tick('2026-11-22 08:00')
    expect(did).toEqual(['a 2026-11-22'])
  })
})

describe('repetition', () => {
  afterEach(() => vi.useRealTimers())

  test('at once, again after each end, and not over itself', async () => {
    vi.useFakeTimers()
    const ends: (() => void)[] = []
    const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)))
    const repeated = repeat(1000, work, vi.fn())
    await vi.advanceTimersByTimeAsync(5000)
    expect(work).toHaveBeenCalledTimes(1)
    ends[0]?.()
    await vi.advanceTimersByTimeAsync(999)
    expect(work).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(work).toHaveBeenCalledTimes(2)
    ends[1]?.()
    await repeated.stop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(work).toHaveBeenCalledTimes(2)
  })

  test('an error is told and does not end it', async () => {
    vi.useFakeTimers()
    const failed = vi.fn()
    const repeated = repeat(1000, () => Promise.reject(new Error('once')), failed)
    await vi.advanceTimersByTimeAsync(1000)
    expect(failed).toHaveBeenCalledTimes(2)
    await repeated.stop()
  })

  test('stopping waits for what is under way and tells it to hurry', async () => {
    vi.useFakeTimers()
    let end: () => void = () => undefined
    let asked = () => false
    const repeated = repeat(
      1000,
      (stopped) => {
        asked = stopped
        return new Promise<void>((resolve) => {
          end = resolve
        })
      },
      vi.fn(),
    )
    let over = false
    const stopping = repeated.stop().then(() => {
      over = true
    })
    await vi.advanceTimersByTimeAsync(10)
    expect([asked(), over]).toEqual([true, false])
    end()
    await stopping
    expect(over).toBe(true)
  })
})
