/** What an applicant sees of their request and does to it, with number and secret in hand. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handleRequest } from '../../../src/office/handling/handle-request.ts'
import { dispatchReply } from '../../../src/office/replies/dispatch-reply.ts'
import {
  giveReasons,
  type HandIn,
  handInCorrection,
  suggestPublication,
  withdrawOwn,
} from '../../../src/office/tracking/hand-in.ts'
import { openTracking } from '../../../src/office/tracking/open-tracking.ts'
import { ownWordsIn, ownWordsOf } from '../../../src/office/tracking/own-words.ts'
import { readOwnWords } from '../../../src/office/tracking/read-own-words.ts'
import type { TrackedView } from '../../../src/office/tracking/tracked-view.ts'
import { trackedView } from '../../../src/office/tracking/tracked-view.ts'
import type { Viewer } from '../../../src/office/visibility.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { application, here, openHouse, personal, start, thirdParty } from '../replies/house.ts'
import { askCorrection, replyFor, thirdPartySays } from '../replies/replies.ts'
import { momentOf, must, type OfficeWalk, viewerOf, walkOffice } from '../replies/walk-office.ts'
import { employ, outgoing, textOf, toOf } from './staffed.ts'

let store: Store
let walked: OfficeWalk
let count = 0
const requestOf = () => `tracked-${count}`

beforeAll(async () => {
  store = await openHouse()
  await employ(store)
})
afterAll(() => store.close())

beforeEach(async () => {
  count += 1
  walked = walkOffice(store, { organ: here, request: requestOf(), today: start })
  await walked.receive(application)
  await walked.act('assign', { handler: 'staff-1' })
  await outgoing(store)
})

const view = async (): Promise<TrackedView> => {
  const seen = await trackedView(store, { organ: here, request: requestOf(), today: walked.today })
  if ('failure' in seen) throw new Error(seen.failure)
  return seen
}

const tracked = () => ({ organ: here, request: requestOf(), today: walked.today, at: momentOf(walked.today) })
const handIn = (text: string, more: Partial<HandIn> = {}): HandIn => ({
  ...tracked(),
  entry: `words-${requestOf()}`,
  text,
  ...more,
})
const openActs = ({ acts }: TrackedView) => acts.filter(({ open }) => open).map(({ act }) => act)
const log = () => store.inTransaction(here, ({ events }) => events.read(0, 100_000))

describe('凭登记编号和查询码查询', () => {
  const secret = () => `SECRET-${requestOf()}-0000`

  test('编号错、查询码错、别的机关，答案相同：没有', async () => {
    const { number } = walked.state
    expect(await openTracking(store, here, number!, secret())).toBe(requestOf())
    expect(await openTracking(store, here, number!, 'SECRET-tracked-0-0000')).toBeNull()
    expect(await openTracking(store, here, '2026-9999', secret())).toBeNull()
    expect(await openTracking(store, 'government', number!, secret())).toBeNull()
    expect(await openTracking(store, here, number!, '')).toBeNull()
    expect(await openTracking(store, here, number!, '---')).toBeNull()
  })

  test('照着纸上抄写：全角、空格、小写都能查到', async () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    const { number } = walked.state
    expect(await openTracking(store, here, ` ${number} `, secret().toLowerCase())).toBe(requestOf())
    expect(await openTracking(store, here, wide(number!), wide(secret()))).toBe(requestOf())
    expect(await openTracking(store, here, number!, secret().replaceAll('-', ' '))).toBe(requestOf())
  })

  test('没有的件没有视图', async () => {
    expect(await trackedView(store, { organ: here, request: 'nothing', today: start })).toEqual({
      failure: 'noRequest',
    })
  })
})

describe('申请人看到的', () => {
  test('条例§33 办理中：届满日、每一步的依据；内部的人和环节不出现', async () => {
    const seen = await view()
    expect(seen).toMatchObject({
      number: walked.state.number,
      stage: 'handling',
      receivedOn: start,
      clock: { due: '2026-03-30', provisional: false, overdue: false, answeredOn: null },
      waits: [],
      remedies: null,
    })
    expect(seen.clock.steps[0]).toMatchObject({ on: start, due: '2026-03-30' })
    expect(seen.clock.steps[0]!.cites).toContain('《政府信息公开条例》第三十三条第二款')
    expect(seen.letters.map(({ title }) => title)).toEqual(['政府信息公开申请登记回执'])
    expect(openActs(seen)).toEqual(['withdraw', 'suggest'])
    expect(JSON.stringify(seen)).not.toContain('staff-')
  })

  test('个保法§6 查询码可能被他人捡到：申请人自己的信息也只显示掩码', async () => {
    const seen = await view()
    expect(seen.applicant).toMatchObject({ name: '欧***', phone: '138****0000' })
    const text = JSON.stringify(seen)
    expect(personal.filter((word) => text.includes(word))).toEqual([])
  })

  test('条例§33¶1 放假安排未公布的年度，届满日为暂定', async () => {
    const late = walkOffice(store, { organ: here, request: 'tracked-late', today: '2026-12-15' })
    await late.receive(application)
    const seen = await trackedView(store, { organ: here, request: 'tracked-late', today: '2026-12-16' })
    expect(seen).toMatchObject({ clock: { due: '2027-01-13', provisional: true } })
  })

  test('条例§30 待补正：到何日为止，可以补正；补正告知书可以看', async () => {
    await askCorrection(walked.on('2026-03-04'))
    const seen = await view()
    expect(seen).toMatchObject({
      stage: 'waitingForYou',
      clock: { due: null, overdue: false },
      waits: [{ for: 'correction', by: '2026-03-16' }],
    })
    expect(seen.letters.map(({ title }) => title)).toContain('政府信息公开申请补正告知书')
    expect(openActs(seen)).toEqual(['correct', 'withdraw', 'suggest'])
  })

  test('条例§35 要求说明理由的，期限照常计算', async () => {
    await walked.on('2026-03-04').notice('askReasons', { facts: '一个月内提出六十件申请', by: '2026-03-11' })
    const seen = await view()
    expect(seen.waits).toMatchObject([{ for: 'reasons', by: '2026-03-11' }])
    expect(seen.clock.due).toBe('2026-03-30')
    expect(openActs(seen)).toContain('giveReasons')
  })

  test('办法§6 待缴费：送达之前不说到何日，送达之后写明', async () => {
    await walked.on('2026-03-04').notice('askFee', { pages: 120, payHow: '凭缴款识别码到代理银行网点缴纳' })
    expect((await view()).waits).toMatchObject([{ for: 'fee', by: null }])
    await walked.act('recordFeeNoticeService', {})
    const { waits } = await view()
    expect(waits).toMatchObject([{ for: 'fee', by: '2026-04-01' }])
    expect(waits[0]!.says).toContain('1100元')
  })

  test('条例§32 征求第三方意见：只说在征求意见，不说是谁、问什么', async () => {
    await thirdPartySays(walked, store, 'objects')
    const { waits } = await view()
    expect(waits).toEqual([])
    const asked = walkOffice(store, { organ: here, request: `${requestOf()}-asked`, today: start })
    await asked.receive(application)
    await asked.act('consultInternally', { id: 'c0', counterpart: '办公室', matter: '协查' })
    const before = await trackedView(store, { organ: here, request: `${requestOf()}-asked`, today: start })
    expect(before).toMatchObject({ waits: [], clock: { due: '2026-03-30' } })
    const text = JSON.stringify([await view(), before])
    for (const word of [thirdParty.name, '商业秘密', '办公室协查', '单价']) expect(text).not.toContain(word)
  })

  test('条例§51 答复送达之前看不到答复和救济；送达之后：向谁、到何日', async () => {
    await walked.on('2026-03-20').decide(replyFor('notThisOrgan'))
    const sealed = await view()
    expect([sealed.stage, sealed.remedies, sealed.letters.length]).toEqual(['handling', null, 1])
    await walked.deliver('2026-03-24')
    const seen = await view()
    expect(seen).toMatchObject({
      stage: 'answered',
      clock: { due: null, answeredOn: '2026-03-20' },
      remedies: {
        against: 'reply',
        route: 'reviewOrSuit',
        reviewOrgans: ['示例县人民政府'],
        court: '示例县人民法院',
        onlineReview: 'https://review.example',
        reviewBy: '2026-05-25',
        suitBy: '2026-09-24',
        firm: true,
      },
    })
    expect(seen.letters.at(-1)?.title).toBe('非本机关政府信息告知书')
    expect(openActs(seen)).toEqual(['suggest'])
  })

  test('复议法§23¶1(4) 不予公开的，先复议：不给直接起诉的末日', async () => {
    await walked.on('2026-03-20').decide(replyFor('deliberative'))
    await walked.deliver('2026-03-24')
    expect((await view()).remedies).toMatchObject({
      route: 'reviewFirst',
      reviewBy: '2026-05-25',
      suitBy: null,
    })
  })

  test('司法解释§2¶2 逾期未答复的，写明可以寻求的救济', async () => {
    walked.on('2026-03-30')
    expect((await view()).remedies).toBeNull()
    walked.on('2026-03-31')
    const seen = await view()
    expect(seen.clock.overdue).toBe(true)
    expect(seen.remedies).toMatchObject({ against: 'silence', court: '示例县人民法院', reviewBy: null })
  })
})

describe('申请人自己办理', () => {
  const words = '补正：示例镇东河村三组，2024年批准征收的那一批。'

  test('条例§30 期限内补正：重新计算期限，所写的内容封存，经办人得到通知', async () => {
    await askCorrection(walked.on('2026-03-04'))
    await outgoing(store)
    walked.on('2026-03-10')
    const paper = { id: `paper-${requestOf()}`, name: '示例.txt', bytes: new TextEncoder().encode('说明') }
    const done = must('handIn', await handInCorrection(store, handIn(words, { papers: [paper] })))
    expect(done.state.correction?.correctedOn).toBe('2026-03-10')
    expect(done.state.papers.map(({ purpose }) => purpose)).toEqual(['correction'])
    expect((await view()).clock.due).toBe('2026-04-08')
    const sealed = await store.inTransaction(here, async (unit) => [
      await ownWordsIn(unit, requestOf()),
      await ownWordsOf(unit, `words-${requestOf()}`),
    ])
    expect(sealed).toEqual([[`words-${requestOf()}`], { request: requestOf(), text: words }])
    const sent = await outgoing(store)
    expect(sent.map(toOf)).toEqual(['staff-1@water.example'])
    expect(textOf(sent[0]!)).toContain('提交补正')
    expect(JSON.stringify([await log(), sent])).not.toMatch(/东河村|示例\.txt/)
  })

  test('条例§30 逾期的补正不自动接受：留待判断，期限不动；认为理由正当的，自提交之日起算', async () => {
    await askCorrection(walked.on('2026-03-04'))
    walked.on('2026-03-17')
    const done = must('handIn', await handInCorrection(store, handIn(words)))
    expect(done.state.correction).toMatchObject({ correctedOn: null, offered: { on: '2026-03-17' } })
    const seen = await view()
    expect(seen.clock.due).toBeNull()
    expect(seen.waits[0]!.says).toContain('正在判断有无正当理由')
    await walked.on('2026-03-19').act('acceptCorrection', { lateBecause: '住院治疗。' })
    expect((await view()).clock.due).toBe('2026-04-15')
  })

  test('没有要求补正、没有内容、内容过长的，说明原因，什么也不留', async () => {
    const before = (await log()).length
    expect(await handInCorrection(store, handIn(words))).toMatchObject({ code: 'correctionNotAsked' })
    expect(await handInCorrection(store, handIn('  \u200b '))).toMatchObject({ code: 'incomplete' })
    expect(await handInCorrection(store, handIn('长'.repeat(5001)))).toMatchObject({ code: 'incomplete' })
    expect(await giveReasons(store, handIn('研究'))).toMatchObject({ code: 'reasonsNotAsked' })
    expect(await handInCorrection(store, handIn(words, { request: 'nothing' }))).toEqual({
      failure: 'noRequest',
    })
    expect((await log()).length).toBe(before)
    const sealed = await store.inTransaction(here, (unit) => ownWordsIn(unit, requestOf()))
    expect(sealed).toEqual([])
  })

  test('两处同时提交，只成一次，另一次得知原因', async () => {
    await askCorrection(walked.on('2026-03-04'))
    walked.on('2026-03-10')
    const outcomes = await Promise.all(
      [1, 2, 3].map((n) => handInCorrection(store, handIn(words, { entry: `words-${requestOf()}-${n}` }))),
    )
    const refusals = outcomes.filter((each) => 'refused' in each && each.refused === true)
    expect(refusals).toMatchObject([{ code: 'correctionNotAsked' }, { code: 'correctionNotAsked' }])
    const sealed = await store.inTransaction(here, (unit) => ownWordsIn(unit, requestOf()))
    expect(sealed).toHaveLength(1)
  })

  test('条例§35 说明理由；条例§44 建议主动公开：日志只有编号', async () => {
    await walked.on('2026-03-04').notice('askReasons', { facts: '一个月内提出六十件申请', by: '2026-03-11' })
    walked.on('2026-03-05')
    const given = must('reasons', await giveReasons(store, handIn('为撰写东河村村史。', { entry: 'r1' })))
    expect(given.state.reasons?.givenOn).toBe('2026-03-05')
    const suggested = must(
      'suggest',
      await suggestPublication(store, handIn('东河村各批次的方案', { entry: 's1' })),
    )
    expect(suggested.state.suggestions).toBe(1)
    expect(JSON.stringify(await log())).not.toContain('东河村')
    const sealed = await store.inTransaction(here, (unit) => ownWordsOf(unit, 's1'))
    expect(sealed).toEqual({ request: requestOf(), text: '东河村各批次的方案' })
    const read = (viewer: Viewer) => readOwnWords(store, { organ: here, request: requestOf(), viewer })
    expect((await read(viewerOf(here, 'handler'))).map(({ id, kind }) => [id, kind]).toSorted()).toEqual([
      ['r1', 'reasons'],
      ['s1', 'suggestion'],
    ])
    const supervisor: Viewer = {
      kind: 'staff',
      id: 'staff-8',
      organ: here,
      standings: [{ role: 'authority', scope: 'subordinate' }],
    }
    expect(await read(supervisor)).toEqual([])
    expect(await read({ kind: 'applicant', organ: here, request: 'another' })).toEqual([])
  })

  test('登记、分办、送达不成各有告知；自己领办的不再告诉自己，补录的不告诉任何人', async () => {
    const request = `${requestOf()}-told`
    const other = walkOffice(store, { organ: here, request, today: start })
    await other.receive(application)
    const told = (await outgoing(store)).map(({ id }) => id.slice(request.length + 1))
    expect(told).toContain('received/intake/mail')
    await other.act('assign', { handler: 'staff-1' })
    expect(await outgoing(store)).toEqual([])
    await other.act('assign', { handler: 'staff-2' })
    expect((await outgoing(store)).map(toOf)).toEqual(['staff-2@water.example'])
    await other.act('assign', { handler: 'nobody' })
    const late = { ...other.acting('assign'), at: momentOf('2026-05-06') }
    must('assign', await handleRequest(store, { ...late, action: 'assign', command: { handler: 'staff-2' } }))
    expect(await outgoing(store)).toEqual([])
    await other.on('2026-03-20').decide(replyFor('notThisOrgan'))
    must(
      'dispatch',
      await dispatchReply(store, {
        ...other.acting('dispatch'),
        command: { method: 'post', carrier: 'postOffice', trackingNo: 'XA00000000222' },
      }),
    )
    await outgoing(store)
    await other.act('recordServiceFailure', { because: '原址查无此人' })
    const failed = await outgoing(store)
    expect(failed.map(toOf).toSorted()).toEqual(['13800000000', 'ouyang@mail.example'])
    expect(failed.map(textOf).join()).not.toContain('查无此人')
  })

  test('撤回：办理终止，申请人在所留的联系方式收到确认，以防他人冒用', async () => {
    must('withdraw', await withdrawOwn(store, tracked()))
    const sent = await outgoing(store)
    expect(sent.map(toOf).toSorted()).toEqual(['13800000000', 'ouyang@mail.example', 'staff-1@water.example'])
    expect((await view()).stage).toBe('ended')
    expect(await withdrawOwn(store, tracked())).toMatchObject({ refused: true, code: 'closed' })
  })

  test('个保法§6 事件、消息中没有任何人的个人信息，链条完整', async () => {
    const text = JSON.stringify(await log())
    expect([...personal, thirdParty.name].filter((word) => text.includes(word))).toEqual([])
    const { faults } = await verify(store, here)
    // The staff were put in without the deeds of those who give rights.
    expect(faults.filter(({ kind }) => kind !== 'staffDiffers')).toEqual([])
  })
})
