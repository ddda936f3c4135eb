/** For every ending what an officer types: no more than nobody can know. Everything in it is invented. */
import type { Facts } from '../letters/facts.ts'
import type { Reply } from '../replies/reply.ts'
import { answersFor, type EndingKey } from '../requests/index.ts'

/** Endings that are drafted; a withdrawal is the applicant's. */
export type DraftedEnding = Exclude<EndingKey, 'withdrawn'>

const typed: Readonly<Record<DraftedEnding, Facts>> = {
  granted: { provideWhen: '本告知书送达之日起' },
  alreadyPublic: { accessPoints: ['示例县人民政府网站：https://www.shili.example/zc/2025-00123.html'] },
  partial: {
    givenContent: '方案全文（附表除外）',
    provideWhen: '本告知书送达之日起',
    withheldParts: [
      { part: '会商方案时的讨论记录', reason: '公开会影响工作人员坦率讨论', ground: 'deliberative' },
    ],
  },
  stateSecret: { secretBasis: '依照有关保密事项范围，由有定密权的机关确定' },
  otherLaw: { prohibitionReason: '该信息是在履行反洗钱职责中获得的客户身份资料' },
  safetyStability: { endangered: '公共安全', dangerReason: '该信息载有危险化学品储存点位的准确坐标' },
  thirdParty: {
    interest: '商业秘密',
    harmReason: '合同单价反映企业的经营策略，公开将削弱其竞争地位',
    publicInterest: '合同总价已经公布，不公开单价不会对公共利益造成重大影响',
  },
  internalAffairs: { internalKind: '内部工作流程', discretionReason: '公开无助于了解行政管理活动' },
  deliberative: { processKind: '讨论记录', discretionReason: '公开将影响工作人员坦率发表意见' },
  enforcementFile: { fileName: '示例行政处罚案卷', discretionReason: '案件尚在调查，公开将妨碍执法' },
  registryQuery: { queryWay: '示例县不动产登记中心查询窗口（示例县政务服务大厅二层）' },
  notExist: {},
  notThisOrgan: {
    notResponsibleReason: '该信息由示例县水利局制作',
    rightOrgan: '示例县水利局',
    rightOrganContact: '0000-12345690',
  },
  needsMaking: { makingReason: '申请内容为近五年分村的汇总数据，本机关只保存分户的原始表格' },
  stillUnclear: { unclearPoints: '未说明所称“相关文件”的制作机关、年份和事项' },
  petition: {
    matterNature: ['投诉', '举报'],
    petitionReason: '申请内容为要求查处某企业违法占地',
    petitionWay: '自然资源违法线索举报电话12336',
  },
  repeat: {},
  publication: { publicationName: '《示例县年鉴2024》', publicationWay: '示例县图书馆地方文献室' },
  excessive: {},
  reissue: { obtainedBefore: '本机关此前已向申请人提供该信息的复制件' },
  notCorrected: {},
  feeUnpaid: {},
  notGovernmentInformation: {
    notInformationReason: '申请内容为对政策如何适用的咨询，不是本机关制作或者获取的记录',
  },
  archived: { archive: '示例县档案馆', archiveAccess: '凭有效身份证件到查阅大厅办理' },
  otherEnding: {
    endFacts: '该申请与同一申请人的另一申请内容相同，经申请人同意已合并办理',
    endBasis: '本机关政府信息公开申请办理工作制度',
  },
  recordCorrected: { correctedRecord: '将登记的面积由102平方米更正为120平方米' },
  recordTransferred: { rightOrgan: '示例县不动产登记中心', rightOrganContact: '0000-12345691' },
  recordDirected: { rightOrgan: '示例县不动产登记中心', rightOrganContact: '0000-12345691' },
  recordKept: { keepReason: '所提供的材料与原始档案记载的是不同的宗地' },
}

const laws: { readonly [Ending in DraftedEnding]?: Reply['law'] } = {
  otherLaw: { rank: 'law', name: '中华人民共和国反洗钱法', article: '第七条' },
  registryQuery: { rank: 'administrativeRegulation', name: '不动产登记暂行条例', article: '第二十七条' },
}

export const draftedEndings = Object.keys(typed) as readonly DraftedEnding[]

/** A reply with all that it needs; `more` changes it. */
export const replyFor = (ending: DraftedEnding, more: Partial<Reply> = {}): Reply => ({
  ending,
  facts: typed[ending],
  answers: answersFor(ending),
  law: laws[ending] ?? null,
  override: null,
  enclosures: [],
  copies: [],
  ...more,
})
