/** Processes killed in the middle of their writing, and two on one data folder. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startCluster } from './support/cluster.ts'
import { crashRounds } from './support/crash.ts'
import { embeddedDatabases } from './support/embedded.ts'
import { isNotOpened, open, organ, project, ring } from './support/office.ts'

const rounds = Number(process.env.CRASH_ROUNDS ?? 5)
const patience = 60_000 + rounds * 10_000

const [cluster, embedded] = await Promise.all([startCluster(), embeddedDatabases()])
const crash = typeof cluster === 'string' ? null : cluster.crash

afterAll(async () => {
  await embedded.remove()
  if (typeof cluster !== 'string') await cluster.stop()
})

describe('killed in the middle of writing', () => {
  const killed = async (kill: () => void) => kill()

  test(
    'embedded database: what the process had acknowledged is there (the machine stayed up)',
    async () => {
      const report = await crashRounds(await embedded.create(), rounds, killed)
      expect(report).toMatchObject({ lost: [], faults: [] })
      expect(report.acknowledged).toBeGreaterThan(rounds)
    },
    patience,
  )

  test.skipIf(typeof cluster === 'string')(
    'PostgreSQL: what the process had acknowledged is there',
    async () => {
      const report = await crashRounds(
        await (cluster as { create(): Promise<string> }).create(),
        rounds,
        killed,
      )
      expect(report).toMatchObject({ lost: [], faults: [] })
      expect(report.acknowledged).toBeGreaterThan(rounds)
    },
    patience,
  )

  test.skipIf(crash === null)(
    'PostgreSQL: what was acknowledged is there after the server itself was killed',
    async () => {
      const place = await (cluster as { create(): Promise<string> }).create()
      const both = async (kill: () => void) => {
        await crash!()
        kill()
      }
      const report = await crashRounds(place, Math.ceil(rounds / 2), both)
      expect(report).toMatchObject({ lost: [], faults: [] })
      expect(report.acknowledged).toBeGreaterThan(0)
    },
    patience,
  )
})

describe('the lock on the data folder', () => {
  test('a second opening is refused in words that say what to do, and succeeds once the first is closed', async () => {
    const place = await embedded.create()
    const first = await open(place)
    await first.organs.put(organ('kept'))
    const second = await openStore({ at: place, ring, project })
    expect(isNotOpened(second) && second.failure).toBe('locked')
    const message = isNotOpened(second) ? second.message : ''
    expect(message).toContain(`进程号 ${process.pid}`)
    expect(message).toContain('请先停止该进程')
    await first.close()
    const third = await open(place)
    expect((await third.organs.get('kept'))?.name).toBe('机关kept')
    await third.close()
  })

  test('another process is refused too, and its death frees the folder', async () => {
    const place = await embedded.create()
    const store = await open(place)
    await store.organs.put(organ('crash'))
    await store.close()
    const writer = fileURLToPath(new URL('./support/writer.ts', import.meta.url))
    const child = spawn(process.execPath, [writer, place, '1'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const refused = await openStore({ at: place, ring, project })
    expect(isNotOpened(refused) && refused.message).toContain(`进程号 ${child.pid}`)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    await (await open(place)).close()
  })
})

describe('what cannot be opened', () => {
  test('a server that does not answer', async () => {
    const store = await openStore({ at: 'postgres://gongkai:secret@127.0.0.1:1/none', ring, project })
    expect(store).toMatchObject({ failure: 'unreachable', message: expect.stringContaining('DATABASE_URL') })
    expect(JSON.stringify(store)).not.toContain('secret')
  })

  test('a schema that is behind, where migrating was not asked for, and one made by a later version', async () => {
    const place = await embedded.create()
    const store = await open(place)
    await sql`delete from kysely_migration`.execute(store.database)
    await store.close()
    const behind = await openStore({ at: place, ring, project, migrates: false })
    expect(behind).toMatchObject({
      failure: 'outdatedSchema',
      message: expect.stringContaining('gongkai migrate'),
    })
    const later = await embedded.create()
    const changed = await open(later)
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(
      changed.database,
    )
    await changed.close()
    const ahead = await openStore({ at: later, ring, project })
    expect(ahead).toMatchObject({ failure: 'newerSchema', message: expect.stringContaining('升级') })
  })
})
