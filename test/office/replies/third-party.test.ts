/** A third party answers online by the code from its letter (条例§32). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { viewLetter } from '../../../src/office/replies/print-letter.ts'
import { answerConsultation } from '../../../src/office/third-party/answer-consultation.ts'
import { openConsultation } from '../../../src/office/third-party/open-consultation.ts'
import { readReasons } from '../../../src/office/third-party/reasons.ts'
import type { Store } from '../../../src/store/store.ts'
import { application, here, openHouse, start } from './house.ts'
import { askThirdPartyOf, codeOf, replyFor } from './replies.ts'
import { momentOf, must, type OfficeWalk, viewerOf, walkOffice } from './walk-office.ts'

let store: Store
let cases = 0
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const asked = async (): Promise<OfficeWalk> => {
  const walked = walkOffice(store, { organ: here, request: `party-${++cases}`, today: start })
  await walked.receive(application)
  await askThirdPartyOf(walked, store)
  return walked.act('annotate', { text: '已发函征求意见。' })
}

const byCode = (code: string, today: Day) => ({ organ: here, code, today, at: momentOf(today) })
const open = (walked: OfficeWalk, today: Day) => openConsultation(store, byCode(codeOf(walked), today))
const answer = (walked: OfficeWalk, today: Day, opinion: 'agrees' | 'objects' | 'partly', reasons = '') =>
  answerConsultation(store, { ...byCode(codeOf(walked), today), opinion, reasons })

const refresh = (walked: OfficeWalk, today: Day): Promise<OfficeWalk> =>
  walked.on(today).act('annotate', { text: '查看进展。' })

describe('条例§32 第三方凭代码在线回复', () => {
  test('看得到哪个机关、什么信息、何时以前；看不到是谁申请', async () => {
    const walked = await asked()
    const view = must('open', await open(walked, '2026-03-06'))
    expect(view).toEqual({
      organ: '示例县自然资源局',
      contact:
        '联系单位：示例县自然资源局办公室；地址：示例县人民路1号；邮政编码：000000；电话：0000-22222222',
      applicationNo: walked.state.number,
      applicant: '自然人',
      information: '施工合同的单价表',
      sentOn: start,
      by: '2026-03-27',
    })
    expect(JSON.stringify(view)).not.toMatch(/欧阳|138|mail\.example/)
  })

  test('首次打开之日登记为送达，由系统登记；再次打开不重复，已登记的送达日不变', async () => {
    const walked = await asked()
    must('open', await open(walked, '2026-03-06'))
    must('open', await open(walked, '2026-03-10'))
    await refresh(walked, '2026-03-10')
    expect(walked.state.consultations[0]).toMatchObject({ reachedOn: '2026-03-06' })
    const events = await store.inTransaction(here, ({ events }) => events.load(`request/party-${cases}`))
    const reached = events.filter(({ kind }) => kind === 'consultationReached')
    expect(reached.map(({ actor, on }) => `${actor} ${on}`)).toEqual(['system 2026-03-06'])

    const signed = await asked()
    await signed.on('2026-03-04').act('recordConsultationReceipt', { id: 'c1' })
    expect(must('open', await open(signed, '2026-03-09'))).toMatchObject({ by: '2026-03-25' })
  })

  test('意见记入办理记录，理由密封，只有经办人和第三方自己看得到', async () => {
    const walked = await asked()
    const reasons = '单价是示例建设有限公司的商业秘密，联系人张示例，电话13911111111'
    const taken = must('answer', await answer(walked, '2026-03-09', 'objects', reasons))
    expect(taken).toEqual({ refused: false, opinion: 'objects', on: '2026-03-09' })
    await refresh(walked, '2026-03-09')
    expect(walked.state.consultations[0]).toMatchObject({
      opinion: 'objects',
      reachedOn: '2026-03-09',
      endedOn: '2026-03-09',
    })
    const request = `party-${cases}`
    const events = JSON.stringify(
      await store.inTransaction(here, ({ events }) => events.load(`request/${request}`)),
    )
    expect(events).not.toMatch(/示例建设|张示例|13911111111|单价是/)
    const read = { organ: here, request, consultation: 'c1' }
    expect(await readReasons(store, { ...read, viewer: viewerOf(here, 'handler') })).toBe(reasons)
    const itself = { kind: 'thirdParty', organ: here, request, consultation: 'c1' } as const
    expect(await readReasons(store, { ...read, viewer: itself })).toBe(reasons)
    for (const viewer of [
      { kind: 'applicant', organ: here, request },
      { ...itself, consultation: 'c2' },
      { kind: 'public' },
    ] as const)
      expect(await readReasons(store, { ...read, viewer })).toBeNull()
  })

  test('第三方凭代码看得到给自己的函，看不到给申请人的告知书', async () => {
    const walked = await asked()
    const request = `party-${cases}`
    const viewer = { kind: 'thirdParty', organ: here, request, consultation: 'c1' } as const
    const seen = await Promise.all(
      walked.state.letters.map(({ letter: letterId }) =>
        viewLetter(store, { organ: here, request, letterId, viewer }),
      ),
    )
    expect(seen.map((letter) => ('failure' in letter ? letter.failure : letter.title))).toEqual([
      'unknownLetter',
      '政府信息公开征求第三方意见函',
      'unknownLetter',
    ])
  })

  test('不同意的须说明理由；同意的不必', async () => {
    const walked = await asked()
    expect(await answer(walked, '2026-03-09', 'partly', '  ')).toMatchObject({ code: 'reasonsWanted' })
    must('answer', await answer(walked, '2026-03-09', 'agrees'))
    await refresh(walked, '2026-03-09')
    expect(walked.state.consultations[0]).toMatchObject({ opinion: 'agrees', reasons: null })
    // Who agreed is given what is asked for.
    const letter = await walked.decide(replyFor('granted'))
    expect(letter.letter.title).toBe('政府信息予以公开告知书')
  })

  test('抄写时的空格、横线、全角和小写不影响代码', async () => {
    const walked = await asked()
    const written = codeOf(walked).toLowerCase().replaceAll('-', ' ').replaceAll('7', '７')
    must('open', await openConsultation(store, byCode(written, '2026-03-06')))
  })
})

describe('打不开的代码，形式一样，不泄露有无', () => {
  test.each(['', '----', 'CODE-PARTY-999-777777777777', 'x'.repeat(5000)])('不是任何代码：%s', async (code) =>
    expect(await openConsultation(store, byCode(code, '2026-03-06'))).toEqual({
      refused: true,
      code: 'unknownCode',
      message: '代码不正确，请核对征求意见函上的代码。',
      cites: ['条例§32'],
    }),
  )

  test('别的机关的代码，与没有的代码一样', async () => {
    const walked = await asked()
    const elsewhere = { ...byCode(codeOf(walked), '2026-03-06'), organ: 'government' }
    expect(await openConsultation(store, elsewhere)).toMatchObject({ code: 'unknownCode' })
  })

  test('已经回复的、期满的、申请已经撤回的，告知原因，不再受理', async () => {
    const answered = await asked()
    must('answer', await answer(answered, '2026-03-09', 'agrees'))
    expect(await answer(answered, '2026-03-10', 'objects', '改了主意')).toMatchObject({ code: 'answered' })

    const late = await asked()
    must('open', await open(late, '2026-03-06'))
    expect(await answer(late, '2026-03-27', 'partly', '部分价格未公开')).toMatchObject({ refused: false })
    const later = await asked()
    must('open', await open(later, '2026-03-06'))
    expect(await answer(later, '2026-03-28', 'objects', '晚了一天')).toMatchObject({
      refused: true,
      code: 'expired',
      message: expect.stringContaining('2026年3月27日届满'),
    })
    await later.on('2026-03-30').act('lapseConsultation', { id: 'c1' })
    expect(await open(later, '2026-03-30')).toMatchObject({ code: 'expired' })

    const withdrawn = await asked()
    await withdrawn.notice('withdraw', { how: '书面方式' })
    const events = () => store.inTransaction(here, ({ events }) => events.read(0, 10_000))
    const before = (await events()).length
    expect(await open(withdrawn, '2026-03-06')).toMatchObject({ code: 'ended' })
    expect((await events()).length).toBe(before)
  })

  test('第三方的资料删除后，代码仍然可用', async () => {
    const walked = await asked()
    await store.inTransaction(here, ({ vault }) =>
      vault.erase(`third-party-party-${cases}`, momentOf('2026-03-03')),
    )
    expect(must('open', await open(walked, '2026-03-06')).information).toBe('施工合同的单价表')
  })
})
