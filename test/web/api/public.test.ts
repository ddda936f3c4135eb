/** What people outside can do: apply, follow their request and act on it, answer when they are asked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formOf } from './support/form.ts'
import { type House, openHouse, organs, staffId } from './support/house.ts'
import { company } from './support/people.ts'
import { answered, at, factsFor, type HttpWalk, person, registered, walkOf, wish } from './support/walk.ts'

const start = '2026-03-02'
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const application = { applicant: person, content: wish }
const apply = (body: unknown = application, headers: Record<string, string> = {}) =>
  house.ask(null, 'POST', at('applications'), { body, headers })

interface Session {
  readonly authorization: string
}

async function track(number: string, secret: string): Promise<Session> {
  const { status, body } = await house.ask(null, 'POST', at('tracking/sessions'), {
    body: { number, secret },
  })
  expect(status).toBe(201)
  return { authorization: `Bearer ${body.token}` }
}

const own = (session: Session, method: string, path: string, body?: object) =>
  house.ask(null, method, at(path), { headers: { ...session }, ...(body && { body }) })

/** The request as staff find it by its number. */
async function asStaff(number: string): Promise<HttpWalk> {
  const { body } = await house.ask(staffId('handler'), 'GET', at('requests?limit=200'))
  const row = body.rows.find((each: { number: string }) => each.number === number)
  return walkOf(house, { ...row, secret: '' })
}

describe('申请之前', () => {
  test('任何人可以查看受理机关、指南和申请表，可以短时缓存', async () => {
    const { body, headers } = await house.ask(null, 'GET', 'organs')
    expect(body.rows.map(({ id }: { id: string }) => id).sort()).toEqual(Object.values(organs).sort())
    expect(headers['cache-control']).toBe('public, max-age=300')
    expect(JSON.stringify(body)).not.toContain('docPrefix')
    const guide = await house.ask(null, 'GET', at('guide'))
    expect(guide).toMatchObject({ status: 200, body: { organ: '示例县水利局' } })
    expect((await house.ask(null, 'GET', at('form'))).body.sections.length).toBeGreaterThan(3)
    const correction = await house.ask(null, 'GET', at('form?variant=recordCorrection'))
    expect(correction.body.title).toContain('更正')
    expect((await house.ask(null, 'GET', 'organs/nowhere/guide')).status).toBe(404)
  })

  test('条例§36(1) 已经公开的，先告知；就是所要的，只计数', async () => {
    const list =
      '标题,文号,发布日期,网址,摘要\r\n示例水库除险加固工程公告,,2025-06-01,https://water.example/1,工程公告\r\n,,,,缺标题\r\n'
    const file = formOf([{ name: 'file', file: 'list.csv', value: list }])
    const bring = (way: string) =>
      house.ask(staffId('systemAdmin'), 'POST', at(`published/list?do=${way}`), file)
    expect((await bring('false')).body).toMatchObject({ done: false, items: 1, refused: [{ line: 3 }] })
    expect((await house.ask(null, 'GET', at('published?q=水库加固'))).body.rows).toEqual([])
    expect((await bring('true')).body).toMatchObject({ done: true, items: 1 })
    const { body } = await house.ask(
      null,
      'GET',
      at(`published?q=${encodeURIComponent('我想了解水庫加固工程')}`),
    )
    expect(body.rows).toMatchObject([{ title: '示例水库除险加固工程公告' }])
    const accept = (id: string) => house.ask(null, 'POST', at(`published/${id}/accepted`))
    expect((await accept(body.rows[0].id)).body).toEqual({ done: true })
    expect((await accept('other')).status).toBe(404)
  })
})

describe('提出申请', () => {
  test('条例§29 得到编号和查询码；内容不全的照常收下，列明所缺', async () => {
    house.on(start)
    const { status, body } = await apply({ applicant: { kind: 'natural', name: '李小红' }, content: {} })
    expect(status).toBe(201)
    expect(body.number).toMatch(/^2026-\d+$/)
    expect(body.receivedOn).toBeNull()
    expect(body.shortcomings.map(({ requirement }: { requirement: string }) => requirement)).toEqual(
      expect.arrayContaining(['identity', 'contact', 'description', 'form']),
    )
  })

  test('同一次提交重试，得到同一编号和查询码，只登记一件', async () => {
    house.on(start)
    const key = { 'idempotency-key': 'a-random-key-1' }
    const first = await apply(application, key)
    const second = await apply(application, key)
    expect(second.body).toEqual(first.body)
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ])
    const other = await apply({ ...application, content: { ...wish, title: '另一件' } }, key)
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:gongkai:problem:key-reused' } })
    const next = await apply(application, { 'idempotency-key': 'a-random-key-2' })
    expect(next.body.number).not.toBe(first.body.number)
    expect(next.body.secret).not.toBe(first.body.secret)
  })

  test('可以附材料提交，内容有害的不收', async () => {
    house.on(start)
    const json = { name: 'application', value: JSON.stringify(application) }
    const good = formOf([json, { name: 'identity', file: '身份证.txt', value: '示例证件的说明' }])
    const { status, body } = await house.ask(null, 'POST', at('applications'), good)
    expect([status, body.shortcomings]).toEqual([201, []])
    const program = formOf([
      json,
      { name: 'identity', file: '身份证.txt', value: '示例证件的说明' },
      { name: 'evidence', file: 'a.exe', value: Buffer.from('MZ\x90\x00'.repeat(40), 'latin1') },
    ])
    const refused = await house.ask(null, 'POST', at('applications'), program)
    expect(refused).toMatchObject({
      status: 422,
      body: { type: expect.stringContaining('urn:gongkai:refusal:'), errors: [{ field: 'evidence' }] },
    })
    const bare = await house.ask(null, 'POST', at('applications'), formOf([]))
    expect(bare).toMatchObject({ status: 400, body: { type: 'urn:gongkai:problem:bad-request' } })
  })

  test('写错的字段逐项指出，不重复所填的内容', async () => {
    const { status, body } = await apply({ applicant: { kind: 'animal', name: 5 }, content: { ttile: 'x' } })
    expect(status).toBe(400)
    expect(
      body.errors.map(({ caption, field }: { caption: string; field: string }) => [field, caption]),
    ).toEqual([
      ['applicant.kind', '申请人类别'],
      ['applicant.name', '姓名或者名称'],
      ['content.ttile', '申请内容'],
    ])
    expect(JSON.stringify(body)).not.toContain('animal')
  })

  test('没有开通互联网渠道的机关，告知按指南提出', async () => {
    const row = await house.store.organs.get(organs.mountain)
    await house.store.organs.put({ ...row!, details: { ...row!.details, channels: [] } })
    const { status, body } = await house.ask(null, 'POST', `organs/${organs.mountain}/applications`, {
      body: application,
    })
    expect([status, body.type]).toEqual([409, 'urn:gongkai:failure:channelNotOpened'])
  })
})

describe('查询自己的申请', () => {
  test('编号或者查询码不对，回答相同', async () => {
    house.on(start)
    const { body: made } = await apply()
    const open = (number: string, secret: string) =>
      house.ask(null, 'POST', at('tracking/sessions'), { body: { number, secret } })
    const wrong = await open(made.number, 'XXXX-XXXX-XXXX')
    const nobody = await open('2026-99999', made.secret)
    expect(wrong.status).toBe(401)
    expect(wrong.raw.equals(nobody.raw)).toBe(true)
    const elsewhere = await house.ask(null, 'POST', `organs/${organs.county}/tracking/sessions`, {
      body: { number: made.number, secret: made.secret },
    })
    expect(elsewhere.raw.equals(wrong.raw)).toBe(true)
  })

  test('凭证半小时有效，只开自己的一件，不能用于别的机关', async () => {
    house.on(start)
    const { body: made } = await apply()
    const session = await track(made.number, made.secret)
    const { status, body, headers } = await own(session, 'GET', 'tracking')
    expect([status, body.number, body.stage]).toEqual([200, made.number, 'arrived'])
    expect(headers['cache-control']).toBe('no-store')
    expect(body.applicant).toMatchObject({ name: '王**', phone: '139****1111' })
    expect(
      (await house.ask(null, 'GET', `organs/${organs.county}/tracking`, { headers: { ...session } })).status,
    ).toBe(404)
    expect((await house.ask(null, 'GET', at('consultation'), { headers: { ...session } })).status).toBe(401)
    expect((await house.ask(null, 'GET', at('tracking'))).status).toBe(401)
    house.on('2026-03-03')
    expect((await own(session, 'GET', 'tracking')).status).toBe(401)
  })

  test('条例§30 补正、条例§44 建议公开、变更联系方式、撤回，都由申请人自己办', async () => {
    house.on(start)
    const { body: made } = await apply(application, { 'idempotency-key': 'own-acts-0001' })
    const walk = await asStaff(made.number)
    await walk.do('confirmReceipt')
    await walk.do('askCorrection', {
      items: [{ requirement: 'description', what: '请写明年份。' }],
      by: '2026-03-20',
      letter: { facts: factsFor('correctionNotice') },
    })
    const session = await track(made.number, made.secret)
    const { body: view } = await own(session, 'GET', 'tracking')
    expect(view.stage).toBe('waitingForYou')
    expect(view.letters.map(({ title }: { title: string }) => title)).toContain('政府信息公开申请补正告知书')
    const letter = view.letters.at(-1)
    const file = await own(session, 'GET', `tracking/letters/${letter.id}/file?format=docx`)
    expect(file.status).toBe(200)
    expect(file.headers['content-disposition']).toContain('attachment')
    expect(file.raw.subarray(0, 2).toString()).toBe('PK')
    expect((await own(session, 'GET', 'tracking/letters/other/file')).status).toBe(404)

    expect(await own(session, 'POST', 'tracking/correction', { text: '' })).toMatchObject({ status: 422 })
    expect((await own(session, 'POST', 'tracking/correction', { text: '二〇二五年' })).body.stage).toBe(
      'handling',
    )
    const { body: found } = await walk.read()
    expect(found.words).toMatchObject([{ kind: 'correction', caption: '补正的内容', text: '二〇二五年' }])
    expect((await walk.read('authority')).body.words).toEqual([])
    expect(await own(session, 'POST', 'tracking/reasons', { text: '无' })).toMatchObject({
      status: 409,
      body: { type: 'urn:gongkai:refusal:reasonsNotAsked', cites: ['条例§35'] },
    })
    expect((await own(session, 'POST', 'tracking/suggestion', { text: '建议主动公开' })).status).toBe(200)
    const contact = { contact: { phone: '13900002222' } }
    expect((await own(session, 'POST', 'tracking/contact', contact)).status).toBe(409)
    expect((await own(session, 'POST', 'tracking/withdrawal')).body.stage).toBe('ended')
    expect((await own(session, 'POST', 'tracking/withdrawal')).status).toBe(409)
  })

  test('条例§40 答复发出前看不到，送达后可以下载答复和随附的文件', async () => {
    const walk = await registered(house, start, { applicant: { ...person, name: '赵小兰', idNumber: null } })
    const session = await track(walk.number, walk.secret)
    await answered(walk, 'granted')
    const { body } = await own(session, 'GET', 'tracking')
    expect(body.stage).toBe('answered')
    expect(body.remedies).toMatchObject({ against: 'reply' })
    const reply = body.letters.find(({ title }: { title: string }) => title === '政府信息予以公开告知书')
    const file = await own(session, 'GET', `tracking/letters/${reply.id}/file?format=docx`)
    expect(file.raw.subarray(0, 2).toString()).toBe('PK')
    expect((await own(session, 'GET', 'tracking/enclosures')).body).toEqual({ rows: [] })
  })
})

describe('第三方答复征求意见', () => {
  async function asked(): Promise<{ walk: HttpWalk; code: string }> {
    const walk = await registered(house, start)
    await walk.do('consultThirdParty', {
      thirdParty: company,
      matter: '施工合同的单价表',
      letter: { facts: factsFor('thirdPartyConsultation') },
    })
    const { body } = await walk.read()
    const letter = body.letters.find(({ to }: { to: string }) => to === 'thirdParty')
    const { body: text } = await house.ask(
      staffId('handler'),
      'GET',
      at(`requests/${walk.id}/letters/${letter.id}`),
    )
    const code = /代码([\w-]+)/.exec(text.paragraphs.join(''))?.[1]
    return { walk, code: code! }
  }

  test('条例§32 凭代码进入即为收到，答复后代码不再有效，不知道谁在申请', async () => {
    const { walk, code } = await asked()
    const open = (entered: string) =>
      house.ask(null, 'POST', at('consultations/sessions'), { body: { code: entered } })
    expect(await open('WRONG-CODE')).toMatchObject({ status: 401 })
    const { status, body } = await open(` ${code.toLowerCase()} `)
    expect(status).toBe(201)
    const session = { authorization: `Bearer ${body.token}` }
    const view = await own(session, 'GET', 'consultation')
    expect(view.body).toMatchObject({
      information: '施工合同的单价表',
      applicant: '自然人',
      by: '2026-03-23',
    })
    expect(JSON.stringify(view.body)).not.toContain(person.name)
    expect((await own(session, 'POST', 'consultation/answer', { opinion: 'objects' })).status).toBe(422)
    const answer = { opinion: 'objects', reasons: '属于商业秘密，公开后竞争对手可以推算成本。' }
    const withPaper = (value: string) => {
      const { payload, headers } = formOf([
        { name: 'answer', value: JSON.stringify(answer) },
        { name: 'papers', file: '张示例的单价分析.txt', value },
      ])
      return house.ask(null, 'POST', at('consultation/answer'), {
        payload,
        headers: { ...session, ...headers },
      })
    }
    expect(await withPaper('机密★10年 单价分析')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'papers', message: expect.stringContaining('密级') }] },
    })
    expect((await withPaper('单价的构成')).body).toEqual({ opinion: 'objects', on: start })
    expect((await own(session, 'POST', 'consultation/answer', answer)).status).toBe(409)
    expect(await open(code)).toMatchObject({ status: 409, body: { type: 'urn:gongkai:refusal:answered' } })

    const { body: found } = await walk.read()
    expect(found.state.consultations).toMatchObject([
      { reachedOn: start, endedOn: start, opinion: 'objects' },
    ])
    const [evidence, ...others] = found.papers.filter(
      ({ purpose }: { purpose: string }) => purpose === 'evidence',
    )
    expect(others).toEqual([])
    expect(evidence).toMatchObject({ name: '张示例的单价分析.txt', type: 'text/plain' })
    const { state } = found
    expect(JSON.stringify(state)).not.toContain('张示例')
    const reasons = await house.ask(
      staffId('handler'),
      'GET',
      at(`requests/${walk.id}/consultations/1/reasons`),
    )
    expect(reasons.body.text).toBe(answer.reasons)
    const supervisor = staffId('authority')
    expect(
      (await house.ask(supervisor, 'GET', at(`requests/${walk.id}/consultations/1/reasons`))).status,
    ).toBe(404)
  })
})

test('查询码试得太多，不论从哪里来，都要等', async () => {
  const tight = await openHouse({
    beside: house,
    limits: { triesAtOneCode: 3 },
    parts: { proxies: ['127.0.0.1'] },
  })
  const attempt = (number: string, from: string) =>
    tight.ask(null, 'POST', at('tracking/sessions'), {
      body: { number, secret: 'WRONG' },
      headers: { 'x-forwarded-for': from },
    })
  const statuses = []
  for (const from of ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'])
    statuses.push((await attempt('2026-1', from)).status)
  expect(statuses).toEqual([401, 401, 401, 429])
  expect((await attempt('2026-2', '10.0.0.4')).status).toBe(401)
  expect((await attempt('2026-1', '10.0.0.5')).headers['retry-after']).toMatch(/^\d+$/)
  await tight.close()
})
