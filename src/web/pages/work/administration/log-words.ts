import { letters } from '../../../../office/letters/letters.ts'
import type { AdministrationEventData } from '../../../../office/organs/administration-events.ts'
import { roles } from '../../../../office/requests/permissions.ts'
import { type StaffEventData, signInMeans, suspensionReasons } from '../../../../office/staff/events.ts'
import { detailOfEvent, eventTitles, titleOfEvent } from '../event-words.ts'
import { logTitles } from './log-titles.ts'

type Data = StaffEventData & AdministrationEventData

const fieldNames = { name: '姓名', mail: '电子邮箱', phone: '电话' } as const
const factorWords = { on: '启用', off: '停用', newBackupCodes: '换一组备用码' } as const
const settingNames: Readonly<Record<string, string>> = {
  requestPolicy: '办理规则',
  letters: '文书编号的类型字、网上复议地址',
  requestNumbering: '申请登记编号',
  retention: '个人信息的保存期限',
  messages: '短信、邮件的用语',
  webhooks: '通知其他系统',
  countingPolicy: '年度报告的计数口径',
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
  (logTitles as Readonly<Record<string, string>>)[event.kind] ?? titleOfEvent(event)

export function detailOfLog(event: Told): string | null {
  const say = details[event.kind as keyof Data] as ((data: object) => string) | undefined
  return say?.(event.data) ?? detailOfEvent(event)
}

/** Every kind of entry, to choose one. */
export const logKinds = [...Object.entries(logTitles), ...Object.entries(eventTitles)].map(
  ([value, label]) => ({
    value,
    label,
  }),
)
