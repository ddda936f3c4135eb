/** The annual report over HTTP: written, submitted, returned, accepted, published, corrected. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { deriveDueUnder } from '../../../src/office/handling/handle-request.ts'
import { edition2021 } from '../../../src/report/editions/index.ts'
import { cells } from '../../../src/report/form.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import { verify } from '../../../src/store/verify.ts'
import { type House, openHouse, organs, type Reply, staffId } from './support/house.ts'
import { registered } from './support/walk.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await registered(house, '2026-03-02')
})
afterAll(() => house.close())

const year = 2026
const path = (rest: string) => `organs/${organs.water}/annual/${year}/${rest}`
const above = (rest = '') => `organs/${organs.county}/annual-filings/${year}${rest}`
const handler = staffId('handler')
const head = staffId('head')
const superior = staffId('authority', 'county')

const tag = (version: number) => ({ headers: { 'if-match': `"${version}"` } })
const report = async (who = handler): Promise<Reply['body']> =>
  (await house.ask(who, 'GET', path('report'))).body
const step = async (who: string, name: string, body?: object): Promise<Reply> =>
  house.ask(who, 'POST', path(name), { ...tag((await report(who)).version), ...(body && { body }) })

/** Cells of section two: nobody but the organ knows them. */
const entered = cells(edition2021.tables.filter(({ section }) => section === 2)).map(({ key }) => key)

const prose = {
  preamble:
    '根据《中华人民共和国政府信息公开条例》第五十条编制。统计期限自2026年1月1日起至2026年12月31日止。',
  '1': '本年新收政府信息公开申请{requests/received@total}件。主动公开规范性文件，管理目录，建设网站平台，开展监督和培训。',
  '5': '存在的主要问题是目录更新不够及时。下一步将完善目录，加强培训。',
  '6': '本年度未收取信息处理费。',
} as const

async function fillIn(): Promise<void> {
  const figures = entered.map((key) => ({ key, value: 0, document: '本机关办公室统计表' }))
  const done = await house.ask(handler, 'POST', path('figures'), { body: { figures } })
  expect(done.status).toBe(200)
  const { sections } = await report()
  for (const [section, text] of Object.entries(prose)) {
    const { version } = sections.find(({ key }: { key: string }) => key === section)
    const wrote = await house.ask(handler, 'PUT', path(`sections/${section}`), {
      body: { text },
      ...tag(version),
    })
    expect(wrote.status, section).toBe(200)
  }
}

describe('条例§49、§50 年度报告', () => {
  test('开始时：第三、四部分已经计数，第二部分逐格询问而不作零', async () => {
    const view = await report()
    expect(view).toMatchObject({ status: 'writing', basis: 'live', edition: { id: '2021' } })
    expect(view.asked.map(({ key }: { key: string }) => key)).toEqual(entered)
    const cell = view.cells.find(({ key }: { key: string }) => key === 'requests/received@total')
    expect(cell).toMatchObject({ value: 1, origin: 'sum', counted: true, change: null })
    const licence = view.cells.find(({ key }: { key: string }) => key === entered[6])
    expect(licence).toMatchObject({ value: null, kind: 'absent', origin: 'asked' })
    expect(view.deadline).toMatchObject({ day: '2027-01-31', workingDay: '2027-01-29', statutory: true })
    expect(view.deadline.because).toContain('没有顺延的规定')
    const list = await house.ask(handler, 'GET', path('cells/requests/received@natural'))
    expect(list.body.rows).toHaveLength(1)
    const csv = await house.ask(handler, 'GET', path('lists/requests/received@natural'))
    expect(csv.body).toContain('2026-1')
  })

  test('年度没有结束、缺漏没有补齐，都不能报送，逐处说明', async () => {
    const early = await step(head, 'submission')
    expect([early.status, early.body.type]).toEqual([409, 'urn:gongkai:refusal:yearNotOver'])
    house.on('2027-01-11')
    const { status, body } = await step(head, 'submission')
    expect([status, body.type]).toEqual([409, 'urn:gongkai:refusal:reportNotReady'])
    expect(body.errors.length).toBe(entered.length + 3)
  })

  test('填报的数字各有来源；计数的格写明理由才能更改，两个数都保留；空白、划线和零各不相同', async () => {
    const wrong = await house.ask(handler, 'POST', path('figures'), {
      body: {
        figures: [
          { key: 'requests/received@natural', value: 3 },
          { key: entered[0], value: -1 },
        ],
      },
    })
    expect([wrong.status, wrong.body.errors.length]).toEqual([422, 2])
    await fillIn()
    const [first, second] = entered
    await house.ask(handler, 'POST', path('figures'), {
      body: {
        figures: [
          { key: first, value: 'blank' },
          { key: second, value: 'dash' },
        ],
      },
    })
    const kinds = async () => {
      const { cells } = await report()
      return [first, second, entered[2]].map(
        (key) => cells.find((cell: { key: string }) => cell.key === key).kind,
      )
    }
    expect(await kinds()).toEqual(['blank', 'dash', 'number'])
    await fillIn()

    const correct = (body: object) => house.ask(handler, 'POST', path('corrections'), { body })
    const key = 'requests/received@natural'
    expect((await correct({ key, value: 2 })).body.type).toBe('urn:gongkai:refusal:noReason')
    expect((await correct({ key: 'requests/received@total', value: 2, reason: '漏登' })).body.type).toBe(
      'urn:gongkai:refusal:computedCell',
    )
    expect((await correct({ key, value: 2, reason: '另有一件在旧系统登记，尚未导入' })).status).toBe(200)
    const view = await report()
    const cell = (wanted: string) => view.cells.find((each: { key: string }) => each.key === wanted)
    expect(cell(key)).toMatchObject({ value: 2, computed: 1, origin: 'corrected' })
    expect(cell(key).correction).toMatchObject({ reason: '另有一件在旧系统登记，尚未导入', by: handler })
    expect(cell('requests/received@total')).toMatchObject({ value: 2, computed: 1 })
    expect(view.obstacles.some(({ message }: { message: string }) => message.includes('相差 1'))).toBe(true)
    expect((await correct({ key, value: null })).status).toBe(200)
    const history = await house.ask(handler, 'GET', `${path('history')}?cell=${encodeURIComponent(key)}`)
    expect(history.body.rows.map(({ kind }: { kind: string }) => kind)).toEqual([
      'cellCorrected',
      'correctionLifted',
    ])
  })

  test('一次填报、更改多格，有一格不能办的都不记录', async () => {
    const key = 'requests/received@natural'
    const post = (reason: string) =>
      house.ask(handler, 'POST', path('figures'), {
        body: { figures: [{ key: entered[0], value: 7 }], corrections: [{ key, value: 2, reason }] },
      })
    const shown = async () => {
      const { cells } = await report()
      return [entered[0], key].map((at) => cells.find((each: { key: string }) => each.key === at).value)
    }
    const refused = await post('')
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, key])
    expect(await shown()).toEqual([0, 1])
    expect((await post('另有一件在旧系统登记，尚未导入')).status).toBe(200)
    expect(await shown()).toEqual([7, 2])
    await house.ask(handler, 'POST', path('corrections'), { body: { key, value: null } })
    await fillIn()
  })

  test('年报格式 没有写明的计数口径由机关自定，写明理由；报告中说明', async () => {
    const admin = staffId('systemAdmin')
    const at = `organs/${organs.water}/counting-policy`
    const { body: before } = await house.ask(admin, 'GET', at)
    const policy = {
      ...before,
      withdrawn: 'leftOut',
      rows: { ...before.rows, archived: 'outcome.unavailable.notHeld' },
    }
    expect((await house.ask(admin, 'PUT', at, { body: policy })).status).toBe(400)
    expect((await house.ask(handler, 'PUT', at, { body: { ...policy, reason: '自定' } })).status).toBe(403)
    expect((await house.ask(admin, 'PUT', at, { body: { ...policy, reason: '上级要求' } })).status).toBe(200)
    expect((await house.ask(admin, 'GET', at)).body).toEqual(policy)
    expect((await report()).counting).toEqual([
      '申请人撤回申请的不计入',
      expect.stringContaining('“已移交国家档案馆”计入'),
    ])
    await house.ask(admin, 'PUT', at, { body: { ...before, reason: '恢复' } })
    expect((await report()).counting).toEqual([])
  })

  test('正文的数字随表格；两人同时写，两份都在', async () => {
    const section = async () => (await report()).sections.find(({ key }: { key: string }) => key === '1')
    expect((await section()).rendered).toContain('本年新收政府信息公开申请1件')
    const { version } = await section()
    const write = (text: string, over: number, more = {}) =>
      house.ask(handler, 'PUT', path('sections/1'), { body: { text, ...more }, ...tag(over) })
    expect((await write(`${prose['1']}甲`, version)).status).toBe(200)
    const second = await write(`${prose['1']}乙`, version)
    expect([second.status, second.body.version]).toEqual([409, version + 1])
    const { text, asides } = await section()
    expect(text.endsWith('甲')).toBe(true)
    expect(asides[0].words.endsWith('乙')).toBe(true)
    expect((await write(prose['1'], version + 1, { settles: [asides[0].hash] })).status).toBe(200)
    expect((await section()).asides).toEqual([])
  })

  test('先看再存：代入数字、检查，不留下任何记录；可以引用的数字逐项列出', async () => {
    const { version } = await report()
    const text =
      '全年新收{requests/received@total}件，来信{count/online}件，不予公开{sum/denied}件，没有{requests/none@total}。'
    const tried = await house.ask(handler, 'POST', path('sections/1/preview'), { body: { text } })
    expect(tried.body.section).toMatchObject({ text, version: expect.any(Number) })
    expect(tried.body.section.rendered).toContain('全年新收1件')
    expect(tried.body.section.faults).toHaveLength(1)
    expect((await report()).version).toBe(version)
    const { rows } = (await house.ask(handler, 'GET', path('live-figures'))).body
    const figure = (key: string) => rows.find((row: { key: string }) => row.key === key)
    expect(figure('requests/received@total')).toMatchObject({ now: 1, last: null })
    expect(figure('sum/denied')).toMatchObject({ now: 0, group: '几格之和' })
    expect(rows.every(({ caption }: { caption: string }) => caption !== '')).toBe(true)
    const years = (await house.ask(handler, 'GET', `organs/${organs.water}/annual`)).body.rows
    expect(years.map((row: object) => Object.values(row).slice(0, 2))).toEqual([
      [2027, false],
      [2026, true],
    ])
    expect(years[1]).toMatchObject({ status: 'writing', deadline: { day: '2027-01-31' } })
  })

  test('填报表导出、改动、导回', async () => {
    const template = await house.ask(handler, 'GET', `${path('figures/list')}?format=csv`)
    const text = String(template.body).replace(/(licensing\/licence@decisions,[^,]*),0,/, '$1,"1,024",')
    const boundary = 'x'.repeat(20)
    const payload = Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
    )
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const sent = await house.ask(handler, 'POST', `${path('figures/list')}?do=true`, { payload, headers })
    expect(sent.body).toMatchObject({ done: true, refused: [] })
    const { cells } = await report()
    expect(cells.find(({ key }: { key: string }) => key === 'licensing/licence@decisions')).toMatchObject({
      value: 1024,
      origin: 'imported',
    })
  })

  test('报送、退回、再报送、通过、公布，各由其人', async () => {
    expect((await step(handler, 'submission')).status).toBe(403)
    expect((await report()).obstacles).toEqual([])
    expect((await step(head, 'submission')).body).toMatchObject({ status: 'submitted' })
    expect((await report()).basis).toBe('snapshot')
    const locked = await house.ask(handler, 'POST', path('notes'), {
      body: { key: entered[0], note: '说明' },
    })
    expect(locked.body.type).toBe('urn:gongkai:refusal:wrongStage')
    expect((await step(head, 'publication')).body.type).toBe('urn:gongkai:refusal:notAccepted')

    const listed = await house.ask(superior, 'GET', above())
    expect(listed.body.rows).toHaveLength(1)
    expect(listed.body.rows[0]).toMatchObject({ status: 'submitted', late: false })
    const reasons = [{ about: '5', text: '第五部分过于简略，请补充改进措施。' }]
    expect((await step(head, 'return', { reasons })).status).toBe(403)
    expect((await step(superior, 'return', { reasons })).body).toMatchObject({ status: 'returned' })
    expect((await report()).returned.reasons).toEqual(reasons)
    await step(head, 'submission')
    const accepted = await house.ask(superior, 'POST', above('/acceptances'), {
      body: { organs: [organs.water, organs.mountain] },
    })
    expect(accepted.body.accepted).toEqual([organs.water])
    expect(accepted.body.refused.map(({ organ }: { organ: string }) => organ)).toEqual([organs.mountain])
    expect((await step(head, 'publication')).body).toMatchObject({ status: 'published' })
  })

  test('报送后收到的申请另列为差异，公布的不变；更正保留前一版本', async () => {
    house.on('2027-02-01')
    const difference = await house.ask(handler, 'GET', `${path('comparison')}?against=snapshot`)
    expect(difference.body.lines).toEqual([])
    const open = (rest = '') => house.ask(null, 'GET', `organs/${organs.water}/annual-reports${rest}`)
    expect((await open()).body.rows).toMatchObject([{ year, versions: [{ number: 1 }] }])
    expect((await step(head, 'revision', { reason: '行政许可数量有误' })).body.status).toBe('revising')
    await house.ask(handler, 'POST', path('figures'), {
      body: { figures: [{ key: 'licensing/licence@decisions', value: 1025, document: '更正后的统计表' }] },
    })
    await step(head, 'submission')
    await house.ask(superior, 'POST', above('/acceptances'), { body: { organs: [organs.water] } })
    await step(head, 'publication')
    const licences = async (version: number) => {
      const { body } = await open(`/${year}?version=${version}`)
      return body.report.cells.find(({ key }: { key: string }) => key === 'licensing/licence@decisions').value
    }
    expect([await licences(1), await licences(2)]).toEqual([1024, 1025])
    expect((await open(`/${year}`)).body).toMatchObject({
      version: 2,
      versions: [{}, { reason: '行政许可数量有误' }],
    })
    expect((await open('/2025')).status).toBe(404)
  })

  test('汇总：本机关一次，通过的各计一次，缺的逐一列出；每一格都知道由谁而来', async () => {
    const head = staffId('head', 'county')
    const sum = async (rest = '') => (await house.ask(head, 'GET', above(`/sum${rest}`))).body
    const whole = await sum()
    expect(whole.parts).toMatchObject([
      { organ: { id: organs.county }, source: 'live' },
      { organ: { id: organs.water }, source: 'own' },
    ])
    const cell = (key: string) => whole.cells.find((each: { key: string }) => each.key === key)
    expect(cell('requests/received@total')).toMatchObject({
      sum: 1,
      partial: false,
      contributing: 2,
      missing: 0,
    })
    // The county itself has not said how many licences it gave: what is known is no whole.
    const licences = 'licensing/licence@decisions'
    expect(cell(licences)).toMatchObject({ sum: 1025, partial: true, contributing: 1, missing: 1 })
    const { behind } = await sum(`?cell=${encodeURIComponent(licences)}`)
    expect(behind).toMatchObject({
      from: [{ organ: '示例县水利局', value: 1025 }],
      missing: [{ organ: '示例县人民政府', shows: 'absent' }],
    })
    expect((await sum(`?organs=${organs.mountain}`)).parts).toHaveLength(1)
    const file = await house.ask(head, 'GET', above('/sum/file?format=md'))
    expect(file.body).toContain('有10格缺部分机关的数字，不列合计，不作零。')
    const county = `organs/${organs.county}/annual/${year}`
    const adopted = await house.ask(head, 'POST', `${county}/sum`, { body: {} })
    expect(adopted.status).toBe(200)
    const government = (await house.ask(head, 'GET', `${county}/report`)).body
    const own = (key: string) => government.cells.find((each: { key: string }) => each.key === key)
    expect(own('requests/received@total')).toMatchObject({
      value: 1,
      computed: 0,
      origin: 'summed',
      counted: false,
    })
    expect(own(licences)).toMatchObject({ value: null, origin: 'asked', change: 'enter' })
    const early = (await house.ask(head, 'GET', `organs/${organs.county}/annual-filings/2025/sum`)).body
    expect(early.parts[1]).toMatchObject({ source: 'none', remark: expect.stringContaining('没有计入') })
    expect(early.cells.every(({ partial }: { partial: boolean }) => partial)).toBe(true)
  })

  test('草稿标明是草稿，公布的不标；与已公布的其他报告比较正文', async () => {
    const file = (rest: string) => house.ask(handler, 'GET', path(`file?format=${rest}`))
    expect((await file('md')).body).not.toContain('草稿')
    const draft = await house.ask(handler, 'GET', `organs/${organs.water}/annual/2027/file?format=md`)
    expect(draft.body).toContain('本件为编制中的草稿')
    expect(decodeURIComponent(String(draft.headers['content-disposition']))).toContain('（草稿）.md')
    const alike = await house.ask(
      staffId('handler', 'mountain'),
      'GET',
      `organs/${organs.mountain}/annual/${year}/similarities`,
    )
    expect(alike.body.rows).toEqual([])
    const open = await house.ask(
      null,
      'GET',
      `organs/${organs.water}/annual-reports/${year}/file?format=json&version=1`,
    )
    expect(open.status).toBe(200)
  })

  test('存档与登记日志的校验值相符；被改动的查得出来', async () => {
    expect((await verify(house.store, organs.water)).faults).toEqual([])
    const { snapshot } = (await house.store.filings.of(organs.water, year))!
    const { database } = house.store
    await database
      .updateTable('blob')
      .set({ sealed: Buffer.from('changed') })
      .where('organ', '=', organs.water)
      .where('hash', '=', snapshot!)
      .execute()
    // What the search has of a report is made of its snapshot, and differs with it.
    const faults = async () =>
      (await verify(house.store, organs.water)).faults
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'searchDiffers')
    expect(await faults()).toEqual(['snapshot'])
    await database
      .updateTable('annual_filing')
      .set({ status: 'accepted' })
      .where('organ', '=', organs.water)
      .execute()
    expect(await faults()).toEqual(['reportDiffers', 'snapshot'])
    await rebuild(house.store, organs.water, deriveDueUnder(nationalCalendar))
    expect(await faults()).toEqual(['snapshot'])
    expect((await house.store.filings.of(organs.water, year))?.status).toBe('published')
  })
})
