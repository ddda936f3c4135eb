/** After publication over HTTP: how organs stand, the acts behind the counts, masks, and records with their clocks. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf } from './support/form.ts'
import { type House, openHouse, organs, staffId } from './support/house.ts'

let house: House
const base = `organs/${organs.water}`
const [handler, head] = [staffId('handler'), staffId('head')]

const item = (n: number, text: string) =>
  `<item><title>公示${n}</title><link>https://old.example/${n}.html</link>` +
  `<pubDate>Mon, 02 Feb 2026 01:00:00 GMT</pubDate><description>${text}</description></item>`

beforeAll(async () => {
  house = await openHouse()
  const feed = `<rss version="2.0"><channel>${item(1, '王某，手机13900001111')}${item(2, '欢迎')}</channel></rss>`
  const form = formOf([{ name: 'list', file: 'rss.xml', value: feed }])
  const brought = await house.ask(head, 'POST', `${base}/documents/import?do=true`, form)
  expect(brought.body).toMatchObject({ done: true, taken: 2, next: null, of: 2 })
})
afterAll(() => house.close())

const documentOf = async (title: string) => {
  const { body } = await house.ask(handler, 'GET', `${base}/documents?title=${encodeURIComponent(title)}`)
  return body.rows[0] as { id: string; version: number }
}

test('条例§23 各渠道的次数，与逐次的记录一样多，逐页也一样', async () => {
  const counted = await house.ask(handler, 'GET', `${base}/documents/acts`)
  const sum = counted.body.rows.reduce((all: number, { count }: { count: number }) => all + count, 0)
  const seen: string[] = []
  for (let after = ''; ; ) {
    const query = `limit=1${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`
    const { body } = await house.ask(handler, 'GET', `${base}/documents/acts/list?${query}`)
    seen.push(...body.rows.map(({ title }: { title: string }) => title))
    if (body.next === null) break
    after = body.next
  }
  expect([sum, seen.toSorted()]).toEqual([2, ['公示1', '公示2']])
  const weibo = await house.ask(handler, 'GET', `${base}/documents/acts/list?channel=weibo`)
  expect(weibo.body.rows).toEqual([])
})

test('条例§6 阅读次数：列表、文件和栏目的一致，去年的不算在今年', async () => {
  const { id } = await documentOf('公示2')
  const { visits } = house.store
  await visits.begin('2025-12-01')
  const of = { organ: organs.water, document: id }
  await visits.add([{ ...of, count: 5 }], '2025-12-31')
  await visits.add([{ ...of, count: 2 }], '2026-03-02')
  const told = await house.ask(handler, 'GET', `${base}/documents/${id}/visits`)
  expect(told.body).toEqual({ asOf: '2026-03-02', since: '2025-12-01', month: 2, year: 2 })
  const listed = await house.ask(handler, 'GET', `${base}/documents?title=${encodeURIComponent('公示2')}`)
  expect(listed.body.rows).toMatchObject([{ id, visits: 2 }])
  const { body } = await house.ask(handler, 'GET', `${base}/documents/freshness`)
  const counts = body.rows[0].columns.map((column: { visits: number }) => column.visits)
  expect(counts.toSorted().at(-1)).toBe(2)
  expect((await house.ask(handler, 'GET', `${base}/documents/nothing/visits`)).status).toBe(404)
})

test('条例§47 主管部门看到下级机关，每个机关一行；机关只看到自己', async () => {
  const rows = async (who: string, organ: string) =>
    (await house.ask(who, 'GET', `organs/${organ}/disclosure/overview?below=true`)).body.rows as {
      organ: string
      findings: { fault: number }
    }[]
  expect((await rows(staffId('authority', 'county'), organs.county)).map(({ organ }) => organ)).toEqual([
    organs.county,
    organs.water,
  ])
  const own = await rows(head, organs.water)
  expect(own.map(({ organ }) => organ)).toEqual([organs.water])
  const checks = await house.ask(head, 'GET', `${base}/documents/checks?gravity=fault`)
  expect(checks.body.rows.length).toBe(own[0]?.findings.fault)
  expect(checks.body.rows).toContainEqual(expect.objectContaining({ check: 'personalData', title: '公示1' }))
})

test('发布后检查一页一页地看：合起来一条不多、一条不少，每项几条也可以限定', async () => {
  type Rows = readonly { check: string; id: string }[]
  const path = `${base}/documents/checks`
  const { body } = await house.ask(head, 'GET', path)
  const whole: Rows = body.rows
  expect(whole.length).toBeGreaterThan(2)
  expect(body.next).toBeNull()
  const paged: { check: string; id: string }[] = []
  for (let after = ''; after !== 'end'; ) {
    const page = await house.ask(head, 'GET', `${path}?limit=1${after}`)
    expect(page.body.checks).toEqual(body.checks)
    paged.push(...page.body.rows)
    after = page.body.next === null ? 'end' : `&after=${encodeURIComponent(page.body.next)}`
    if (after !== 'end') expect(page.headers.link).toContain('rel="next"')
  }
  expect(paged).toEqual(whole)
  const counted = body.checks.filter(({ count }: { count: number }) => count > 0)
  const first = (await house.ask(head, 'GET', `${path}?each=1`)).body.rows as Rows
  expect(first.map(({ check }) => check)).toEqual(counted.map(({ id }: { id: string }) => id))
  expect((await house.ask(head, 'GET', `${path}?after=${'A'.repeat(20)}`)).status).toBe(400)
})

test('个保法§6 遮蔽只是提出；选了才写入新稿，公开的不变；不是所看的版本不写', async () => {
  const { id } = await documentOf('公示1')
  const path = `${base}/documents/${id}/masks`
  const offered = await house.ask(handler, 'GET', path)
  expect(offered.body.masks).toMatchObject([{ found: '13900001111', masked: '139****1111' }])
  const put = (version: number) =>
    house.ask(handler, 'POST', path, { body: { places: [0] }, headers: { 'if-match': `"${version}"` } })
  expect((await put(offered.body.version + 1)).status).toBe(409)
  expect((await put(offered.body.version)).status).toBe(200)
  const { body } = await house.ask(handler, 'GET', `${base}/documents/${id}`)
  expect(body.work.content.html).toContain('139****1111')
  const published = await house.ask(null, 'GET', `${base}/published/documents/${id}`)
  expect(published.body.document.html).toContain('13900001111')
})

test('政务公开细则 发现的时刻要写成时刻；按北京时间写的，按世界时保存', async () => {
  const open = (at: string) =>
    house.ask(handler, 'POST', `${base}/disclosure/concern`, {
      body: { title: '网传水质异常', level: 'other', source: '网络', at },
    })
  const wrong = await open('昨天')
  expect([wrong.status, wrong.body.errors[0].field]).toEqual([400, 'at'])
  const { body } = await open('2026-03-01T23:30:00+08:00')
  const read = await house.ask(handler, 'GET', `${base}/disclosure/concern/${body.id}`)
  expect(read.body.data.at).toBe('2026-03-01T15:30:00.000Z')
  expect(read.body.clocks).toMatchObject([{ due: '2026-03-03T15:30:00.000Z', verdict: 'waiting' }])
  expect((await house.ask(handler, 'GET', `${base}/disclosure/concern/nothing`)).status).toBe(404)
})
