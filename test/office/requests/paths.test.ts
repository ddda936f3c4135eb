/** Ways through the handling beside the straight one: receipts, opinions, extensions, fees, disputes. */
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../src/law/day.ts'
import { annualReadings, clockOf, remediesOf, statusOf } from '../../../src/office/requests/index.ts'
import { figureAt } from '../../../src/report/reading.ts'
import { askFee, start, thirdPartySays } from './preparations.ts'
import { answer, draftOf, post, received, sealed, walk } from './walk.ts'

const archived = { retention: 'years10', fileNo: '2026-公开-1' } as const

describe('办理中的各条路', () => {
  test('条例§31 平常信函以与申请人确认之日为收到之日', () => {
    const walked = walk(start).do('receive', {
      number: '2026-3',
      applicant: 'vault-1',
      applicantKind: 'legal.business',
      channel: 'ordinaryPost',
      arrivedOn: start,
    })
    expect(statusOf(walked.state.progress)).toBe('arrived')
    expect(walked.refusal('draft', draftOf('granted'))).toMatchObject({
      code: 'notReceived',
      cites: ['条例§31'],
    })
    walked.on('2026-03-03').do('confirmReceipt', {})
    expect(walked.state.progress.receivedOn).toBe('2026-03-03')
  })

  test('条例§31(2) 疑似非申请的挂号信确认为申请后，仍以签收之日为收到之日', () => {
    const walked = walk(start)
      .do('receive', {
        number: '2026-4',
        applicant: 'vault-1',
        applicantKind: 'natural',
        channel: 'registeredPost',
        arrivedOn: start,
        doubtful: true,
      })
      .on('2026-03-05')
      .do('confirmReceipt', {})
    expect(walked.state.progress.receivedOn).toBe(start)
  })

  test('条例§32 第三方不同意而公开的，书面告知后发出', () => {
    const override = { because: 'publicInterest', reason: '关系公众健康。' } as const
    const walked = sealed(thirdPartySays(received(start), 'objects'), 'granted', { override })
    const dispatched = {
      method: 'inPerson',
      remedies: { route: 'reviewOrSuit', reviewOrgans: ['县政府'], court: '县法院', onlineReview: null },
    } as const
    expect(walked.refusal('dispatch', dispatched)).toMatchObject({
      code: 'thirdPartyNotTold',
      cites: ['条例§32'],
    })
    walked
      .do('tellThirdParty', { id: 'c1', because: '单价表，关系公众健康。', letterNo: '某公告〔2026〕1号' })
      .do('dispatch', dispatched)
    expect(statusOf(walked.state.progress)).toBe('dispatched')
    expect(walked.state.progress.ended).toBeNull()
    walked.on('2026-03-11').do('serve', { proof: 'signature', reference: '签收单' })
    expect(walked.state.progress.answeredOn).toBe('2026-03-11')
  })

  test('条例§32 第三方逾期未提出意见的，由行政机关决定', () => {
    const walked = received(start)
      .do('consultThirdParty', {
        id: 'c1',
        counterpart: 'vault-2',
        matter: '单价表',
        letterNo: '某公征〔2026〕1号',
      })
      .on('2026-03-03')
      .do('recordConsultationReceipt', { id: 'c1' })
      .on('2026-03-25')
      .do('lapseConsultation', { id: 'c1' }, { role: 'system' })
    answer(walked, 'thirdParty')
    expect(walked.state.progress.draft?.ending).toBe('thirdParty')
  })

  test('条例§33¶2 延期须经负责人同意，期限随之延长', () => {
    const walked = received(start).do('proposeExtension', { days: 10, because: '需要核对档案。' })
    const { calendar } = walked.context('draft')
    const before = clockOf(walked.state, calendar, walked.today).due!
    walked.do('approveExtension', { letterNo: '某公延〔2026〕1号' })
    expect(clockOf(walked.state, calendar, walked.today).due! > before).toBe(true)
    walked.do('proposeExtension', { days: 10, because: '仍需核对。' }).do('refuseExtension', {
      because: '理由不足。',
    })
    expect(walked.state.extension).toEqual({ proposed: null, granted: 10 })
  })

  test('条例§35 理由合理的，确定延迟答复的合理期限', () => {
    const walked = received(start)
      .do('askReasons', {
        facts: '一个月内提出六十件申请。',
        by: '2026-03-09',
        letterNo: '某公理〔2026〕1号',
      })
      .on('2026-03-06')
      .do('recordReasons', { entry: 'vault-3' }, { role: 'applicant' })
      .do('defer', { until: '2026-06-30', because: '理由合理，数量较大。', letterNo: '某公迟〔2026〕1号' })
    expect(clockOf(walked.state, walked.context('draft').calendar, walked.today).due).toBe('2026-06-30')
  })

  test('办法§6 期限最后一日发出收费通知，期满后送达：等待缴费，不是逾期', () => {
    const due = '2026-03-30'
    const walked = received(start)
      .on(due)
      .do('askFee', { pages: 120, payHow: '非税收入缴款码', letterNo: '某公费〔2026〕1号' })
      .on('2026-04-03')
      .do('recordFeeNoticeService', {})
    const { calendar } = walked.context('draft')
    const seen = clockOf(walked.state, calendar, walked.today)
    expect(seen).toMatchObject({ due: null, waitingFor: ['fee'], problems: [] })
    expect(seen.steps.at(-1)?.because).toContain('2026年4月3日送达')
    walked.on('2026-04-30').do('recordPayment', { amount: 1100, billNo: '票据1' })
    answer(walked, 'granted')
    expect(clockOf(walked.state, calendar, walked.today).problems).toEqual([])
  })

  test('办法§6 缴费后期限重新计算', () => {
    const walked = askFee(received(start))
    const { calendar } = walked.context('draft')
    expect(clockOf(walked.state, calendar, walked.today).waitingFor).toEqual(['fee'])
    walked.on('2026-03-10').do('recordPayment', { amount: 1100, billNo: '票据1' })
    const clock = clockOf(walked.state, calendar, walked.today)
    expect(clock.running).toBe(true)
    expect(clock.steps.at(-1)).toMatchObject({ event: 'feePaid', effect: 'restarts' })
    answer(walked, 'granted')
  })

  test('条例§11¶1、§33¶3 征求其他有关机关意见，所需时间不计；逾期不视为同意，由本机关决定', () => {
    const walked = received(start)
      .do('consultOtherAgency', {
        id: 'o',
        counterpart: '县水利局',
        matter: '所引用的水文数据',
        letterNo: '某公询〔2026〕1号',
        by: '2026-03-13',
      })
      .on('2026-03-09')
    const { calendar } = walked.context('draft')
    const dueOn = (asOf: Day) => clockOf(walked.state, calendar, asOf).due
    expect(dueOn('2026-03-13')).toBeNull()
    // Nine working days from 3 to 13 March are left out of the twenty.
    expect(dueOn('2026-03-14')).toBe('2026-04-13')
    walked.on('2026-03-16').do('lapseConsultation', { id: 'o' }, { role: 'system' })
    expect(clockOf(walked.state, calendar, walked.today).steps.at(-1)?.because).toContain(
      '逾期未提出意见，由行政机关依照条例决定是否公开',
    )
    answer(walked, 'granted')
  })

  test('条例§34、§17¶3 共同制作机关、主管部门和内设机构各自答复后才能签发', () => {
    const walked = received(start)
      .do('consultAgency', {
        id: 'a',
        counterpart: '县水利局',
        matter: '联合发文',
        letterNo: '某公商〔2026〕1号',
      })
      .do('referForDetermination', {
        id: 'b',
        counterpart: '县保密局',
        matter: '是否属于国家秘密',
        letterNo: '某公定〔2026〕1号',
      })
      .do('consultInternally', { id: 'c', counterpart: '规划科', matter: '业务意见' })
      .do('recordConsultationReceipt', { id: 'a' })
    expect(walked.refusal('draft', draftOf('granted')).cites).toEqual(['条例§34'])
    walked.on('2026-03-25').do('lapseConsultation', { id: 'a' })
    expect(walked.refusal('draft', draftOf('granted')).cites).toEqual(['条例§17¶3'])
    walked
      .do('returnConsultation', { id: 'b', opinion: 'agrees' })
      .do('draft', draftOf('granted'))
      .do('review', {})
    expect(walked.refusal('approve', {})).toMatchObject({ code: 'consultationOpen', cites: ['条例§45'] })
    walked.do('returnConsultation', { id: 'c', opinion: 'noView' }).do('approve', {})
    expect(statusOf(walked.state.progress)).toBe('approved')
  })

  test('条例§37 不属于政府信息的部分也可以区分出来不予提供，不因此复议前置', () => {
    const withheld = [{ ground: null, part: '附件三', reason: '是尚未形成的设想，没有记录。' }]
    const walked = sealed(received(start), 'partial', { withheld })
    const route = () => remediesOf(walked.state.draft!, start, false, walked.context('dispatch'))
    expect(route()).toMatchObject({ route: 'reviewOrSuit' })
    post(walked)
    const both = sealed(received(start), 'partial', {
      withheld: [...withheld, { ground: 'internalAffairs', part: '附件二', reason: '内部工作流程。' }],
    })
    expect(remediesOf(both.state.draft!, start, false, both.context('dispatch')).route).toBe('reviewFirst')
  })

  test('个保法§6 机关的电话、账户，文号和凭证号码，不是个人信息', () => {
    received(start)
      .do('hintTransfer', { to: '县水利局', contact: '电话0571-87654321，water@county.example' })
      .do('annotate', {
        text: '办公电话0571-87654321已告知；见某公复〔2026〕138号，查询编号：13800000001，计110000000元。',
      })
      .do('askFee', {
        pages: 120,
        payHow: '开户银行：示例银行，账号6222 0000 0000 0000 008',
        letterNo: '某公费〔2026〕1号',
      })
  })

  test('送达函：退回的信件可以再次发出，答复之日仍为首次交邮之日', () => {
    const walked = post(sealed(received(start), 'granted'))
      .on('2026-03-12')
      .do('recordServiceFailure', { because: '查无此人。' })
      .do('dispatch', {
        method: 'online',
        remedies: {
          route: 'reviewOrSuit',
          reviewOrgans: ['某县人民政府'],
          court: '某县人民法院',
          onlineReview: 'https://review.example',
        },
      })
      .do('serve', { proof: 'systemEntry', reference: '系统记录' })
    expect(walked.state.progress.answeredOn).toBe(start)
    expect(walked.state.clock.filter(({ kind }) => kind === 'answered')).toHaveLength(1)
  })

  test('条例§30 逾期补正而说明理由的，期限不动；认为理由正当的，自提交之日起重新计算', () => {
    const walked = received(start)
      .do('askCorrection', {
        items: [{ requirement: 'description', what: '请写明文件名称。' }],
        by: '2026-03-16',
        letterNo: '某公补〔2026〕1号',
      })
      .on('2026-03-18')
      .do('offerCorrection', { entry: 'vault-5' }, { role: 'applicant' })
    const due = () => clockOf(walked.state, walked.context('draft').calendar, walked.today).due
    expect([statusOf(walked.state.progress), due()]).toEqual(['awaitingCorrection', null])
    walked.on('2026-03-20')
    expect(walked.refusal('acceptCorrection', {}).code).toBe('correctionLate')
    walked.do('acceptCorrection', { lateBecause: '住院治疗。' })
    expect(walked.events.at(-1)).toMatchObject({ on: '2026-03-18', data: { entry: 'vault-5' } })
    expect([walked.state.correction?.correctedOn, due()]).toEqual(['2026-03-18', '2026-04-16'])
  })

  test('条例§32 第三方逾期未提出意见，登记后台账上又有届满日', () => {
    const walked = received(start)
      .do('consultThirdParty', {
        id: 'c1',
        counterpart: 'vault-2',
        matter: '单价表',
        letterNo: '某公征〔2026〕1号',
      })
      .do('recordConsultationReceipt', { id: 'c1' })
      .on('2026-03-24')
      .do('lapseConsultation', { id: 'c1' })
    const { calendar } = walked.context('draft')
    expect(clockOf(walked.state, calendar).due).toBe('2026-04-21')
    expect(clockOf(walked.state, calendar, walked.today).due).toBe('2026-04-21')
  })

  test('条例§44、§36(5) 建议主动公开、提示负责机关、法律意见和备注都留在案卷里', () => {
    const walked = received(start)
      .do('suggestProactive', { by: 'applicant', entry: 'vault-4' }, { role: 'applicant' })
      .do('hintTransfer', { to: '县交通运输局', contact: '0000-12345678' })
      .do('giveLegalOpinion', { view: 'sound', text: '于法有据。' })
      .do('answerSevenQuestions', { answers: { correction: 'clear' } })
      .do('assign', { handler: 'staff-1' })
      .do('annotate', { text: '申请人来电询问进度。' })
    expect(walked.state).toMatchObject({
      suggestions: 1,
      legalOpinion: 'sound',
      handler: 'staff-1',
      notes: 1,
    })
    expect(walked.state.hint?.to).toBe('县交通运输局')
  })

  test('条例§50(3)、年报填报函 复议和诉讼计入第四部分，复议机关一方不计', () => {
    const walked = answer(received(start), 'stateSecret')
      .on('2026-04-20')
      .do('fileReview', { id: 'r', dispute: 'reconsideration', caseNo: '某复〔2026〕3号', against: 'reply' })
    expect(walked.refusal('archive', archived)).toMatchObject({ code: 'disputeOpen' })
    walked
      .on('2026-06-01')
      .do('decideReview', { id: 'r', result: 'upheld', what: '维持。' })
      .on('2026-06-10')
      .do('fileReview', {
        id: 's',
        dispute: 'litigation',
        caseNo: '某行初1号',
        against: 'reply',
        after: 'r',
        coDefendant: true,
      })
      .do('fileReview', {
        id: 't',
        dispute: 'litigation',
        caseNo: '某行初2号',
        against: 'reply',
        standing: 'reviewOrgan',
      })
      .on('2026-12-01')
      .do('decideReview', { id: 's', result: 'corrected', what: '撤销。', effective: false })
    const readings = annualReadings([walked.state], 2026)!
    expect(figureAt(readings, 'disputes/cases@reconsideration.upheld')).toBe(1)
    expect(figureAt(readings, 'disputes/cases@litigation.afterReconsideration.pending')).toBe(1)
    expect(figureAt(readings, 'disputes/cases@litigation.direct.total')).toBe(0)
    walked.on('2027-03-01').do('decideReview', { id: 's', result: 'upheld', what: '二审改判驳回。' })
    const next = annualReadings([walked.state], 2027)!
    expect(figureAt(next, 'disputes/cases@litigation.afterReconsideration.upheld')).toBe(1)
    expect(figureAt(next, 'disputes/cases@reconsideration.total')).toBe(0)
  })
})
