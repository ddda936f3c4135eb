/** What holds on both databases. The same tests run on the embedded database and on a real PostgreSQL server. */
import { afterAll, beforeAll, describe } from 'vitest'
import type { Store } from '../../src/store/store.ts'
import { testCases } from './suites/cases.ts'
import { testDialect } from './suites/dialect.ts'
import { testDocuments } from './suites/documents.ts'
import { testExamined } from './suites/examined.ts'
import { testJobs } from './suites/jobs.ts'
import { testLog } from './suites/log.ts'
import { testOrgans } from './suites/organs.ts'
import { testPersonalData } from './suites/personal-data.ts'
import { testSearch } from './suites/search.ts'
import { testService } from './suites/service.ts'
import { testStaff } from './suites/staff.ts'
import { testVerify } from './suites/verify.ts'
import { startCluster } from './support/cluster.ts'
import { embeddedDatabases } from './support/embedded.ts'
import { open } from './support/office.ts'

const suites = [
  testDialect,
  testLog,
  testCases,
  testPersonalData,
  testService,
  testJobs,
  testOrgans,
  testSearch,
  testExamined,
  testDocuments,
  testStaff,
  testVerify,
]

const [cluster, embedded] = await Promise.all([startCluster(), embeddedDatabases()])

afterAll(async () => {
  await embedded.remove()
  if (typeof cluster !== 'string') await cluster.stop()
})

describe('PGlite', () => run(() => embedded.create()))

if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => run(async () => ''))
else describe('PostgreSQL', () => run(() => cluster.create()))

function run(place: () => Promise<string>): void {
  const opened: Store[] = []
  const fresh = async () => {
    const store = await open(await place(), { connections: 60 })
    opened.push(store)
    return store
  }
  let shared: Store | null = null
  beforeAll(async () => {
    shared = await fresh()
  })
  afterAll(async () => {
    for (const store of opened) await store.close()
  })
  for (const suite of suites) suite({ store: () => shared!, fresh })
}
