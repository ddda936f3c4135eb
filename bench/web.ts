/**
 * How fast pages are served, and what they weigh: `npm run bench:web`, `--quick` for a short run.
 *
 * 1. Requests a second and times to the whole answer: public pages as they are kept, the same made anew, and a list of
 *    the API, on the demonstration county; against a bare handler that sends as many bytes, in the same rounds. The aim
 *    is half of the bare handler for what is kept.
 * 2. A page made anew by the whole handler, over data that cost nothing, against `renderToString` of the same tree in
 *    the same process. The aim is a fifth.
 * 3. Bytes of each page against its budget.
 */
import './in-use.ts'
import { cpus, totalmem } from 'node:os'
import { fastify } from 'fastify'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { ensureWebBuild } from '../scripts/web-build.ts'
import { loadWebBuild } from '../src/web/pages-handler.ts'
import { fakeDesk } from '../test/web/browser/support/fake-desk.ts'
import {
  budgets,
  type PageWeight,
  sessionAt,
  weigh,
  weighed,
} from '../test/web/browser/support/page-weight.ts'
import { serveCounty } from '../test/web/browser/support/serve-county.ts'
import { servePages } from '../test/web/browser/support/serve-pages.ts'
import { table } from './measure.ts'
import { startLoader, type Told } from './web-load.ts'

const quick = process.argv.includes('--quick')
const plan = quick ? { rounds: 3, milliseconds: 600 } : { rounds: 9, milliseconds: 1500 }
const connections = 8

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const fixed = (value: number, places = 0): string =>
  value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places })

const county = await serveCounty({ RATE_FACTOR: '1000' })
const cookie = await sessionAt(county.origin, 'education.handler', 'Shili-Xian-2026')
const supervisor = await sessionAt(county.origin, 'county.supervisor', 'Shili-Xian-2026')
const pages = await servePages(fakeDesk())

const home = await (await fetch(`${county.origin}/organs/education`)).text()
const bare = fastify()
bare.get('/', (_, reply) => reply.type('text/html; charset=utf-8').send(home))
const bareOrigin = await bare.listen({ port: 0, host: '127.0.0.1' })

const browser = { 'accept-encoding': 'br, gzip' }
const at = (path: string, headers: Readonly<Record<string, string>> = browser) => ({
  address: county.origin + path,
  headers,
})
const targets = {
  'bare handler': { address: bareOrigin, headers: {} },
  'home, kept': at('/organs/education'),
  'guide, kept': at('/organs/education/guide'),
  'home, made anew': at('/organs/education?anew'),
  'guide, made anew': at('/organs/education/guide?anew'),
  apply: at('/organs/education/apply'),
  track: at('/organs/education/track'),
  'list of the API': at('/api/v1/organs/education/requests', { ...browser, cookie }),
  'overview (page)': at('/work/county/overview', { ...browser, cookie: supervisor }),
  'home over a desk that costs nothing': { address: `${pages.origin}/organs/minzheng`, headers: {} },
}

/** Renderings a second of the tree of that page alone, by React. */
async function plainRenders(milliseconds: number): Promise<number> {
  const build = await loadWebBuild(await ensureWebBuild())
  const route = Object.values(build.server.routes).find((each) => each?.path === 'organs/:organ')!
  const { default: Component } = route.module as { default: () => null }
  const data = await fakeDesk().portal.home('minzheng')
  const routes = [{ id: route.id, path: '/organs/:organ', Component, loader: () => data }]
  const { query, dataRoutes } = createStaticHandler(routes)
  const context = await query(new Request('http://localhost/organs/minzheng'))
  if (context instanceof Response) throw new Error('The page was not rendered')
  const render = () => {
    const router = createStaticRouter(dataRoutes, context)
    return renderToString(createElement(StaticRouterProvider, { router, context, hydrate: false }))
  }
  if (!render().includes('示范县民政局')) throw new Error('The page is not the one that is served')
  for (let n = 0; n < 50; n++) render()
  let count = 0
  const start = performance.now()
  for (; performance.now() - start < milliseconds; count++) render()
  return (count * 1000) / (performance.now() - start)
}

const loader = startLoader()
const names = Object.keys(targets) as (keyof typeof targets)[]
const found = Object.fromEntries(names.map((name) => [name, [] as Told[]])) as Record<string, Told[]>
const renders: number[] = []
for (let round = -1; round < plan.rounds; round++) {
  for (const name of names) {
    const told = await loader.run({ ...targets[name], connections, milliseconds: plan.milliseconds })
    if (round >= 0) found[name]!.push(told)
  }
  const rendered = await plainRenders(plan.milliseconds)
  if (round >= 0) renders.push(rendered)
}

console.log(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${connections} connections, the load from a thread of the same process\n`,
)
const rateOf = (name: keyof typeof targets) => median(found[name]!.map(({ perSecond }) => perSecond))
table(
  ['', 'requests/s', 'of bare', 'p50 ms', 'p99 ms', 'failed'],
  names.map((name) => [
    name,
    fixed(rateOf(name)),
    fixed(rateOf(name) / rateOf('bare handler'), 2),
    fixed(median(found[name]!.map(({ p50 }) => p50)), 1),
    fixed(median(found[name]!.map(({ p99 }) => p99)), 1),
    fixed(found[name]!.reduce((sum, { failed }) => sum + failed, 0)),
  ]),
)
const made = rateOf('home over a desk that costs nothing')
table(
  ['the same tree', 'a second', 'of plain'],
  [
    ['renderToString alone', fixed(median(renders)), '1.00'],
    ['the whole handler', fixed(made), fixed(made / median(renders), 2)],
  ],
)

const kilobytes = ({ raw, packed }: PageWeight['html'], most: number) =>
  `${fixed(raw / 1000, 1)} / ${fixed(packed / 1000, 1)} / ${fixed(most / 1000)}`
const weights: string[][] = []
for (const { name, path, budget, signedIn } of weighed) {
  const { html, css, js } = await weigh(county.origin, path, signedIn ? supervisor : '')
  const most = budgets[budget]
  weights.push([name, kilobytes(html, most.html), kilobytes(css, most.css), kilobytes(js, most.js)])
}
console.log('kB: raw / packed / budget of what is packed\n')
table(['', 'HTML', 'CSS', 'script'], weights)

await loader.stop()
await bare.close()
await pages.close()
await county.close()
process.exit(0)
