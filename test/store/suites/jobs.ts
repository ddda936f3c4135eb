import { describe, expect, test } from 'vitest'
import { JobRuns } from '../../../src/store/job-runs.ts'
import { checkKeys } from '../../../src/store/key-check.ts'
import { keyRingOf } from '../../../src/store/key-ring.ts'
import { Store } from '../../../src/store/store.ts'
import { at, type Bench, organ, ring } from '../support/office.ts'

const day = '2026-11-22'
const soon = '2026-11-22T05:00:00.000Z'
const later = '2026-11-22T06:00:00.000Z'

export function testJobs({ store, fresh }: Bench): void {
  describe('runs of jobs', () => {
    const run = (job: string) => ({ organ: 'o', job, day }) as const
    const runs = () => new JobRuns(store())

    test('of many who claim a run at once, one has it', async () => {
      const claims = Array.from({ length: 8 }, () => runs().claim(run('many'), at, soon))
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1)
    })

    test('a claim that ran out may be claimed again, one that holds may not', async () => {
      expect(await runs().claim(run('lease'), at, soon)).toBe(true)
      expect(await runs().claim(run('lease'), at, later)).toBe(false)
      expect(await runs().claim(run('lease'), soon, later)).toBe(true)
    })

    test('what is done is not claimed again that day, and is the next', async () => {
      await runs().claim(run('done'), at, soon)
      await runs().done(run('done'), soon)
      expect(await runs().claim(run('done'), later, later)).toBe(false)
      expect(await runs().doneFor('done', day)).toEqual(new Set(['o']))
      expect(await runs().doneFor('done', '2026-11-23')).toEqual(new Set())
      expect(await runs().claim({ ...run('done'), day: '2026-11-23' }, later, later)).toBe(true)
    })

    test('what failed may be claimed again when its time has come', async () => {
      await runs().claim(run('failed'), at, later)
      await runs().failed(run('failed'), 'TypeError', soon)
      expect(await runs().doneFor('failed', day)).toEqual(new Set())
      expect(await runs().claim(run('failed'), at, later)).toBe(false)
      expect(await runs().claim(run('failed'), soon, later)).toBe(true)
    })

    test('old runs are forgotten', async () => {
      await runs().claim({ ...run('old'), day: '2025-01-01' }, at, soon)
      await runs().done({ ...run('old'), day: '2025-01-01' }, at)
      await runs().forgetBefore('2025-01-02')
      expect(await runs().doneFor('old', '2025-01-01')).toEqual(new Set())
      await runs().claim({ ...run('old'), day: '2025-01-02' }, at, soon)
      await runs().done({ ...run('old'), day: '2025-01-02' }, at)
      await runs().forgetBefore('2025-01-02')
      expect(await runs().doneFor('old', '2025-01-02')).toEqual(new Set(['o']))
    })
  })

  describe('the keys of a database', () => {
    const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
    const withKeys = (other: Store, current: string, keys: Record<string, string>) =>
      new Store(other.database, { ...other.parts, ring: keyRingOf({ current, keys }) }, () => undefined)

    test('those it was sealed with are right, and a new one beside them', async () => {
      const own = await fresh()
      expect(await checkKeys(own, at)).toBeNull()
      expect(await checkKeys(own, at)).toBeNull()
      const more = withKeys(own, 'k3', { k1: secret(1), k2: secret(2), k3: secret(3) })
      expect(await checkKeys(more, at)).toBeNull()
    })

    test('another key under the same name is found before anything is sealed with it', async () => {
      const own = await fresh()
      await checkKeys(own, at)
      const strange = withKeys(own, 'k1', { k1: secret(9) })
      expect(await checkKeys(strange, at)).toMatchObject({ failure: 'wrongKey' })
    })

    test('a key is missed as long as something is sealed with it', async () => {
      const own = await fresh()
      expect(ring.current).toBe('k2')
      await own.organs.put(organ('keys'))
      await own.inTransaction('keys', ({ vault }) =>
        vault.put({ id: 'v1', kind: 'applicant', data: { name: '李某' }, lookup: {} }, at),
      )
      await checkKeys(own, at)
      const fewer = withKeys(own, 'k1', { k1: secret(1) })
      const fault = await checkKeys(fewer, at)
      expect(fault).toMatchObject({ failure: 'missingKey', message: expect.stringContaining('“k2”') })
      await own.inTransaction('keys', ({ vault }) => vault.erase('v1', at))
      expect(await checkKeys(fewer, at)).toBeNull()
    })

    test('the mark kept of a key is not the key', async () => {
      const own = await fresh()
      await checkKeys(own, at)
      const rows = await own.database.selectFrom('setting').selectAll().where('organ', '=', '').execute()
      expect(rows.map(({ key }) => key).sort()).toEqual(['key/k1', 'key/k2'])
      const bytes = ring.ids.map((id) => Buffer.from(ring.key(id)!).toString('hex'))
      for (const { value } of rows)
        expect(bytes.some((key) => key.includes(String(value)) || String(value).includes(key))).toBe(false)
    })
  })
}
