/**
 * The figures that leaders are shown, as data: what each counts, by which article, and the filter that counts it. The
 * list behind a figure is asked for by the same filter, so that it is as long as the figure says.
 */
import type { Citation } from '../../law/citation.ts'
import { addDays, addMonths, type Day } from '../../law/day.ts'
import type { CountedLook, DayRange } from '../ports.ts'
import { type CountingPolicy, defaultCountingPolicy, leftOutUnder } from '../requests/annual.ts'
import { waitingStatuses } from '../requests/progress.ts'

/** The time that is looked at, and the day from which. */
export interface Outlook {
  readonly period: DayRange
  /** First day of all that is compared. What had ended before it is in no figure but those of disputes. */
  readonly since: Day
  readonly today: Day
  /** Last day of what is due soon. */
  readonly soonUntil: Day
  /** By which is counted, of whatever organ: that of the organ whose leaders look. */
  readonly policy: CountingPolicy
}

export interface Figure {
  readonly caption: string
  /** What is counted, for whoever reads the figure. */
  readonly says: string
  readonly cites: readonly Citation[]
  /** Counts the standing of today, whatever time is looked at; there is none of a year ago. */
  readonly today?: true
  /** Counts requests by their disputes, however long ago they were answered; the others count open ones and recent ones. */
  readonly disputes?: true
  readonly look: (outlook: Outlook) => CountedLook
}

/** Working days within which what is due is due soon. */
export const soonDays = 5

const table = {
  carriedIn: {
    caption: '期初结转',
    says: '期间开始前已经收到、到期间开始时还没有办结的申请。',
    cites: ['条例§50(2)'],
    look: ({ period }) => ({ openAt: addDays(period.from, -1) }),
  },
  received: {
    caption: '收到',
    says: '期间内收到的申请，按收到之日计；当作信访、咨询等转出的，按转出之日计。更正本人信息的申请不计。',
    cites: ['条例§31', '条例§50(2)'],
    look: ({ period }) => ({ came: period }),
  },
  closed: {
    caption: '办结',
    says: '期间内办结的申请：答复、撤回、转出，与年度报告的办理结果同一口径。',
    cites: ['条例§50(2)'],
    look: ({ period }) => ({ closed: period }),
  },
  open: {
    caption: '期末在办',
    says: '期间结束时收到而没有办结的申请。期初结转加收到，等于办结加期末在办。',
    cites: ['条例§50(2)'],
    look: ({ period }) => ({ openAt: period.to }),
  },
  overdue: {
    caption: '逾期',
    says: '今天看，在办的申请中，答复期限已经届满的。',
    cites: ['条例§33¶2'],
    today: true,
    look: ({ today }) => ({ due: { to: addDays(today, -1) } }),
  },
  soon: {
    caption: '临期',
    says: `今天看，在办的申请中，答复期限在今天起${soonDays}个工作日内届满的。`,
    cites: ['条例§33¶2'],
    today: true,
    look: ({ today, soonUntil }) => ({ due: { from: today, to: soonUntil } }),
  },
  waiting: {
    caption: '等待他人',
    says: '今天看，在办的申请中，正在等待补正、缴费，或者征求意见尚未结束的。',
    cites: ['条例§30', '条例§32', '条例§34', '办法§6'],
    today: true,
    look: () => ({ open: true, status: waitingStatuses }),
  },
  answered: {
    caption: '答复',
    says: '期间内答复的申请。邮寄的按交邮之日，直接送达、委托送达的按签收之日，网上的按发出之日。',
    cites: ['条例§33', '送达函'],
    look: ({ period }) => ({ answered: period }),
  },
  inTime: {
    caption: '按期答复',
    says: '期间内答复的申请中，不晚于届满日的。期限暂停计算时答复的，计为按期。',
    cites: ['条例§33¶2'],
    look: ({ period }) => ({ answered: period, late: false }),
  },
  late: {
    caption: '逾期答复',
    says: '期间内答复的申请中，晚于届满日的。',
    cites: ['条例§33¶2'],
    look: ({ period }) => ({ answered: period, late: true }),
  },
  disputed: {
    caption: '被复议、诉讼',
    says: '期间内就其申请复议或者提起诉讼的申请件，一件有几起的计一件。复议机关作共同被告的不计。',
    cites: ['条例§51', '年报填报函'],
    disputes: true,
    look: ({ period }) => ({ disputeFiled: period }),
  },
  decided: {
    caption: '复议、诉讼审结',
    says: '期间内有复议决定或者生效裁判的申请件。',
    cites: ['条例§51', '年报填报函'],
    disputes: true,
    look: ({ period }) => ({ disputeDecided: period }),
  },
  corrected: {
    caption: '其中结果未维持',
    says: '期间内审结的申请件中，复议、诉讼结果为纠正或者其他，不是维持的。',
    cites: ['条例§51', '年报填报函'],
    disputes: true,
    look: ({ period }) => ({ disputeDecided: { ...period, notUpheld: true } }),
  },
} as const satisfies Readonly<Record<string, Figure>>

export type FigureKey = keyof typeof table

export const figures: Readonly<Record<FigureKey, Figure>> = table
export const figureKeys = Object.keys(table) as readonly FigureKey[]

/** The same days a year before; the last of February for the 29th. */
export const yearBefore = ({ from, to }: DayRange): DayRange => ({
  from: addMonths(from, -12),
  to: addMonths(to, -12),
})

/** A time to be looked at and compared with the year before. */
export const outlookOn = (
  period: DayRange,
  from: Pick<Outlook, 'today' | 'soonUntil'> & { readonly policy?: CountingPolicy },
): Outlook => ({ policy: defaultCountingPolicy, ...from, period, since: yearBefore(period).from })

/**
 * The filter of a figure. What all figures have in common stands in each of them, so that they can be counted in one pass
 * over few cases, and the list behind a figure is of the very cases that are counted.
 */
export function lookOf(key: FigureKey, outlook: Outlook): CountedLook {
  const { disputes, look }: Figure = figures[key]
  const { since, today, policy } = outlook
  const counted = {
    counted: true,
    leftOut: leftOutUnder(policy),
    reported: { from: since, to: today },
  } as const
  return { ...(disputes ? { disputed: true } : counted), ...look(outlook) }
}
