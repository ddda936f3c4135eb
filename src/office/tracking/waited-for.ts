/** What a request waits for and until when, in the applicant's words. */
import type { Calendar } from '../../law/calendar.ts'
import { type Day, formatChinese, laterOf } from '../../law/day.ts'
import { openConsultations, parties, type RequestState } from '../requests/index.ts'
import { payByOf } from '../requests/lapse.ts'
import { limitOf } from '../requests/lapse-consultation.ts'

export interface WaitedFor {
  readonly for: 'correction' | 'reasons' | 'fee' | 'consultation'
  /** Last day; null while it is not known, as of a letter that is under way. */
  readonly by: Day | null
  readonly says: string
}

/** Empty where nobody is waited for, and once the request has ended. */
export function waitedFor(state: RequestState, calendar: Calendar): readonly WaitedFor[] {
  const { correction, reasons, fee, progress } = state
  if (progress.ended !== null) return []
  const found: WaitedFor[] = []
  if (correction !== null && correction.correctedOn === null && correction.lapsedOn === null)
    found.push({
      for: 'correction',
      by: correction.by,
      says:
        correction.offered === null
          ? `请不迟于${formatChinese(correction.by)}补正申请；无正当理由逾期不补正的，视为放弃申请。`
          : `您于${formatChinese(correction.offered.on)}逾期提交了补正，工作机构正在判断有无正当理由。`,
    })
  if (reasons !== null && reasons.givenOn === null && reasons.rejectedOn === null)
    found.push({
      for: 'reasons',
      by: reasons.by,
      says: `请不迟于${formatChinese(reasons.by)}说明申请数量、频次较多的理由；答复期限照常计算。`,
    })
  if (fee !== null && fee.paidOn === null && fee.lapsedOn === null) {
    const by = payByOf(state, { calendar })
    const until = by === null ? '自收到收费通知之日起按其载明的期限' : `不迟于${formatChinese(by)}`
    found.push({
      for: 'fee',
      by,
      says: `请${until}缴纳信息处理费${fee.amount}元；逾期未缴纳的，视为放弃申请。`,
    })
  }
  return [...found, ...consulted(state, calendar)]
}

/** Asking within the house is nobody's wait; of who is asked nothing is told. */
function consulted(state: RequestState, calendar: Calendar): readonly WaitedFor[] {
  const open = openConsultations(state).filter(({ party }) => parties[party].clock !== null)
  if (open.length === 0) return []
  const limits = open.map((each) => limitOf(each, calendar))
  const known = limits.filter((limit) => limit !== null)
  const by = known.length < open.length ? null : known.reduce(laterOf)
  const until = by === null ? '' : `，至迟到${formatChinese(by)}`
  return [{ for: 'consultation', by, says: `正在征求意见${until}；所需时间不计入答复期限。` }]
}
