import { documentActionCaptions } from '../../office/documents/life/moves.ts'
import type { Action, OtherAction } from '../../office/requests/index.ts'
import { actionCaptions } from './action-captions.ts'

const otherCaptions: Readonly<Record<OtherAction, string>> = {
  readRequest: '查看申请件（申请人信息遮蔽）',
  trackRequest: '查询本人的申请',
  revealApplicant: '查看被遮蔽的申请人信息',
  exportRequests: '导出申请件',
  eraseApplicant: '删除、限制处理申请人信息',
  readBoard: '查看看板和统计',
  compileReport: '编制年度报告',
  readReport: '查看年度报告',
  writeReport: '填写年度报告',
  submitReport: '报送年度报告',
  examineReports: '检查上传的年度报告',
  publishReport: '公布、更正年度报告',
  reviewReport: '审核下级的年度报告',
  overseeReports: '掌握年度报告的报送情况',
  readDocuments: '查看主动公开的信息和办理情况',
  exportDocuments: '导出主动公开的信息',
  manageChannels: '管理公开栏目',
  respondConcern: '回应社会关切',
  answerFeedback: '答复意见反馈',
  supervise: '督促检查',
  readAssessment: '查看考核评议的结果和佐证材料',
  answerAssessment: '报送自评、提出异议、留存佐证材料',
  readMending: '查看上级交办的任务和通报的问题',
  answerMending: '报送任务和整改情况',
  manageOrgans: '管理机关',
  manageCalendar: '录入放假安排',
  manageTemplates: '管理文书正文',
  manageSettings: '管理机关设置、编号和运行情况',
  manageStaff: '管理人员和账号',
  assignRoles: '授予、收回身份',
  readLog: '查看日志',
  verifyLog: '校验日志',
}

/** What everything is called that somebody may be permitted to do. */
export const permissionCaptions: Readonly<Record<Action, string>> = {
  ...actionCaptions,
  ...documentActionCaptions,
  ...otherCaptions,
}
