/**
 * How fast requests are handled and found: `npm run bench:requests`, `--quick` for a short run.
 *
 * 1. Verbs a second through `handleRequest` (rights, guards, log, projection, due day) against transactions that
 *    insert three rows and do nothing else, in the same rounds on the same database. The aim is half as many.
 * 2. The lists of the board over 1,000,000 cases, against one query that reads as many rows from one index.
 *
 * Both on the embedded database and on PostgreSQL: TEST_DATABASE_URL, else a server of its own.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { handleRequest } from '../src/office/handling/handle-request.ts'
import { projectCase } from '../src/office/requests/index.ts'
import type { Store } from '../src/store/store.ts'
import { startCluster } from '../test/store/support/cluster.ts'
import { open, organ } from '../test/store/support/office.ts'
import { race, table } from './measure.ts'

const quick = process.argv.includes('--quick')
const plan = quick
  ? { rounds: 7, warm: 2, batch: 20, cases: 50_000, looks: 11 }
  : { rounds: 21, warm: 4, batch: 40, cases: 1_000_000, looks: 31 }

const aim = 0.5
const organs = Array.from({ length: 8 }, (_, n) => `organ-${n}`)
const today = '2026-03-03'
const at = '2026-03-03T02:00:00.000Z'

const fixed = (value: number, places = 2): string =>
  value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places })

/** Acts of one case: as many as a case has in its life. */
const life = 15

/** The next act of the organ's present case; the first of a case is its receipt. */
const act = async (store: Store, here: string, n: number): Promise<void> => {
  const common = {
    organ: here,
    request: `r-${Math.floor(n / life)}`,
    at,
    context: {
      today,
      organ: 'localDepartment',
      actor: { id: 'staff-1', role: 'handler', scope: 'organ' },
    },
  } as const
  const outcome =
    n % life === 0
      ? await handleRequest(store, {
          ...common,
          action: 'receive',
          command: {
            number: `2026-${n}`,
            applicant: 'vault-1',
            applicantKind: 'natural',
            channel: 'inPerson',
            arrivedOn: '2026-03-02',
          },
        })
      : await handleRequest(store, { ...common, action: 'annotate', command: { text: `第${n}次核对` } })
  if ('failure' in outcome || outcome.refused) throw new Error(JSON.stringify(outcome))
}

/** What any way of recording an act must write: three rows, kept together. */
const raw = async (store: Store, here: string, n: number): Promise<void> => {
  const row = { kind: 'annotated', on: today, at, actor: 'staff-1', text: `第${n}次核对` }
  await store.database.transaction().execute(async (tx) => {
    for (const name of ['raw_event', 'raw_head', 'raw_case'])
      await sql`insert into ${sql.table(name)} (organ, at, data)
        values (${here}, ${at}::timestamptz, ${JSON.stringify(row)}::jsonb)`.execute(tx)
  })
}

const commands = async (name: string, store: Store): Promise<readonly string[][]> => {
  for (const here of organs) await store.organs.put(organ(here, here === organs[0] ? null : organs[0]!))
  for (const each of ['raw_event', 'raw_head', 'raw_case'])
    await sql`create table ${sql.table(each)} (id bigserial primary key, organ text not null,
      at timestamptz not null, data jsonb not null)`.execute(store.database)
  const done = new Map<string, number>()
  const rows: string[][] = []
  for (const writers of [1, organs.length]) {
    const each = (work: (store: Store, here: string, n: number) => Promise<void>) => async () => {
      const writer = async (here: string) => {
        for (let i = 0; i < plan.batch; i++) {
          const n = done.get(`${work.name} ${here}`) ?? 0
          done.set(`${work.name} ${here}`, n + 1)
          await work(store, here, n)
        }
      }
      await Promise.all(organs.slice(0, writers).map(writer))
    }
    const { verbs, inserts } = await race({ verbs: each(act), inserts: each(raw) }, plan.rounds, plan.warm)
    const perSecond = (median: number) => (1000 * writers * plan.batch) / median
    const ratio = perSecond(verbs.median) / perSecond(inserts.median)
    rows.push([
      `${name}, ${writers} writing`,
      fixed(perSecond(verbs.median), 0),
      fixed(perSecond(inserts.median), 0),
      `${fixed(ratio)}${ratio < aim ? ' (below the aim)' : ''}`,
    ])
  }
  return rows
}

/** Cases by SQL: what is measured is finding them, not making them. */
const fill = async (store: Store): Promise<void> => {
  await sql`
    insert into request_case (organ, id, version, number, status, channel, applicant_kind, applicant, handler,
      arrived_on, received_on, sort_on, disposition, answered_on, closed_on, more, due, open_due, firm, calendar_version)
    select 'organ-' || (n % 8), 'case-' || lpad(n::text, 8, '0'), 2, n::text,
      case when n % 10 = 0 then 'handling' else 'archived' end, 'online', 'natural', 'a-' || (n % 50000),
      'staff-' || (n % 19), d, d, d, case when n % 10 = 0 then null else 'granted' end,
      case when n % 10 = 0 then null else d + 15 end, case when n % 10 = 0 then null else d + 15 end,
      '{}'::jsonb, d + 28, case when n % 10 = 0 then d + 28 end, true, 'c1'
    from (select n, date '2016-01-01' + (n % 3650) as d from generate_series(1, ${plan.cases}::int) as n) as s`.execute(
    store.database,
  )
  await sql`analyze`.execute(store.database)
}

const board = async (name: string, store: Store): Promise<readonly string[][]> => {
  await fill(store)
  const one = organs[1]!
  const { indexed, ...looks } = await race(
    {
      indexed: () =>
        sql`select * from request_case where organ = ${one} order by sort_on desc, id desc limit 50`.execute(
          store.database,
        ),
      'newest of one organ': () => store.board.list({ organs: [one] }, { limit: 50 }),
      'newest of all organs': () => store.board.list({ organs }, { limit: 50 }),
      'in handling by one clerk': () =>
        store.board.list({ organs: [one], handler: 'staff-5', open: true }, { limit: 50 }),
      'due list of one organ': () => store.board.byDue([one], { to: '2026-03-03' }, { limit: 50 }),
      'due list of all organs': () => store.board.byDue(organs, { to: '2026-03-03' }, { limit: 50 }),
      'a page deep in the list': () =>
        store.board.list({ organs, received: { from: '2016-01-01', to: '2018-01-01' } }, { limit: 50 }),
    },
    plan.looks,
    5,
  )
  return [
    [`${name}: one indexed query`, fixed(indexed.median), '1.0'],
    ...Object.entries(looks).map(([look, { median }]) => [
      `${name}: ${look}`,
      fixed(median),
      fixed(median / indexed.median, 1),
    ]),
  ]
}

const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
const cluster = await startCluster()
const embedded = await open(join(folder, 'data'), { project: projectCase })
const server =
  typeof cluster === 'string'
    ? null
    : await open(await cluster.create(), { project: projectCase, connections: 10 })
if (typeof cluster === 'string') console.log(`${cluster}\n`)
const stores: readonly (readonly [string, Store])[] = [
  ['PGlite', embedded],
  ...(server === null ? [] : [['PostgreSQL', server] as const]),
]

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
)
const acts: string[][] = []
for (const [name, store] of stores) acts.push(...(await commands(name, store)))
console.log(`Acts a second against transactions of three inserts; the aim is ${aim}\n`)
table(['', 'verbs/s', 'inserts/s', 'ratio'], acts)

const finds: string[][] = []
for (const [name, store] of stores) finds.push(...(await board(name, store)))
console.log(`Lists over ${plan.cases.toLocaleString('en')} cases, 50 rows each\n`)
table(['', 'ms', '×'], finds)

for (const [, store] of stores) await store.close()
if (typeof cluster !== 'string') await cluster.stop()
await rm(folder, { recursive: true, force: true })
