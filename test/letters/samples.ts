/** An invented organ, and facts with which every letter can be written. */

import type { Day } from '../../src/law/day.ts'
import type { LetterContext } from '../../src/office/letters/compose.ts'
import { type FactName, type Facts, factDefinitions } from '../../src/office/letters/facts.ts'
import type { LetterOrgan } from '../../src/office/letters/organ.ts'

export const organ: LetterOrgan = {
  kind: 'localDepartment',
  name: '示例县自然资源局',
  office: '示例县自然资源局办公室',
  contact: { phone: '0000-12345678', address: '示例县人民路1号', postcode: '000000' },
  reviewOrgans: ['示例县人民政府'],
  court: '示例县人民法院',
  onlineReview: 'https://review.example.gov.cn',
}

export const context = (more: Partial<LetterContext> = {}): LetterContext => ({
  number: '示公开〔2026〕12号',
  date: '2026-08-03',
  addressee: { name: '张某某', person: true },
  ...more,
})

/** Facts that read like those of real cases. */
export const facts = {
  applicationNo: '2026-0087',
  receivedOn: '2026-07-06',
  channel: 'online',
  content: '2025年示例镇东河村集体土地征收的补偿安置方案及其批准文件',
  correctionAskedOn: '2026-07-08',
  correctedOn: '2026-07-14',
  extendedTo: '2026-08-31',
  findings: '该方案由本机关会同示例镇人民政府于2025年4月组织编制',
  receiptBasis: '互联网渠道，以双方确认之日2026年7月6日为收到申请之日。',
  dueOn: '2026-08-03',
  dueNote: '2027年放假安排尚未公布，届时如有变动，以实际工作日计算',
  corrections: [
    '明确所申请公开的政府信息的名称、文号或者便于本机关查询的其他特征性描述',
    '提供身份证明的清晰复印件；',
  ],
  guidance: '可以写明征收项目的名称、批准年份或者地块位置',
  correctBy: '2026-07-24',
  extensionReason: '所涉档案材料较多，需要逐卷查阅',
  extensionDays: 20,
  consultedParty: '第三方',
  consultSentOn: '2026-07-15',
  excessFacts: '2026年6月1日至7月6日，申请人共提出申请64件，其中内容相近的51件',
  reasonsBy: '2026-07-24',
  reasonsGivenOn: '2026-07-20',
  delayReason: '所需检索的材料涉及十二个年度',
  delayedTo: '2026-09-30',
  fee: { basis: 'piece', quantity: 35, before: 10 },
  payWay: '凭缴款识别码到示例县代理银行网点或者非税收入网上平台缴纳',
  information: '《东河村地块土地使用权出让合同》第三条约定的价款',
  interest: '商业秘密',
  doubt: '该信息涉及尚未公开的储备规模，本机关没有确定密级的权限',
  replyLink: 'https://example.gov.cn/reply，代码A7K2M9',
  thirdPartyOpinion: '不同意公开，理由是合同价款属于未公开的经营信息',
  disclosureReason: '该信息关系村民补偿标准的核定，不公开可能对公共利益造成重大影响',
  provideForm: '电子文件（PDF格式，共18页）',
  provideWay: '通过政府信息公开申请平台下载',
  provideWhen: '本告知书送达之日起',
  formReason: '原件为大幅面图纸，复制可能危及载体安全',
  feePaid: 100,
  accessPoints: [
    '示例县人民政府网站：https://www.example.gov.cn/zc/2025-00123.html',
    '《示例县人民政府公报》2025年第4期第12页',
  ],
  givenContent: '补偿安置方案全文（附表除外）',
  withheldParts: [
    {
      part: '附表一中被征收人的银行账号',
      reason: '属于个人隐私，公开会损害其合法权益',
      ground: 'thirdParty',
    },
    {
      part: '方案会商过程中的讨论记录',
      reason: '属于过程性信息，公开会影响坦率讨论',
      ground: 'deliberative',
    },
  ],
  secretBasis: '依照《中华人民共和国保守国家秘密法》及有关保密事项范围，由有定密权的机关确定',
  prohibition: '《中华人民共和国反洗钱法》第七条',
  prohibitionReason: '该信息是在履行反洗钱职责中获得的客户身份资料',
  endangered: ['公共安全', '社会稳定'],
  dangerReason: '该信息载有危险化学品储存点位的准确坐标，公开后可能被用于实施破坏',
  harmReason: '合同价款反映企业的经营策略，公开将削弱其竞争地位',
  publicInterest: '补偿标准已经另行公布，不公开合同价款不会对公共利益造成重大影响',
  internalKind: '人事管理',
  processKind: '讨论记录',
  fileName: '示自然资罚〔2025〕7号行政处罚案卷',
  discretionReason: '公开将影响工作人员坦率发表意见',
  specialLaw: '《不动产登记暂行条例》第二十七条',
  queryWay: '示例县不动产登记中心查询窗口（示例县政务服务大厅二层）',
  searchScope: '本机关综合档案室2018年至2025年文书档案、办公自动化系统收发文库',
  searchMethod: '以“东河村”“征收”“补偿安置”为检索词，由两名工作人员分别检索',
  searchResult: '未检索到与申请内容相符的记录',
  notResponsibleReason: '该信息由示例县水利局制作',
  rightOrgan: '示例县水利局',
  rightOrganContact: '0000-87654321',
  makingReason: '申请内容为近五年分村的汇总数据，本机关只保存分户的原始表格',
  unclearPoints: '未说明所称“相关文件”的制作机关、年份和事项',
  archive: '示例县档案馆',
  archiveAccess: '凭有效身份证件到示例县档案馆查阅大厅办理',
  matterNature: ['投诉', '举报'],
  petitionReason: '申请内容为要求查处某企业违法占地',
  petitionWay: '自然资源违法线索举报电话12336',
  earlierNumber: '示公开〔2026〕3号',
  earlierOn: '2026-03-06',
  publicationName: '《示例县年鉴2024》',
  publicationWay: '示例县图书馆地方文献室，或者向出版单位购买',
  reasonsAskedOn: '2026-07-10',
  reasonsGiven: '用于了解历年情况',
  reasonsJudgement: '相同内容已在2026年3月答复，重复提出没有新的事由',
  obtainedBefore: '本机关已于2026年3月6日以示公开〔2026〕3号向申请人提供该信息的复制件',
  notInformationReason: '申请内容为对政策适用的咨询，不是本机关制作或者获取的记录',
  feeNotifiedOn: '2026-06-30',
  feeNoticeNumber: '示公开费〔2026〕2号',
  payBy: '2026-07-28',
  withdrawnOn: '2026-07-20',
  withdrawnHow: '书面方式',
  endFacts: '该申请与登记编号2026-0086的申请内容相同，经申请人同意已合并办理',
  endBasis: '本机关政府信息公开申请办理工作制度',
  correctedRecord: '将登记表中的出生年份由1961年更正为1967年',
  recordCorrectedOn: '2026-07-30',
  keepReason: '所提供的材料与原始档案记载的是不同的人',
  transferredOn: '2026-07-09',
} as const satisfies { readonly [Name in FactName]: Facts[Name] }

export const allNames = Object.keys(factDefinitions) as readonly FactName[]

/** One day in each stretch of the law on remedies. */
export const windows = {
  复议法修订施行前: '2023-06-15',
  复议法修订后司法解释施行前: '2024-06-17',
  司法解释施行后: '2025-07-15',
  复议法实施条例修订施行后: '2026-08-03',
} as const satisfies Record<string, Day>
