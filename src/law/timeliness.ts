import type { Citation, SourceMark } from './citation.ts'
import { addDays, addMonths, type Day } from './day.ts'
import { lastChecked } from './instruments.ts'

/** How old the newest content may be, or how long something may take, in the unit in which the source says it. */
export interface Age {
  readonly count: number
  readonly unit: 'hour' | 'day' | 'week' | 'month'
}

/** Units as they are written behind a number: 2周. */
export const ageUnits: Readonly<Record<Age['unit'], string>> = {
  hour: '小时',
  day: '日',
  week: '周',
  month: '个月',
}

/** A standard of the site inspection. Data throughout: an organ or its supervisor may set stricter ones. */
export interface FreshnessRule {
  readonly caption: string
  readonly subject: 'homePage' | 'column' | 'message' | 'account' | 'response' | 'site'
  readonly maxAge: Age
  /** `veto` makes the whole site fail (单项否决); otherwise points are taken off, or none where null. */
  readonly consequence: 'veto' | { readonly points: number } | null
  /** How many columns must be late before the consequence follows. */
  readonly from?: number
  readonly cites: readonly Citation[]
  readonly mark: SourceMark
  readonly checkedOn: Day
}

type Data = Omit<FreshnessRule, 'checkedOn'>

const table = {
  homePage: {
    caption: '首页（仅有导航的，其下所有栏目）不更新',
    subject: 'homePage',
    maxAge: { count: 2, unit: 'week' },
    consequence: 'veto',
    cites: ['检查指标'],
    mark: 'verified',
  },
  newsColumn: {
    caption: '动态、要闻类栏目不更新',
    subject: 'column',
    maxAge: { count: 2, unit: 'week' },
    consequence: 'veto',
    from: 5,
    cites: ['检查指标'],
    mark: 'verified',
  },
  noticeColumn: {
    caption: '通知公告、政策文件类一级栏目不更新',
    subject: 'column',
    maxAge: { count: 6, unit: 'month' },
    consequence: 'veto',
    from: 5,
    cites: ['检查指标'],
    mark: 'verified',
  },
  policyColumn: {
    caption: '政策文件类一级栏目不更新（扣分）',
    subject: 'column',
    maxAge: { count: 6, unit: 'month' },
    consequence: { points: 5 },
    cites: ['检查指标'],
    mark: 'verified',
  },
  serviceStatistics: {
    caption: '办事统计数据不更新',
    subject: 'column',
    maxAge: { count: 3, unit: 'month' },
    consequence: { points: 2 },
    cites: ['检查指标'],
    mark: 'verified',
  },
  messageAnswer: {
    caption: '留言答复公开不更新',
    subject: 'column',
    maxAge: { count: 2, unit: 'month' },
    consequence: { points: 3 },
    cites: ['检查指标'],
    mark: 'verified',
  },
  messageUnanswered: {
    caption: '一年内有留言超过3个月未答复',
    subject: 'message',
    maxAge: { count: 3, unit: 'month' },
    consequence: 'veto',
    cites: ['检查指标'],
    mark: 'verified',
  },
  newMedia: {
    caption: '政务新媒体不更新',
    subject: 'account',
    maxAge: { count: 2, unit: 'week' },
    consequence: 'veto',
    cites: ['检查指标', '新媒体意见'],
    mark: 'verified',
  },
  siteUnreachable: {
    caption: '站点一周内间隔访问，15秒不能打开的达到5%',
    subject: 'site',
    maxAge: { count: 1, unit: 'week' },
    consequence: 'veto',
    cites: ['检查指标'],
    mark: 'verified',
  },
  majorEventStatement: {
    caption: '特别重大、重大突发事件发布权威信息',
    subject: 'response',
    maxAge: { count: 5, unit: 'hour' },
    consequence: null,
    cites: ['政务公开细则'],
    mark: 'verified',
  },
  majorEventBriefing: {
    caption: '特别重大、重大突发事件举行新闻发布会',
    subject: 'response',
    maxAge: { count: 24, unit: 'hour' },
    consequence: null,
    cites: ['政务公开细则'],
    mark: 'verified',
  },
  publicOpinion: {
    caption: '其他政务舆情回应',
    subject: 'response',
    maxAge: { count: 48, unit: 'hour' },
    consequence: null,
    cites: ['舆情通知'],
    mark: 'verified',
  },
} as const satisfies Record<string, Data>

export type FreshnessKey = keyof typeof table

export const freshnessRules: Readonly<Record<FreshnessKey, FreshnessRule>> = Object.fromEntries(
  Object.entries<Data>(table).map(([key, rule]) => [key, { ...rule, checkedOn: lastChecked }]),
) as Record<FreshnessKey, FreshnessRule>

/** Columns that stay empty make a site fail from this number on; so do these many columns long not updated. */
export const columnVetoes = { empty: 5, notUpdated: 10 } as const

/**
 * Whether content is older than a rule allows on a day. Content without a date counts as not updated, as the
 * inspection counts it. Rules in hours are not judged by days: for them the answer is always false.
 */
export function isStale(rule: FreshnessRule, updatedOn: Day | null, asOf: Day): boolean {
  const { count, unit } = rule.maxAge
  if (unit === 'hour') return false
  if (updatedOn === null) return true
  const lastGoodDay =
    unit === 'month' ? addMonths(updatedOn, count) : addDays(updatedOn, unit === 'week' ? count * 7 : count)
  return asOf > lastGoodDay
}
