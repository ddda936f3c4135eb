/** Every illegal move is refused with its article, says what to do instead, and leaves no event. */
import { afterAll, describe, expect, test } from 'vitest'
import { resolveCitation } from '../../../src/law/citation.ts'
import type { Day } from '../../../src/law/day.ts'
import {
  answersFor,
  type EndingKey,
  type Method,
  type Refusal,
  type RefusalCode,
  type Remedies,
  refusalCodes,
} from '../../../src/office/requests/index.ts'
import {
  answer,
  draftOf,
  letterOf,
  paperOf,
  post,
  received,
  remediesFor,
  sealed,
  type Walk,
  walk,
} from './walk.ts'

const start: Day = '2026-03-02'
/** Twenty working days on; no holiday lies between. */
const due: Day = '2026-03-30'
const late: Day = '2026-03-31'

const items = [{ requirement: 'description', what: '请写明文件名称。' }] as const
const correction = { items, by: '2026-03-16', letterNo: '某公补〔2026〕1号' } as const
const thirdParty = {
  id: 'c1',
  counterpart: 'vault-2',
  matter: '单价表',
  letterNo: '某公征〔2026〕1号',
} as const
const agency = { ...thirdParty, id: 'c2', counterpart: '县水利局' } as const
const reasons = { facts: '一个月六十件。', by: '2026-03-09', letterNo: '某公理〔2026〕1号' } as const
const charge = { pages: 120, payHow: '缴款码', letterNo: '某公费〔2026〕1号' } as const
const found = {
  places: ['档案室'],
  words: ['道路'],
  by: 'staff-1',
  found: true,
  result: '找到一份。',
} as const
const signet = { seal: '行政机关印章', letterNo: '某公复〔2026〕1号' } as const
const posted = { method: 'post', carrier: 'postOffice', trackingNo: 'XA1', remedies: null } as const
const proof = { proof: 'postalReceipt', reference: '回执' } as const
const file = { retention: 'years10', fileNo: '1' } as const
const suit = { id: 's', dispute: 'litigation', caseNo: '某行初1号', against: 'reply' } as const
const intake = {
  number: '2026-1',
  applicant: 'vault-1',
  applicantKind: 'natural',
  channel: 'inPerson',
  arrivedOn: start,
} as const

const objected = () =>
  received(start)
    .do('consultThirdParty', thirdParty)
    .on('2026-03-09')
    .do('returnConsultation', { id: 'c1', opinion: 'objects', reasons: '商业秘密。' })
const agreed = () =>
  received(start)
    .do('consultThirdParty', thirdParty)
    .on('2026-03-09')
    .do('returnConsultation', { id: 'c1', opinion: 'agrees' })
const drafted = () => received(start).do('draft', draftOf('granted'))
const approved = () => drafted().do('review', {}).do('approve', {})
const asked = () => received(start).do('askCorrection', correction)
const charged = () => received(start).do('askFee', charge)
const justified = () => received(start).do('askReasons', reasons)
const hash = paperOf('enclosure').hash
const clearance = {
  hash,
  findings: 1,
  acknowledged: [{ finding: 'comment@正文', reason: '批注是正文的一部分。' }],
} as const
const enclosed = () => received(start).do('addPaper', paperOf('enclosure'))
const told = (walked: Walk, more: object = {}) =>
  walked.refusal('dispatch', { ...posted, remedies: remediesFor(walked), ...more })

/** What the letter tells differs from what the law wants told. */
const toldOf = (ending: EndingKey, { method, ...other }: { method: Method } & Partial<Remedies>) => {
  const walked = sealed(received(start), ending)
  return told(walked, { method, remedies: { ...remediesFor(walked), ...other } })
}

type Illegal = readonly [title: string, code: RefusalCode, cite: string, act: () => Refusal]

// biome-ignore format: one illegal move a line, as in a table
const illegal: readonly Illegal[] = [
  // 登记、收到
  ['重复登记', 'exists', '条例§45', () => received(start).refusal('receive', intake)],
  ['到达日晚于今天', 'future', '条例§31', () => walk('2026-03-01').refusal('receive', intake)],
  ['确认日早于到达日', 'tooEarly', '条例§31', () => walk(start).refusal('receive', { ...intake, channel: 'fax', confirmedOn: '2026-02-27' })],
  ['口头申请没有说明书写困难', 'incomplete', '条例§29¶1', () => walk(start).refusal('receive', { ...intake, channel: 'oral' })],
  ['没有登记就办理', 'noIntake', '条例§45', () => walk(start).refusal('draft', draftOf('granted'))],
  ['未确认收到就告知补正', 'notReceived', '条例§31', () => walk(start).do('receive', { ...intake, channel: 'email' }).refusal('askCorrection', correction)],
  ['重复确认收到', 'alreadyReceived', '条例§31', () => received(start).refusal('confirmReceipt', {})],
  ['收到之后径行转信访', 'alreadyReceived', '条例§39¶1', () => received(start).refusal('moveOn', { matter: 'petition', to: '信访局', letterNo: '1' })],
  ['转出之后继续办理', 'closed', '条例§39¶1', () => walk(start).do('receive', { ...intake, doubtful: true }).do('moveOn', { matter: 'inquiry', to: '12345', letterNo: '1' }).refusal('confirmReceipt', {})],
  ['登记的事项早于收到之日', 'tooEarly', '条例§31', () => received(start).refusal('withdraw', { how: '书面', on: '2026-03-01' })],
  ['登记尚未发生的事项', 'future', '条例§45', () => received(start).refusal('withdraw', { how: '书面', on: '2026-03-03' })],
  ['在记录中写入手机号码', 'personalData', '个保法§6', () => received(start).refusal('annotate', { text: '已致电13800000000。' })],
  ['在记录中写入身份证号码', 'personalData', '个保法§28', () => received(start).refusal('annotate', { text: '身份证11010519491231002X。' })],
  ['在记录中写入分段的手机号码', 'personalData', '个保法§6', () => received(start).refusal('annotate', { text: '已致电138 0000 0000。' })],
  ['在记录中写入座机号码', 'personalData', '个保法§6', () => received(start).refusal('annotate', { text: '电话0571-87654321，下午在家。' })],
  ['在记录中写入电子邮箱', 'personalData', '个保法§6', () => received(start).refusal('annotate', { text: '已发至someone@mail.example。' })],
  ['在记录中写入住址', 'personalData', '个保法§6', () => received(start).refusal('annotate', { text: '住址：示例县人民路12号3幢401室。' })],
  ['在缴费方式中写入身份证号码', 'personalData', '个保法§28', () => received(start).refusal('askFee', { ...charge, payHow: '凭身份证11010519491231002X缴款' })],
  ['在记录中写入申请人姓名', 'personalData', '个保法§6', () => received(start, { personal: ['钱某某'] }).refusal('annotate', { text: '钱某某来访。' })],

  // 补正
  ['再次告知补正', 'correctionRepeated', '条例§30', () => asked().on('2026-03-10').do('acceptCorrection', {}).refusal('askCorrection', { ...correction, by: '2026-03-20' })],
  ['期限届满后告知补正', 'pastDue', '条例§33¶2', () => received(start).on(late).refusal('askCorrection', { ...correction, by: '2026-04-20' })],
  ['补正告知没有列明事项', 'incomplete', '条例§30', () => received(start).refusal('askCorrection', { ...correction, items: [] })],
  ['补正期限当日届满', 'tooEarly', '条例§30', () => received(start).refusal('askCorrection', { ...correction, by: start })],
  ['没有告知补正而登记补正', 'correctionNotAsked', '条例§30', () => received(start).refusal('acceptCorrection', {})],
  ['逾期补正而没有正当理由', 'correctionLate', '条例§30', () => asked().on('2026-03-20').refusal('acceptCorrection', {})],
  ['补正期限未满按逾期提交', 'notLapsed', '条例§30', () => asked().refusal('offerCorrection', { entry: 'vault-3' })],
  ['补正期限未满登记逾期', 'notLapsed', '条例§30', () => asked().refusal('lapseCorrection', { inquiry: '无' })],
  ['重复登记逾期未补正', 'alreadyLapsed', '条例§30', () => asked().on('2026-03-20').do('lapseCorrection', { inquiry: '无' }).refusal('lapseCorrection', { inquiry: '无' })],
  ['待补正时作出决定', 'waiting', '条例§30', () => asked().refusal('draft', draftOf('granted'))],
  ['逾期未补正后作出实体决定', 'dispositionNotOpen', '条例§30', () => asked().on('2026-03-20').do('lapseCorrection', { inquiry: '无' }).refusal('draft', draftOf('granted'))],
  ['没有逾期记录而视为放弃', 'notLapsed', '条例§30', () => received(start).refusal('draft', draftOf('notCorrected'))],
  ['未经补正称仍不明确', 'dispositionNotOpen', '条例§30', () => received(start).refusal('draft', draftOf('stillUnclear'))],

  // 征求意见
  ['征求第三方意见没有书面', 'incomplete', '条例§32', () => received(start).refusal('consultThirdParty', { ...thirdParty, letterNo: '' })],
  ['另定第三方的回复期限', 'incomplete', '条例§32', () => received(start).refusal('consultThirdParty', { ...thirdParty, by: '2026-03-05' })],
  ['征求其他机关意见没有指定期限', 'incomplete', '条例§11¶1', () => received(start).refusal('consultOtherAgency', agency)],
  ['指定的期限不晚于发出之日', 'tooEarly', '条例§11¶1', () => received(start).refusal('consultOtherAgency', { ...agency, by: start })],
  ['指定的期限未满登记逾期', 'notLapsed', '条例§11¶1', () => received(start).do('consultOtherAgency', { ...agency, by: '2026-03-16' }).on('2026-03-16').refusal('lapseConsultation', { id: 'c2' })],
  ['期限届满后征求其他机关意见', 'pastDue', '条例§33¶2', () => received(start).on(late).refusal('consultOtherAgency', { ...agency, by: '2026-04-20' })],
  ['重复发出征求意见', 'consultationRepeated', '条例§32', () => received(start).do('consultThirdParty', thirdParty).refusal('consultThirdParty', thirdParty)],
  ['期限届满后征求第三方意见', 'pastDue', '条例§33¶2', () => received(start).on(late).refusal('consultThirdParty', thirdParty)],
  ['期限届满后征求相关机关意见', 'pastDue', '条例§33¶2', () => received(start).on(late).refusal('consultAgency', agency)],
  ['没有征求意见而登记意见', 'consultationUnknown', '条例§33¶3', () => received(start).refusal('returnConsultation', { id: 'x', opinion: 'agrees' })],
  ['第三方不同意而没有理由', 'incomplete', '条例§32', () => received(start).do('consultThirdParty', thirdParty).refusal('returnConsultation', { id: 'c1', opinion: 'objects' })],
  ['送达日未登记而登记逾期', 'consultationNotReached', '条例§32', () => received(start).do('consultThirdParty', thirdParty).on('2026-05-06').refusal('lapseConsultation', { id: 'c1' })],
  ['15个工作日未满登记逾期', 'notLapsed', '条例§34', () => received(start).do('consultAgency', agency).do('recordConsultationReceipt', { id: 'c2' }).on('2026-03-23').refusal('lapseConsultation', { id: 'c2' })],
  ['征求第三方意见期间作出决定', 'consultationOpen', '条例§32', () => received(start).do('consultThirdParty', thirdParty).refusal('draft', draftOf('granted'))],
  ['征求相关机关意见期间作出决定', 'consultationOpen', '条例§34', () => received(start).do('consultAgency', agency).refusal('draft', draftOf('granted'))],
  ['未征求意见以第三方为由不予公开', 'thirdPartyNotAsked', '条例§32', () => received(start).refusal('draft', draftOf('thirdParty'))],
  ['第三方同意仍以其为由不予公开', 'thirdPartyAgreed', '条例§15', () => agreed().refusal('draft', draftOf('thirdParty'))],
  ['第三方不同意而无理由公开', 'thirdPartyObjects', '条例§32', () => objected().refusal('draft', draftOf('granted'))],
  ['未告知第三方即发出', 'thirdPartyNotTold', '条例§32', () => told(sealed(objected(), 'granted', { override: { because: 'publicInterest', reason: '公众健康。' } }))],
  ['没有不同意的第三方而告知', 'thirdPartyNotAsked', '条例§32', () => agreed().refusal('tellThirdParty', { id: 'c1', because: '内容', letterNo: '1' })],

  // 说明理由、延迟
  ['未说明数量频次而要求说明理由', 'incomplete', '条例§35', () => received(start).refusal('askReasons', { ...reasons, facts: '' })],
  ['重复要求说明理由', 'reasonsRepeated', '条例§35', () => justified().refusal('askReasons', reasons)],
  ['未要求说明理由而认为不合理', 'reasonsNotAsked', '条例§35', () => received(start).refusal('declineExcessive', { because: '过多' })],
  ['未待说明理由即不予处理', 'reasonsPending', '条例§35', () => justified().refusal('declineExcessive', { because: '过多' })],
  ['重复判断理由', 'reasonsJudged', '条例§35', () => justified().on('2026-03-10').do('declineExcessive', { because: '过多' }).refusal('declineExcessive', { because: '过多' })],
  ['未经说明理由以大量反复不予处理', 'dispositionNotOpen', '条例§35', () => received(start).refusal('draft', draftOf('excessive'))],
  ['未说明理由而延迟答复', 'reasonsPending', '条例§35', () => justified().refusal('defer', { until: '2026-06-30', because: '多', letterNo: '1' })],
  ['延迟的日期早于届满日', 'deferralTooEarly', '条例§35', () => justified().do('recordReasons', { entry: 'vault-3' }).refusal('defer', { until: '2026-03-20', because: '多', letterNo: '1' })],

  // 延期
  ['期限届满后提出延期', 'pastDue', '条例§33¶2', () => received(start).on(late).refusal('proposeExtension', { days: 5, because: '核对' })],
  ['延期超过20个工作日', 'extensionTooLong', '条例§33¶2', () => received(start).refusal('proposeExtension', { days: 21, because: '核对' })],
  ['两次延期合计超过20个工作日', 'extensionTooLong', '条例§33¶2', () => received(start).do('proposeExtension', { days: 15, because: '核对' }).do('approveExtension', { letterNo: '1' }).refusal('proposeExtension', { days: 6, because: '核对' })],
  ['延期未经负责人同意', 'notPermitted', '条例§4', () => received(start).do('proposeExtension', { days: 5, because: '核对' }).refusal('approveExtension', { letterNo: '1' }, { role: 'handler' })],
  ['没有提出而审批延期', 'extensionNotProposed', '条例§33¶2', () => received(start).refusal('approveExtension', { letterNo: '1' })],
  ['重复提出延期', 'extensionProposed', '条例§33¶2', () => received(start).do('proposeExtension', { days: 5, because: '核对' }).refusal('proposeExtension', { days: 5, because: '核对' })],
  ['负责人自提自批延期', 'fourEyes', '条例§45', () => received(start).do('proposeExtension', { days: 5, because: '核对' }, { role: 'head' }).refusal('approveExtension', { letterNo: '1' })],
  ['延期审批拖过届满日', 'pastDue', '条例§33¶2', () => received(start).on(due).do('proposeExtension', { days: 5, because: '核对' }).on(late).refusal('approveExtension', { letterNo: '1' })],
  ['延期没有告知申请人', 'incomplete', '条例§33¶2', () => received(start).do('proposeExtension', { days: 5, because: '核对' }).refusal('approveExtension', { letterNo: '' })],

  // 收费
  ['既按件又按量收费', 'bothBases', '办法§3', () => received(start).refusal('askFee', { ...charge, pieces: 20 })],
  ['免费范围内收费', 'noFee', '条例§42¶1', () => received(start).refusal('askFee', { ...charge, pages: 30 })],
  ['再次收费', 'feeRepeated', '办法§3', () => charged().refusal('askFee', charge)],
  ['期限届满后收费', 'pastDue', '条例§33¶2', () => received(start).on(late).refusal('askFee', charge)],
  ['没有收费通知而登记缴费', 'feeNotAsked', '办法§6', () => received(start).refusal('recordPayment', { amount: 1100, billNo: '1' })],
  ['缴费数额不符', 'feeAmount', '办法§6', () => charged().do('recordFeeNoticeService', {}).refusal('recordPayment', { amount: 1, billNo: '1' })],
  ['逾期缴费', 'feeLate', '办法§6', () => charged().do('recordFeeNoticeService', {}).on('2026-04-01').refusal('recordPayment', { amount: 1100, billNo: '1' })],
  ['缴费期未满登记逾期', 'notLapsed', '办法§6', () => charged().do('recordFeeNoticeService', {}).on('2026-03-30').refusal('lapseFee', { inquiry: '无' })],
  ['通知未送达登记逾期未缴费', 'notLapsed', '办法§6', () => charged().on('2026-04-20').refusal('lapseFee', { inquiry: '无' })],
  ['待缴费时作出决定', 'waiting', '办法§6', () => charged().refusal('draft', draftOf('granted'))],
  ['没有逾期记录而以未缴费不再处理', 'notLapsed', '办法§6', () => received(start).refusal('draft', draftOf('feeUnpaid'))],

  // 拟稿
  ['没有检索记录称信息不存在', 'noRetrieval', '条例§36(4)', () => received(start).refusal('draft', draftOf('notExist'))],
  ['检索到信息仍称不存在', 'noRetrieval', '条例§36(4)', () => received(start).do('recordRetrieval', found).refusal('draft', draftOf('notExist'))],
  ['补正之后没有重新检索', 'noRetrieval', '条例§36(4)', () => received(start).do('recordRetrieval', { ...found, found: false }).do('askCorrection', correction).on('2026-03-10').do('acceptCorrection', {}).refusal('draft', draftOf('notExist'))],
  ['检索记录没有关键词', 'incomplete', '条例§36(4)', () => received(start).refusal('recordRetrieval', { ...found, words: [' '] })],
  ['没有确认重复以重复申请答复', 'dispositionNotOpen', '条例§36(6)', () => received(start).do('confirmDuplicate', { earlier: 'request-0' }).refusal('draft', draftOf('repeat'))],
  ['不予公开没有理由', 'noReason', '条例§14', () => received(start).refusal('draft', draftOf('stateSecret', { withheld: [{ ground: 'stateSecret', part: '全部', reason: '' }] }))],
  ['答复没有写明应当写明的内容', 'noReason', '条例§36(5)', () => received(start).refusal('draft', draftOf('notThisOrgan', { statements: ['理由'] }))],
  ['答复没有事实', 'noReason', '条例§36(2)', () => received(start).refusal('draft', draftOf('granted', { facts: ' ' }))],
  ['依地方性法规禁止公开', 'groundWithoutBasis', '条例§14', () => received(start).refusal('draft', draftOf('otherLaw', { law: { rank: 'localRegulation' as 'law', name: '某省条例', article: '第三条' } }))],
  ['行政查询事项没有特别规定', 'groundWithoutBasis', '条例§36(7)', () => received(start).refusal('draft', draftOf('registryQuery', { law: null }))],
  ['以他项理由不予公开', 'groundWithoutBasis', '条例§14', () => received(start).refusal('draft', draftOf('stateSecret', { withheld: [{ ground: 'deliberative', part: '全部', reason: '讨论记录' }] }))],
  ['部分公开没有说明何以不属于政府信息', 'noReason', '条例§37', () => received(start).refusal('draft', draftOf('partial', { withheld: [{ ground: null, part: '附件三', reason: ' ' }] }))],
  ['部分公开没有逐项理由', 'groundWithoutBasis', '条例§37', () => received(start).refusal('draft', draftOf('partial', { withheld: [] }))],
  ['予以公开而有不予公开的部分', 'groundWithoutBasis', '条例§36(2)', () => received(start).refusal('draft', draftOf('granted', { withheld: [{ ground: 'deliberative', part: '附件', reason: '稿' }] }))],
  ['提供信息没有写明形式', 'incomplete', '条例§40', () => received(start).refusal('draft', draftOf('granted', { provision: null }))],
  ['没有经过七步判断', 'incomplete', '条例§36', () => received(start).refusal('draft', draftOf('granted', { answers: null }))],
  ['七步判断没有答完', 'incomplete', '条例§36', () => received(start).refusal('draft', draftOf('granted', { answers: { correction: 'clear' } }))],
  ['七步判断与答复不一致', 'answersDisagree', '条例§38', () => received(start).refusal('draft', draftOf('needsMaking', { answers: answersFor('petition') }))],
  ['没有的选项', 'incomplete', '条例§36', () => received(start).refusal('answerSevenQuestions', { answers: { nature: 'toString' as 'petition' } })],
  ['由机关代为撤回', 'dispositionNotOpen', '条例§29', () => received(start).refusal('draft', draftOf('withdrawn'))],
  ['信息公开申请以更正答复', 'wrongVariant', '条例§41', () => received(start).refusal('draft', draftOf('recordCorrected'))],
  ['更正申请征求第三方意见', 'wrongVariant', '条例§41', () => walk(start).do('receive', { ...intake, variant: 'recordCorrection' }).refusal('consultThirdParty', thirdParty)],

  // 审核、签发、用印、发出、送达
  ['没有拟稿而审核', 'noDraft', '条例§45', () => received(start).refusal('review', {})],
  ['审核退回而未重拟的拟稿', 'noDraft', '条例§45', () => drafted().do('returnDraft', { remarks: '理由不足' }).refusal('review', {})],
  ['自拟自审', 'fourEyes', '条例§45', () => received(start).do('draft', draftOf('granted'), { role: 'reviewer' }).refusal('review', {})],
  ['自拟自签', 'fourEyes', '条例§45', () => received(start).do('draft', draftOf('granted'), { role: 'head' }).do('review', {}).refusal('approve', {})],
  ['经办人审核', 'notPermitted', '条例§4', () => drafted().refusal('review', {}, { role: 'handler', id: 'staff-9' })],
  ['系统管理员办理申请', 'notPermitted', '条例§4', () => drafted().refusal('review', {}, { role: 'systemAdmin' })],
  ['未经审核而签发', 'notReviewed', '条例§45', () => drafted().refusal('approve', {})],
  ['签发之后再拟稿', 'alreadyApproved', '条例§45', () => approved().refusal('draft', draftOf('granted'))],
  ['重复审核', 'alreadyApproved', '条例§45', () => drafted().do('review', {}).refusal('review', {}, { role: 'head' })],
  ['未经签发而用印', 'notApproved', '条例§45', () => drafted().refusal('seal', signet)],
  ['发文字号不合格式', 'letterNumber', '公文格式', () => approved().refusal('seal', { ...signet, letterNo: '某公复[2026]第01号' })],
  ['没有发文字号', 'letterNumber', '公文格式', () => approved().refusal('seal', { ...signet, letterNo: '' })],
  ['成文日期早于签发', 'letterDate', '公文格式', () => approved().refusal('seal', { ...signet, datedOn: '2026-03-01' })],
  ['重复用印', 'alreadySealed', '公文格式', () => sealed(received(start), 'granted').refusal('seal', signet)],
  ['未经签发而发出', 'notApproved', '条例§45', () => drafted().refusal('dispatch', posted)],
  ['未经用印而发出', 'notSealed', '公文格式', () => approved().refusal('dispatch', posted)],
  ['没有写明救济途径而发出', 'noRemedies', '条例§51', () => sealed(received(start), 'granted').refusal('dispatch', posted)],
  ['不予更正而没有写明救济途径', 'noRemedies', '条例§51', () => sealed(walk(start).do('receive', { ...intake, variant: 'recordCorrection' }), 'recordKept').refusal('dispatch', posted)],
  ['复议前置而告知可以直接起诉', 'wrongRemedies', '复议法§23¶1(4)', () => toldOf('stateSecret', { method: 'post', route: 'reviewOrSuit' })],
  ['网上送达没有网上复议渠道', 'noRemedies', '复议法§22¶2', () => toldOf('granted', { method: 'online', onlineReview: null })],
  ['交快递企业寄递', 'carrier', '邮政法§55', () => told(sealed(received(start), 'granted'), { carrier: 'courier' })],
  ['邮寄没有凭证', 'incomplete', '送达函', () => told(sealed(received(start), 'granted'), { trackingNo: '' })],
  ['发出早于成文日期', 'tooEarly', '公文格式', () => told(sealed(received(start).on('2026-03-04'), 'granted'), { on: '2026-03-03' })],
  ['重复发出', 'alreadyDispatched', '送达函', () => post(sealed(received(start), 'granted')).refusal('dispatch', posted)],
  ['答复发出后改变办理过程', 'closed', '条例§33', () => post(sealed(received(start), 'granted')).refusal('consultThirdParty', thirdParty)],
  ['未发出而登记送达', 'notDispatched', '送达函', () => approved().refusal('serve', proof)],
  ['重复登记送达', 'alreadyServed', '送达函', () => answer(received(start), 'granted').refusal('serve', proof)],
  ['答复之后撤回', 'closed', '条例§33', () => answer(received(start), 'granted').refusal('withdraw', { how: '书面' })],
  ['撤回之后继续办理', 'closed', '条例§29', () => received(start).do('withdraw', { how: '书面' }).refusal('draft', draftOf('granted'))],

  // 登记作废
  ['作废申请人自己在网上提交的申请', 'closed', '条例§33', () => walk(start).do('receive', { ...intake, channel: 'online' }).refusal('voidEntry', { because: '录入有误' })],
  ['开始办理之后作废登记', 'closed', '条例§45', () => received(start).do('askCorrection', correction).refusal('voidEntry', { because: '录入有误' })],
  ['作废登记没有理由', 'incomplete', '条例§45', () => received(start).refusal('voidEntry', { because: ' ' })],
  ['作废之后继续办理', 'closed', '条例§45', () => received(start).do('voidEntry', { because: '同一封信登记了两次' }).refusal('confirmReceipt', {})],
  // 备注
  ['没有请其看的备注而登记知悉', 'notMentioned', '条例§45', () => received(start).do('annotate', { entry: 'note-1', mentions: ['staff-2'] }).refusal('noteSeen', {})],

  // 案卷材料、文书
  ['没有登记就添加材料', 'noIntake', '条例§45', () => walk(start).refusal('addPaper', paperOf('application'))],
  ['同一材料同一用途重复添加', 'paperRepeated', '条例§45', () => received(start).do('addPaper', paperOf('record')).refusal('addPaper', paperOf('record'))],
  ['材料没有校验值', 'incomplete', '条例§45', () => received(start).refusal('addPaper', { ...paperOf('record'), hash: 'A1' })],
  ['材料没有这种用途', 'incomplete', '条例§45', () => received(start).refusal('addPaper', paperOf('toString' as 'record'))],
  ['申请人添加随附文件', 'notPermitted', '条例§4', () => received(start).refusal('addPaper', paperOf('enclosure'), { role: 'applicant' })],
  ['申请人添加办理材料', 'notPermitted', '条例§4', () => received(start).refusal('addPaper', paperOf('record'), { role: 'applicant' })],
  ['第三方添加申请材料', 'notPermitted', '条例§4', () => received(start).refusal('addPaper', paperOf('application'), { role: 'thirdParty' })],
  ['答复之后添加随附文件', 'closed', '条例§33', () => answer(received(start), 'granted').refusal('addPaper', paperOf('enclosure'))],
  ['归档之后添加材料', 'archived', '条例§45', () => answer(received(start), 'granted').do('archive', file).refusal('addPaper', paperOf('evidence'))],
  ['没有随附文件而核查', 'paperUnknown', '条例§17', () => received(start).do('addPaper', paperOf('record')).refusal('clearPaper', clearance)],
  ['核查另一份文件', 'paperUnknown', '条例§17', () => enclosed().refusal('clearPaper', { ...clearance, hash: 'b'.repeat(64) })],
  ['重复核查', 'paperRepeated', '条例§17', () => enclosed().do('clearPaper', clearance).refusal('clearPaper', clearance)],
  ['核查发现没有逐项确认', 'incomplete', '条例§15', () => enclosed().refusal('clearPaper', { ...clearance, findings: 2 })],
  ['同一发现确认两次充数', 'incomplete', '条例§17', () => enclosed().refusal('clearPaper', { ...clearance, findings: 2, acknowledged: [...clearance.acknowledged, ...clearance.acknowledged] })],
  ['确认没有理由', 'incomplete', '条例§15', () => enclosed().refusal('clearPaper', { ...clearance, acknowledged: [{ finding: 'comment@正文', reason: ' ' }] })],
  ['确认的理由中写入手机号码', 'personalData', '个保法§28', () => enclosed().refusal('clearPaper', { ...clearance, acknowledged: [{ finding: 'comment@正文', reason: '已问13800000000。' }] })],
  ['系统自行核查', 'notPermitted', '条例§4', () => enclosed().refusal('clearPaper', clearance, { role: 'system' })],
  ['不提供另一份文件', 'paperUnknown', '条例§17', () => enclosed().refusal('withholdPaper', { hash: 'b'.repeat(64), because: '含住址' })],
  ['以不在卷的文件替换', 'paperUnknown', '条例§37', () => enclosed().refusal('withholdPaper', { hash, because: '含住址', replacedBy: 'b'.repeat(64) })],
  ['重复决定不提供', 'paperRepeated', '条例§17', () => enclosed().do('withholdPaper', { hash, because: '含住址' }).refusal('withholdPaper', { hash, because: '含住址' })],
  ['不提供没有理由', 'incomplete', '条例§37', () => enclosed().refusal('withholdPaper', { hash, because: ' ' })],
  ['随附的文件未经核查', 'enclosureNotCleared', '条例§15', () => told(sealed(enclosed(), 'granted', { attachments: [hash] }))],
  ['随附的文件不在案卷', 'enclosureNotCleared', '条例§17', () => told(sealed(received(start), 'granted', { attachments: [hash] }))],
  ['以办理材料充作随附文件', 'enclosureNotCleared', '条例§17', () => told(sealed(enclosed().do('clearPaper', clearance).do('addPaper', paperOf('record', 'b')), 'granted', { attachments: [hash, 'b'.repeat(64)] }))],
  ['文书没有文号', 'incomplete', '公文格式', () => received(start).refusal('issueLetter', letterOf(''))],
  ['文书没有内容', 'incomplete', '条例§45', () => received(start).refusal('issueLetter', { ...letterOf('1'), digest: '' })],
  ['同一文号的文书两份', 'letterRepeated', '公文格式', () => sealed(received(start), 'granted').refusal('issueLetter', letterOf(signet.letterNo))],
  ['以用过的文号用印', 'letterRepeated', '公文格式', () => approved().do('issueLetter', letterOf(signet.letterNo)).refusal('seal', signet)],
  ['答复的文书没有留存而发出', 'letterNotIssued', '条例§45', () => told(approved().do('issueLetter', letterOf('某公收〔2026〕1号')).do('seal', signet))],
  ['留存的是发给第三方的文书', 'letterNotIssued', '条例§45', () => told(approved().do('seal', signet).do('issueLetter', { ...letterOf(signet.letterNo), to: 'thirdParty' }))],

  // 复议、诉讼、归档
  ['未答复而登记不服答复的诉讼', 'notAnswered', '条例§51', () => received(start).refusal('fileReview', suit)],
  ['期限未满而登记不服逾期不答复', 'notAnswered', '司法解释§2¶2', () => received(start).refusal('fileReview', { ...suit, against: 'silence' })],
  ['没有复议而登记复议后起诉', 'disputeUnknown', '诉讼法§44¶1', () => answer(received(start), 'granted').refusal('fileReview', { ...suit, after: 'r' })],
  ['重复登记案件', 'disputeRepeated', '条例§51', () => answer(received(start), 'granted').do('fileReview', suit).refusal('fileReview', suit)],
  ['没有案件而登记审结', 'disputeUnknown', '条例§51', () => received(start).refusal('decideReview', { id: 's', result: 'upheld', what: '维持' })],
  ['重复登记审结', 'disputeDecided', '条例§51', () => answer(received(start), 'granted').do('fileReview', suit).do('fileReview', { ...suit, id: 't' }).do('decideReview', { id: 's', result: 'upheld', what: '维持' }).refusal('decideReview', { id: 's', result: 'upheld', what: '维持' })],
  ['案件未结而归档', 'disputeOpen', '条例§45', () => answer(received(start), 'granted').do('fileReview', suit).refusal('archive', file)],
  ['没有送达凭证而归档', 'notServed', '送达函', () => post(sealed(received(start), 'granted')).refusal('archive', file)],
  ['未办结而归档', 'notServed', '条例§45', () => received(start).refusal('archive', file)],
  ['归档之后再归档', 'archived', '条例§45', () => answer(received(start), 'granted').do('archive', file).refusal('archive', file)],
]

describe('不合法的办理一律拒绝，并说明条款', () => {
  const met = new Set<RefusalCode>()

  test.each(illegal)('%s：%s，%s', (_, code, cite, act) => {
    const refusal = act()
    met.add(refusal.code)
    expect(refusal).toMatchObject({ refused: true, code })
    expect(refusal.cites).toContain(cite)
    for (const each of refusal.cites) expect(resolveCitation(each)).not.toHaveProperty('unresolved')
    expect(refusal.message).toMatch(/[。]$/)
    expect(refusal.message.length).toBeGreaterThan(10)
  })

  afterAll(() => {
    expect(refusalCodes.filter((code) => !met.has(code))).toEqual([])
  })
})
