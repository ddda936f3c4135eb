import type { ProactiveItemKey } from '../../law/catalogue.ts'
import type { Citation } from '../../law/citation.ts'
import { glossary } from '../../law/glossary.ts'
import type { PeriodId } from '../../law/periods.ts'
import type { ReviewKind } from './reviews.ts'

/** A class of documents: what is asked of it before and after publication (分级分类). */
export interface DocumentClassRecord {
  readonly caption: string
  /** Item of 条例§20 under which it stands unless told otherwise. */
  readonly item: ProactiveItemKey
  /** Reviews that it has to pass, in their order. */
  readonly chain: readonly ReviewKind[]
  /** From when it was made until it has to be public. */
  readonly period: PeriodId
  /** Whether it binds for a time, and so is in force, expired, repealed or superseded. */
  readonly binds: boolean
  /** Whether an interpretation has to go with it (政策解读). */
  readonly interpreted: boolean
  readonly cites: readonly Citation[]
}

type Given = Pick<DocumentClassRecord, 'caption' | 'item'> & Partial<DocumentClassRecord>

const plain = {
  chain: ['content', 'secrecy'],
  period: 'proactiveDisclosure',
  binds: false,
  interpreted: false,
} as const
const personal = { ...plain, chain: ['content', 'secrecy', 'privacy'] } as const
const binding = { ...personal, binds: true } as const
const normative = {
  ...binding,
  chain: ['content', 'secrecy', 'privacy', 'legality', 'competition'],
  interpreted: true,
} as const

const table = {
  rule: { ...normative, caption: glossary.rule.zh, item: 'legalTexts', cites: ['条例§20(1)', '规章公开函'] },
  normative: {
    ...normative,
    caption: glossary.normativeDocument.zh,
    item: 'legalTexts',
    cites: ['条例§20(1)', '规范性文件通知'],
  },
  policy: { ...binding, caption: '其他政策文件', item: 'legalTexts', cites: ['条例§20(1)', '条例§17'] },
  interpretation: {
    ...plain,
    caption: glossary.interpretation.zh,
    item: 'legalTexts',
    cites: ['政务公开细则'],
  },
  plan: { ...binding, chain: plain.chain, caption: '规划、计划', item: 'plans', cites: ['条例§20(3)'] },
  statistics: { ...plain, caption: '统计信息', item: 'statistics', cites: ['条例§20(4)'] },
  organProfile: { ...plain, caption: '机构职能', item: 'organProfile', cites: ['条例§20(2)'] },
  licence: {
    ...personal,
    caption: '行政许可决定',
    item: 'licensing',
    period: 'penaltyPublication',
    cites: ['条例§20(5)', '执法三项制度'],
  },
  penalty: {
    ...personal,
    caption: '行政处罚、行政强制决定',
    item: 'penaltiesCoercion',
    period: 'penaltyPublication',
    cites: ['条例§20(6)', '执法三项制度'],
  },
  budget: {
    ...plain,
    caption: '财政预算、决算',
    item: 'budget',
    period: 'budgetPublication',
    cites: ['条例§20(7)', '预算法§14'],
  },
  charge: { ...plain, caption: '收费项目和标准', item: 'charges', cites: ['条例§20(8)'] },
  procurement: { ...plain, caption: '政府采购', item: 'procurement', cites: ['条例§20(9)'] },
  project: { ...plain, caption: '重大建设项目', item: 'majorProjects', cites: ['条例§20(10)'] },
  livelihood: { ...personal, caption: '民生政策的实施情况', item: 'livelihood', cites: ['条例§20(11)'] },
  emergency: { ...plain, caption: '应急预案、预警和应对', item: 'emergency', cites: ['条例§20(12)'] },
  inspection: {
    ...personal,
    caption: '监督检查情况',
    item: 'supervision',
    period: 'enforcementPublication',
    cites: ['条例§20(13)', '执法三项制度'],
  },
  recruitment: { ...personal, caption: '公务员招考', item: 'recruitment', cites: ['条例§20(14)'] },
  meeting: { ...plain, caption: '会议公开', item: 'other', cites: ['条例§20(15)', '政务公开细则'] },
  proposalReply: { ...personal, caption: '建议提案办理', item: 'other', cites: ['条例§20(15)'] },
  consultation: {
    ...plain,
    caption: glossary.consultation.zh,
    item: 'other',
    cites: ['条例§19', '决策条例'],
  },
  feedback: { ...personal, caption: '意见采纳情况', item: 'other', cites: ['决策条例'] },
  news: { ...plain, caption: '动态、公示、公告', item: 'other', cites: ['条例§20(15)', '条例§19'] },
  institution: { ...plain, caption: '政府信息公开制度', item: 'other', cites: ['平台规范'] },
} as const satisfies Readonly<Record<string, Given>>

export type DocumentClass = keyof typeof table

/** Every class by its key. The chains are data; an organ of few people has the same ones. */
export const documentClasses: Readonly<Record<DocumentClass, DocumentClassRecord>> = table

/** What the annual report counts as normative, and in which of its rows (条例§20(1)). */
export const countedClasses = { rules: 'rule', normative: 'normative' } as const satisfies Record<
  string,
  DocumentClass
>
