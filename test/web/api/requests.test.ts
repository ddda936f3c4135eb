/** Reading and doing as staff do: lists, one request, preconditions, repeated calls, papers, the applicant. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestActions } from '../../../src/office/requests/index.ts'
import { formOf } from './support/form.ts'
import { type House, openHouse, organs, staffId } from './support/house.ts'
import { at, person, registered, replyFor, wish } from './support/walk.ts'

const start = '2026-03-02'
const handler = staffId('handler')
let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const get = (path: string, headers: Record<string, string> = {}, who = handler) =>
  house.ask(who, 'GET', at(path), { headers })

test('本人：是谁，在哪些机关有哪些权限', async () => {
  const { status, body } = await house.ask(staffId('authority', 'county'), 'GET', 'me')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    id: 'staff-county-authority',
    account: 'county-authority',
    secondFactor: true,
  })
  expect(body.grants).toMatchObject([
    { organ: organs.county, organName: '示例县人民政府', roleCaption: '主管部门' },
  ])
  expect(body.grants[0].permissions).toContainEqual({ action: 'readRequest', scope: 'subordinate' })
})

describe('一件申请', () => {
  test('全部情况：状态、逐步的期限、遮蔽的申请人、内容、每一步能否办理', async () => {
    const walk = await registered(house, start)
    const { body, headers } = await walk.read()
    expect(headers.etag).toBe(`"${body.version}"`)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatchObject({
      status: 'handling',
      statusCaption: '办理中',
      due: '2026-03-30',
      clock: { left: 20, running: true, steps: [{ event: 'received', cites: ['条例§33¶2', '民法典§201'] }] },
      applicantView: { name: person.name, phone: '139****1111', identity: { number: '1101************09' } },
      asked: { title: wish.title },
      letters: [{ kind: 'receipt', title: '政府信息公开申请登记回执' }],
    })
    expect(JSON.stringify(body)).not.toContain(person.idNumber)
    expect(body.moves.map(({ action }: { action: string }) => action)).toEqual([...requestActions])
    const moves = Object.fromEntries(body.moves.map((move: { action: string }) => [move.action, move]))
    expect(moves.draft).toMatchObject({ open: true, refusal: null })
    expect(moves.seal).toMatchObject({ open: false, refusal: { code: 'notPermitted', cites: ['条例§4'] } })
    expect(moves.lapseFee).toMatchObject({ open: false, refusal: { code: 'feeNotAsked' } })
  })

  test('上级机关监督人员看不到姓名，也没有办理的权限', async () => {
    const walk = await registered(house, start)
    const { status, body } = await get(`requests/${walk.id}`, {}, staffId('authority', 'county'))
    expect(status).toBe(200)
    expect(body.applicantView.name).toBe('王**')
    expect(body.moves.filter(({ open }: { open: boolean }) => open)).toEqual([])
  })

  test('没有变化的不重复传送；版本变了的重新传送', async () => {
    const walk = await registered(house, start)
    const { headers } = await walk.read()
    const again = await get(`requests/${walk.id}`, { 'if-none-match': String(headers.etag) })
    expect([again.status, again.raw.length]).toEqual([304, 0])
    await walk.do('annotate', { text: '已联系。' })
    expect((await get(`requests/${walk.id}`, { 'if-none-match': String(headers.etag) })).status).toBe(200)
  })

  test('办理记录；从任一天看的期限', async () => {
    const walk = await registered(house, start)
    const { body } = await get(`requests/${walk.id}/events`)
    expect(body.rows.map(({ kind }: { kind: string }) => kind)).toEqual([
      'intakeRecorded',
      'received',
      'letterIssued',
    ])
    expect(JSON.stringify(body)).not.toContain(person.name)
    const clock = await get(`requests/${walk.id}/clock?asOf=2026-04-01`)
    expect(clock.body).toMatchObject({ left: -2, problems: [{ code: 'overdue', cites: ['条例§33¶2'] }] })
    expect((await get(`requests/${walk.id}/clock?asOf=2026-02-30`)).status).toBe(400)
  })
})

describe('备注', () => {
  test('个保法§6 所写的封存，办理记录中只有编号；请谁看，谁的看板和列表就有，看过或者办过即没有', async () => {
    const walk = await registered(house, start)
    const reviewer = staffId('reviewer')
    const board = async () => (await get('board', {}, reviewer)).body.mentioned
    const listed = async () => (await get('requests?mentioned=me', {}, reviewer)).body.rows.length
    const before = await board()
    const text = `${person.name}来电13911112222，请核对。`
    await walk.do('annotate', { text, mentions: [reviewer] })
    const { body } = await walk.read()
    expect(body.notes).toMatchObject([{ text, by: handler, mentions: [reviewer] }])
    const log = await get(`requests/${walk.id}/events`)
    expect(JSON.stringify(log.body)).not.toContain('13911112222')
    const above = await house.ask(staffId('authority', 'county'), 'GET', at(`requests/${walk.id}`))
    expect(above.body.notes).toMatchObject([{ text: null, mentions: [reviewer] }])
    expect([await board(), await listed()]).toEqual([before + 1, before + 1])
    await walk.do('noteSeen', {}, 'reviewer')
    expect([await board(), await listed()]).toEqual([before, before])
    await walk.do('annotate', { text: '请再看。', mentions: [reviewer] })
    await walk.do('answerSevenQuestions', { answers: { correction: 'clear' } }, 'reviewer')
    expect(await board()).toBe(before)
  })

  test('只能请本机关的同事看', async () => {
    const walk = await registered(house, start)
    const mentions = [staffId('handler', 'mountain')]
    expect(await walk.attempt('annotate', { text: '请看。', mentions })).toMatchObject({
      status: 409,
      body: { type: 'urn:gongkai:failure:noSuchColleague' },
    })
    expect((await walk.read()).body.notes).toEqual([])
  })
})

describe('办理', () => {
  test('未写明所见版本的 428，版本已变的 409 并告知现在的版本，都不写下任何内容', async () => {
    const walk = await registered(house, start)
    const path = at(`requests/${walk.id}/annotate`)
    const body = { text: '已联系。' }
    expect((await house.ask(handler, 'POST', path, { body })).status).toBe(428)
    const stale = await house.ask(handler, 'POST', path, { body, headers: { 'if-match': '"1"' } })
    expect(stale).toMatchObject({
      status: 409,
      body: { type: 'urn:gongkai:problem:conflict', version: walk.version },
    })
    expect((await walk.read()).body.version).toBe(walk.version)
  })

  test('五十人同时办同一版本，一人办成，四十九人得知已有人先办', async () => {
    const walk = await registered(house, start)
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, n) => walk.attempt('annotate', { text: `第${n}条备注。` })),
    )
    const statuses = replies.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(49).fill(409)])
    expect((await walk.read()).body.version).toBe(walk.version + 1)
  })

  test('同一个幂等键的五十次提交只办一次，回答相同', async () => {
    const walk = await registered(house, start)
    const headers = { 'if-match': `"${walk.version}"`, 'idempotency-key': 'the-same-key' }
    const attempt = () =>
      house.ask(handler, 'POST', at(`requests/${walk.id}/annotate`), { body: { text: '一次。' }, headers })
    const replies = await Promise.all(Array.from({ length: 50 }, attempt))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(replies.map(({ raw }) => raw.toString())).size).toBe(1)
    expect((await walk.read()).body.version).toBe(walk.version + 1)
    const other = await house.ask(staffId('head'), 'POST', at(`requests/${walk.id}/annotate`), {
      body: { text: '一次。' },
      headers,
    })
    expect(other.status).toBe(409)
  })

  test('拒绝的写明理由和依据：现在不能办 409，所填不对 422，须他人办 403', async () => {
    const walk = await registered(house, start)
    expect(await walk.attempt('approve', {}, 'head')).toMatchObject({
      status: 409,
      body: { type: 'urn:gongkai:refusal:noDraft', cites: ['条例§45'], title: '现在不能办理' },
    })
    expect(await walk.attempt('hintTransfer', { to: person.name, contact: '见其名片' })).toMatchObject({
      status: 422,
      body: { type: 'urn:gongkai:refusal:personalData' },
    })
    await walk.do('draft', replyFor('granted'), 'reviewer')
    expect(await walk.attempt('review', {}, 'reviewer')).toMatchObject({
      status: 403,
      body: { type: 'urn:gongkai:refusal:fourEyes' },
    })
  })

  test('文书写不出的，一次说明所缺各项', async () => {
    const walk = await registered(house, start)
    const { status, body } = await walk.attempt('draft', { ending: 'archived', facts: {} })
    expect(status).toBe(422)
    expect(body.errors.length).toBeGreaterThan(1)
    const preview = await house.ask(handler, 'POST', at(`requests/${walk.id}/draft/preview`), {
      body: replyFor('granted'),
    })
    expect(preview.body).toMatchObject({
      preview: { title: '政府信息予以公开告知书' },
      problems: [],
      refusal: null,
    })
    expect((await walk.read()).body.version).toBe(walk.version)
  })

  test('不妨碍办理的问题作为提醒返回', async () => {
    const walk = await registered(house, start)
    const { body } = await walk.on('2026-03-20').do('askCorrection', {
      items: [{ requirement: 'form', what: '请写明提供的方式。' }],
      by: '2026-03-27',
      letter: { facts: { guidance: '可以写明纸质或者电子文件。' } },
    })
    expect(body.warnings).toMatchObject([{ code: 'correctionNoticeLate', cites: ['条例§30'] }])
    expect(body.letters).toMatchObject([{ kind: 'correctionNotice' }])
  })
})

describe('列表', () => {
  test('筛选、翻页，每件只出现一次，翻页标记不能伪造', async () => {
    const seen: string[] = []
    let path = 'requests?limit=7&status=handling&status=drafted&channel=inPerson'
    for (let pages = 0; pages < 20; pages++) {
      const { status, body, headers } = await get(path)
      expect(status).toBe(200)
      seen.push(...body.rows.map(({ id }: { id: string }) => id))
      if (body.next === null) break
      const next = /<([^>]+)>; rel="next"/.exec(String(headers.link))![1]!
      path = next.slice(next.indexOf('requests'))
    }
    const { body: all } = await get('requests?limit=200&status=handling&status=drafted')
    expect(seen).toEqual(all.rows.map(({ id }: { id: string }) => id))
    expect(new Set(seen).size).toBe(seen.length)
    const forged = Buffer.from('["x","y","z"]').toString('base64url')
    expect((await get(`requests?after=${forged}`)).status).toBe(400)
    expect((await get('requests?staus=handling')).body.errors).toMatchObject([{ field: 'staus' }])
  })

  test('主管部门可以连同下级机关一起看，经办人只看本机关', async () => {
    const both = await house.ask(
      staffId('authority', 'county'),
      'GET',
      `organs/${organs.county}/requests?below=true`,
    )
    expect(both.body.rows.every(({ organ }: { organ: string }) => organ === organs.water)).toBe(true)
    expect(both.body.rows.length).toBeGreaterThan(3)
    const own = await house.ask(
      staffId('handler', 'county'),
      'GET',
      `organs/${organs.county}/requests?below=true`,
    )
    expect(own.body.rows).toEqual([])
  })
})

describe('材料', () => {
  const document = Buffer.from('示例文件的内容，没有个人信息。')

  test('添加、核查、下载；同一内容不重复收，文件名不成为页面', async () => {
    const walk = await registered(house, start)
    const form = formOf([
      { name: 'purpose', value: 'enclosure' },
      { name: 'description', value: '示例批复' },
      { name: 'file', file: '示例批复.txt', value: document },
    ])
    const kept = await house.ask(handler, 'POST', at(`requests/${walk.id}/papers`), form)
    expect(kept).toMatchObject({ status: 201, body: { paper: { purpose: 'enclosure', type: 'text/plain' } } })
    walk.version = kept.body.version
    expect((await house.ask(handler, 'POST', at(`requests/${walk.id}/papers`), form)).status).toBe(409)

    const { id, hash } = kept.body.paper
    const inspection = await get(`requests/${walk.id}/enclosures/${hash}/inspection`)
    expect(inspection.body).toMatchObject({ sha256: hash, personal: [] })
    const acknowledgements = inspection.body.hidden.map((finding: { id: string }) => ({
      finding: finding.id,
      reason: '已经逐项核对',
    }))
    const cleared = await house.ask(handler, 'POST', at(`requests/${walk.id}/enclosures/${hash}/clearance`), {
      body: { acknowledgements },
      headers: { 'if-match': `"${walk.version}"` },
    })
    expect(cleared.status).toBe(200)
    expect((await walk.read()).body.papers).toMatchObject([{ id, cleared: true, name: '示例批复.txt' }])

    const file = await get(`requests/${walk.id}/papers/${id}`)
    expect(file.raw.equals(document)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%E7/,
      ),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const other = await registered(house, start)
    expect((await get(`requests/${other.id}/papers/${id}`)).status).toBe(404)
  })

  test('申请人的材料，监督人员不能下载', async () => {
    const walk = await registered(house, start)
    const form = formOf([
      { name: 'purpose', value: 'application' },
      { name: 'file', file: 'a.txt', value: '申请书' },
    ])
    const { body } = await house.ask(handler, 'POST', at(`requests/${walk.id}/papers`), form)
    const path = `requests/${walk.id}/papers/${body.paper.id}`
    expect((await get(path)).status).toBe(200)
    expect((await get(path, {}, staffId('authority', 'county'))).status).toBe(404)
  })

  test('过大的文件 413', async () => {
    const small = await openHouse({ beside: house, limits: { fileBytes: 1000 } })
    const walk = await registered(small, start)
    const form = formOf([
      { name: 'purpose', value: 'record' },
      { name: 'file', file: 'a.txt', value: 'a'.repeat(2000) },
    ])
    expect((await small.ask(handler, 'POST', at(`requests/${walk.id}/papers`), form)).status).toBe(413)
    await small.close()
  })
})

describe('申请人', () => {
  test('个保法§6 查看被遮蔽的信息先留痕；目的不需要的不给看', async () => {
    const walk = await registered(house, start)
    const reveal = (body: object) =>
      house.ask(handler, 'POST', at(`requests/${walk.id}/applicant/reveal`), { body })
    const shown = await reveal({ fields: ['phone'], purpose: 'contact', reason: '电话告知补正' })
    expect(shown.body).toEqual({ phone: person.contact.phone })
    expect(await reveal({ fields: ['idNumber'], purpose: 'contact', reason: '电话告知补正' })).toMatchObject({
      status: 422,
      body: { type: 'urn:gongkai:refusal:fieldsBeyondPurpose' },
    })
    const { body } = await house.ask(staffId('auditAdmin'), 'GET', at('log?limit=1000'))
    const event = body.rows.findLast(({ kind }: { kind: string }) => kind === 'applicantRevealed')
    expect(event).toMatchObject({ actor: handler, data: { fields: ['phone'], purpose: 'contact' } })
  })

  test('条例§35 数量、频次只是事实', async () => {
    const walk = await registered(house, start)
    const { body } = await get(`requests/${walk.id}/applicant/volume`)
    expect(body.total).toBeGreaterThan(3)
    expect(body.says).toContain('累计')
  })

  test('条例§36(6) 相似的申请只作提示，由人判断', async () => {
    const walk = await registered(house, start)
    const { body } = await get(`requests/${walk.id}/hints`)
    expect(body.duplicates.length).toBeGreaterThan(0)
    expect(body.duplicates[0].similarity).toBe(1)
    expect((await get(`requests/${walk.id}/hints`, {}, staffId('authority', 'county'))).status).toBe(403)
  })

  test('查询码遗失，核对身份后重设，旧的不再有效', async () => {
    const walk = await registered(house, start)
    const { body } = await house.ask(handler, 'POST', at(`requests/${walk.id}/tracking`), {
      body: { checked: 'originalPaper' },
    })
    const open = (secret: string) =>
      house.ask(null, 'POST', at('tracking/sessions'), { body: { number: walk.number, secret } })
    expect((await open(walk.secret)).status).toBe(401)
    expect((await open(body.secret)).status).toBe(201)
  })

  test('个保法§47 没有办结的不能删除', async () => {
    const walk = await registered(house, start)
    const { body } = await walk.read()
    const erasure = await house.ask(
      staffId('securityAdmin'),
      'POST',
      at(`applicants/${body.applicant}/erasure`),
      {
        body: { ground: 'purposeMet', reason: '申请人书面要求删除' },
      },
    )
    expect(erasure).toMatchObject({ status: 409, body: { type: 'urn:gongkai:refusal:stillNeeded' } })
    expect((await house.ask(staffId('securityAdmin'), 'GET', at('retention'))).body).toEqual({ rows: [] })
  })
})
