/** The reply: drafted, sealed, sent, returned; and what stands in the way, told at once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepare } from '../../../src/office/demonstration/preparations.ts'
import { dispatchReply } from '../../../src/office/replies/dispatch-reply.ts'
import { draftReply, previewReply } from '../../../src/office/replies/draft-reply.ts'
import { replyForm } from '../../../src/office/replies/letter-form.ts'
import { setLetter, viewLetter } from '../../../src/office/replies/print-letter.ts'
import { sealReply } from '../../../src/office/replies/seal-reply.ts'
import { returnReply, voidLetter } from '../../../src/office/replies/void-letter.ts'
import type { CommandOf, EndingKey } from '../../../src/office/requests/index.ts'
import type { Viewer } from '../../../src/office/visibility.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { application, here, numbersOf, openHouse, start } from './house.ts'
import { replyFor, thirdPartySays } from './replies.ts'
import { must, type OfficeWalk, viewerOf, walkOffice } from './walk-office.ts'

let store: Store
let cases = 0
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const received = (): Promise<OfficeWalk> =>
  walkOffice(store, { organ: here, request: `reply-${++cases}`, today: start }).receive(application)

const post: Omit<CommandOf<'dispatch'>, 'remedies'> = {
  method: 'post',
  carrier: 'postOffice',
  trackingNo: 'XA00000000111',
}
const send = (walked: OfficeWalk, command = post) =>
  dispatchReply(store, { ...walked.acting('dispatch'), command })

const applicantOf = (walked: OfficeWalk): Viewer => {
  const { organ, request } = walked.acting('dispatch')
  return { kind: 'applicant', organ, request }
}

describe('条例§36至§39 拟稿', () => {
  test('文书的样子先看得到，文号留空；预览什么也不留下', async () => {
    const walked = await received()
    const before = await numbersOf(store)
    const draft = { ...walked.acting('draft'), reply: replyFor('notThisOrgan') }
    const previewed = must('preview', await previewReply(store, draft))
    expect(previewed.preview).toMatchObject({ number: '示自然资公开非〔2026〕 号', date: start })
    const entry = `reply-${draft.request}`
    expect(await store.inTransaction(here, ({ vault }) => vault.open(entry))).toBeNull()
    const drafted = must('draft', await draftReply(store, draft))
    expect(drafted.preview).toEqual(previewed.preview)
    expect(drafted.version).toBe(previewed.version)
    expect(await numbersOf(store)).toEqual(before)
    const { name } = await setLetter(drafted.preview, 'docx')
    expect(name).toBe('非本机关政府信息告知书 示自然资公开非〔2026〕 号.docx')
  })

  test('缺什么一次说清：文书缺的内容，办理缺的步骤', async () => {
    const walked = await received()
    const reply = replyFor('notExist', { facts: { findings: '' }, enclosures: ['0'.repeat(64)] })
    const outcome = await draftReply(store, { ...walked.acting('draft'), reply })
    expect(outcome).toMatchObject({ failure: 'undrafted', refusal: { code: 'noReason' }, preview: null })
    if (!('problems' in outcome)) throw new Error('drafted')
    expect(outcome.problems.map(({ name }) => name)).toEqual([
      '附件',
      'findings',
      'searchScope',
      'searchMethod',
      'searchResult',
    ])
  })

  test('只问卷内没有的：其余由卷宗填写，或者提出供修改', async () => {
    const walked = await received()
    await prepare('notExist', walked, store)
    const { organ, request, context } = walked.acting('draft')
    const viewer = viewerOf(here, 'handler')
    const open = (ending: EndingKey) => replyForm(store, { organ, request, ending, context, viewer })
    const form = await open('notExist')
    expect(form).toMatchObject({
      title: '政府信息不存在告知书',
      known: { applicationNo: walked.state.number, receivedOn: start, channel: 'inPerson' },
      suggested: {
        searchScope: '综合档案室文书档案、办公自动化系统收发文库',
        content: application.content.title,
      },
      required: [],
      optional: ['correctedOn', 'correctionAskedOn', 'extendedTo', 'findings'],
      drafted: null,
    })
    expect((await open('deliberative'))?.required).toEqual(['processKind', 'discretionReason'])
    must('draft', await draftReply(store, { ...walked.acting('draft'), reply: replyFor('notExist') }))
    expect((await open('notExist'))?.drafted?.ending).toBe('notExist')
    expect((await open('deliberative'))?.drafted).toBeNull()
    const own: Viewer = { kind: 'applicant', organ, request }
    expect(await replyForm(store, { organ, request, ending: 'notExist', context, viewer: own })).toBeNull()
  })

  test('没有拟稿权限的，看不到申请人的姓名', async () => {
    const walked = await received()
    const acting = walked.acting('draft')
    const actor = { id: 'staff-7', role: 'authority', scope: 'subordinate' } as const
    const context = { ...acting.context, actor }
    const outcome = await previewReply(store, { ...acting, context, reply: replyFor('granted') })
    expect(outcome).toMatchObject({ refusal: { code: 'notPermitted' }, problems: [], preview: null })
  })

  test('条例§37 部分公开，逐项的理由和依据由同一处写入卷宗和文书', async () => {
    const walked = await received()
    const letter = await walked.decide(replyFor('partial'))
    expect(walked.state.draft?.withheld).toEqual([
      { ground: 'deliberative', part: '会商方案时的讨论记录', reason: '公开会影响工作人员坦率讨论' },
    ])
    expect(letter.letter.paragraphs.join('')).toContain(
      '会商方案时的讨论记录：公开会影响工作人员坦率讨论，依据',
    )
    // What is no government information is withheld on none of the grounds, and no review has to come first.
    const other = await received()
    const { facts } = replyFor('partial')
    const withheldParts = [{ part: '夹带的私人信件', reason: '不是履行职责中形成的', ground: null }]
    const partial = await other.decide(replyFor('partial', { facts: { ...facts, withheldParts } }))
    expect(partial.letter.paragraphs.join('')).toContain('夹带的私人信件：不是履行职责中形成的，不予提供。')
    expect(must('dispatch', await send(other)).state.dispatched?.remedies?.route).toBe('reviewOrSuit')
  })
})

describe('公文格式 用印', () => {
  test('没有签发的不能用印，文号没有占用', async () => {
    const walked = await received()
    const before = await numbersOf(store)
    const sealing = { ...walked.acting('seal'), seal: '行政机关印章', letterId: 'too-early' }
    expect(await sealReply(store, sealing)).toMatchObject({ refused: true, code: 'noDraft' })
    must('draft', await draftReply(store, { ...walked.acting('draft'), reply: replyFor('granted') }))
    expect(await sealReply(store, sealing)).toMatchObject({ refused: true, code: 'notApproved' })
    expect(await numbersOf(store)).toEqual(before)
  })

  test('成文日期在上一年的，编入上一年的序列', async () => {
    const walked = walkOffice(store, { organ: here, request: `reply-${++cases}`, today: '2026-12-30' })
    await walked.receive(application)
    must('draft', await draftReply(store, { ...walked.acting('draft'), reply: replyFor('reissue') }))
    await walked.act('review', {})
    await walked.act('approve', {})
    walked.on('2027-01-04')
    const sealing = { ...walked.acting('seal'), seal: '行政机关印章', letterId: 'last-year' }
    const sealed = must('seal', await sealReply(store, sealing))
    expect(sealed.letters[0]).toMatchObject({
      letterNo: '示自然资公开认〔2026〕1号',
      letter: { date: '2026-12-30' },
    })
  })

  test('签发之后卷内情况有变的，不能用印，须重新拟稿', async () => {
    const walked = await received()
    await walked.act('hintTransfer', { to: '示例县水利局', contact: '0000-55555555' })
    const reply = replyFor('notThisOrgan', { facts: { notResponsibleReason: '该信息由其他机关制作' } })
    must('draft', await draftReply(store, { ...walked.acting('draft'), reply }))
    await walked.act('review', {})
    await walked.act('approve', {})
    await walked.act('hintTransfer', { to: '示例县农业农村局', contact: '0000-66666666' })
    const before = await numbersOf(store)
    const sealing = { ...walked.acting('seal'), seal: '行政机关印章', letterId: 'changed' }
    expect(await sealReply(store, sealing)).toMatchObject({
      failure: 'unwritten',
      problems: [{ name: '拟稿', message: expect.stringContaining('不一致') }],
    })
    expect(await numbersOf(store)).toEqual(before)
  })

  test('两人同时用印，只有一份文书', async () => {
    const walked = await received()
    must('draft', await draftReply(store, { ...walked.acting('draft'), reply: replyFor('granted') }))
    await walked.act('review', {})
    await walked.act('approve', {})
    const sealing = { ...walked.acting('seal'), seal: '行政机关印章' }
    const both = await Promise.all(
      ['a', 'b'].map((n) => sealReply(store, { ...sealing, letterId: `race-${cases}-${n}` })),
    )
    expect(both.filter((outcome) => 'letters' in outcome)).toHaveLength(1)
  })
})

describe('条例§51 发出', () => {
  test('救济途径由法律和机关资料得出，网上送达的同时写明网上复议渠道', async () => {
    const walked = await received()
    await walked.decide(replyFor('stateSecret'))
    const sent = must('dispatch', await send(walked, { method: 'online' }))
    expect(sent.state.dispatched?.remedies).toEqual({
      route: 'reviewFirst',
      reviewOrgans: ['示例县人民政府'],
      court: '示例县人民法院',
      onlineReview: 'https://review.example',
    })
    expect([...sent.told].sort()).toEqual(['mail', 'sms'])
  })

  test('当面送交的，不另发消息', async () => {
    const walked = await received()
    await walked.decide(replyFor('granted'))
    expect(must('dispatch', await send(walked, { method: 'inPerson' })).told).toEqual([])
  })

  test('不能发出的，各项一并列明', async () => {
    const walked = await received()
    await thirdPartySays(walked, store, 'objects')
    const override = { because: 'publicInterest', reason: '关系村民补偿标准的核定' } as const
    const hash = await walked.enclose('方案.txt', new TextEncoder().encode('示例县补偿安置方案全文'))
    await walked.decide(replyFor('granted', { override, enclosures: [hash] }))
    const held = await send(walked)
    expect(held).toMatchObject({ refused: true, code: 'thirdPartyNotTold' })
    if (!('gate' in held)) throw new Error('sent')
    const wanting = held.gate.filter(({ refusal }) => refusal !== null).map(({ id }) => id)
    expect(wanting).toEqual(['thirdParty'])
    expect(held.gate.length).toBeGreaterThan(wanting.length)
    await walked.notice('tellThirdParty', { id: 'c1', because: '关系村民补偿标准的核定' })
    const sent = must('dispatch', await send(walked))
    expect(sent.state.dispatched?.letterNo).toBe(sent.state.draft?.seal?.letterNo)
  })

  test('邮政法§55 交快递的不得发出，没有任何变动', async () => {
    const walked = await received()
    await walked.decide(replyFor('granted'))
    const held = await send(walked, { ...post, carrier: 'courier' })
    expect(held).toMatchObject({ refused: true, code: 'carrier' })
    expect(must('dispatch', await send(walked)).told.length).toBeGreaterThan(0)
  })

  test('用印后机关资料改了复议机关、法院的，不能发出与文书不同的说法', async () => {
    const walked = await received()
    await walked.decide(replyFor('deliberative'))
    const row = (await store.organs.get(here))!
    await store.organs.put({ ...row, details: { ...row.details, court: '示例市中级人民法院' } })
    expect(await send(walked)).toMatchObject({ failure: 'unwritten', problems: [{ name: '救济途径' }] })
    await store.organs.put(row)
    must('dispatch', await send(walked))
  })
})

describe('条例§45 留存的文书', () => {
  test('被改动的文书不能查看、不能发出', async () => {
    const walked = await received()
    const { letterId, letter } = await walked.decide(replyFor('granted'))
    const { request } = walked.acting('seal')
    const view = { organ: here, request, letterId, viewer: viewerOf(here, 'handler') }
    expect(await viewLetter(store, view)).toEqual(letter)
    await store.inTransaction(here, async ({ vault }) => {
      const entry = await vault.open(letterId)
      if (entry === null || 'failure' in entry) throw new Error('no letter')
      const paragraphs = letter.paragraphs.map((text) => text.replace('予以公开', '不予公开'))
      await vault.put({ ...entry, data: { ...letter, paragraphs } }, '2026-03-03T02:00:00.000Z')
    })
    expect(await viewLetter(store, view)).toMatchObject({ failure: 'alteredLetter' })
    expect(await send(walked)).toMatchObject({ failure: 'alteredLetter' })
  })

  test('已经删除的文书，如实告知', async () => {
    const walked = await received()
    const { letterId } = await walked.decide(replyFor('granted'))
    await store.inTransaction(here, ({ vault }) => vault.erase(letterId, '2026-03-03T02:00:00.000Z'))
    const { request } = walked.acting('seal')
    const view = { organ: here, request, letterId, viewer: viewerOf(here, 'handler') }
    expect(await viewLetter(store, view)).toMatchObject({ failure: 'erasedLetter' })
  })

  test('申请人在答复送达之前看不到答复，主管部门看不到写有姓名的文书', async () => {
    const walked = await received()
    const { letterId } = await walked.decide(replyFor('granted'))
    const { request } = walked.acting('seal')
    const seenBy = (viewer: Viewer, id = letterId) =>
      viewLetter(store, { organ: here, request, letterId: id, viewer })
    const receipt = walked.letters[0]!.letterId
    expect(await seenBy(applicantOf(walked), receipt)).toMatchObject({ title: '政府信息公开申请登记回执' })
    expect(await seenBy(applicantOf(walked))).toMatchObject({ failure: 'unknownLetter' })
    await walked.deliver('2026-03-04')
    expect(await seenBy(applicantOf(walked))).toMatchObject({ title: '政府信息予以公开告知书' })
    const other: Viewer = { kind: 'applicant', organ: here, request: 'reply-1' }
    expect(await seenBy(other)).toMatchObject({ failure: 'unknownLetter' })
    const authority: Viewer = {
      kind: 'staff',
      id: 'staff-8',
      organ: here,
      standings: [{ role: 'authority', scope: 'subordinate' }],
    }
    expect(await seenBy(authority)).toMatchObject({ failure: 'unknownLetter' })
  })

  test('退回重拟的，已占用的文号作废，重新编号；在用的文号不能单独作废', async () => {
    const walked = await received()
    const first = await walked.decide(replyFor('needsMaking'))
    const { letterNo } = first
    const inUse = await voidLetter(store, { ...walked.acting('annotate'), letterNo, reason: '打印有误' })
    expect(inUse).toMatchObject({ failure: 'inUse' })
    const returned = { ...walked.acting('returnDraft'), command: { remarks: '理由不充分' } }
    must('returnReply', await returnReply(store, returned))
    expect(await numbersOf(store)).toContain('公开另|2026|1 void')
    const second = await walked.decide(replyFor('needsMaking'))
    expect(second.letterNo).toBe('示自然资公开另〔2026〕2号')
    await walked.deliver('2026-03-04')
    expect(walked.state.dispatched?.letterNo).toBe(second.letterNo)
  })

  test('经过以上各种情形，链条、台账和文号仍然完整', async () =>
    expect((await verify(store, here)).faults).toEqual([]))
})
