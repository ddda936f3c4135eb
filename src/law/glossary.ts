/** One word of the trade in the three forms in which the software needs it. */
export interface Term {
  readonly zh: string
  readonly en: string
}

/**
 * The dictionary of the house. Identifiers everywhere are taken from its keys, so that the same thing has the
 * same name in code, database, API and letters; never pinyin.
 */
export const glossary = {
  // Organs and people
  organ: { zh: '行政机关', en: 'administrative organ' },
  disclosureOffice: { zh: '政府信息公开工作机构', en: 'disclosure office' },
  competentAuthority: { zh: '政府信息公开工作主管部门', en: 'competent authority for disclosure' },
  leadOrgan: { zh: '牵头制作机关', en: 'lead organ' },
  applicant: { zh: '申请人', en: 'applicant' },
  thirdParty: { zh: '第三方', en: 'third party' },
  agency: { zh: '相关行政机关', en: 'agency consulted' },
  otherAgency: { zh: '其他有关机关', en: 'other agency concerned' },
  natural: { zh: '自然人', en: 'natural person' },
  legal: { zh: '法人或其他组织', en: 'legal person or other organisation' },

  // Disclosure
  governmentInformation: { zh: '政府信息', en: 'government information' },
  disclosure: { zh: '公开', en: 'disclosure' },
  proactive: { zh: '主动公开', en: 'proactive disclosure' },
  onRequest: { zh: '依申请公开', en: 'disclosure on request' },
  withheld: { zh: '不予公开', en: 'withheld' },
  guide: { zh: '政府信息公开指南', en: 'disclosure guide' },
  catalogue: { zh: '政府信息公开目录', en: 'catalogue' },
  platform: { zh: '政府信息公开平台', en: 'disclosure platform' },
  column: { zh: '栏目', en: 'column of a site' },
  field: { zh: '试点领域', en: 'field of basic-level openness' },
  normativeDocument: { zh: '行政规范性文件', en: 'normative document' },
  rule: { zh: '规章', en: 'administrative rule' },
  interpretation: { zh: '政策解读', en: 'policy interpretation' },
  publicationReview: { zh: '公开审查', en: 'review before publication' },
  clarification: { zh: '澄清', en: 'clarification' },
  document: { zh: '文件', en: 'document' },
  indexNumber: { zh: '索引号', en: 'index number' },
  docNumber: { zh: '发文字号', en: 'number of a document' },
  theme: { zh: '主题分类', en: 'theme' },
  genre: { zh: '体裁分类', en: 'genre' },
  audience: { zh: '服务对象', en: 'audience' },
  attribute: { zh: '公开属性', en: 'disclosure attribute' },
  validity: { zh: '有效性', en: 'validity' },
  inForce: { zh: '现行有效', en: 'in force' },
  repealed: { zh: '废止', en: 'repealed' },
  expired: { zh: '失效', en: 'expired' },
  superseded: { zh: '被取代', en: 'superseded' },
  tombstone: { zh: '撤下说明', en: 'tombstone' },
  secrecyReview: { zh: '保密审查', en: 'secrecy review' },
  legalityReview: { zh: '合法性审核', en: 'legality review' },
  competitionReview: { zh: '公平竞争审查', en: 'fair-competition review' },
  publicConsultation: { zh: '公开征求意见', en: 'public consultation' },
  concern: { zh: '政务舆情', en: 'public concern' },
  newMediaAccount: { zh: '政务新媒体账号', en: 'new-media account' },
  special: { zh: '专题', en: 'special' },

  // A request and its events
  request: { zh: '政府信息公开申请', en: 'request' },
  received: { zh: '收到申请', en: 'received' },
  receipt: { zh: '登记回执', en: 'receipt' },
  correction: { zh: '补正', en: 'correction' },
  correctionAsked: { zh: '告知补正', en: 'correction asked' },
  corrected: { zh: '收到补正', en: 'corrected' },
  consultation: { zh: '征求意见', en: 'consultation' },
  consultationSent: { zh: '发出征求意见书', en: 'consultation sent' },
  consultationReturned: { zh: '收到意见', en: 'consultation returned' },
  consultationLapsed: { zh: '逾期未提出意见', en: 'consultation lapsed' },
  fee: { zh: '信息处理费', en: 'processing fee' },
  feeAsked: { zh: '收费通知', en: 'fee asked' },
  feePaid: { zh: '缴费', en: 'fee paid' },
  extended: { zh: '延长答复期限', en: 'extended' },
  deferred: { zh: '告知延迟答复', en: 'deferred' },
  answered: { zh: '答复', en: 'answered' },
  withdrawn: { zh: '撤回申请', en: 'withdrawn' },
  transferred: { zh: '转送', en: 'transferred' },
  disposition: { zh: '办理结果', en: 'disposition' },
  decision: { zh: '处理决定', en: 'decision' },
  service: { zh: '送达', en: 'service' },
  filing: { zh: '归档', en: 'filing' },
  repeat: { zh: '重复申请', en: 'repeated request' },
  severance: { zh: '区分处理', en: 'severance' },
  recordCorrection: { zh: '更正', en: 'correction of a record' },

  // Time
  due: { zh: '届满日', en: 'due day' },
  workingDay: { zh: '工作日', en: 'working day' },
  holiday: { zh: '放假', en: 'holiday' },
  makeUpDay: { zh: '调休上班', en: 'make-up working day' },
  firm: { zh: '确定', en: 'firm' },
  provisional: { zh: '暂定', en: 'provisional' },
  overdue: { zh: '逾期', en: 'overdue' },
  paused: { zh: '暂停计算', en: 'paused' },
  running: { zh: '计算中', en: 'running' },
  excluded: { zh: '不计入期限', en: 'excluded' },
  left: { zh: '剩余工作日', en: 'working days left' },
  starts: { zh: '起算', en: 'starts' },
  pauses: { zh: '暂停', en: 'pauses' },
  resumes: { zh: '恢复', en: 'resumes' },
  restarts: { zh: '重新起算', en: 'restarts' },
  extends: { zh: '延长', en: 'extends' },
  defers: { zh: '延迟', en: 'defers' },
  ends: { zh: '终止', en: 'ends' },
  none: { zh: '不影响', en: 'none' },

  // Remedies
  reconsideration: { zh: '行政复议', en: 'administrative reconsideration' },
  reviewFirst: { zh: '复议前置', en: 'review before suit' },
  reviewOrgan: { zh: '行政复议机关', en: 'review organ' },
  litigation: { zh: '行政诉讼', en: 'administrative litigation' },
  upheld: { zh: '结果维持', en: 'upheld' },
  overturned: { zh: '结果纠正', en: 'corrected on review' },
  otherResult: { zh: '其他结果', en: 'other result' },
  pending: { zh: '尚未审结', en: 'pending' },

  // The annual report
  annualReport: { zh: '政府信息公开工作年度报告', en: 'annual report' },
  edition: { zh: '格式版本', en: 'edition of the form' },
  carriedIn: { zh: '上年结转', en: 'carried in' },
  carriedOut: { zh: '结转下年度', en: 'carried out' },
  outcome: { zh: '本年度办理结果', en: 'outcome' },
  total: { zh: '总计', en: 'total' },
  balance: { zh: '勾稽关系', en: 'balance' },
  finding: { zh: '核验发现', en: 'finding' },
  reading: { zh: '读数', en: 'reading' },
  merged: { zh: '汇总', en: 'merged' },

  // Supervision
  supervision: { zh: '监督检查', en: 'supervision' },
  assessment: { zh: '工作考核', en: 'assessment' },
  publicAppraisal: { zh: '社会评议', en: 'public appraisal' },
  accountability: { zh: '责任追究', en: 'accountability' },
  rectification: { zh: '督促整改', en: 'rectification' },
  criticism: { zh: '通报批评', en: 'circulated criticism' },
  petition: { zh: '信访', en: 'petition' },
} as const satisfies Record<string, Term>

export type TermKey = keyof typeof glossary

/** The Chinese of an identifier. */
export function zh(key: TermKey): string {
  return glossary[key].zh
}

/** The English of an identifier. */
export function en(key: TermKey): string {
  return glossary[key].en
}

/** The identifier of a Chinese word, or null where the dictionary has none. */
export function termOf(chinese: string): TermKey | null {
  return (Object.keys(glossary) as TermKey[]).find((key) => glossary[key].zh === chinese) ?? null
}
