import type { Citation } from '../../law/citation.ts'
import type { TermKey } from '../../law/glossary.ts'

/** What a word of the trade means, in words of every day. */
export interface Saying {
  readonly says: string
  readonly cites: readonly Citation[]
}

/** The words that pages explain. Periods in them are told by `law/periods.ts` where a page counts with them. */
export const sayings = {
  receipt: {
    says: '机关登记申请后出具的凭据，写明收到日期、受理编号和最迟答复日。',
    cites: ['条例§31'],
  },
  correction: {
    says: '申请内容不明确时，机关应当一次告知需要补充什么。补正后，答复期限从收到补正之日重新计算；没有正当理由不补正的，视为放弃申请。',
    cites: ['条例§30'],
  },
  consultation: {
    says: '要公开的信息可能损害别人的合法权益，或者由几个机关共同制作时，先书面听取他们的意见。所需时间不算在答复期限内。',
    cites: ['条例§32', '条例§33¶3', '条例§34'],
  },
  thirdParty: {
    says: '不是申请人，也不是机关，但信息公开后合法权益可能受影响的人或者单位。',
    cites: ['条例§15', '条例§32'],
  },
  extended: {
    says: '需要延长答复期限的，经政府信息公开工作机构负责人同意并告知申请人，最多再加20个工作日。',
    cites: ['条例§33¶2'],
  },
  fee: {
    says: '申请公开一般不收费。数量、频次明显超过合理范围的，可以收取信息处理费。',
    cites: ['条例§42', '办法§2'],
  },
  severance: {
    says: '一份材料里有的可以公开、有的不能公开，能够分开的，提供可以公开的部分，并说明其余部分不公开的理由。',
    cites: ['条例§37'],
  },
  repeat: {
    says: '已经答复过的同一信息，同一申请人再次申请的，机关告知不予重复处理。',
    cites: ['条例§36(6)'],
  },
  proactive: {
    says: '不用申请，机关自己应当公布的信息。',
    cites: ['条例§13¶2', '条例§19', '条例§20'],
  },
  onRequest: {
    says: '机关没有主动公布的信息，任何公民、法人或者其他组织都可以申请公开，不需要说明用途。',
    cites: ['条例§13¶2', '条例§27'],
  },
  disclosureOffice: {
    says: '机关里专门负责政府信息公开日常工作的部门，受理申请、答复咨询都找它。',
    cites: ['条例§4'],
  },
  workingDay: {
    says: '星期一至星期五，除去法定节假日；调休上班的周末也算。收到申请的当天不算，从第二天数起。',
    cites: ['民法典§201', '放假办法'],
  },
  makeUpDay: {
    says: '国务院办公厅放假通知里规定要上班的星期六、星期日，按工作日计算。',
    cites: ['放假办法'],
  },
  provisional: {
    says: '这个日期所在年份的放假安排还没有公布，先按法定节日推算。公布后自动重算，日期可能变动。',
    cites: ['放假办法'],
  },
  reconsideration: {
    says: '对机关的处理不服，可以请求它的上级（复议机关）重新审查，不收费。',
    cites: ['复议法§20¶1', '条例§51'],
  },
  reviewFirst: {
    says: '对这类处理不服，要先申请行政复议；对复议决定仍不服的，再向法院起诉。',
    cites: ['复议法§23¶1(4)'],
  },
  litigation: {
    says: '对机关的处理不服，请求法院审理。',
    cites: ['诉讼法§46¶1', '条例§51'],
  },
  balance: {
    says: '表里各数之间必须成立的等式，例如本年新收加上年结转，等于办理结果总计加结转下年度。',
    cites: ['年报格式'],
  },
} as const satisfies Partial<Record<TermKey, Saying>>

/** Words that can be asked about. */
export type ExplainedTerm = keyof typeof sayings
