/**
 * How long the overview of 1,000 organs takes over 1,000,000 cases: `npm run bench:overview`, `--quick` for 100 organs
 * and 50,000 cases. Against one count by organ of
 * the cases that ended in the period, which an index holds, and one of those answered in it, which reads the cases. On the embedded database and on
 * PostgreSQL: TEST_DATABASE_URL, else a server of its own.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { outlookOn } from '../src/office/overview/figures.ts'
import { overviewOf } from '../src/office/overview/overview.ts'
import { projectCase } from '../src/office/requests/index.ts'
import type { Store } from '../src/store/store.ts'
import { startCluster } from '../test/store/support/cluster.ts'
import { open, organ } from '../test/store/support/office.ts'
import { race, table } from './measure.ts'

const quick = process.argv.includes('--quick')
const plan = quick ? { organs: 100, cases: 50_000, looks: 5 } : { organs: 1_000, cases: 1_000_000, looks: 7 }
const organs = Array.from({ length: plan.organs }, (_, n) => `organ-${n}`)
const outlook = outlookOn(
  { from: '2025-01-01', to: '2025-11-21' },
  { today: '2025-11-21', soonUntil: '2025-11-28' },
)

/** Ten years of cases, one in ten of the last of them open; by SQL, since what is measured is counting them. */
async function fill(store: Store): Promise<void> {
  for (const here of organs) await store.organs.put(organ(here, here === organs[0] ? null : organs[0]!))
  await sql`insert into event_head (organ, seq, hash)
    select 'organ-' || n, 0, '' from generate_series(0, ${plan.organs - 1}::int) as n
    on conflict do nothing`.execute(store.database)
  await sql`
    insert into request_case (organ, id, version, number, status, channel, applicant_kind, applicant, handler,
      arrived_on, received_on, sort_on, disposition, answered_on, closed_on, more, due, open_due, firm,
      calendar_version, took)
    select 'organ-' || (n % ${plan.organs}::int), 'case-' || lpad(n::text, 8, '0'), 2, n::text,
      case when open then 'handling' else 'archived' end, (array['online', 'inPerson', 'email'])[1 + n % 3],
      'natural', 'a-' || (n % 50000), 'staff-' || (n % 19), d, d, d,
      case when open then null else (array['granted', 'partial', 'thirdParty'])[1 + n % 3] end,
      case when open then null else d + 15 end, case when open then null else d + 15 end,
      case when n % 200 = 0 then jsonb_build_object('disputes', jsonb_build_array(jsonb_build_object(
        'standing', 'originalOrgan', 'filedOn', to_char(d + 30, 'YYYY-MM-DD'), 'decided', null))) else '{}'::jsonb end,
      d + 28, case when open then d + 28 end, true, 'c1', case when open then null else 5 + n / ${plan.organs}::int % 20 end
    from (
      select n, d, n % 10 = 0 and d > date '2025-01-01' as open
      from (select n, date '2016-01-01' + (n::int8 * 7919 % 3600)::int4 as d from generate_series(1, ${plan.cases}::int) as n) as s
    ) as s`.execute(store.database)
  await sql`vacuum analyze`.execute(store.database)
}

async function measured(name: string, store: Store): Promise<readonly string[]> {
  await fill(store)
  const { from, to } = outlook.period
  const countBy = (day: 'closed_on' | 'answered_on') =>
    sql`select organ, count(*) from request_case
      where organ = any(${organs}::text[]) and ${sql.ref(day)} between ${from}::date and ${to}::date
      group by organ`.execute(store.database)
  const { overview, ended, answered } = await race(
    {
      overview: () => overviewOf(store.board, organs, outlook),
      ended: () => countBy('closed_on'),
      answered: () => countBy('answered_on'),
    },
    plan.looks,
    2,
  )
  const against = (count: { readonly median: number }) => [
    count.median.toFixed(0),
    (overview.median / count.median).toFixed(1),
  ]
  const row = [name, overview.median.toFixed(0), ...against(answered), ...against(ended)]
  // Told at once: the other database may take long to be filled.
  console.log(row.join('  '))
  return row
}

const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
const cluster = await startCluster()
const rows: (readonly string[])[] = []
if (typeof cluster === 'string') console.log(`${cluster}\n`)
else {
  const server = await open(await cluster.create(), { project: projectCase, connections: 10 })
  rows.push(await measured('PostgreSQL', server))
  await server.close()
  await cluster.stop()
}
const embedded = await open(join(folder, 'data'), { project: projectCase })
rows.push(await measured('PGlite', embedded))
await embedded.close()
await rm(folder, { recursive: true, force: true })

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
)
console.log(
  `Overview of ${plan.organs.toLocaleString('en')} organs over ${plan.cases.toLocaleString('en')} cases, milliseconds\n`,
)
table(['', 'overview', 'one count of cases', '×', 'one count of an index', '×'], rows)
