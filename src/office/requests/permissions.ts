/**
 * Who may do what, where: every permission is a row of one table. Nothing is granted anywhere else, and nothing
 * is granted by silence.
 *
 * The three administrators are kept apart (系统、安全、审计): the one who gives rights has no case, the one who
 * reads the log changes nothing. Whoever has no right to a case of another organ is told that there is none.
 */
import {
  type BesideDocuments,
  type DocumentAction,
  documentHeadship,
  documentReview,
  documentWork,
} from './document-actions.ts'

export type Role =
  | 'handler' // 经办人
  | 'reviewer' // 审核人
  | 'head' // 政府信息公开工作机构负责人
  | 'authority' // 主管部门
  | 'systemAdmin'
  | 'securityAdmin'
  | 'auditAdmin'
  | 'applicant'
  | 'thirdParty'
  | 'system' // the daily sweep and other work without a person

export const roles: Readonly<Record<Role, string>> = {
  handler: '经办人',
  reviewer: '审核人',
  head: '负责人',
  authority: '主管部门',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  applicant: '申请人',
  thirdParty: '第三方',
  system: '系统',
}

/**
 * Where the object lies, seen from the actor: their own request or consultation, their own organ, or an organ
 * below it. There is no word for elsewhere, since nothing is permitted there.
 */
export type Scope = 'own' | 'organ' | 'subordinate'

/** The verbs of a request; `moves.ts` says when each is open. */
export const requestActions = [
  'receive',
  'confirmReceipt',
  'moveOn',
  'voidEntry',
  'assign',
  'confirmDuplicate',
  'askCorrection',
  'acceptCorrection',
  'offerCorrection',
  'lapseCorrection',
  'consultThirdParty',
  'consultAgency',
  'consultOtherAgency',
  'referForDetermination',
  'consultInternally',
  'recordConsultationReceipt',
  'returnConsultation',
  'lapseConsultation',
  'giveLegalOpinion',
  'tellThirdParty',
  'askReasons',
  'recordReasons',
  'declineExcessive',
  'defer',
  'proposeExtension',
  'approveExtension',
  'refuseExtension',
  'askFee',
  'recordFeeNoticeService',
  'recordPayment',
  'lapseFee',
  'recordRetrieval',
  'answerSevenQuestions',
  'hintTransfer',
  'draft',
  'review',
  'approve',
  'returnDraft',
  'seal',
  'dispatch',
  'serve',
  'recordServiceFailure',
  'withdraw',
  'suggestProactive',
  'addPaper',
  'clearPaper',
  'withholdPaper',
  'issueLetter',
  'fileReview',
  'decideReview',
  'archive',
  'annotate',
  'noteSeen',
] as const

export type RequestAction = (typeof requestActions)[number]

/** What is done beside the verbs of a request and of a document. */
export type OtherAction =
  | BesideDocuments
  | 'readRequest'
  | 'trackRequest'
  | 'revealApplicant'
  | 'exportRequests'
  | 'eraseApplicant'
  | 'readBoard'
  | 'compileReport'
  | 'readReport'
  | 'writeReport'
  | 'submitReport'
  | 'examineReports'
  | 'publishReport'
  | 'reviewReport'
  | 'overseeReports'
  | 'supervise'
  | 'readAssessment'
  | 'answerAssessment'
  | 'readMending'
  | 'answerMending'
  | 'manageOrgans'
  | 'manageCalendar'
  | 'manageTemplates'
  | 'manageSettings'
  | 'manageStaff'
  | 'assignRoles'
  | 'readLog'
  | 'verifyLog'

export type Action = RequestAction | DocumentAction | OtherAction

export interface Permission {
  readonly role: Role
  readonly action: Action
  readonly scope: Scope
}

const staffWork: readonly Action[] = [
  'receive',
  'voidEntry',
  'confirmReceipt',
  'assign',
  'confirmDuplicate',
  'askCorrection',
  'acceptCorrection',
  'offerCorrection',
  'lapseCorrection',
  'consultThirdParty',
  'consultAgency',
  'consultOtherAgency',
  'referForDetermination',
  'consultInternally',
  'recordConsultationReceipt',
  'returnConsultation',
  'lapseConsultation',
  'tellThirdParty',
  'askReasons',
  'recordReasons',
  'proposeExtension',
  'recordFeeNoticeService',
  'recordPayment',
  'lapseFee',
  'recordRetrieval',
  'answerSevenQuestions',
  'hintTransfer',
  'draft',
  'dispatch',
  'serve',
  'recordServiceFailure',
  'withdraw',
  'suggestProactive',
  'addPaper',
  'clearPaper',
  'withholdPaper',
  'issueLetter',
  'fileReview',
  'decideReview',
  'archive',
  'annotate',
  'noteSeen',
  'readRequest',
  'revealApplicant',
  'readBoard',
  'compileReport',
  'examineReports',
  'readReport',
  'writeReport',
  'readAssessment',
  'answerAssessment',
  'readMending',
  'answerMending',
]

/** Judgements on the work of others, and what bears on the applicant's rights or purse. */
const review: readonly Action[] = [
  'review',
  'returnDraft',
  'giveLegalOpinion',
  'moveOn',
  'declineExcessive',
  'seal',
  'exportRequests',
]

/** 条例§33¶2 wants the head's consent to an extension; the head signs what leaves the house. */
const headship: readonly Action[] = [
  'approve',
  'approveExtension',
  'refuseExtension',
  'defer',
  'askFee',
  'submitReport',
  'publishReport',
  'overseeReports',
  'manageTemplates',
]

/** The whole table. */
export const permissions: readonly Permission[] = [
  ...rows('handler', 'organ', [...staffWork, ...documentWork]),
  ...rows('reviewer', 'organ', [...staffWork, ...review, ...documentWork, ...documentReview]),
  ...rows('head', 'organ', [
    ...[...staffWork, ...review, ...headship],
    ...[...documentWork, ...documentReview, ...documentHeadship],
  ]),
  // The office of the government receives the reports of the organs below it (条例§49).
  ...rows('head', 'subordinate', ['readReport', 'reviewReport']),

  ...rows('authority', 'organ', [
    'readRequest',
    'readBoard',
    'supervise',
    'readAssessment',
    'compileReport',
    'examineReports',
    'readReport',
    'overseeReports',
    'exportRequests',
    'readDocuments',
    'exportDocuments',
    'restrictDocument',
    'liftRestriction',
  ]),
  ...rows('authority', 'subordinate', [
    'readRequest',
    'readBoard',
    'supervise',
    'readAssessment',
    'compileReport',
    'readReport',
    'reviewReport',
    'overseeReports',
    'readDocuments',
    'exportDocuments',
    'restrictDocument',
  ]),

  ...rows('systemAdmin', 'organ', [
    'manageOrgans',
    'manageCalendar',
    'manageTemplates',
    'manageSettings',
    'manageChannels',
    'importDocument',
  ]),
  // Townships and bureaus seldom have an administrator of their own: the one above settles their house too.
  ...rows('systemAdmin', 'subordinate', [
    'manageOrgans',
    'manageCalendar',
    'manageTemplates',
    'manageSettings',
  ]),
  ...rows('securityAdmin', 'organ', ['manageStaff', 'assignRoles', 'eraseApplicant']),
  ...rows('securityAdmin', 'subordinate', ['manageStaff', 'assignRoles']),
  ...rows('auditAdmin', 'organ', ['readLog', 'verifyLog']),
  ...rows('auditAdmin', 'subordinate', ['readLog', 'verifyLog']),

  ...rows('applicant', 'own', [
    'receive',
    'acceptCorrection',
    'offerCorrection',
    'recordReasons',
    'withdraw',
    'suggestProactive',
    'addPaper',
    'trackRequest',
  ]),
  ...rows('thirdParty', 'own', ['returnConsultation', 'addPaper']),
  ...rows('system', 'organ', [
    'lapseConsultation',
    // A third party that opens its letter online has it (条例§32: 自收到征求意见书之日起).
    'recordConsultationReceipt',
    'issueLetter',
    'annotate',
    // The last day of validity that a document names itself has passed.
    'expireDocument',
  ]),
]

/** Whether the role may do this to an object that lies there. Pure; what is not in the table is forbidden. */
export function may(role: Role, action: Action, scope: Scope): boolean {
  return granted.has(keyOf({ role, action, scope }))
}

const granted: ReadonlySet<string> = new Set(permissions.map(keyOf))

function keyOf({ role, action, scope }: Permission): string {
  return `${role} ${action} ${scope}`
}

function rows(role: Role, scope: Scope, actions: readonly Action[]): readonly Permission[] {
  return actions.map((action) => ({ role, action, scope }))
}
