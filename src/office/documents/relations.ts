import type { Citation } from '../../law/citation.ts'
import type { DocumentClass } from './classes.ts'

/** How one document belongs to another, said from either side. */
export interface Relation {
  readonly caption: string
  /** From the other side. */
  readonly inverse: string
  readonly cites: readonly Citation[]
  /** Follows from what was recorded of the document; nobody binds it by hand. */
  readonly follows?: true
}

export const relations = {
  interprets: { caption: '解读的文件', inverse: '解读', cites: ['政务公开细则'] },
  consultsOn: { caption: '征求意见的文件', inverse: '征求意见', cites: ['条例§19', '决策条例'] },
  answersOpinions: { caption: '征求意见公告', inverse: '意见采纳情况', cites: ['决策条例'] },
  amends: { caption: '修改的文件', inverse: '修改依据', cites: ['规范性文件通知'] },
  repeals: { caption: '废止的文件', inverse: '废止依据', cites: ['规范性文件通知'] },
  supersedes: { caption: '取代的文件', inverse: '现行文件', cites: ['规范性文件通知'] },
  basedOn: { caption: '制定依据', inverse: '实施文件', cites: ['规范性文件通知'] },
  answersProposal: { caption: '相关文件', inverse: '建议提案办理', cites: ['条例§20(15)'] },
  ofMeeting: { caption: '审议的会议', inverse: '会议审议的文件', cites: ['政务公开细则'] },
  ofProject: { caption: '所属项目', inverse: '项目的批准、招标、征收和实施', cites: ['条例§20(10)'] },
  ofProcurement: { caption: '所属采购', inverse: '采购公告、结果和合同', cites: ['条例§20(9)'] },
  ofBudget: { caption: '所属预算', inverse: '预算的执行和决算', cites: ['条例§20(7)'] },
  penaltyBasis: { caption: '处罚依据', inverse: '据此作出的处罚', cites: ['条例§20(6)'] },
  repealedBy: {
    ...{ caption: '废止依据', inverse: '废止的文件', cites: ['规范性文件通知'] },
    follows: true,
  },
  supersededBy: {
    ...{ caption: '现行文件', inverse: '取代的文件', cites: ['规范性文件通知'] },
    follows: true,
  },
  seeAlso: { caption: '相关信息', inverse: '相关信息', cites: ['条例§24'] },
} as const satisfies Readonly<Record<string, Relation>>

export type RelationKey = keyof typeof relations

/** The relations by which people bind one document to another. */
export const boundByHand = (Object.keys(relations) as RelationKey[]).filter(
  (key) => (relations[key] as Relation).follows !== true,
)

/** Whether something bound to a document of an organ explains it, and is the same organ's to take down with it. */
export const isInterpretation = (
  organ: string,
  link: { readonly relation: RelationKey; readonly organ: string; readonly class: DocumentClass },
): boolean => link.relation === 'interprets' && link.class === 'interpretation' && link.organ === organ

/** In what form a policy is explained. */
export const interpretationForms = {
  text: '文字解读',
  picture: '图片、图表解读',
  video: '音视频解读',
  questions: '问答',
  leader: '负责人解读',
  expert: '专家解读',
} as const

export type InterpretationForm = keyof typeof interpretationForms
