/**
 * How fast annual reports are made: `npm run bench:annual`, `--quick` for a short run.
 *
 * 1. Compiling the report of one organ and of 1,000 organs over 1,000,000 cases on PostgreSQL, tables, corrections and
 *    all, against one SQL statement written by hand that scans the same cases once. The aim is 1.3 times that, and
 *    50 ms for one organ.
 * 2. Adding up 3,000 reports cell by cell, from their sealed snapshots.
 * 3. Finding which of 1,000 reports were copied from which.
 *
 * PostgreSQL: TEST_DATABASE_URL, else a server of its own.
 */
import { cpus, totalmem } from 'node:os'
import { sql } from 'kysely'
import { type Compiled, compile } from '../src/office/reports/annual/compile.ts'
import { gather, gatherAll } from '../src/office/reports/annual/gather.ts'
import { bytesOf, snapshotIn, snapshotOf, tablesIn } from '../src/office/reports/annual/snapshot.ts'
import { emptyAnnual } from '../src/office/reports/annual/state.ts'
import { projectCase } from '../src/office/requests/index.ts'
import { alikePairs, alikeTo } from '../src/report/alike.ts'
import { merge } from '../src/report/merge.ts'
import { entered } from '../src/report/reading.ts'
import type { Report } from '../src/report/report.ts'
import { planFor } from '../src/store/plan-anew.ts'
import type { Store } from '../src/store/store.ts'
import { startCluster } from '../test/store/support/cluster.ts'
import { at, open, organ } from '../test/store/support/office.ts'
import { race, table } from './measure.ts'

const quick = process.argv.includes('--quick')
const plan = quick
  ? { cases: 50_000, organs: 50, rounds: 5, warm: 1, reports: 200, texts: 100 }
  : { cases: 1_000_000, organs: 1_000, rounds: 15, warm: 3, reports: 3_000, texts: 1_000 }

const year = 2025
const organs = Array.from({ length: plan.organs }, (_, n) => `organ-${n}`)

const fixed = (value: number, places = 1): string =>
  value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places })

/** Cases of four years by SQL: one in a hundred has a dispute. What is measured is counting them, not making them. */
async function fill(store: Store): Promise<void> {
  for (const id of organs) await store.organs.put(organ(id))
  await sql`
    insert into request_case (organ, id, version, number, variant, status, channel, applicant_kind, applicant, handler,
      arrived_on, received_on, sort_on, disposition, answered_on, closed_on, more, due, open_due, firm, calendar_version)
    select 'organ-' || (n % ${plan.organs}::int), 'case-' || lpad(n::text, 8, '0'), 2, n::text, 'disclosure', 'archived',
      'online', (array['natural', 'legal.business', 'legal.other'])[1 + n % 3], 'a-1', 'staff-1', d, d, d,
      case when n % 50 = 0 then null else (array['granted', 'partial', 'notExist', 'repeat', 'thirdParty'])[1 + n % 5] end,
      d + 15, case when n % 50 = 0 then null else d + 15 end,
      case when n % 100 = 0 then jsonb_build_object('disputes', jsonb_build_array(jsonb_build_object(
        'id', 'd1', 'dispute', 'reconsideration', 'standing', 'originalOrgan', 'after', null,
        'filedOn', (d + 40)::text, 'decided', jsonb_build_object('on', (d + 90)::text, 'result', 'upheld')
      ))) else '{}'::jsonb end,
      d + 28, null, true, 'c1'
    from (select n, date '2022-01-01' + ((n / ${plan.organs}::int) * 7 % 1460) as d
      from generate_series(1, ${plan.cases}::int) as n) as s`.execute(store.database)
  await sql`vacuum analyze request_case`.execute(store.database)
}

/** What somebody would write by hand: every case once, counted by all that the form asks for, planned for these organs. */
const scan = (store: Store, of: readonly string[]) =>
  sql`${planFor(of)} select organ, applicant_kind, disposition, count(*) filter (where received_on >= ${`${year}-01-01`}::date) as received,
      count(*) filter (where received_on < ${`${year}-01-01`}::date) as carried_in,
      count(*) filter (where closed_on <= ${`${year}-12-31`}::date) as ended,
      count(*) filter (where closed_on is null or closed_on > ${`${year}-12-31`}::date) as carried_out
    from request_case
    where organ = any(${of}::text[]) and variant = 'disclosure' and received_on <= ${`${year}-12-31`}::date
      and (closed_on is null or closed_on >= ${`${year}-01-01`}::date)
    group by organ, applicant_kind, disposition`.execute(store.database)

async function compiling(store: Store): Promise<readonly string[][]> {
  const one = async () => compile(year, await gather(store.board, organs[1]!, year), emptyAnnual)
  const all = async () => {
    const gathered = await gatherAll(store.board, organs, year)
    return organs.map((id) => compile(year, gathered.get(id)!, emptyAnnual))
  }
  const { oneScan, oneReport, allScan, allGathered, allReports } = await race(
    {
      oneScan: () => scan(store, [organs[1]!]),
      oneReport: one,
      allScan: () => scan(store, organs),
      allGathered: () => gatherAll(store.board, organs, year),
      allReports: all,
    },
    plan.rounds,
    plan.warm,
  )
  return [
    ['one organ: a scan by hand', fixed(oneScan.median), '1.0'],
    ['one organ: the report', fixed(oneReport.median), fixed(oneReport.median / oneScan.median, 2)],
    [`${plan.organs} organs: a scan by hand`, fixed(allScan.median), '1.0'],
    [
      `${plan.organs} organs: the counts`,
      fixed(allGathered.median),
      fixed(allGathered.median / allScan.median, 2),
    ],
    [
      `${plan.organs} organs: the reports`,
      fixed(allReports.median),
      fixed(allReports.median / allScan.median, 2),
    ],
  ]
}

const reportOf = (compiled: Compiled, name: string): Report => ({
  organ: { name, kind: 'department' },
  year,
  edition: compiled.edition.id,
  script: 'simplified',
  sections: [{ number: 1, title: '总体情况', text: '本年工作情况。'.repeat(60) }],
  forms: compiled.forms,
  readings: compiled.readings,
  claims: [],
  publication: {},
})

/** Snapshots as organs submit them, kept sealed; each with figures of its own. */
async function sumOf(store: Store): Promise<readonly string[][]> {
  const compiled = compile(year, await gather(store.board, organs[1]!, year), emptyAnnual)!
  const kept: { organ: string; snapshot: string }[] = []
  await store.inTransaction(organs[0]!, async ({ blobs }) => {
    for (let n = 0; n < plan.reports; n++) {
      const name = `示例机关${n}`
      const cells = compiled.cells.map((cell) =>
        cell.key === 'requests/received@natural' ? { ...cell, reading: entered(n) } : cell,
      )
      const whose = { id: name, code: name, name, kind: 'department' } as const
      const { hash } = await blobs.put(
        bytesOf(snapshotOf(whose, reportOf(compiled, name), cells, {})),
        'application/json',
        at,
      )
      kept.push({ organ: organs[0]!, snapshot: hash })
    }
  })
  const whole = async () => {
    const contents = await store.filings.snapshots(kept)
    const reports = [...contents.values()].map((content) => tablesIn(snapshotIn(content)))
    const { cells, refused } = merge(reports, '2021', year)
    const received = cells.find(({ key }) => key === 'requests/received@natural')
    if (received?.known !== (plan.reports * (plan.reports - 1)) / 2 || refused.length > 0)
      throw new Error('The sum is wrong')
  }
  const { summed } = await race({ summed: whole }, Math.min(plan.rounds, 5), 1)
  return [[`${plan.reports} reports: opened, read, added up`, fixed(summed.median), '']]
}

/** Texts that are no copies of one another, but for one in ten, which is another with a few words changed. */
async function likeness(): Promise<readonly string[][]> {
  let seed = 1
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return seed % below
  }
  const words = Array.from({ length: 600 }, () =>
    String.fromCharCode(0x4e00 + next(3000), 0x4e00 + next(3000)),
  )
  const made: { id: string; text: string }[] = []
  for (let n = 0; n < plan.texts; n++) {
    const own = Array.from({ length: 800 }, () => words[next(words.length)]!)
    const copy = n % 10 === 9 ? made[n - 5]!.text.replaceAll(words[0]!, words[1]!) : own.join('')
    made.push({ id: `o${n}`, text: copy })
  }
  const found = alikePairs(made)
  if (found.length !== Math.floor(plan.texts / 10)) throw new Error(`${found.length} copies were found`)
  const [one, ...others] = made
  const { alike, own } = await race({ alike: () => alikePairs(made), own: () => alikeTo(one!, others) }, 3, 1)
  return [
    [`${plan.texts} texts of 1,600 characters: all copies`, fixed(alike.median), ''],
    ['one of them against all others', fixed(own.median), ''],
  ]
}

const cluster = await startCluster()
if (typeof cluster === 'string') throw new Error(cluster)
try {
  console.log(
    `${cpus()[0]?.model} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  )
  const store = await open(await cluster.create(), { project: projectCase, connections: 4 })
  await fill(store)
  const rows = [...(await compiling(store)), ...(await sumOf(store)), ...(await likeness())]
  table([`${plan.cases.toLocaleString('en')} cases, PostgreSQL`, 'ms', 'times'], rows)
  await store.close()
} finally {
  await cluster.stop()
}
