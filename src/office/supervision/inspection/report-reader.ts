import { yearOf } from '../../../law/day.ts'
import { listFilings } from '../../reports/annual/list-filings.ts'
import { annualStatuses } from '../../reports/annual/state.ts'
import type { InspectionItem, InspectionReader } from './checks.ts'

const checks = {
  'reports.late': {
    caption: '年度报告逾期未公布',
    cites: ['条例§49'],
    advice: '立即编制、报送并公布。',
  },
  'reports.broken': {
    caption: '报送的年度报告有错误',
    cites: ['条例§50', '年报格式'],
    advice: '核对报告中指出的错误，更正后重新公布。',
  },
} as const

/** The report of the last year that is over. */
export const reportReader: InspectionReader<keyof typeof checks> = {
  caption: '年度报告',
  checks,
  async read(office, organ, today) {
    const year = yearOf(today) - 1
    const { organs } = await listFilings(office, organ.id, [organ], year, today)
    const { filing, status, daysLate } = organs[0]!
    const ref = { kind: 'report', id: String(year) } as const
    const what = `${year}年政府信息公开工作年度报告`
    const found: InspectionItem<keyof typeof checks>[] = []
    if (daysLate > 0 && (filing?.publications ?? []).length === 0)
      found.push({
        check: 'reports.late',
        ref,
        what,
        message: `现在是“${annualStatuses[status]}”，已经逾期${daysLate}天。`,
      })
    const errors = filing?.findings?.error ?? 0
    if (errors > 0) found.push({ check: 'reports.broken', ref, what, message: `报送时有${errors}处错误。` })
    return found
  },
}
