import type { ApplicantEventData } from '../../../../office/applicants/applicant-events.ts'
import type { DocumentEventData } from '../../../../office/documents/life/events.ts'
import type { AdministrationEventData } from '../../../../office/organs/administration-events.ts'
import type { AnnualEventData } from '../../../../office/reports/annual/events.ts'
import type { SourceEventData } from '../../../../office/reports/examined/events.ts'
import type { StaffEventData } from '../../../../office/staff/events.ts'
import {
  type AssessmentEventData,
  assessmentEventCaptions,
} from '../../../../office/supervision/assessment/record.ts'
import type { SupervisionEventData } from '../../../../office/supervision/record.ts'

/** Kinds of entries whose data no table of types lists. */
type OtherKind =
  | 'deflected'
  | 'publishedImported'
  | 'serviceRated'
  | 'faultReported'
  | 'faultSettled'
  | 'recordOpened'
  | 'recordNoted'
  | 'recordChanged'
  | 'recordClosed'

type LogKind =
  | keyof (StaffEventData &
      AdministrationEventData &
      ApplicantEventData &
      DocumentEventData &
      AnnualEventData &
      AssessmentEventData &
      SourceEventData &
      SupervisionEventData)
  | OtherKind

/** What stands in a log beside the steps of requests. A kind that nobody named here does not compile. */
export const logTitles: Readonly<Record<LogKind, string>> = {
  staffAdded: '登记人员',
  staffChanged: '修改人员资料',
  staffSuspended: '停用账号',
  staffRestored: '恢复账号',
  roleGranted: '授予身份',
  roleRevoked: '收回身份',
  signedIn: '登录',
  signedOut: '退出',
  signInFailed: '登录失败',
  signInLocked: '账号锁定',
  passwordSet: '重设密码',
  passwordChanged: '修改密码',
  secondFactorChanged: '二次验证变动',
  sessionsEnded: '结束登录',
  organAdded: '新增机关',
  organChanged: '修改机关资料',
  organClosed: '撤销机关',
  organReopened: '恢复机关',
  settingSettled: '修改设置',
  templateSettled: '修改文书正文',
  calendarPublished: '公布放假安排',
  applicantRevealed: '查看被遮蔽的信息',
  applicantRestricted: '限制处理申请人信息',
  applicantErased: '删除申请人信息',
  identityPapersErased: '删除证件复印件',
  applicantContactChanged: '更改申请人联系方式',
  trackingRenewed: '换发查询码',
  deflected: '公众查到已公开信息',
  serviceRated: '申请人评价',
  faultReported: '公众报告页面差错',
  faultSettled: '处理页面差错',
  publishedImported: '导入已公开信息',
  documentDrafted: '起草公开信息',
  fileAdded: '添加附件',
  fileCleared: '核查附件，放行',
  fileRemoved: '移除附件',
  attributeDecided: '确定公开属性',
  submitted: '提交审查',
  reviewPassed: '公开信息审查通过',
  documentReturned: '退回修改公开信息',
  documentSigned: '签发公开信息',
  indexNumberGiven: '编索引号',
  publishedVia: '发布公开信息',
  documentEnded: '登记废止、失效',
  documentRevived: '恢复效力',
  documentRestricted: '限制查看公开信息',
  restrictionLifted: '解除限制查看',
  documentWithdrawn: '撤下公开信息',
  withheldReviewed: '不公开的定期评估',
  documentLinked: '关联公开信息',
  documentUnlinked: '取消关联',
  documentImported: '从旧站点导入公开信息',
  recordOpened: '登记互动事项',
  recordNoted: '记录互动事项的处理',
  recordChanged: '修改互动事项',
  recordClosed: '办结互动事项',
  ...assessmentEventCaptions,
  supervisionOpened: '登记监督保障事项',
  supervisionStepped: '办理监督保障事项',
  figuresEntered: '填写年度报告的数字',
  cellCorrected: '更正年度报告的数字',
  correctionLifted: '撤回对数字的更正',
  sumAdopted: '采用下级汇总的数字',
  cellNoted: '说明年度报告的数字',
  sectionWritten: '填写年度报告',
  sectionSetAside: '同时填写的另存',
  reportSubmitted: '报送年度报告',
  reportReturned: '退回年度报告',
  reportAccepted: '接收年度报告',
  reportPublished: '公布年度报告',
  revisionBegun: '开始更正已公布的年度报告',
  sourceKept: '上传年度报告',
  reportRead: '读取上传的年度报告',
  reportUnread: '上传的年度报告读不出',
  readingAsked: '重新读取年度报告',
  readingCorrected: '更正读取的内容',
  reportMatched: '确认年度报告的机关和年份',
  reportExamined: '按上一年度报告重新检查年度报告',
  sourceWithdrawn: '撤下上传的年度报告',
}
