import type { Citation, SourceMark } from './citation.ts'
import type { Day } from './day.ts'
import { lastChecked } from './instruments.ts'

/** How long a period is: so many units after its start, or until a fixed date of the year that follows. */
export type Length =
  | { readonly unit: 'workingDay' | 'day' | 'month'; readonly count: number }
  | { readonly unit: 'date'; readonly month: number; readonly day: number }

export interface Period {
  readonly caption: string
  readonly length: Length
  /** The event whose day starts the period; that day itself is not counted (民法典§201). */
  readonly start: string
  /** Whether a last day that is no working day moves to the next one (民法典§203). */
  readonly rolls: boolean
  /** What the law makes of the period running out in silence. */
  readonly silence?: string
  readonly cites: readonly Citation[]
  readonly mark: SourceMark
  readonly checkedOn: Day
}

/** Working days for an answer, and the most by which they may be extended (条例§33¶2). */
export const replyDays = 20
export const longestExtension = 20

type PeriodData = Omit<Period, 'checkedOn' | 'rolls'> & { rolls?: boolean }

const table = {
  reply: {
    caption: '答复',
    length: { unit: 'workingDay', count: replyDays },
    start: '收到申请',
    cites: ['条例§33¶2'],
    mark: 'verified',
  },
  extension: {
    caption: '延长答复',
    length: { unit: 'workingDay', count: longestExtension },
    start: '原届满日',
    cites: ['条例§33¶2'],
    mark: 'verified',
  },
  correctionNotice: {
    caption: '补正告知',
    length: { unit: 'workingDay', count: 7 },
    start: '收到申请',
    cites: ['条例§30'],
    mark: 'verified',
  },
  thirdPartyOpinion: {
    caption: '第三方提出意见',
    length: { unit: 'workingDay', count: 15 },
    start: '第三方收到征求意见书',
    silence: '由行政机关依照条例决定是否公开',
    cites: ['条例§32'],
    mark: 'verified',
  },
  agencyOpinion: {
    caption: '相关机关提出意见',
    length: { unit: 'workingDay', count: 15 },
    start: '相关机关收到征求意见书',
    silence: '视为同意公开',
    cites: ['条例§34'],
    mark: 'verified',
  },
  feePayment: {
    caption: '缴纳信息处理费',
    length: { unit: 'workingDay', count: 20 },
    start: '申请人收到收费通知',
    silence: '视为放弃申请，行政机关不再处理',
    cites: ['办法§6'],
    mark: 'verified',
  },
  proactiveDisclosure: {
    caption: '主动公开',
    length: { unit: 'workingDay', count: 20 },
    start: '信息形成或者变更',
    cites: ['条例§26'],
    mark: 'verified',
  },
  interpretation: {
    caption: '政策解读',
    length: { unit: 'workingDay', count: 3 },
    start: '文件公布',
    cites: ['政务公开细则'],
    mark: 'memory',
  },
  penaltyPublication: {
    caption: '公示行政许可、行政处罚决定',
    length: { unit: 'workingDay', count: 7 },
    start: '作出决定',
    cites: ['执法三项制度'],
    mark: 'partly',
  },
  enforcementPublication: {
    caption: '公示其他执法结果',
    length: { unit: 'workingDay', count: 20 },
    start: '作出决定',
    cites: ['执法三项制度'],
    mark: 'partly',
  },
  budgetPublication: {
    caption: '公开预算、决算',
    length: { unit: 'day', count: 20 },
    start: '批准或者批复',
    cites: ['预算法§14'],
    mark: 'verified',
  },
  annualReportDepartment: {
    caption: '部门提交并公布年度报告',
    length: { unit: 'date', month: 1, day: 31 },
    start: '报告年度',
    cites: ['条例§49¶1'],
    mark: 'verified',
  },
  annualReportGovernment: {
    caption: '公布本级政府年度报告',
    length: { unit: 'date', month: 3, day: 31 },
    start: '报告年度',
    cites: ['条例§49¶2'],
    mark: 'verified',
  },
  reviewApplication: {
    caption: '申请行政复议',
    length: { unit: 'day', count: 60 },
    start: '知道行政行为',
    rolls: true,
    cites: ['复议法§20¶1'],
    mark: 'verified',
  },
  reviewUninformed: {
    caption: '未告知复议权利的，申请行政复议最长期限',
    length: { unit: 'month', count: 12 },
    start: '知道行政行为内容',
    rolls: true,
    cites: ['复议法§20¶3'],
    mark: 'verified',
  },
  reviewBar: {
    caption: '行政复议最长保护期限',
    length: { unit: 'month', count: 60 },
    start: '作出行政行为',
    cites: ['复议法§21'],
    mark: 'verified',
  },
  reviewDecisionSimplified: {
    caption: '复议决定（简易程序）',
    length: { unit: 'day', count: 30 },
    start: '受理复议申请',
    rolls: true,
    cites: ['复议法§62¶2', '复议法§53¶1(4)'],
    mark: 'verified',
  },
  reviewDecision: {
    caption: '复议决定（普通程序）',
    length: { unit: 'day', count: 60 },
    start: '受理复议申请',
    rolls: true,
    cites: ['复议法§62¶1'],
    mark: 'verified',
  },
  suit: {
    caption: '直接提起行政诉讼',
    length: { unit: 'month', count: 6 },
    start: '知道行政行为',
    rolls: true,
    cites: ['诉讼法§46¶1'],
    mark: 'verified',
  },
  suitUninformed: {
    caption: '未告知起诉期限的，起诉最长期限',
    length: { unit: 'month', count: 12 },
    start: '知道行政行为内容',
    rolls: true,
    cites: ['诉讼法解释§64'],
    mark: 'memory',
  },
  suitBar: {
    caption: '行政诉讼最长保护期限',
    length: { unit: 'month', count: 60 },
    start: '作出行政行为',
    cites: ['诉讼法§46¶2'],
    mark: 'verified',
  },
  suitAfterReview: {
    caption: '复议后提起行政诉讼',
    length: { unit: 'day', count: 15 },
    start: '收到复议决定或者复议期满',
    rolls: true,
    cites: ['诉讼法§45'],
    mark: 'verified',
  },
} as const satisfies Record<string, PeriodData>

export type PeriodId = keyof typeof table

/** Every period of the law that the software watches, beside the clock of a request. */
export const periods: Readonly<Record<PeriodId, Period>> = Object.fromEntries(
  Object.entries<PeriodData>(table).map(([id, period]) => [
    id,
    { rolls: false, ...period, checkedOn: lastChecked },
  ]),
) as Record<PeriodId, Period>
