/** The door to the house, on both databases. */
import { afterAll, beforeAll, describe } from 'vitest'
import { startCluster } from '../../store/support/cluster.ts'
import { open } from '../../store/support/office.ts'
import { type Bench, bench } from './bench.ts'
import { testLimits } from './suites/limits.ts'
import { testPasswords } from './suites/passwords.ts'
import { testSecondFactor } from './suites/second-factor.ts'
import { testSessions } from './suites/sessions.ts'

const suites = [testLimits, testPasswords, testSecondFactor, testSessions]
const cluster = await startCluster()

afterAll(async () => {
  if (typeof cluster !== 'string') await cluster.stop()
})

describe('PGlite', () => run(async () => ':memory:'))

if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => run(async () => ''))
else describe('PostgreSQL', () => run(() => cluster.create()))

function run(place: () => Promise<string>): void {
  let shared: Bench
  beforeAll(async () => {
    shared = await bench(await open(await place()))
  }, 60_000)
  afterAll(() => shared.store.close())
  for (const suite of suites) suite(() => shared)
}
