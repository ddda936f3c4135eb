/** For every ending what has to happen before, and what an officer then types: no more than nobody can know. */
import type { Day } from '../../../src/law/day.ts'
import type { Facts } from '../../../src/office/letters/facts.ts'
import type { Office } from '../../../src/office/ports.ts'
import type { Reply } from '../../../src/office/replies/reply.ts'
import { type EndingKey, endings } from '../../../src/office/requests/index.ts'
import { answerConsultation } from '../../../src/office/third-party/answer-consultation.ts'
import { askThirdParty } from '../../../src/office/third-party/ask-third-party.ts'
import { openConsultation } from '../../../src/office/third-party/open-consultation.ts'
import { answersFor } from '../requests/walk.ts'
import { here, thirdParty } from './house.ts'
import { momentOf, must, type OfficeWalk } from './walk-office.ts'

/** Endings that are drafted; a withdrawal is the applicant's. */
export const drafted = (Object.keys(endings) as EndingKey[]).filter((ending) => ending !== 'withdrawn')

const typed: Readonly<Record<Exclude<EndingKey, 'withdrawn'>, Facts>> = {
  granted: { provideWhen: '本告知书送达之日起' },
  alreadyPublic: { accessPoints: ['示例县人民政府网站：https://www.example/zc/2025-00123.html'] },
  partial: {
    givenContent: '补偿安置方案全文（附表除外）',
    provideWhen: '本告知书送达之日起',
    withheldParts: [{ part: '会商的讨论记录', reason: '公开会影响坦率讨论', ground: 'deliberative' }],
  },
  stateSecret: { secretBasis: '依照有关保密事项范围，由有定密权的机关确定' },
  otherLaw: { prohibitionReason: '该信息是在履行反洗钱职责中获得的客户身份资料' },
  safetyStability: { endangered: '公共安全', dangerReason: '载有危险化学品储存点位的准确坐标' },
  thirdParty: {
    interest: '商业秘密',
    harmReason: '合同价款反映企业的经营策略，公开将削弱其竞争地位',
    publicInterest: '补偿标准已经另行公布，不会对公共利益造成重大影响',
  },
  internalAffairs: { internalKind: '内部工作流程', discretionReason: '公开无助于了解行政管理' },
  deliberative: { processKind: '讨论记录', discretionReason: '公开将影响坦率发表意见' },
  enforcementFile: { fileName: '示例行政处罚案卷', discretionReason: '案件尚在调查' },
  registryQuery: { queryWay: '示例县不动产登记中心查询窗口' },
  notExist: {},
  notThisOrgan: { notResponsibleReason: '该信息由示例县水利局制作' },
  needsMaking: { makingReason: '申请内容为分村的汇总数据，本机关只保存分户的原始表格' },
  stillUnclear: { unclearPoints: '未说明所称“相关文件”的制作机关、年份和事项' },
  petition: {
    matterNature: ['投诉', '举报'],
    petitionReason: '申请内容为要求查处某企业违法占地',
    petitionWay: '自然资源违法线索举报电话12336',
  },
  repeat: {},
  publication: { publicationName: '《示例县年鉴2024》', publicationWay: '示例县图书馆地方文献室' },
  excessive: {},
  reissue: { obtainedBefore: '本机关已于2025年向申请人提供该信息的复制件' },
  notCorrected: {},
  feeUnpaid: {},
  notGovernmentInformation: { notInformationReason: '申请内容为对政策适用的咨询' },
  archived: { archive: '示例县档案馆', archiveAccess: '凭有效身份证件到查阅大厅办理' },
  otherEnding: {
    endFacts: '经申请人同意已与另一申请合并办理',
    endBasis: '本机关政府信息公开申请办理工作制度',
  },
  recordCorrected: { correctedRecord: '将登记的面积更正为120平方米', recordCorrectedOn: '2026-03-04' },
  recordTransferred: {
    transferredOn: '2026-03-04',
    rightOrgan: '示例县不动产登记中心',
    rightOrganContact: '0000-44444444',
  },
  recordDirected: { rightOrgan: '示例县不动产登记中心', rightOrganContact: '0000-44444444' },
  recordKept: { keepReason: '所提供的材料与原始档案记载的是不同的宗地' },
}

const laws: Partial<Record<EndingKey, Reply['law']>> = {
  otherLaw: { rank: 'law', name: '中华人民共和国反洗钱法', article: '第七条' },
  registryQuery: { rank: 'administrativeRegulation', name: '不动产登记暂行条例', article: '第二十七条' },
}

/** A reply with all that it needs; `more` changes it. */
export const replyFor = (ending: Exclude<EndingKey, 'withdrawn'>, more: Partial<Reply> = {}): Reply => ({
  ending,
  facts: typed[ending],
  answers: answersFor(ending),
  law: laws[ending] ?? null,
  override: null,
  enclosures: [],
  copies: [],
  ...more,
})

type Prepare = (walked: OfficeWalk, office: Office) => Promise<unknown>

/** What has to be on file before the ending is open; nothing where a draft is enough. */
export const preparations: Partial<Record<EndingKey, Prepare>> = {
  thirdParty: (walked, office) => thirdPartySays(walked, office, 'objects'),
  notExist: (walked) =>
    walked.act('recordRetrieval', {
      places: ['档案管理系统', '办公自动化系统'],
      words: ['征收', '补偿安置'],
      by: 'staff-1',
      found: false,
      result: '未检索到与申请内容相符的记录',
    }),
  stillUnclear: async (walked) => {
    await askCorrection(walked)
    await walked.on('2026-03-12').act('acceptCorrection', {})
  },
  repeat: (walked) =>
    walked.act('confirmDuplicate', {
      earlier: 'request-0',
      letterNo: '示自然资公开〔2025〕9号',
      answeredOn: '2025-11-03',
    }),
  excessive: async (walked) => {
    await walked.notice('askReasons', { facts: '一个月内提出六十件申请', by: '2026-03-09' })
    await walked.on('2026-03-06').act('recordReasons', { entry: 'own-words-1' })
    await walked.act('declineExcessive', { because: '所述理由与申请数量不相称' })
  },
  notCorrected: async (walked) => {
    await askCorrection(walked)
    await walked.on('2026-03-20').act('lapseCorrection', { inquiry: '电话联系无回应。' })
  },
  feeUnpaid: async (walked) => {
    await walked.notice('askFee', { pages: 120, payHow: '凭缴款识别码到代理银行网点缴纳' })
    await walked.act('recordFeeNoticeService', {})
    await walked.on('2026-04-07').act('lapseFee', { inquiry: '非税系统无缴款记录。' })
  },
}

export const askCorrection = (walked: OfficeWalk): Promise<OfficeWalk> =>
  walked.notice(
    'askCorrection',
    { items: [{ requirement: 'description', what: '请写明文件的名称或者文号' }], by: '2026-03-16' },
    { guidance: '可以写明征收项目的名称、批准年份或者地块位置' },
  )

/** A third party is asked about a contract and may answer online. */
export async function askThirdPartyOf(walked: OfficeWalk, office: Office): Promise<void> {
  const acting = walked.acting('consultThirdParty')
  const { request } = acting
  const asked = await askThirdParty(office, {
    ...acting,
    command: { id: 'c1', counterpart: `third-party-${request}`, matter: '施工合同的单价表' },
    facts: { interest: '商业秘密' },
    letterId: `asks-${request}`,
    thirdParty,
    online: { address: 'https://reply.example', code: codeOf(walked) },
  })
  must('askThirdParty', asked)
}

/** The code in its letter; a real one is random. */
export const codeOf = (walked: OfficeWalk): string =>
  `CODE-${walked.acting('consultThirdParty').request.toUpperCase()}-${'7'.repeat(12)}`

/** It is asked, opens its letter online four days later, and answers three days after that. */
export async function thirdPartySays(
  walked: OfficeWalk,
  office: Office,
  opinion: 'agrees' | 'objects',
  reasons = '单价是示例建设有限公司的商业秘密',
): Promise<void> {
  await askThirdPartyOf(walked, office)
  const byCode = (today: Day) => ({ organ: here, code: codeOf(walked), today, at: momentOf(today) })
  must('openConsultation', await openConsultation(office, byCode('2026-03-06')))
  must('answer', await answerConsultation(office, { ...byCode('2026-03-09'), opinion, reasons }))
  walked.on('2026-03-09')
}
