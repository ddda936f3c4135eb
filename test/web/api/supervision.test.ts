/** 监督保障 over HTTP: test requests count nowhere, rights, plan, outside findings, complaints, samples. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { rateService } from '../../../src/office/feedback/rating.ts'
import { masked } from '../../../src/office/supervision/samples/masked-reply.ts'
import { routes } from '../../../src/web/api/routes.ts'
import type { Route } from '../../../src/web/http/route.ts'
import { api, type House, openHouse, organs, type Reply, staffId } from './support/house.ts'
import { answered, person, registered, walkOf, wish } from './support/walk.ts'

let house: House
const supervisor = staffId('authority', 'county')
const of = (path: string) => `organs/${organs.county}/${path}`
const ask = (method: string, path: string, body?: object): Promise<Reply> =>
  house.ask(supervisor, method, path, body === undefined ? {} : { body })

beforeAll(async () => {
  house = await openHouse()
  const ordinary = await registered(house, '2026-03-02')
  await answered(ordinary, 'granted')
}, 240_000)
afterAll(() => house.close())

/**
 * Lists that an organ works by, what it can do and its log, all of which have test requests like any other; and what
 * the supervisor alone sees of them. Everything else that can be read is the same with a test request and without.
 */
const working = new Set([
  'listRequests',
  'readBoard',
  'listDue',
  'readLog',
  'exportLog',
  'listNumberSeries',
  'findEvidence',
  'listSupervision',
  'readSupervisionYear',
  'listLiveFigures',
  'readInstallation',
])

const readable = routes.filter(
  ({ method, access, url }) =>
    method === 'GET' &&
    access.to !== 'applicant' &&
    access.to !== 'thirdParty' &&
    !/:(?!organ|year)/.test(url),
)

const overview = readable.filter(({ id }) => id === 'readOverview')

const queries = { below: 'true', figure: 'received', year: '2026', format: 'csv', by: 'channel' }

/** What a route can be asked, one thing at a time; whatever else it refuses. */
const asked = ({ query }: Route): readonly string[] => {
  const known = query instanceof z.ZodObject ? query.shape : {}
  const told = Object.entries(queries).filter(([name]) => name in known)
  return ['', ...told.map(([name, value]) => `?${name}=${value}`)]
}

/** Whatever the tested organ and its superior can read by address, by route, reader and query. */
async function everything(among: readonly Route[] = readable): Promise<ReadonlyMap<string, string>> {
  const readers = [
    [organs.water, staffId('head')],
    [organs.water, staffId('systemAdmin')],
    [organs.county, supervisor],
    [organs.county, staffId('head', 'county')],
  ] as const
  const told = new Map<string, string>()
  for (const route of among)
    for (const [organ, who] of readers) {
      const path = api + route.url.replace(':organ', organ).replace(':year', '2026')
      for (const query of asked(route)) {
        const { status, raw, headers } = await house.ask(who, 'GET', path + query)
        // Packed files bear the moment in which they were made; as CSV or JSON they say the same.
        if (status === 200 && !/officedocument|zip|pdf/.test(String(headers['content-type'])))
          told.set(`${route.id} ${who}${query}`, raw.toString('utf8'))
      }
    }
  return told
}

/** Routes that tell something else than before. */
const changedSince = async (
  before: ReadonlyMap<string, string>,
  among?: readonly Route[],
): Promise<readonly string[]> => {
  const after = await everything(among)
  const differing = [...after]
    .filter(([key, text]) => before.get(key) !== text)
    .map(([key]) => key.split(' ')[0]!)
  return [...new Set(differing)]
}

describe('模拟申请', () => {
  test('对方照常登记、答复、评价、被复议，任何统计、清单、导出、公布的数字都不变', async () => {
    expect(readable.length).toBeGreaterThan(40)
    house.on('2026-04-20')
    const before = await everything()

    house.on('2026-03-03')
    const filed = await ask('POST', of('mock-requests'), {
      organs: [organs.water],
      ...{ scenario: '能否按期答复', expect: '予以公开。', round: '第一季度' },
      application: { applicant: person, content: wish },
    })
    expect(filed.body).toMatchObject({ rows: [{ code: '测2026-001', because: '' }] })
    const record = (await ask('GET', of('supervision/mock'))).body.rows[0].id
    const { secret, standing } = (await ask('GET', of(`mock-requests/${record}`))).body
    const mock = walkOf(house, { id: record, number: standing.number, secret, version: 0 })
    mock.version = (await mock.read()).body.version
    await mock.do('confirmReceipt')
    await mock.on('2026-03-20')
    mock.version = (await mock.read()).body.version
    await answered(mock, 'granted')
    await mock.on('2026-03-24').do('fileReview', {
      ...{
        dispute: 'reconsideration',
        forum: '示例县人民政府',
        caseNo: '示府复〔2026〕1号',
        against: 'reply',
      },
    })
    const rated = {
      organ: organs.water,
      request: record,
      today: '2026-03-24',
      at: '2026-03-24T01:00:00.000Z',
    } as const
    expect(
      await rateService(house.store, { ...rated, level: 'bad', text: '太慢' } as never),
    ).not.toHaveProperty('failure')

    house.on('2026-04-20')
    const differing = await changedSince(before)
    expect(differing.filter((id) => !working.has(id))).toEqual([])
    expect(differing).toContain('listRequests')
  }, 240_000)

  test('对方的案卷、日志、列表里没有一处写着是模拟申请；告知以前督办整改中也没有', async () => {
    const record = (await ask('GET', of('supervision/mock'))).body.rows[0].id
    const head = staffId('head')
    const texts = await Promise.all([
      house.ask(head, 'GET', `organs/${organs.water}/requests/${record}`),
      house.ask(head, 'GET', `organs/${organs.water}/requests/${record}/events`),
      house.ask(staffId('auditAdmin'), 'GET', `organs/${organs.water}/log`),
    ])
    for (const { raw } of texts) expect(raw.toString('utf8')).not.toMatch(/mock|测2026|模拟/)
    const asked = await house.ask(head, 'GET', `organs/${organs.water}/mending`)
    expect(asked.body).toMatchObject({ rows: [], mocks: [] })
    expect((await house.ask(head, 'GET', of(`mock-requests/${record}`))).status).toBe(404)
  })

  test('评分以后告知：失分的成为问题，得满分的不成为；没有评分不能告知', async () => {
    const record = (await ask('GET', of('supervision/mock'))).body.rows[0].id
    const due = '2026-05-20'
    expect((await ask('POST', of(`mock-requests/${record}/unveil`), { due })).status).toBe(409)
    const { suggested } = (await ask('GET', of(`mock-requests/${record}`))).body
    expect(suggested).toMatchObject({ channel: { share: 100 }, time: { share: 100 } })
    const full = { share: 100, because: '' }
    const marks = { ...suggested, form: { share: 50, because: '没有写明救济途径。' }, content: full }
    const scored = await ask('POST', of(`supervision/mock/${record}/score`), { data: { marks } })
    expect(scored.body).toMatchObject({ state: 'scored' })
    expect((await ask('GET', of(`mock-requests/${record}`))).body.score).toBe(90)
    expect((await ask('POST', of(`mock-requests/${record}/unveil`), { due })).body).toMatchObject({
      state: 'unveiled',
    })
    const { rows, mocks } = (await house.ask(staffId('handler'), 'GET', `organs/${organs.water}/mending`))
      .body
    expect(rows.map(({ data }: { data: { subject: string } }) => data.subject)).toEqual(['mock.form'])
    expect(mocks).toMatchObject([{ score: 90 }])
  })

  test('条例§31：邮寄的由对方照常登记；指认以后任何统计、清单、导出、公布的数字都不变，指认错的不行', async () => {
    house.on('2026-04-20')
    const before = await everything()
    const wanted = {
      name: '赵测试',
      idNumber: null,
      title: '城关水库除险加固工程验收报告',
      features: '2025年的',
    }
    const sending = {
      ...{ organs: [organs.water], scenario: '收到信函是否登记', expect: '予以公开。', round: '第二季度' },
      ...{ channel: 'registeredPost', sentOn: '2026-04-01', application: wanted },
    }
    expect((await ask('POST', of('sent-mock-requests'), sending)).body).toEqual({ codes: ['测2026-002'] })
    const future = { ...sending, sentOn: '2026-05-01' }
    expect((await ask('POST', of('sent-mock-requests'), future)).status).toBe(422)
    const record = (await ask('GET', of('supervision/mock'))).body.rows.find(
      ({ data }: { data: { channel: string } }) => data.channel === 'registeredPost',
    ).id
    const path = (step: string) => of(`mock-requests/${record}/${step}`)
    const seen = async () => (await ask('GET', of(`mock-requests/${record}`))).body
    expect(await seen()).toMatchObject({
      standing: null,
      candidates: [],
      sent: { name: '赵测试', expectedOn: null },
    })
    expect((await ask('POST', path('delivery'), { deliveredOn: '2026-04-07' })).status).toBe(200)
    expect((await seen()).suggested.channel).toMatchObject({
      share: 0,
      because: expect.stringContaining('至今没有登记（条例§31）'),
    })

    const letter = {
      ...{ channel: 'registeredPost', arrivedOn: '2026-04-09' },
      applicant: { ...person, name: '赵测试', idNumber: '110101199003070011' },
    }
    const sought = async () => (await ask('GET', of('supervision'))).body.sought
    expect(await sought()).toBe(1)
    const { number, id } = await registered(house, '2026-04-13', letter, {
      title: '城关水库除险加固工程验收报告',
      features: '2025年的',
    })
    house.on('2026-04-20')
    expect(await changedSince(before, overview)).toEqual(['readOverview'])

    const { rows } = (await house.ask(staffId('handler'), 'GET', `organs/${organs.water}/requests`)).body
    const refused: number[] = []
    for (const other of rows.filter((row: { id: string }) => row.id !== id))
      refused.push((await ask('POST', path('case'), { number: other.number })).status)
    // One is a test already, the other one asks for something else in another name.
    expect(refused.toSorted()).toEqual([409, 422])
    expect((await ask('POST', path('case'), { number: '没有的' })).status).toBe(404)
    expect((await seen()).candidates).toMatchObject([{ number, applicant: true, wish: true }])
    expect((await ask('POST', path('case'), { number })).status).toBe(200)
    expect(await sought()).toBe(0)
    expect((await changedSince(before)).filter((each) => !working.has(each))).toEqual([])
    expect((await seen()).suggested.channel).toMatchObject({
      share: 50,
      because: expect.stringContaining('晚于实际'),
    })
    expect((await ask('POST', path('case'), { number })).status).toBe(409)

    expect((await ask('POST', path('release'), {})).status).toBe(200)
    expect(await changedSince(before, overview)).toEqual(['readOverview'])
    expect((await ask('POST', path('case'), { number })).status).toBe(200)
    const log = await house.ask(staffId('auditAdmin', 'county'), 'GET', of('log'))
    expect(log.raw.toString('utf8')).not.toMatch(/赵测试|除险加固/)
    const head = staffId('head')
    const texts = await Promise.all([
      house.ask(head, 'GET', `organs/${organs.water}/requests/${id}`),
      house.ask(staffId('auditAdmin'), 'GET', `organs/${organs.water}/log`),
    ])
    for (const { raw } of texts) expect(raw.toString('utf8')).not.toMatch(/mock|测2026|模拟/)
  }, 240_000)
})

test('机关只看到、只办理本机关的；督促机关只登记下级机关的（矩阵）', async () => {
  const task = { about: organs.water, due: '2026-06-30', data: { title: '公开预算', plan: '2026年工作要点' } }
  const { body } = await ask('POST', of('supervision/task'), task)
  const answer = { data: { text: '已公开' } }
  const path = (organ: string) => `organs/${organ}/mending/${organs.county}/task/${body.id}`
  const statuses = async (role: 'handler' | 'head' | 'authority') =>
    Promise.all(
      (['water', 'county', 'mountain'] as const).flatMap((place) =>
        (['water', 'county', 'mountain'] as const).map(
          async (organ) =>
            (await house.ask(staffId(role, place), 'GET', `organs/${organs[organ]}/mending`)).status,
        ),
      ),
    )
  expect(await statuses('handler')).toEqual([200, 404, 404, 404, 200, 404, 404, 404, 200])
  expect(await statuses('authority')).toEqual([403, 404, 404, 404, 403, 404, 404, 404, 403])
  for (const other of ['county', 'mountain'] as const) {
    const { body: seen } = await house.ask(staffId('head', other), 'GET', `organs/${organs[other]}/mending`)
    expect(seen.rows).toEqual([])
    expect(
      (await house.ask(staffId('head', other), 'POST', path(organs[other]), { body: answer })).status,
    ).toBe(404)
  }
  expect((await house.ask(staffId('handler'), 'POST', path(organs.water), { body: answer })).body.state).toBe(
    'reported',
  )
  expect((await ask('POST', of('supervision/task'), { ...task, about: organs.mountain })).status).toBe(422)
})

test('一览的每个数字，点开就是同样多的事项；已经报送的不算逾期', async () => {
  const data = { title: '公开应急预案', plan: '2026年工作要点' }
  await ask('POST', of('supervision/task'), { about: organs.water, due: '2026-04-21', data })
  house.on('2026-04-22')
  const lists = async () => {
    const { rows } = (await ask('GET', of('supervision'))).body
    const { tasks, findings } = rows.find((row: { organ: { id: string } }) => row.organ.id === organs.water)
    for (const [kind, counts] of [
      ['task', tasks],
      ['finding', findings],
    ] as const)
      for (const [standing, count] of Object.entries(counts)) {
        const query = `about=${organs.water}&standing=${standing}`
        const { rows: listed } = (await ask('GET', of(`supervision/${kind}?${query}`))).body
        expect(listed, `${kind} ${standing}`).toHaveLength(count as number)
      }
    return tasks
  }
  expect(await lists()).toMatchObject({ overdue: 1, waiting: 1 })
  const { rows } = (await ask('GET', of('supervision/task?standing=overdue'))).body
  const path = `organs/${organs.water}/mending/${organs.county}/task/${rows[0].id}`
  await house.ask(staffId('handler'), 'POST', path, { body: { data: { text: '已公开' } } })
  expect(await lists()).toMatchObject({ overdue: 0, waiting: 2 })
})

test('工作要点读出任务、责任单位和时限；监测问题逐行说明不能导入的', async () => {
  const text = '1. 公开预算（责任单位：县水利局；完成时限：6月底）\n2. 培训（责任单位：县档案馆）'
  const { body } = await ask('POST', of('task-plan'), { text, year: 2026 })
  expect(body.tasks).toMatchObject([
    { title: '公开预算', organs: [organs.water], due: '2026-06-30', strangers: [] },
    { title: '培训', organs: [], due: null, strangers: ['县档案馆'] },
  ])
  const list =
    '单位,问题类型,问题,位置,依据\n示例县水利局,错链,首页链接打不开,首页,检查指标\n某某局,错链,打不开,首页,\n'
  const boundary = 'b0undary'
  const payload = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="list"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${list}\r\n--${boundary}--\r\n`,
  )
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const query = `round=${encodeURIComponent('第二季度')}&due=2026-06-30`
  const send = (more: string) =>
    house.ask(supervisor, 'POST', `${of('outside-findings')}?${query}${more}`, { payload, headers })
  expect((await send('')).body).toMatchObject({ done: false, findings: 1, refused: [{ line: 3 }] })
  expect((await send('&do=true')).body).toMatchObject({ done: true, findings: 1 })
  expect((await send('&do=true')).body).toMatchObject({ done: true, findings: 0 })
})

test('条例§51：投诉举报要有期限；投诉人封存，日志里没有', async () => {
  const data = {
    basis: 'art51',
    channel: 'letter',
    matter: '逾期不答复',
    text: '去年的申请没有答复',
    name: '李小红',
    contact: '',
  }
  expect((await ask('POST', of('supervision/complaint'), { about: organs.water, data })).status).toBe(422)
  const { body } = await ask('POST', of('supervision/complaint'), {
    about: organs.water,
    due: '2026-06-30',
    data,
  })
  expect(JSON.stringify(body.data)).not.toContain('李小红')
  const seen = await ask('GET', of(`supervision/complaint/${body.id}`))
  expect(seen.body.sealed).toMatchObject({ name: '李小红' })
  const log = await house.ask(staffId('auditAdmin', 'county'), 'GET', of('log'))
  expect(log.raw.toString('utf8')).not.toContain('李小红')
})

test('案卷评查：同样的种子抽到同样的案卷，模拟申请不在其中；答复中不显示申请人', async () => {
  const draw = { title: '上半年评查', seed: '20260420', each: 5, from: '2026-01-01', to: '2026-04-20' }
  const [first, second] = [await ask('POST', of('samples'), draw), await ask('POST', of('samples'), draw)]
  expect(first.body.data.cases).toEqual(second.body.data.cases)
  expect(first.body.data.cases).toHaveLength(1)
  const { request } = first.body.data.cases[0]
  const { letters } = (await ask('GET', of(`samples/${first.body.id}/cases/${request}`))).body
  expect(letters.length).toBeGreaterThan(0)
  const text = JSON.stringify(letters)
  for (const known of [person.name, person.idNumber, ...Object.values(person.contact)])
    expect(text).not.toContain(known)
  const other = await ask('GET', of(`samples/${first.body.id}/cases/some-other`))
  expect(other.status).toBe(404)
  expect(masked({ paragraphs: ['王小明'] } as never, null).paragraphs).toEqual([])
})
