/** Every ending the law knows, walked from the day of arrival to the archive. */
import { describe, expect, test } from 'vitest'
import { type DispositionKey, dispositions } from '../../../src/law/dispositions.ts'
import {
  annualReadings,
  clockOf,
  countedCase,
  type EndingKey,
  endings,
  statusOf,
} from '../../../src/office/requests/index.ts'
import { figureAt } from '../../../src/report/reading.ts'
import { answer, dispositionKeys, draftOf, post, received, sealed, type Walk, walk } from './walk.ts'

const start = '2026-03-02'
const archived = { retention: 'years10', fileNo: '2026-公开-1' } as const

/** What has to be on file before the ending is open; nothing where a draft is enough. */
const preparations: Partial<Record<EndingKey, (walked: Walk) => Walk>> = {
  thirdParty: (walked) => thirdPartySays(walked, 'objects'),
  notExist: (walked) =>
    walked.do('recordRetrieval', {
      places: ['档案管理系统', '办公自动化系统'],
      words: ['道路改造', '征求意见稿'],
      by: 'staff-1',
      found: false,
      result: '未检索到相关信息。',
    }),
  stillUnclear: (walked) => corrected(walked),
  repeat: (walked) =>
    walked.do('confirmDuplicate', {
      earlier: 'request-0',
      letterNo: '某公复〔2025〕9号',
      answeredOn: '2025-11-03',
    }),
  excessive: (walked) =>
    walked
      .do('askReasons', {
        facts: '一个月内提出六十件申请。',
        by: '2026-03-09',
        letterNo: '某公理〔2026〕1号',
      })
      .on('2026-03-06')
      .do('recordReasons', { reasons: '未说明具体用途。' })
      .do('declineExcessive', { because: '所述理由与申请数量不相称。' }),
  notCorrected: (walked) =>
    askCorrection(walked).on('2026-03-20').do('lapseCorrection', { inquiry: '电话联系无回应。' }),
  feeUnpaid: (walked) => askFee(walked).on('2026-04-07').do('lapseFee', { inquiry: '非税系统无缴款记录。' }),
}

function askCorrection(walked: Walk): Walk {
  return walked.do('askCorrection', {
    items: [{ requirement: 'description', what: '请写明文件的名称或者文号。' }],
    by: '2026-03-16',
    letterNo: '某公补〔2026〕1号',
  })
}

function corrected(walked: Walk): Walk {
  return askCorrection(walked).on('2026-03-12').do('acceptCorrection', {})
}

function askFee(walked: Walk): Walk {
  return walked
    .do('askFee', { pages: 120, payHow: '非税收入缴款码', letterNo: '某公费〔2026〕1号' })
    .do('recordFeeNoticeService', {})
}

function thirdPartySays(walked: Walk, opinion: 'agrees' | 'objects'): Walk {
  return walked
    .do('consultThirdParty', {
      id: 'c1',
      counterpart: 'vault-2',
      matter: '施工合同的单价表',
      letterNo: '某公征〔2026〕1号',
    })
    .do('recordConsultationReceipt', { id: 'c1' })
    .on('2026-03-09')
    .do('returnConsultation', { id: 'c1', opinion, reasons: '属于商业秘密。' })
}

const title = (key: EndingKey) => `${endings[key].cites.join('、')} ${endings[key].caption}`

describe('申请的每一种结局', () => {
  const drafted = dispositionKeys.filter((key) => key !== 'withdrawn')

  test.each(drafted.map((key) => [title(key), key] as const))('%s', (_, key) => {
    const walked = answer((preparations[key] ?? ((same: Walk) => same))(received(start)), key)
    const { state, today } = walked
    expect(statusOf(state.progress)).toBe('served')
    expect(clockOf(state, walked.context('draft').calendar, today).problems).toEqual([])
    expect(countedCase(state)).toEqual({
      receivedOn: start,
      closedOn: today,
      disposition: key,
      column: 'natural',
    })
    const readings = annualReadings([state], 2026)!
    expect(figureAt(readings, `requests/${dispositions[key].row}@natural`)).toBe(1)
    expect(figureAt(readings, 'requests/outcome.total@total')).toBe(1)
    expect(figureAt(readings, 'requests/carriedOut@total')).toBe(0)

    walked.do('archive', archived)
    expect(statusOf(walked.state.progress)).toBe('archived')
  })

  test('申请人撤回申请，计入其他处理', () => {
    const walked = received(start).on('2026-03-04').do('withdraw', { how: '书面' }, { role: 'applicant' })
    expect(statusOf(walked.state.progress)).toBe('withdrawn')
    expect(countedCase(walked.state)?.disposition).toBe('withdrawn' satisfies DispositionKey)
    expect(figureAt(annualReadings([walked.state], 2026)!, 'requests/outcome.other.rest@natural')).toBe(1)
    expect(walked.do('archive', archived).state.progress.archived).toBe(true)
  })

  test.each(['recordCorrected', 'recordTransferred', 'recordDirected', 'recordKept'] as const)(
    '条例§41 更正申请：%s，不计入年度报告，不起算答复期限',
    (key) => {
      const walked = walk(start).do('receive', {
        number: '2026-更1',
        variant: 'recordCorrection',
        applicant: 'vault-1',
        applicantKind: 'natural',
        channel: 'inPerson',
        arrivedOn: start,
      })
      answer(walked, key)
      expect(statusOf(walked.state.progress)).toBe('served')
      expect(walked.state.clock).toEqual([])
      expect(countedCase(walked.state)).toBeNull()
    },
  )

  test('条例§39¶1 信访件走错渠道：确认收到之前转出，可以计入', () => {
    const walked = walk(start)
      .do('receive', {
        number: '2026-2',
        applicant: 'vault-1',
        applicantKind: 'natural',
        channel: 'registeredPost',
        arrivedOn: start,
        doubtful: true,
      })
      .do('moveOn', { matter: 'petition', to: '县信访局', letterNo: '某公转〔2026〕1号' })
    expect(statusOf(walked.state.progress)).toBe('movedOn')
    expect(countedCase(walked.state)).toMatchObject({ disposition: 'petition', closedOn: start })
    const leftOut = {
      withdrawn: 'counted',
      rows: {},
      movedOn: { petition: null, complaint: null, inquiry: null },
    } as const
    expect(countedCase(walked.state, leftOut)).toBeNull()
  })
})

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
      .do('recordReasons', { reasons: '用于学术研究。' }, { role: 'applicant' })
      .do('defer', { until: '2026-06-30', because: '理由合理，数量较大。', letterNo: '某公迟〔2026〕1号' })
    expect(clockOf(walked.state, walked.context('draft').calendar, walked.today).due).toBe('2026-06-30')
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
    expect(walked.refusal('approve', {})).toMatchObject({ code: 'consultationOpen', cites: ['条例§17¶3'] })
    walked.do('returnConsultation', { id: 'c', opinion: 'noView' }).do('approve', {})
    expect(statusOf(walked.state.progress)).toBe('approved')
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

  test('条例§44、§36(5) 建议主动公开、提示负责机关、法律意见和备注都留在案卷里', () => {
    const walked = received(start)
      .do('suggestProactive', { by: 'applicant', about: '年度道路养护计划' }, { role: 'applicant' })
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
