import { letters } from '../../../../office/letters/letters.ts'
import type { AdministrationEventData } from '../../../../office/organs/administration-events.ts'
import { roles } from '../../../../office/requests/permissions.ts'
import { type StaffEventData, signInMeans, suspensionReasons } from '../../../../office/staff/events.ts'
import { detailOfEvent, eventTitles, titleOfEvent } from '../event-words.ts'

type Data = StaffEventData & AdministrationEventData

/** What stands in a log beside the steps of requests. */
const titles: Readonly<Record<keyof Data | OtherKind, string>> = {
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
  publishedImported: '导入已公开信息',
  sectionWritten: '填写年度报告',
  figuresEntered: '填写年度报告的数字',
  reportSubmitted: '报送年度报告',
  reportPublished: '公布年度报告',
  sourceKept: '上传年度报告',
  reportRead: '读取上传的年度报告',
  reportMatched: '确认年度报告的机关和年份',
  readingCorrected: '更正读取的内容',
}

type OtherKind =
  | 'applicantRevealed'
  | 'applicantRestricted'
  | 'applicantErased'
  | 'identityPapersErased'
  | 'applicantContactChanged'
  | 'trackingRenewed'
  | 'deflected'
  | 'publishedImported'
  | 'sectionWritten'
  | 'figuresEntered'
  | 'reportSubmitted'
  | 'reportPublished'
  | 'sourceKept'
  | 'reportRead'
  | 'reportMatched'
  | 'readingCorrected'

const fieldNames = { name: '姓名', mail: '电子邮箱', phone: '电话' } as const
const factorWords = { on: '启用', off: '停用', newBackupCodes: '换一组备用码' } as const
const settingNames: Readonly<Record<string, string>> = {
  requestPolicy: '办理规则',
  letters: '文书编号的类型字、网上复议地址',
  requestNumbering: '申请登记编号',
  retention: '个人信息的保存期限',
  messages: '短信、邮件的用语',
  webhooks: '通知其他系统',
}

const details: { readonly [Kind in keyof Data]?: (data: Data[Kind]) => string } = {
  staffChanged: ({ fields }) => fields.map((field) => fieldNames[field]).join('、'),
  staffSuspended: ({ because }) => suspensionReasons[because],
  roleGranted: ({ role }) => roles[role],
  roleRevoked: ({ role }) => roles[role],
  signedIn: ({ by, secondFactor, address }) =>
    `${signInMeans[by]}${secondFactor ? '，经过二次验证' : ''}${address === null ? '' : `，来源 ${address}`}`,
  signInFailed: ({ by, address }) => `${signInMeans[by]}不对${address === null ? '' : `，来源 ${address}`}`,
  signInLocked: ({ minutes }) => `${minutes} 分钟`,
  secondFactorChanged: ({ to }) => factorWords[to],
  organAdded: ({ code, name }) => `${name}（${code}）`,
  organChanged: ({ changes }) =>
    changes.map(({ column, from, to }) => `${column}由“${from}”改为“${to}”`).join('；'),
  organClosed: ({ because }) => because,
  organReopened: ({ because }) => because,
  settingSettled: ({ key, because }) =>
    `${settingNames[key] ?? key}${because === null ? '' : `，理由：${because}`}`,
  templateSettled: ({ kind, text }) =>
    `${letters[kind as keyof typeof letters]?.title ?? kind}：${text === null ? '恢复系统的正文' : '改为自定的正文'}`,
  calendarPublished: ({ number, moved }) => `${number}，在办件期限变动 ${moved} 件`,
}

interface Told {
  readonly kind: string
  readonly data: object
}

export const titleOfLog = (event: Told): string =>
  (titles as Readonly<Record<string, string>>)[event.kind] ?? titleOfEvent(event)

export function detailOfLog(event: Told): string | null {
  const say = details[event.kind as keyof Data] as ((data: object) => string) | undefined
  return say?.(event.data) ?? detailOfEvent(event)
}

/** Every kind of entry, to choose one. */
export const logKinds = [...Object.entries(titles), ...Object.entries(eventTitles)].map(([value, label]) => ({
  value,
  label,
}))
