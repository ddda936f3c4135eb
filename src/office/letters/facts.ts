import type { Day } from '../../law/day.ts'
import type { Channel } from '../../law/receipt.ts'
import type { WithheldPart } from '../../law/withheld.ts'

/** Pieces of a month, of which `before` were counted earlier, or pages of one application; never both (办法§3). */
export type FeeAsked =
  | { readonly basis: 'piece'; readonly quantity: number; readonly before?: number }
  | { readonly basis: 'page'; readonly quantity: number }

/** What a fact is, by its kind. Counts are whole numbers from 0. */
export interface FactValues {
  readonly text: string
  readonly day: Day
  readonly count: number
  readonly channel: Channel
  /** Printed one to a paragraph, （一）（二）（三）. */
  readonly list: readonly string[]
  /** One or several of `options`. */
  readonly choice: string | readonly string[]
  readonly withheld: readonly WithheldPart[]
  readonly fee: FeeAsked
}

export type FactKind = keyof FactValues

export interface FactDefinition {
  /** What the officer is asked for; it may stand in a template in place of the name. */
  readonly caption: string
  readonly kind: FactKind
  /** For a choice: what may be chosen. */
  readonly options?: readonly string[]
}

const text = (caption: string) => ({ caption, kind: 'text' }) as const
const day = (caption: string) => ({ caption, kind: 'day' }) as const
const list = (caption: string) => ({ caption, kind: 'list' }) as const
const count = (caption: string) => ({ caption, kind: 'count' }) as const
const choice = (caption: string, ...options: readonly string[]) =>
  ({ caption, kind: 'choice', options }) as const

const table = {
  // Of every application
  applicationNo: text('登记编号'),
  receivedOn: day('收到申请之日'),
  channel: { caption: '提出方式', kind: 'channel' },
  content: text('申请内容'),
  correctionAskedOn: day('告知补正之日'),
  correctedOn: day('收到补正之日'),
  extendedTo: day('延长后的答复期限'),
  findings: text('查明的事实'),
  // Notices
  receiptBasis: text('收到之日的确定方法'),
  dueOn: day('答复期限'),
  dueNote: text('期限说明'),
  corrections: list('补正事项'),
  guidance: text('补正的指导和说明'),
  correctBy: day('补正期限'),
  extensionReason: text('延期的理由'),
  extensionDays: count('延长的工作日数'),
  consultedParty: choice('征求意见的对象', '第三方', '其他机关'),
  consultSentOn: day('征求意见之日'),
  excessFacts: text('数量、频次的事实'),
  reasonsBy: day('说明理由的期限'),
  reasonsGivenOn: day('说明理由之日'),
  delayReason: text('不能按期答复的原因'),
  delayedTo: day('延迟答复的期限'),
  fee: { caption: '信息处理费', kind: 'fee' },
  payWay: text('缴纳方式'),
  // Consultations
  information: text('所涉政府信息'),
  interest: text('所涉第三方权益'),
  concern: text('涉及其他机关之处'),
  replyBy: day('请对方回复的期限'),
  doubt: text('不能确定是否可以公开之处'),
  replyLink: text('在线回复的地址和代码'),
  thirdPartyOpinion: text('第三方提出意见的情况'),
  disclosureReason: text('决定公开的理由'),
  // What is given
  provideForm: text('提供的形式'),
  provideWay: text('获取的方式、途径'),
  provideWhen: text('获取的时间'),
  formReason: text('改变提供形式的理由'),
  feePaid: count('已收信息处理费数额'),
  accessPoints: list('已公开信息的获取方式、途径'),
  givenContent: text('公开的内容'),
  withheldParts: { caption: '不予公开的内容', kind: 'withheld' },
  // What is withheld
  secretBasis: text('确定为国家秘密的依据'),
  prohibition: text('禁止公开的法律、行政法规名称和条款'),
  prohibitionReason: text('属于禁止公开情形的理由'),
  endangered: choice('可能危及的利益', '国家安全', '公共安全', '经济安全', '社会稳定'),
  dangerReason: text('可能造成危害的理由'),
  harmReason: text('损害第三方权益的理由'),
  publicInterest: text('公共利益的衡量'),
  internalKind: choice('内部事务信息的种类', '人事管理', '后勤管理', '内部工作流程'),
  processKind: choice('过程性信息的种类', '讨论记录', '过程稿', '磋商信函', '请示报告'),
  fileName: text('所属行政执法案卷'),
  discretionReason: text('决定不予公开的理由'),
  // What cannot be given
  specialLaw: text('有特别规定的法律、行政法规'),
  queryWay: text('办理的窗口或者渠道'),
  searchScope: text('检索的范围'),
  searchMethod: text('检索的方法'),
  searchResult: text('检索的结果'),
  notResponsibleReason: text('不由本机关负责公开的理由'),
  rightOrgan: text('负责机关的名称'),
  rightOrganContact: text('负责机关的联系方式'),
  makingReason: text('需要加工、分析的理由'),
  unclearPoints: text('仍不明确之处'),
  archive: text('接收的国家档案馆'),
  archiveAccess: text('查阅的办法'),
  // What is not handled
  matterNature: choice('事项的性质', '信访', '投诉', '举报', '咨询'),
  petitionReason: text('认定的理由'),
  petitionWay: text('可以提出的渠道'),
  earlierNumber: text('此前答复的文号'),
  earlierOn: day('此前答复的日期'),
  publicationName: text('公开出版物的名称'),
  publicationWay: text('公开出版物的获取途径'),
  reasonsAskedOn: day('通知说明理由之日'),
  reasonsGiven: text('申请人说明理由的情况'),
  reasonsJudgement: text('理由不合理的判断'),
  obtainedBefore: text('此前获取信息的情况'),
  notInformationReason: text('不属于政府信息的理由'),
  feeNotifiedOn: day('收费通知之日'),
  feeNoticeNumber: text('收费通知的文号'),
  payBy: day('缴费期限'),
  withdrawnOn: day('撤回之日'),
  withdrawnHow: text('撤回的方式'),
  endFacts: text('终止办理的事实和理由'),
  endBasis: text('终止办理的依据'),
  // Correction of records (条例§41)
  correctedRecord: text('更正的内容'),
  recordCorrectedOn: day('更正之日'),
  keepReason: text('不予更正的理由'),
  transferredOn: day('转送之日'),
} as const satisfies Record<string, FactDefinition>

export type FactName = keyof typeof table

/** Everything a letter can be told, by name. Forms and error messages take their captions from here. */
export const factDefinitions: Readonly<Record<FactName, FactDefinition>> = table

/** The value that a fact has. */
export type FactValue<Name extends FactName> = FactValues[(typeof table)[Name]['kind']]

/** Any facts at all, as the case has them; a letter takes what it needs. */
export type Facts = { readonly [Name in FactName]?: FactValue<Name> | undefined }

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(table, name)
}

/** The fact of that name or caption, or null. */
export function factNamed(nameOrCaption: string): FactName | null {
  if (isFactName(nameOrCaption)) return nameOrCaption
  return byCaption.get(nameOrCaption) ?? null
}

const byCaption = new Map<string, FactName>(
  Object.entries(table).map(([name, { caption }]) => [caption, name as FactName]),
)
