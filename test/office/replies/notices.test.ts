/** Steps that go out with letters on the way to the answer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../../src/office/letters/facts.ts'
import { issueNotice } from '../../../src/office/replies/issue-notice.ts'
import { confirmReceipt, issueReceipt } from '../../../src/office/replies/issue-receipt.ts'
import { type NoticeAction, type NoticeCommand, notices } from '../../../src/office/replies/notices.ts'
import { statusOf } from '../../../src/office/requests/index.ts'
import { thirdPartyEntry } from '../../../src/office/third-party/third-party.ts'
import type { Store } from '../../../src/store/store.ts'
import { application, here, numbersOf, openHouse, start, thirdParty } from './house.ts'
import { askCorrection, replyFor, thirdPartySays } from './replies.ts'
import { momentOf, must, type OfficeWalk, walkOffice } from './walk-office.ts'

let store: Store
let cases = 0
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

const received = async (more: Partial<typeof application> = {}): Promise<OfficeWalk> =>
  walkOffice(store, { organ: here, request: `notice-${++cases}`, today: start }).receive({
    ...application,
    ...more,
  })

/** The text of the letter of that kind. */
const textOf = ({ letters }: OfficeWalk, kind: string): string =>
  letters.findLast((each) => each.kind === kind)!.letter.paragraphs.join('\n')

const seen = new Set<NoticeAction>()
const send = <A extends NoticeAction>(
  walked: OfficeWalk,
  action: A,
  command: NoticeCommand<A>,
  facts: Facts = {},
): Promise<OfficeWalk> => {
  seen.add(action)
  return walked.notice(action, command, facts)
}

describe('每一步的文书', () => {
  test('条例§31 登记回执写明收到之日、依据和答复期限', async () => {
    const walked = await received({ channel: 'email' })
    const [receipt] = walked.letters
    expect(receipt).toMatchObject({ kind: 'receipt', to: 'applicant' })
    expect(textOf(walked, 'receipt')).toMatch(/双方确认之日2026年3月2日.*\n.*最迟于2026年3月30日予以答复/)
    // There is one already.
    expect(await issueReceipt(store, { ...walked.acting('issueLetter'), letterId: 'again' })).toBeNull()
  })

  test('条例§33 答复期限落在放假安排未公布的年份，回执说明为暂定', async () => {
    const walked = walkOffice(store, { organ: here, request: `notice-${++cases}`, today: '2026-12-15' })
    await walked.receive(application)
    expect(textOf(walked, 'receipt')).toMatch(/最迟于2027年1月.*\n.*2027年放假安排尚未公布/)
  })

  test('条例§30 补正告知书一次列明事项、指导和期限', async () => {
    const walked = await received()
    seen.add('askCorrection')
    await askCorrection(walked)
    expect(textOf(walked, 'correctionNotice')).toMatch(
      /请写明文件的名称或者文号。\n.*地块位置。\n请你最迟于2026年3月16日/,
    )
    expect(walked.state.letters.map(({ kind }) => kind)).toEqual(['receipt', 'correctionNotice'])
  })

  test('条例§33¶2 延期告知书写明原期限、工作日数和新的期限，都由时钟算出', async () => {
    const walked = await received()
    await walked.act('proposeExtension', { days: 10, because: '所涉档案较多，需要逐卷查阅' })
    await send(walked, 'approveExtension', {})
    expect(textOf(walked, 'extensionNotice')).toMatch(
      /因所涉档案较多，需要逐卷查阅，.*原答复期限2026年3月30日届满前.*延长10个工作日.*最迟于2026年4月14日/,
    )
    expect(walked.letters.at(-1)).toMatchObject({
      kind: 'extensionNotice',
      letterNo: '示自然资公开延〔2026〕1号',
    })
    const letter = await walked.decide(replyFor('granted'))
    expect(letter.letter.paragraphs[1]).toMatch(/答复期限延长至2026年4月14日/)
  })

  test('条例§32 征求第三方意见：函给第三方，不写申请人；告知书给申请人，不写第三方', async () => {
    const walked = await received()
    seen.add('consultThirdParty')
    await thirdPartySays(walked, store, 'objects')
    await walked.act('annotate', { text: '已收到意见。' })
    const kinds = walked.state.letters.map(({ kind, to }) => `${kind} ${to}`)
    expect(kinds).toEqual([
      'receipt applicant',
      'thirdPartyConsultation thirdParty',
      'consultationNotice applicant',
    ])
    const [, toThirdParty, toApplicant] = await Promise.all(
      walked.state.letters.map(async ({ letter }) => {
        const entry = await store.inTransaction(here, ({ vault }) => vault.open(letter))
        return JSON.stringify(entry)
      }),
    )
    expect(toThirdParty).toContain('示例建设有限公司')
    expect(toThirdParty).not.toMatch(/欧阳|138|幸福路/)
    expect(toApplicant).toMatch(/征求第三方的意见.*不计算在答复期限内/)
    expect(toApplicant).not.toContain('示例建设')
  })

  test('条例§32 第三方不同意而决定公开的，告知公开的内容、理由和救济途径', async () => {
    const walked = await received()
    await thirdPartySays(walked, store, 'objects')
    const override = { because: 'publicInterest', reason: '关系村民补偿标准的核定' } as const
    await walked.decide(replyFor('granted', { override }))
    const told = { id: 'c1', because: '该信息关系村民补偿标准的核定' }
    await send(walked, 'tellThirdParty', told)
    expect(textOf(walked, 'thirdPartyDecision')).toMatch(
      /2026年3月2日.*书面征求.*\n.*不同意公开。\n.*补偿标准的核定.*决定公开下列政府信息：施工合同的单价表。\n.*\n.*60日内/,
    )
    expect(walked.letters.at(-1)).toMatchObject({
      to: 'thirdParty',
      letter: { addressee: '示例建设有限公司' },
    })
  })

  test.each([
    ['consultAgency', 'organConsultation', {}, {}],
    ['consultOtherAgency', 'otherOrganConsultation', { by: '2026-03-20' }, { concern: '该信息与其职责有关' }],
    ['referForDetermination', 'determinationReferral', {}, { doubt: '涉及尚未公开的储备规模' }],
  ] as const)('条例§11、§17、§34 %s', async (action, kind, more, facts) => {
    const walked = await received()
    const asked = { id: 'c2', counterpart: '示例县水利局', matter: '东河村水库的蓄水记录', ...more }
    await send(walked, action, asked, facts)
    const [main, second] = walked.letters.slice(1)
    expect(main).toMatchObject({ kind, to: 'agency', letter: { addressee: '示例县水利局' } })
    expect(main!.letter.paragraphs.join('')).toContain('东河村水库的蓄水记录')
    // What stops the clock is told to the applicant.
    expect(second?.kind).toBe(action === 'referForDetermination' ? undefined : 'consultationNotice')
    expect(walked.state.letters.map(({ letterNo }) => letterNo)).toContain(main!.letterNo)
  })

  test('已经知道在征求意见的，不再重复告知申请人', async () => {
    const walked = await received()
    const asked = { id: 'c3', counterpart: '示例县水利局', matter: '蓄水记录' }
    const outcome = must(
      'consultAgency',
      await issueNotice(store, {
        ...walked.acting('consultAgency'),
        action: 'consultAgency',
        command: asked,
        letterId: 'letter-c3',
        tellsApplicant: false,
      }),
    )
    expect(outcome.letters.map(({ kind }) => kind)).toEqual(['organConsultation'])
  })

  test('条例§35 说明理由通知书和延迟答复告知书', async () => {
    const walked = await received()
    await send(walked, 'askReasons', { facts: '一个月内提出六十件申请', by: '2026-03-09' })
    await walked.on('2026-03-06').act('recordReasons', { entry: 'own-words-2' })
    await send(walked, 'defer', { until: '2026-05-29', because: '所需检索的材料涉及十二个年度' })
    expect(textOf(walked, 'delayedReply')).toMatch(/你于2026年3月6日.*因所需检索.*最迟于2026年5月29日答复你/)
  })

  test('办法§6 收费通知书的计算与登记的一致', async () => {
    const walked = await received()
    await send(walked, 'askFee', { pages: 120, payHow: '凭缴款识别码缴纳' })
    expect(textOf(walked, 'feeNotice')).toMatch(/收费数额：1100元。/)
    await walked.act('recordFeeNoticeService', {})
    await walked.act('recordPayment', { amount: 1100, billNo: '示例票据1' })
    const letter = await walked.decide(replyFor('granted'))
    expect(letter.letter.paragraphs.join('')).toContain('已收取信息处理费1100元')
  })

  test.each([
    ['petition', '提出信访等事项'],
    ['complaint', '提出投诉、举报等事项'],
    ['inquiry', '提出咨询等事项'],
  ] as const)('条例§39¶1 转出%s的告知书', async (matter, said) => {
    const walked = await received({ doubtful: true, channel: 'email' })
    await send(walked, 'moveOn', { matter, to: '县信访局接待大厅' }, { petitionReason: '所提事项为个人诉求' })
    expect(statusOf(walked.state.progress)).toBe('movedOn')
    expect(textOf(walked, 'petition')).toMatch(
      new RegExp(`2026年3月2日收到.*\n.*${said}.*\n.*县信访局接待大厅`),
    )
  })

  test('条例§29 撤回更正申请的，没有专门的文书，照样登记', async () => {
    const walked = await received({ content: { variant: 'recordCorrection', title: '宅基地登记表' } })
    await send(walked, 'withdraw', { how: '书面方式' })
    expect(walked.letters).toEqual([])
    expect(statusOf(walked.state.progress)).toBe('withdrawn')
  })

  test('表中的每一步都走过', () => expect([...seen].sort()).toEqual(Object.keys(notices).sort()))
})

describe('写不成的文书', () => {
  test('条例§30 缺少补正的指导：一步也没有做，文号没有占用', async () => {
    const walked = await received()
    const [before, version] = [await numbersOf(store), walked.state.version]
    const outcome = await issueNotice(store, {
      ...walked.acting('askCorrection'),
      action: 'askCorrection',
      command: { items: [{ requirement: 'form', what: '请写明提供方式' }], by: '2026-03-16' },
      letterId: 'letter-unwritten',
    })
    expect(outcome).toMatchObject({
      failure: 'unwritten',
      problems: [{ problem: 'missingFact', name: 'guidance', message: '缺少“补正的指导和说明”。' }],
    })
    expect(await numbersOf(store)).toEqual(before)
    await walked.act('annotate', { text: '仍在办理。' })
    expect(walked.state.version).toBe(version + 1)
    expect(await store.inTransaction(here, ({ vault }) => vault.open('letter-unwritten'))).toBeNull()
  })

  test('条例§32 两份文书都写不成的，问题一次告知，相同的只说一次', async () => {
    const walked = await received()
    const before = await numbersOf(store)
    const outcome = await issueNotice(store, {
      ...walked.acting('consultThirdParty'),
      action: 'consultThirdParty',
      command: { id: 'c1', counterpart: 'nobody', matter: '合同' },
      letterId: 'letter-nobody',
    })
    expect('problems' in outcome ? outcome.problems.map(({ name }) => name) : outcome).toEqual([
      '主送',
      'interest',
    ])
    expect(await numbersOf(store)).toEqual(before)
  })

  test('条例§30 不能办理的一步，文号没有占用', async () => {
    const walked = await received()
    await askCorrection(walked)
    const before = await numbersOf(store)
    await expect(askCorrection(walked)).rejects.toThrow('correctionRepeated')
    expect(await numbersOf(store)).toEqual(before)
  })

  test('个保法§6 办理记录中写入姓名的，不予登记', async () => {
    const walked = await received()
    const items = [{ requirement: 'description', what: '请欧阳示例写明文号' }] as const
    await expect(
      walked.notice('askCorrection', { items, by: '2026-03-16' }, { guidance: '略' }),
    ).rejects.toThrow('personalData')
    const counterpart = 'third-party-named'
    await store.inTransaction(here, ({ vault }) =>
      vault.put(thirdPartyEntry(counterpart, thirdParty), momentOf(start)),
    )
    const consulted = { id: 'c9', counterpart, matter: '示例建设有限公司的合同' }
    await expect(walked.notice('consultThirdParty', consulted, { interest: '商业秘密' })).rejects.toThrow(
      'personalData',
    )
  })

  test('条例§31 登记回执写不成，不影响收到；补正资料后可以补发', async () => {
    const walked = walkOffice(store, { organ: here, request: `notice-${++cases}`, today: start })
    const organRow = (await store.organs.get(here))!
    const details = organRow.details as { office: object }
    await store.organs.put({ ...organRow, details: { ...details, office: { ...details.office, phone: '' } } })
    const before = await numbersOf(store)
    await expect(walked.receive({ ...application, channel: 'email', doubtful: true })).resolves.toBeDefined()
    const confirmed = must(
      'confirmReceipt',
      await confirmReceipt(store, { ...walked.acting('confirmReceipt'), command: {}, letterId: 'receipt-1' }),
    )
    expect(confirmed.state.progress.receivedOn).toBe(start)
    expect(confirmed.problems).toMatchObject([{ problem: 'missingOrganData', name: '联系电话' }])
    await store.organs.put(organRow)
    const issued = await issueReceipt(store, { ...walked.acting('issueLetter'), letterId: 'receipt-1' })
    expect(issued).toMatchObject({ refused: false, letters: [{ kind: 'receipt' }] })
    const spent = (await numbersOf(store)).filter((number) => !before.includes(number))
    expect(spent.filter((number) => number.startsWith('公开收'))).toHaveLength(1)
  })

  test('条例§30 没有写姓名、没有写明内容的，回执和补正告知书照样写得成', async () => {
    const walked = await received({ applicant: { kind: 'natural' }, content: {} })
    await askCorrection(walked)
    expect(walked.letters.map(({ letter }) => letter.addressee)).toEqual(['申请人', '申请人'])
    expect(textOf(walked, 'receipt')).toContain('申请内容为：未写明所需信息的名称、文号或者其他特征性描述。')
  })

  test('条例§30 申请内容中的证件号码、手机号码，文书中已经遮盖', async () => {
    const title = `${application.applicant.idNumber}的拆迁档案，电话13800000000`
    const walked = await received({ content: { ...application.content, title } })
    expect(textOf(walked, 'receipt')).not.toMatch(/13800000000|330106199001011/)
    expect(textOf(walked, 'receipt')).toContain('拆迁档案')
  })
})

test('通知申请人、第三方的消息随文书放入待发，不含个人信息', async () => {
  const walked = await received()
  await store.dispatch.claim('2027-01-01T00:00:00.000Z', '2027-01-02T00:00:00.000Z', 1000)
  await askCorrection(walked)
  const claimed = await store.dispatch.claim('2027-01-03T00:00:00.000Z', '2027-01-04T00:00:00.000Z', 1000)
  const mine = claimed.filter(({ id, attempt }) => id.includes(`notice-${cases}`) && attempt === 1)
  expect(mine.map(({ topic }) => topic).sort()).toEqual(['mail', 'sms'])
  const said = JSON.stringify(mine.map(({ payload }) => ({ ...payload, to: '' })))
  expect(said).toContain('2026年3月16日')
  expect(said).not.toMatch(/欧阳|东河村|幸福路/)
  expect(momentOf(start)).toBe(mine[0]!.notBefore)
})
