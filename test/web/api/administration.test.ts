/** What lies around the requests: the board, the annual report, organs, staff, calendar, words, the log, the first run. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureAt } from '../../../src/report/reading.ts'
import { organRecordSchema } from '../../../src/web/api/staff/organ-schema.ts'
import { formOf } from './support/form.ts'
import { codes, type House, openHouse, organs, staffId } from './support/house.ts'
import { answered, at, registered } from './support/walk.ts'

const [first, second, third] = codes.spare

let house: House
beforeAll(async () => {
  house = await openHouse({
    parts: {
      verify: async () => ({ head: { seq: 1, hash: 'sha256:…' }, events: 1, cases: 0, faults: [] }),
      accounts: {
        createAccount: async () => true,
        setPassword: async (staff) => ({ refused: false, password: `first-${staff}` }),
        endSessions: async () => ({ refused: false }),
        resetSecondFactor: async () => ({ refused: false }),
      },
    },
  })
})
afterAll(() => house.close())

const ask = (role: Parameters<typeof staffId>[0], method: string, path: string, body?: object) =>
  house.ask(staffId(role), method, path, body && { body })

describe('看板和年度报告', () => {
  test('条例§33 逾期、临期、未分派，件数与列表一致', async () => {
    const late = await registered(house, '2026-03-02')
    const soon = await registered(house, '2026-03-10')
    await registered(house, '2026-03-27', { channel: 'online' })
    await soon.do('assign', { handler: staffId('handler') })
    house.on('2026-04-02')
    const { body } = await ask('handler', 'GET', at('board'))
    expect(body).toMatchObject({
      asOf: '2026-04-02',
      organs: 1,
      open: 3,
      overdue: 1,
      soon: 1,
      unconfirmed: 1,
      unassigned: 2,
    })
    const due = async (kind: string) => (await ask('handler', 'GET', at(`board/due?kind=${kind}`))).body.rows
    expect((await due('overdue')).map(({ id }: { id: string }) => id)).toEqual([late.id])
    expect((await due('soon')).map(({ id }: { id: string }) => id)).toEqual([soon.id])
    const above = await house.ask(
      staffId('authority', 'county'),
      'GET',
      `organs/${organs.county}/board?below=true`,
    )
    expect(above.body).toMatchObject({ organs: 2, open: 3, overdue: 1 })
    const tally = await ask('handler', 'GET', at('tally?by=channel&by=status'))
    expect(tally.body.rows).toContainEqual({ channel: 'inPerson', status: 'handling', count: 2 })
  })

  test('条例§50 每个数字都能打开到背后的件，件数相符', async () => {
    const done = await answered(await registered(house, '2026-05-06'), 'petition')
    await done.do('fileReview', {
      dispute: 'reconsideration',
      caseNo: '示复〔2026〕1号',
      forum: '示例县人民政府',
      against: 'reply',
    })
    const { status, body } = await ask('head', 'GET', at('annual/2026'))
    expect([status, body.edition]).toEqual([200, '2021'])
    expect(body.cells['requests/outcome.declined.petition@natural']).toBe(1)
    expect(body.cells['disputes/cases@reconsideration.pending']).toBe(1)
    for (const [key, figure] of Object.entries(body.cells as Record<string, number>)) {
      if (figure === 0) continue
      const cell = await ask('head', 'GET', at(`annual/2026/cells/${key}`))
      expect(cell.body.rows, key).toHaveLength(figure)
    }
    expect(figureAt({}, 'x')).toBeNull()
    expect((await ask('head', 'GET', at('annual/2026/cells/requests/nothing@natural'))).status).toBe(404)
    expect((await ask('head', 'GET', at('annual/2018'))).status).toBe(400)
  })
})

const record = async () =>
  organRecordSchema.parse((await ask('systemAdmin', 'GET', `organs/${organs.water}`)).body)

describe('机关', () => {
  test('修改资料；代码不能改，上级只能是自己管理的机关', async () => {
    const before = await record()
    const put = (change: object) =>
      ask('systemAdmin', 'PUT', `organs/${organs.water}`, { ...before, ...change })
    expect((await put({ docPrefix: '示水' })).status).toBe(200)
    expect((await record()).docPrefix).toBe('示水')
    expect((await put({ code: codes.spare[0] })).status).toBe(422)
    expect((await put({ parent: codes.mountain })).status).toBe(403)
    expect((await put({ kind: 'township' })).status).toBe(422)
  })

  test('新增下级；名录先看后导入，不属于自己的行不导入；导出再导入没有变化', async () => {
    const admin = staffId('systemAdmin', 'county')
    const county = `organs/${organs.county}/subordinates`
    const base = await record()
    const made = await house.ask(admin, 'POST', county, {
      body: { ...base, code: first, name: '示例县档案局' },
    })
    expect(made.status).toBe(201)
    const csv = await house.ask(admin, 'GET', `${county}/list?format=csv`)
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    const bring = (text: string, way: 'true' | 'false') =>
      house.ask(
        admin,
        'POST',
        `${county}/list?do=${way}`,
        formOf([{ name: 'file', file: 'x.csv', value: text }]),
      )
    expect((await bring(csv.raw.toString(), 'false')).body).toMatchObject({
      done: false,
      unchanged: 3,
      added: [],
    })

    const [head, ...lines] = csv.raw.toString().split('\r\n')
    const water = lines.find((line) => line.startsWith(codes.water))!
    const below = water.replace(codes.water, second).replace('示例县水利局', '示例县林业局')
    const foreign = water.replace(codes.water, third).replace(codes.county, codes.mountain)
    const list = [head, below, foreign].join('\r\n')
    const plan = await bring(list, 'false')
    expect(plan.body).toMatchObject({ added: [{ code: second }], refused: [{ line: 3 }] })
    expect((await bring(list, 'true')).body.done).toBe(true)
    const { body } = await house.ask(admin, 'GET', county)
    expect(body.rows.map(({ code }: { code: string }) => code).sort()).toEqual([
      codes.county,
      codes.water,
      first,
      second,
    ])
    expect((await bring('没有表头', 'false')).status).toBe(422)

    const log = await house.store.inTransaction(organs.county, ({ events }) => events.read(0, 1000))
    const told = log.filter(({ kind }) => kind.startsWith('organ')).map(({ kind, data }) => [kind, data])
    expect(told).toEqual([
      ['organAdded', { code: first, name: '示例县档案局' }],
      ['organAdded', { code: second, name: '示例县林业局' }],
    ])
    const own = await house.store.inTransaction(organs.water, ({ events }) => events.read(0, 1000))
    expect(own.find(({ kind }) => kind === 'organChanged')?.data).toMatchObject({
      changes: [{ column: '机关代字', from: '示公', to: '示水' }],
    })
  })

  test('撤销的机关不再受理，案卷保留，公开的信息写明由谁承接；有未办结的不能撤销；可以恢复', async () => {
    const admin = staffId('systemAdmin', 'county')
    const { body } = await house.ask(admin, 'GET', `organs/${organs.county}/subordinates`)
    const { id } = body.rows.find(({ code }: { code: string }) => code === second)
    const close = (organ: string, way = '') =>
      house.ask(admin, 'POST', `organs/${organ}/closure${way}`, { body: { because: '示例县机构改革方案' } })
    expect((await close(organs.county)).body.type).toContain('highestOrgan')
    expect((await close(organs.water)).body.type).toContain('openCases')
    expect((await close(id, '/reversal')).body.type).toContain('notClosed')
    const closed = (successor: string) =>
      house.ask(admin, 'POST', `organs/${id}/closure`, { body: { because: '示例县机构改革方案', successor } })
    for (const wrong of [id, 'nothing']) expect((await closed(wrong)).body.type).toContain('wrongSuccessor')
    expect((await closed(organs.water)).status).toBe(200)
    expect((await close(id)).body.type).toContain('alreadyClosed')
    const listed = async () => {
      const { body } = await house.ask(null, 'GET', 'organs')
      return body.rows.some((row: { id: string }) => row.id === id)
    }
    expect(await listed()).toBe(false)
    expect((await house.ask(null, 'GET', `organs/${id}/guide`)).status).toBe(404)
    const about = (await house.ask(null, 'GET', `organs/${id}/about`)).body
    const successor = { id: organs.water, name: '示例县水利局' }
    expect(about).toMatchObject({ id, channels: [], closed: { successor } })
    expect((await house.ask(null, 'GET', `organs/${id}/published/catalogue`)).status).toBe(200)
    const all = (await house.ask(null, 'GET', 'organs?closed=true')).body.rows
    expect(all.find((row: { id: string }) => row.id === id).closed).toEqual(about.closed)
    expect((await close(id, '/reversal')).status).toBe(200)
    expect(await listed()).toBe(true)
  })
})

describe('历史台账', () => {
  test('先看后导入，由负责人确认，经办人不能是本人；再导入没有重复', async () => {
    const template = await ask('handler', 'GET', at('register?format=csv'))
    expect(template.raw.toString()).toContain('登记编号')
    const [head] = template.raw.toString().trim().split('\r\n')
    const heads = head!.replace('\ufeff', '').split(',')
    const values: Record<string, string> = { 登记编号: '旧2021-1', 收到日期: '2021-03-02' }
    const row = heads.map((name) => values[name] ?? '').join(',')
    const bring = (way: string, importer: string) =>
      house.ask(
        staffId('head'),
        'POST',
        at(`register?do=${way}`),
        formOf([
          { name: 'importer', value: importer },
          { name: 'file', file: 'x.csv', value: `${head}\r\n${row}\r\n` },
        ]),
      )
    const looked = await bring('false', staffId('handler'))
    expect(looked).toMatchObject({ status: 200, body: { done: false, made: [] } })
    expect(looked.body.toMake.length + looked.body.refused.length).toBe(1)
    expect((await bring('false', staffId('head'))).status).toBe(422)
    expect((await bring('false', staffId('systemAdmin'))).status).toBe(400)
    expect((await ask('handler', 'POST', at('register'))).status).toBe(403)
  })
})

describe('人员', () => {
  test('新增、授予身份、重设密码、停用；三员分立，不能动自己', async () => {
    const made = await ask('securityAdmin', 'POST', at('staff'), { name: '某人', account: 'somebody' })
    expect(made.status).toBe(201)
    const one = at(`staff/${made.body.id}`)
    expect(
      (await ask('securityAdmin', 'POST', at('staff'), { name: '某人', account: 'Somebody' })).status,
    ).toBe(409)
    expect((await ask('securityAdmin', 'POST', `${one}/roles`, { role: 'handler' })).status).toBe(200)
    expect(await ask('securityAdmin', 'POST', `${one}/roles`, { role: 'auditAdmin' })).toMatchObject({
      status: 409,
      body: { type: 'urn:gongkai:refusal:incompatibleRoles' },
    })
    expect((await ask('securityAdmin', 'POST', `${one}/roles`, { role: 'applicant' })).status).toBe(400)
    expect((await ask('securityAdmin', 'POST', `${one}/password`)).body).toEqual({
      password: `first-${made.body.id}`,
    })
    expect((await ask('securityAdmin', 'PUT', one, { mail: 'a@b.example' })).status).toBe(200)
    const { body: colleagues } = await ask('handler', 'GET', at('colleagues'))
    expect(colleagues.rows).toContainEqual({ id: made.body.id, name: '某人', roles: ['handler'] })
    expect(JSON.stringify(colleagues)).not.toContain('a@b.example')
    expect((await ask('securityAdmin', 'DELETE', `${one}/roles/handler`)).status).toBe(200)
    expect((await ask('securityAdmin', 'POST', `${one}/suspension`, { because: 'left' })).status).toBe(200)
    expect((await ask('securityAdmin', 'DELETE', `${one}/suspension`)).status).toBe(200)
    const own = at(`staff/${staffId('securityAdmin')}/suspension`)
    expect((await ask('securityAdmin', 'POST', own, { because: 'left' })).status).toBe(403)
    const foreign = at(`staff/${staffId('handler', 'mountain')}/password`)
    expect((await ask('securityAdmin', 'POST', foreign)).status).toBe(404)
    const { body } = await ask('securityAdmin', 'GET', at('staff'))
    expect(body.rows.find(({ id }: { id: string }) => id === made.body.id)).toMatchObject({
      account: 'somebody',
      roles: [],
    })
  })
})

describe('设置', () => {
  test('条例§33 录入放假安排，暂定的期限随即重算，变动的逐件列出', async () => {
    const walk = await registered(house, '2026-12-15')
    const national = {
      scope: 'national',
      paper: {
        year: 2027,
        number: '示例发〔2026〕1号',
        holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
        makeUpDays: ['2027-01-09'],
      },
    }
    expect((await ask('systemAdmin', 'POST', at('calendar'), national)).status).toBe(403)
    const publish = (way = 'true') =>
      house.ask(staffId('systemAdmin', 'county'), 'POST', `organs/${organs.county}/calendar?do=${way}`, {
        body: national,
      })
    const preview = await publish('false')
    expect(preview.body).toMatchObject({ done: false, moved: [{ request: walk.id }] })
    const { status, body } = await publish()
    expect(status).toBe(200)
    expect(body.moved).toEqual(preview.body.moved)
    expect(body.moved).toContainEqual({
      organ: organs.water,
      request: walk.id,
      number: expect.any(String),
      before: { due: '2027-01-13', firm: false },
      after: { due: '2027-01-12', firm: true },
    })
    expect((await publish()).status).toBe(409)
    const wrong = {
      scope: 'organ',
      paper: {
        name: 'x',
        number: 'y',
        holidays: [{ name: 'z', from: '2027-02-02', to: '2027-02-01' }],
        makeUpDays: [],
      },
    }
    expect((await ask('systemAdmin', 'POST', at('calendar'), wrong)).status).toBe(422)
    expect((await ask('systemAdmin', 'GET', at('calendar'))).body.rows).toMatchObject([{ scope: 'national' }])
  })

  test('文书模板：自定、恢复；法律要求写明的不能删去', async () => {
    const { body } = await ask('head', 'GET', at('templates'))
    const receipt = body.rows.find(({ kind }: { kind: string }) => kind === 'receipt')
    expect(receipt.own).toBe(false)
    const save = (text: string) => ask('head', 'PUT', at('templates/receipt'), { text })
    expect((await save('本机关已收到。')).body).toMatchObject({
      status: 422,
      errors: expect.arrayContaining([{}].map(() => expect.any(Object))),
    })
    expect((await save(`${receipt.text}\n谨此告知。`)).status).toBe(200)
    expect((await ask('head', 'DELETE', at('templates/receipt'))).status).toBe(200)
    expect((await ask('head', 'PUT', at('templates/nothing'), { text: 'x' })).status).toBe(404)
  })

  test('各项设置各有其形式，写错的说明何处', async () => {
    const put = (key: string, value: unknown) =>
      house.ask(staffId('systemAdmin'), 'PUT', at(`settings/${key}`), { body: JSON.stringify(value) })
    expect((await put('requestNumbering', '{年}{序号}')).status).toBe(200)
    expect((await put('requestNumbering', '没有序号')).status).toBe(422)
    const wrong = await put('webhooks', {
      addresses: [
        { url: 'https://oa.example/hook' },
        { url: 'javascript:alert(1)' },
        { url: 'https://a:b@oa.example' },
      ],
    })
    expect([wrong.status, wrong.body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['addresses.1.url', 'addresses.2.url'],
    ])
    const hooks = await put('webhooks', {
      addresses: [{ url: 'https://oa.example/hook', events: ['drafted'] }],
    })
    expect([hooks.status, hooks.body]).toEqual([200, { done: true }])
    expect((await put('retention', { identityPaperMonths: 6, draftDays: 10 })).status).toBe(200)
    expect((await put('letters', { onlineReview: 'https://review.example' })).status).toBe(200)
    expect((await put('messages', { silent: ['nothing'] })).status).toBe(400)
    const { body } = await ask('systemAdmin', 'GET', at('settings'))
    expect(body).toMatchObject({ requestNumbering: '{年}{序号}', retention: { identityPaperMonths: 6 } })
    await put('requestNumbering', '{年}-{序号}')
  })
})

describe('公众看得到的', () => {
  const read = (path: string) => house.ask(null, 'GET', path)

  test('条例§12 指南历次更新：公开的栏目写明改前改后，内部的不列；每一版都能读到全文', async () => {
    const path = `organs/${organs.water}/guide/changes`
    const before = (await read(path)).body.rows.length
    const told = await record()
    const put = (change: object) =>
      ask('systemAdmin', 'PUT', `organs/${organs.water}`, { ...told, ...change })
    await put({ office: { ...told.office, phone: '0571-00000099' }, docPrefix: '示水新' })
    const { rows } = (await read(path)).body
    expect(rows).toHaveLength(before + 1)
    expect(rows[0].changes).toEqual([{ column: '联系电话', from: told.office.phone, to: '0571-00000099' }])
    expect(rows[0]).toMatchObject({ number: rows.length, until: null })
    expect(rows[1].until).toBe(rows[0].from)
    const phone = async (version: string) =>
      (await read(`organs/${organs.water}/guide${version}`)).body.office?.phone
    expect([await phone(''), await phone(`?version=${rows.length}`)]).toEqual([
      '0571-00000099',
      '0571-00000099',
    ])
    expect(await phone(`?version=${rows.length - 1}`)).toBe(told.office.phone)
    expect((await read(`organs/${organs.water}/guide?version=${rows.length + 1}`)).status).toBe(404)
    await put({})
  })

  test('哀悼日由最高一级机关设置，起止两日都算，过后恢复', async () => {
    const days = { from: '2026-03-04', to: '2026-03-05' }
    expect((await ask('systemAdmin', 'PUT', at('settings/mourning'), days)).status).toBe(403)
    const top = `organs/${organs.county}/settings/mourning`
    const admin = staffId('systemAdmin', 'county')
    const upside = { from: '2026-03-05', to: '2026-03-04' }
    expect((await house.ask(admin, 'PUT', top, { body: upside })).status).toBe(400)
    expect((await house.ask(admin, 'PUT', top, { body: days })).status).toBe(200)
    const seen = []
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'] as const) {
      house.on(day)
      seen.push((await read('appearance')).body.mourning)
    }
    expect(seen).toEqual([false, true, true, false])
  })
})

describe('日志', () => {
  test('逐页读取，序号不断；校验由审计管理员发起', async () => {
    const read = async (after: number) =>
      (await ask('auditAdmin', 'GET', at(`log?limit=7&after=${after}`))).body
    const seqs: number[] = []
    for (let after: number | null = 0; after !== null && seqs.length < 100; ) {
      const page: { rows: { seq: number }[]; next: number | null } = await read(after)
      seqs.push(...page.rows.map(({ seq }) => seq))
      after = page.next
    }
    expect(seqs).toEqual(seqs.map((_, i) => i + 1))
    const entries = async (query: string) =>
      (await ask('auditAdmin', 'GET', at(`log/entries?limit=500&${query}`))).body.rows as readonly {
        readonly kind: string
        readonly seq: number
        readonly at: string
        readonly actor: string
      }[]
    const all = await entries('')
    expect(all.map(({ seq }) => seq)).toEqual(seqs.slice(0, all.length).map((_, i) => seqs.length - i))
    const received = await entries('kind=received&kind=organChanged')
    expect(new Set(received.map(({ kind }) => kind))).toEqual(new Set(['received', 'organChanged']))
    const own = await entries(`actor=${staffId('systemAdmin')}&from=2026-03-01&to=2026-12-31`)
    expect(own.every(({ actor }) => actor === staffId('systemAdmin'))).toBe(true)
    expect(own.length).toBeGreaterThan(0)
    expect(await entries('from=2027-12-01')).toEqual([])
    const file = await ask('auditAdmin', 'GET', at('log/file'))
    expect(file.raw.toString().trim().split('\n')).toHaveLength(seqs.length)
    expect((await ask('auditAdmin', 'POST', at('log/verification'))).body).toMatchObject({
      head: { seq: 1 },
      events: 1,
      cases: 0,
      faults: [],
    })
    expect((await ask('systemAdmin', 'GET', at('log'))).status).toBe(403)
  })
})

describe('首次启用', () => {
  const body = async () => ({
    code: 'abcd-efgh',
    organ: organRecordSchema.parse({
      ...(await ask('systemAdmin', 'GET', `organs/${organs.water}`)).body,
      parent: '',
    }),
    administrators: {
      systemAdmin: { name: '甲', account: 'sys-admin' },
      securityAdmin: { name: '乙', account: 'sec-admin' },
      auditAdmin: { name: '丙', account: 'aud-admin' },
    },
  })

  test('已经启用的，没有这个地址', async () => {
    expect((await house.ask(null, 'POST', 'setup', { body: await body() })).status).toBe(404)
  })

  test('凭启用码录入第一个机关和三名管理员，只能一次', async () => {
    const empty = await openHouse({
      empty: true,
      parts: {
        setUpCode: 'ABCDEFGH',
        accounts: {
          createAccount: async () => true,
          setPassword: async () => ({ refused: false, password: 'first-password' }),
          endSessions: async () => ({ refused: false }),
          resetSecondFactor: async () => ({ refused: false }),
        },
      },
    })
    const set = async (change: object = {}) =>
      empty.ask(null, 'POST', 'setup', { body: { ...(await body()), ...change } })
    expect((await set({ code: 'wrong' })).status).toBe(401)
    const { administrators } = await body()
    const same = { ...administrators, auditAdmin: administrators.systemAdmin }
    expect((await set({ administrators: same })).status).toBe(409)
    const founded = await set()
    expect(founded.status).toBe(201)
    expect(Object.values(founded.body.passwords)).toEqual(Array(3).fill('first-password'))
    expect((await set()).status).toBe(404)
    await empty.close()
  })
})
