import { dayOf, formatChinese, yearOf } from '../../../law/day.ts'
import { everyCase } from '../../handling/every-case.ts'
import { figures, lookOf, outlookOn } from '../../overview/figures.ts'
import type { InspectionItem, InspectionReader } from './checks.ts'

const checks = {
  'requests.overdue': {
    caption: '依申请公开逾期未答复',
    cites: figures.overdue.cites,
    advice: '立即答复；需要延期、补正、征求意见的，按条例办理并登记。',
  },
  'requests.late': {
    caption: '本年依申请公开逾期答复',
    cites: figures.late.cites,
    advice: '查明原因，完善收件登记和期限提醒。',
  },
  'requests.corrected': {
    caption: '本年复议、诉讼结果为纠正',
    cites: figures.corrected.cites,
    advice: '对照复议决定、裁判文书查找原因，规范同类答复。',
  },
} as const

/** By the same filters as the figures that leaders see, so that both say the same. */
const looks = {
  'requests.overdue': 'overdue',
  'requests.late': 'late',
  'requests.corrected': 'corrected',
} as const

export const requestReader: InspectionReader<keyof typeof checks> = {
  caption: '依申请公开',
  checks,
  async read(office, { id }, today) {
    const period = { from: dayOf(yearOf(today), 1, 1), to: today }
    const outlook = outlookOn(period, { today, soonUntil: today })
    const found: InspectionItem<keyof typeof checks>[] = []
    for (const check of Object.keys(checks) as (keyof typeof checks)[])
      for await (const row of everyCase(office, { organs: [id], ...lookOf(looks[check], outlook) })) {
        const days = [
          row.due === null ? '' : `答复期限${formatChinese(row.due)}`,
          row.answeredOn === null ? '尚未答复' : `答复${formatChinese(row.answeredOn)}`,
        ]
        found.push({
          check,
          ref: { kind: 'request', id: row.id },
          what: row.number ?? '未编号',
          message: `${days.filter(Boolean).join('，')}。`,
        })
      }
    return found
  },
}
