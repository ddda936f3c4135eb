/** The annual report from the tally of a store, against the report from the states of the cases themselves. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import type { Day } from '../../../src/law/day.ts'
import { deriveDueUnder } from '../../../src/office/handling/handle-request.ts'
import { gather } from '../../../src/office/reports/annual/gather.ts'
import {
  annualReadings,
  annualTables,
  type CountingPolicy,
  defaultCountingPolicy,
  projectCase,
} from '../../../src/office/requests/index.ts'
import { migrations } from '../../../src/store/migrations/index.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { startCluster } from '../../store/support/cluster.ts'
import { embeddedDatabases } from '../../store/support/embedded.ts'
import { by, open, organ } from '../../store/support/office.ts'
import { live, plans } from './histories.ts'
import { answer, type Walk, walk } from './walk.ts'

const [cluster, embedded] = await Promise.all([startCluster(), embeddedDatabases()])

afterAll(async () => {
  await embedded.remove()
  if (typeof cluster !== 'string') await cluster.stop()
})

const years = [2023, 2024, 2025, 2026, 2027]
const policies: readonly CountingPolicy[] = [
  defaultCountingPolicy,
  {
    withdrawn: 'leftOut',
    movedOn: { petition: null, inquiry: 'otherEnding', complaint: 'petition' },
    rows: { notGovernmentInformation: 'outcome.declined.petition' },
  },
]

/** What random histories seldom come to, and what the report counts differently. */
function special(): readonly Walk[] {
  let last = 0
  const begin = (on: Day, more: object = {}) =>
    walk(on).do('receive', {
      number: `special-${++last}`,
      applicant: 'vault-1',
      applicantKind: 'legal.business',
      channel: 'registeredPost',
      arrivedOn: on,
      ...more,
    })
  const moved = (['petition', 'inquiry', 'complaint'] as const).map((matter) =>
    begin('2024-12-30', { doubtful: true })
      .on('2025-01-02')
      .do('moveOn', { matter, to: '县信访局', letterNo: '某公转〔2025〕1号' }),
  )
  return [
    ...moved,
    begin('2025-12-30', { doubtful: true }),
    begin('2025-12-30', { doubtful: true }).on('2026-01-04').do('withdraw', { how: '书面' }),
    begin('2025-12-30').on('2026-01-04').do('withdraw', { how: '书面' }),
    begin('2025-12-30').on('2025-12-31').do('voidEntry', { because: '同一封信登记了两次' }),
    begin('2025-12-30', { variant: 'recordCorrection' }),
    answer(begin('2025-12-29', { variant: 'recordCorrection' }), 'recordKept'),
  ]
}

function suite(place: () => Promise<string>): void {
  let store: Store
  let at: string
  beforeAll(async () => {
    at = await place()
    store = await open(at, { project: projectCase })
  })
  afterAll(() => store.close())

  async function keep(here: string, walks: readonly Walk[]): Promise<void> {
    await store.organs.put(organ(here))
    await store.inTransaction(here, async ({ events }) => {
      for (const [index, { events: told }] of walks.entries())
        await events.append(`request/${index}`, 0, told, by)
    })
  }

  async function fromStore(here: string, year: number, policy: CountingPolicy) {
    const { cases, disputes } = await gather(store.board, here, year)
    return annualTables(cases, disputes, year, policy)
  }

  test('条例§50 任意办理历史：按列表汇总的年度报告与逐案计算的相同', async () => {
    let made = 0
    const anyCases = fc.array(plans('2023-06-01', 900), { minLength: 15, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(anyCases, async (all) => {
        const here = `annual-${++made}`
        const walks = [...special(), ...all.map((plan, index) => live(plan, index))]
        await keep(here, walks)
        const states = walks.map(({ state }) => state)
        for (const policy of policies)
          for (const year of years)
            expect(await fromStore(here, year, policy)).toEqual(annualReadings(states, year, policy))
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })

  test('重建列表之后仍然相同，核对没有差错', async () => {
    const here = 'annual-again'
    await keep(here, special())
    const before = await fromStore(here, 2025, defaultCountingPolicy)
    const deriveDue = deriveDueUnder(nationalCalendar)
    expect(await rebuild(store, here, deriveDue)).toBe(special().length)
    expect((await verify(store, here, { deriveDue })).faults).toEqual([])
    expect(await fromStore(here, 2025, defaultCountingPolicy)).toEqual(before)
  })

  test('以前版本的列表升级后，与登记日志重建的一致', async () => {
    const here = 'annual-before'
    await keep(here, special())
    const { database } = store
    await sql`update request_case set
      more = more || jsonb_build_object('variant', variant), variant = 'disclosure', matter = null
      where organ = ${here}`.execute(database)
    expect((await verify(store, here)).faults).not.toEqual([])
    await sql`alter table request_case drop column variant, drop column matter`.execute(database)
    await sql`create table done_later as select * from kysely_migration where name > '0005'`.execute(database)
    await sql`delete from kysely_migration where name >= '0004'`.execute(database)
    const only = { '0004-case-variant': migrations['0004-case-variant']! }
    const upTo = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0004'))
    const provider = { getMigrations: async () => ({ ...upTo, ...only }) }
    const { error } = await new Migrator({ db: database, provider }).migrateToLatest()
    expect(error).toBeUndefined()
    await sql`insert into kysely_migration select * from done_later`.execute(database)
    await store.close()
    store = await open(at, { project: projectCase })
    expect((await verify(store, here)).faults).toEqual([])
  })
}

describe('PGlite', () => suite(() => embedded.create()))

if (typeof cluster === 'string') describe.skip(`PostgreSQL: ${cluster}`, () => suite(async () => ''))
else describe('PostgreSQL', () => suite(() => cluster.create()))
