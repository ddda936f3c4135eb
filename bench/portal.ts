/**
 * How fast what is public is found: `npm run bench:portal`, `--quick` for a short run, `--documents=N` for so many on
 * PostgreSQL and `--embedded=N` on PGlite (a tenth of them, where it is not said), `--rounds=N` for so many searches of each kind.
 *
 * 1. Searches by words of each frequency, phrases, numbers, with filters, by date, with a slip of the pen, suggestions and
 *    the sentences of an application: milliseconds at the median and at the slowest of a hundred, against the raw SQL of
 *    the same words: the newest ten rows that have them, in one statement written by hand.
 * 2. Requests a second of the route, against a bare handler of the same server that sends as many bytes.
 *
 * Documents are put together in the database, of sentences that the program cut: what is measured is finding them.
 */
import { cpus, totalmem } from 'node:os'
import { fastify } from 'fastify'
import { sql } from 'kysely'
import type { SearchChoice } from '../src/office/ports.ts'
import { alike } from '../src/office/search/alike.ts'
import { chosen } from '../src/office/search/lexemes.ts'
import { questionOf } from '../src/office/search/question.ts'
import { searchPublished } from '../src/office/search/search-published.ts'
import { suggest } from '../src/office/search/suggest.ts'
import { tsqueryOf } from '../src/store/search-rows.ts'
import type { Store } from '../src/store/store.ts'
import { searchRoutes } from '../src/web/api/public/search.ts'
import { startCluster } from '../test/store/support/cluster.ts'
import { open } from '../test/store/support/office.ts'
import { table } from './measure.ts'
import { fill, organs } from './portal-documents.ts'
import { startLoader } from './web-load.ts'

const quick = process.argv.includes('--quick')
/** The number that an option says; 0 where it is not there. */
const said = (option: string) =>
  Number(process.argv.find((each) => each.startsWith(`--${option}=`))?.split('=')[1] ?? 0)
const documents = said('documents') || (quick ? 20_000 : 1_000_000)
const embedded = said('embedded') || Math.ceil(documents / 10)
const rounds = said('rounds') || (quick ? 40 : 100)
const today = '2026-03-06'
interface Look {
  readonly name: string
  readonly q: string
  readonly choice?: SearchChoice
  readonly order?: 'date'
}

const looks: readonly Look[] = [
  { name: 'a word of nearly every document (人民政府)', q: '人民政府' },
  { name: 'two of them (依法 管理)', q: '依法 管理' },
  { name: 'a common word, by date', q: '人民政府', order: 'date' },
  { name: 'a mid word (宅基地)', q: '宅基地' },
  { name: 'two mid words (水库 招生)', q: '水库 招生' },
  { name: 'a rare word (丹顶鹤)', q: '丹顶鹤' },
  { name: 'a rare and a common word (编钟 管理)', q: '编钟 管理' },
  { name: 'a phrase of common words', q: '“监督检查后自印发之日起施行”' },
  { name: 'a whole title', q: '县水利局关于监督检查水库大坝安全鉴定的通知' },
  { name: 'a number (示政发〔2020〕77号)', q: '示政发〔2020〕77号' },
  { name: 'a number without its organ', q: '2020年77号' },
  { name: 'a common word of one organ', q: '人民政府', choice: { organ: organs[3]! } },
  { name: 'a common word of one year and theme', q: '管理', choice: { year: 2019, theme: 'agriculture' } },
  { name: 'a common word, repealed only', q: '管理', choice: { validity: 'repealed' } },
  { name: 'a slip of the pen (农村宅其地)', q: '农村宅其地' },
  { name: 'nothing has it', q: '量子计算机' },
]

/** Milliseconds of each of so many, the fastest first, after some that are not counted. */
async function times(work: () => Promise<unknown>, count: number, before = 3): Promise<readonly number[]> {
  const taken: number[] = []
  for (let n = -before; n < count; n++) {
    const start = performance.now()
    await work()
    if (n >= 0) taken.push(performance.now() - start)
  }
  return taken.toSorted((a, b) => a - b)
}

const at = (taken: readonly number[], share: number) =>
  taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]!
const fixed = (value: number) =>
  value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

async function searches(name: string, store: Store): Promise<void> {
  const rows: string[][] = []
  const row = async (
    what: string,
    work: () => Promise<unknown>,
    raw: (() => Promise<unknown>) | null,
    hits: string,
  ) => {
    const taken = await times(work, rounds)
    const plain = raw === null ? null : await times(raw, Math.min(rounds, 5), 1)
    rows.push([
      `${name}: ${what}`,
      hits,
      fixed(at(taken, 0.5)),
      fixed(at(taken, 0.99)),
      plain === null ? '' : fixed(at(plain, 0.5)),
    ])
  }
  for (const { name: what, q, choice = {}, order = 'relevance' } of looks) {
    const look = () => searchPublished(store.search, { q, choice, order, on: today, from: 0, limit: 10 })
    const found = await look()
    const filters = Object.entries(choice).flatMap(([key, value]) =>
      key === 'validity' ? [] : [[chosen[key as 'organ'](value as string)]],
    )
    const query = tsqueryOf([...questionOf(q)!.strict, ...filters])
    const raw = () =>
      sql`select id, title from search_entry where words @@ ${query}::tsquery
        order by sort_on desc, id limit 10`.execute(store.database)
    await row(what, look, raw, `${found!.total}${found!.more ? '+' : ''}`)
  }
  await row('suggestions (县水利局关)', () => suggest(store.search, '县水利局关', null), null, '')
  await row(
    'the sentences of an application',
    () => alike(store.search, organs.slice(0, 1), '我想申请公开县水利局2020年水库大坝安全鉴定的结果', 5),
    null,
    '',
  )
  table(['', 'hits', 'p50 ms', 'p99 ms', 'raw SQL'], rows)
}

/** The route alone, its schema among it, against a handler that sends as many bytes. */
async function requests(name: string, store: Store): Promise<void> {
  const route = searchRoutes.find(({ id }) => id === 'search')!
  const server = fastify()
  const parts = { office: store } as never
  const ask = async (query: object) =>
    (await route.handle({ parts, query: route.query!.parse(query), today } as never)) as { body: object }
  server.get('/search', async (request) => (await ask(request.query as object)).body)
  const bytes = JSON.stringify((await ask({ q: '宅基地' })).body)
  server.get('/bare', (_, reply) => reply.type('application/json').send(bytes))
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  const loader = startLoader()
  const rows: string[][] = []
  const paths = {
    'bare handler': '/bare',
    'mid word': '/search?q=宅基地',
    'rare word': '/search?q=丹顶鹤',
    'common word': '/search?q=人民政府',
  }
  for (const [what, path] of Object.entries(paths)) {
    const told = await loader.run({
      address: origin + encodeURI(path),
      headers: {},
      connections: 8,
      milliseconds: quick ? 1000 : 5000,
    })
    rows.push([`${name}: ${what}`, fixed(told.perSecond), fixed(told.p50), fixed(told.p99), `${told.failed}`])
  }
  table(['', 'requests/s', 'p50 ms', 'p99 ms', 'failed'], rows)
  loader.stop()
  await server.close()
}

async function measured(name: string, store: Store, count: number): Promise<void> {
  const start = performance.now()
  await fill(store, count)
  const size = await sql<{ size: string }>`
    select pg_size_pretty(pg_total_relation_size('search_entry')) || ', its index of words '
      || pg_size_pretty(pg_relation_size('search_entry_words')) as size`.execute(store.database)
  console.log(
    `${name}: ${count.toLocaleString('en')} documents in ${Math.round((performance.now() - start) / 1000)} s, ${size.rows[0]!.size}\n`,
  )
  await searches(name, store)
  await requests(name, store)
  await store.close()
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB\n`,
)
const cluster = await startCluster()
if (typeof cluster === 'string') console.log(cluster)
else {
  await measured('PostgreSQL', await open(await cluster.create()), documents)
  await cluster.stop()
}
await measured('PGlite', await open(':memory:'), embedded)
process.exit(0)
