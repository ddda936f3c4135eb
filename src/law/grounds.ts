import type { Citation } from './citation.ts'

/** Why information may or must be withheld (条例§14–16). */
export interface Ground {
  readonly caption: string
  readonly english: string
  readonly cites: readonly Citation[]
  /** Mandatory: 不予公开, 不得公开. Otherwise the organ may withhold and has to say why it does. */
  readonly mandatory: boolean
  /** What opens the information all the same; null where nothing does. */
  readonly override: string | null
  /** Row of table three of the annual report. */
  readonly row: `outcome.denied.${string}`
  /** What the reply has to explain. */
  readonly mustExplain: string
}

const table = {
  stateSecret: {
    caption: '属于国家秘密',
    english: 'State secret',
    cites: ['条例§14'],
    mandatory: true,
    override: null,
    row: 'outcome.denied.stateSecret',
    mustExplain: '说明依法确定为国家秘密的依据，不得泄露秘密内容',
  },
  otherLaw: {
    caption: '其他法律行政法规禁止公开',
    english: 'Prohibited by a law or an administrative regulation',
    cites: ['条例§14'],
    mandatory: true,
    override: null,
    row: 'outcome.denied.otherLaw',
    mustExplain: '写明法律、行政法规的名称和条款；地方性法规、规章不足为据',
  },
  safetyStability: {
    caption: '危及“三安全一稳定”',
    english: 'Danger to national, public or economic security or to social stability',
    cites: ['条例§14'],
    mandatory: true,
    override: null,
    row: 'outcome.denied.safetyStability',
    mustExplain: '说明公开后可能危及国家安全、公共安全、经济安全、社会稳定的事实和理由',
  },
  thirdParty: {
    caption: '保护第三方合法权益',
    english: 'Lawful interests of a third party (trade secrets, privacy)',
    cites: ['条例§15', '条例§32'],
    mandatory: true,
    override: '第三方同意公开，或者不公开会对公共利益造成重大影响的，予以公开',
    row: 'outcome.denied.thirdParty',
    mustExplain: '说明第三方的意见和理由，以及不存在重大公共利益的判断',
  },
  internalAffairs: {
    caption: '属于三类内部事务信息',
    english: 'Internal affairs: personnel, logistics, internal workflow',
    cites: ['条例§16¶1'],
    mandatory: false,
    override: '可以不予公开，由行政机关裁量',
    row: 'outcome.denied.internalAffairs',
    mustExplain: '说明属于人事管理、后勤管理、内部工作流程中的哪一类，以及为何决定不予公开',
  },
  deliberative: {
    caption: '属于四类过程性信息',
    english:
      'Deliberative material: discussion records, drafts, consultation letters, reports for instructions',
    cites: ['条例§16¶2'],
    mandatory: false,
    override: '法律、法规、规章规定应当公开的，从其规定',
    row: 'outcome.denied.deliberative',
    mustExplain: '说明属于讨论记录、过程稿、磋商信函、请示报告中的哪一类，以及为何决定不予公开',
  },
  enforcementFile: {
    caption: '属于行政执法案卷',
    english: 'Administrative enforcement file',
    cites: ['条例§16¶2'],
    mandatory: false,
    override: '法律、法规、规章规定应当公开的，从其规定',
    row: 'outcome.denied.enforcementFile',
    mustExplain: '说明属于哪一执法案卷，以及为何决定不予公开',
  },
} as const satisfies Record<string, Ground>

export type GroundKey = keyof typeof table

/** The seven grounds, in the order of the annual report. */
export const grounds: Readonly<Record<GroundKey, Ground>> = table
