/** Every message that the house sends, as data. `{{登记编号}}` stands for a fact of `facts.ts`, by caption or name. */
import type { MessageFact } from './facts.ts'

export type Audience = 'applicant' | 'thirdParty' | 'staff'

export interface MessageDefinition {
  readonly to: Audience
  readonly caption: string
  /** What has to be told beside what is known of every message. */
  readonly facts: readonly MessageFact[]
  readonly subject: string
  readonly mail: string
  /** Null where no SMS is sent: staff are reminded by mail. */
  readonly sms: string | null
}

const seeProgress = '查询进展和文书：{{查询途径}}。'
const ask = '如有疑问，请联系{{联系方式}}。'

function toApplicant<const Fact extends MessageFact>(
  caption: string,
  says: string,
  facts: readonly Fact[],
  after = seeProgress,
) {
  return {
    to: 'applicant',
    caption,
    facts,
    subject: `{{机关名称}}：${caption}（{{登记编号}}）`,
    mail: `您好：\n${says}\n${after}${ask}\n{{机关名称}}`,
    sms: `{{机关名称}}：${says}${after}`,
  } as const
}

function toThirdParty<const Fact extends MessageFact>(caption: string, says: string, facts: readonly Fact[]) {
  return {
    to: 'thirdParty',
    caption,
    facts,
    subject: `{{机关名称}}：${caption}（{{文号}}）`,
    mail: `您好：\n${says}\n${ask}\n{{机关名称}}`,
    sms: `{{机关名称}}：${says}${ask}`,
  } as const
}

function toStaff<const Fact extends MessageFact>(caption: string, says: string, facts: readonly Fact[]) {
  return {
    to: 'staff',
    caption,
    facts,
    subject: `${caption}：{{登记编号}}`,
    mail: `{{登记编号}}：${says}`,
    sms: null,
  } as const
}

const table = {
  received: toApplicant('申请已登记', '您的政府信息公开申请已经登记，登记编号{{登记编号}}。', []),
  correctionAsked: toApplicant(
    '请补正申请',
    '您的申请（登记编号{{登记编号}}）需要补正，请查看补正告知书，不迟于{{截止日}}补正。',
    ['by'],
  ),
  reasonsAsked: toApplicant(
    '请说明申请理由',
    '请就您的申请（登记编号{{登记编号}}）说明理由，不迟于{{截止日}}提交。',
    ['by'],
  ),
  feeAsked: toApplicant(
    '信息处理费缴费通知',
    '您的申请（登记编号{{登记编号}}）需要缴纳信息处理费，请查看收费通知，按其中载明的期限和方式缴纳。',
    [],
  ),
  extended: toApplicant('答复期限延长', '您的申请（登记编号{{登记编号}}）的答复期限延长至{{答复期限}}。', [
    'due',
  ]),
  deferred: toApplicant('延迟答复', '您的申请（登记编号{{登记编号}}）将不迟于{{答复期限}}答复。', ['due']),
  answered: toApplicant('答复已经发出', '您的申请（登记编号{{登记编号}}）的答复已经发出，请注意查收。', []),
  serviceFailed: toApplicant(
    '文书未能送达',
    '您的申请（登记编号{{登记编号}}）的文书未能送达，请与我们核对收件方式：{{联系方式}}。',
    [],
    '',
  ),
  movedOn: toApplicant(
    '来件已转其他渠道',
    '您的来件（登记编号{{登记编号}}）不作为政府信息公开申请办理，已转其他渠道处理，请查看告知。',
    [],
  ),
  withdrawn: toApplicant('申请已撤回', '已按您的要求撤回申请（登记编号{{登记编号}}），不再办理。', []),
  contactChanged: toApplicant(
    '联系方式已变更',
    '您的申请（登记编号{{登记编号}}）所留的联系方式已经变更。不是您本人所为的，请立即联系{{联系方式}}。',
    [],
    '',
  ),
  trackingRenewed: toApplicant(
    '查询码已重设',
    '您的申请（登记编号{{登记编号}}）的查询码已经重设，原查询码作废。不是您本人所为的，请立即联系{{联系方式}}。',
    [],
    '',
  ),

  opinionAsked: toThirdParty(
    '征求意见',
    '有一件政府信息公开申请需要征求您的意见，请查看征求意见书（{{文号}}），在其载明的期限内回复。',
    ['letterNo'],
  ),
  disclosureTold: toThirdParty(
    '决定公开的告知',
    '已对征求过您意见的政府信息作出公开决定，请查看告知书（{{文号}}）。',
    ['letterNo'],
  ),

  assigned: toStaff('新分办的申请', '已分给您办理，请及时处理。', []),
  applicantActed: toStaff('申请人有新的提交', '申请人已{{事项}}，请及时处理。', ['act']),
  opinionCame: toStaff('收到征求意见的回复', '征求意见已有回复，请及时处理。', []),
  consultationLapsed: toStaff(
    '征求意见期满',
    '征求意见期满，对方没有提出意见，已登记逾期；答复期限恢复计算，届满日为{{答复期限}}。',
    ['due'],
  ),
  unconfirmed: toStaff('尚未确认收到', '来件登记已{{天数}}个工作日，尚未确认收到或者转办，请尽快处理。', [
    'days',
  ]),
  unassigned: toStaff('尚未分办', '收到申请已{{天数}}个工作日，尚未分办，请尽快处理。', ['days']),
  dueSoon: toStaff('答复期限将满', '答复期限至{{答复期限}}，还有{{天数}}个工作日。', ['due', 'days']),
  overdue: toStaff('逾期未答复', '答复期限已于{{答复期限}}届满，逾期{{天数}}个工作日，请立即答复。', [
    'due',
    'days',
  ]),
  periodOver: toStaff(
    '期限届满待核实',
    '{{事项}}的期限至{{截止日}}已经届满，请核实有无正当理由后登记，不得自动视为放弃。',
    ['act', 'by'],
  ),
  unserved: toStaff(
    '送达日未登记',
    '{{事项}}发出已{{天数}}个工作日，送达日未登记，期限不能起算，请核实送达情况。',
    ['act', 'days'],
  ),
  lateCorrection: toStaff('逾期提交的补正', '补正期满后申请人提交了补正，请判断有无正当理由。', []),
  archivingOverdue: toStaff('尚未归档', '办结已{{天数}}天，尚未归档。', ['days']),
  lossesTold: {
    to: 'staff',
    caption: '考核失分告知',
    facts: ['round', 'points', 'losses'],
    subject: '{{考核名称}}：{{机关名称}}失{{失分}}分',
    mail: '{{机关名称}}在{{考核名称}}中失{{失分}}分：\n{{失分清单}}\n逐项的说明和依据，请登录后在“考核评议”中查看；有异议的，请在期限内提出。',
    sms: '{{机关名称}}在{{考核名称}}中失{{失分}}分，请登录查看并按期整改。',
  },
  documentsAmiss: {
    to: 'staff',
    caption: '公开的信息需要处理',
    facts: ['count'],
    subject: '公开的信息有{{件数}}项需要处理',
    mail: '{{机关名称}}公开的信息有{{件数}}项不合规定或者需要尽快处理，请登录后在“主动公开”中查看。',
    sms: null,
  },
  retentionDue: {
    to: 'staff',
    caption: '个人信息应予删除',
    facts: ['count'],
    subject: '个人信息应予删除：{{件数}}名申请人',
    mail: '{{件数}}名申请人的个人信息或者证件复印件保存期限已满，请依法删除。',
    sms: null,
  },
  reportDue: {
    to: 'staff',
    caption: '年度报告将到期',
    facts: ['act', 'by', 'days'],
    subject: '{{事项}}：{{截止日}}前',
    mail: '请于{{截止日}}前完成{{事项}}，还有{{天数}}个工作日。',
    sms: null,
  },
  reportLate: {
    to: 'staff',
    caption: '年度报告逾期',
    facts: ['act', 'by'],
    subject: '{{事项}}：已经逾期',
    mail: '{{事项}}应当在{{截止日}}前完成，已经逾期，请立即办理。',
    sms: null,
  },
  reportReminder: {
    to: 'staff',
    caption: '上级机关催报年度报告',
    facts: ['act', 'by'],
    subject: '{{事项}}：上级机关催报',
    mail: '上级机关提醒：{{事项}}应当在{{截止日}}前完成，请尽快办理。',
    sms: null,
  },
  reportReturned: {
    to: 'staff',
    caption: '年度报告退回',
    facts: ['act'],
    subject: '{{事项}}：上级机关退回',
    mail: '{{事项}}被上级机关退回，请查看理由，修改后重新报送。',
    sms: null,
  },
  supervisionTold: {
    to: 'staff',
    caption: '上级机关交办、通报',
    facts: ['act', 'by'],
    subject: '{{事项}}：请于{{截止日}}前完成',
    mail: '上级机关交办或者通报：{{事项}}。请于{{截止日}}前完成，并在“督办整改”中报送情况。',
    sms: null,
  },
  supervisionDue: {
    to: 'staff',
    caption: '督办事项将到期',
    facts: ['act', 'by', 'days'],
    subject: '{{事项}}：{{截止日}}前',
    mail: '{{事项}}应当在{{截止日}}前完成，还有{{天数}}个工作日，请办理后在“督办整改”中报送情况。',
    sms: null,
  },
  supervisionLate: {
    to: 'staff',
    caption: '督办事项逾期',
    facts: ['act', 'by'],
    subject: '{{事项}}：已经逾期',
    mail: '{{事项}}应当在{{截止日}}前完成，已经逾期，请立即办理并报送情况。',
    sms: null,
  },
  complaintDue: {
    to: 'staff',
    caption: '投诉举报将到期',
    facts: ['act', 'by', 'days'],
    subject: '{{事项}}：{{截止日}}前办结',
    mail: '{{事项}}应当在{{截止日}}前办结，还有{{天数}}个工作日，请办理后在“监督保障”中登记答复。',
    sms: null,
  },
  complaintLate: {
    to: 'staff',
    caption: '投诉举报逾期',
    facts: ['act', 'by'],
    subject: '{{事项}}：已经逾期',
    mail: '{{事项}}应当在{{截止日}}前办结，已经逾期，请立即办理，并在“监督保障”中登记答复。',
    sms: null,
  },
  mockSought: {
    to: 'staff',
    caption: '模拟申请没有指认',
    facts: ['act', 'by'],
    subject: '{{事项}}：还没有指认办件',
    mail: '{{事项}}还没有指认是对方的哪一件办件，对方登记了的，照常计入对方的统计。请在“监督保障”的“模拟申请”中核对，在{{截止日}}本季度结束以前指认；对方确实没有登记的，请评分后告知对方。',
    sms: null,
  },
  supervisionBack: {
    to: 'staff',
    caption: '督办事项退回',
    facts: ['act'],
    subject: '{{事项}}：上级机关退回',
    mail: '{{事项}}报送的情况被上级机关退回，请查看理由，重新办理后报送。',
    sms: null,
  },
  reportAccepted: {
    to: 'staff',
    caption: '年度报告通过',
    facts: ['act'],
    subject: '{{事项}}：上级机关通过',
    mail: '{{事项}}已由上级机关通过，请及时公布。',
    sms: null,
  },
  disputeFiled: toStaff('登记了复议、诉讼', '已登记{{事项}}，请准备答复、应诉。', ['act']),
} as const satisfies Record<string, MessageDefinition>

export type MessageKind = keyof typeof table

export const messages: Readonly<Record<MessageKind, MessageDefinition>> = table

export const messageKinds = Object.keys(table) as readonly MessageKind[]

/** Kinds that go to those people. */
export type KindFor<To extends Audience> = {
  [K in MessageKind]: (typeof table)[K]['to'] extends To ? K : never
}[MessageKind]

/** What has to be told for a message of that kind, in words. */
export type FactsFor<Kind extends MessageKind> = {
  readonly [Fact in (typeof table)[Kind]['facts'][number]]: string
}
