import { type Day, formatChinese } from '../../law/day.ts'
import { deadline } from '../../law/deadline.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import type { RequestState } from './state.ts'
import { type Guard, missing, says, verb } from './verb.ts'

export interface Lapse {
  /** How it was ascertained that nothing came and no good reason is known. */
  readonly inquiry: string
}

/**
 * The applicant let a period pass: the request is deemed abandoned (条例§30; 办法§6). Recorded as a finding first;
 * the telling of it is a decision like any other, with draft, approval and letter, for it can be challenged.
 */
export const lapseCorrection = verb<Lapse>(
  'lapseCorrection',
  [
    isForInformation,
    ({ correction }, { today }) => {
      if (correction === null || correction.correctedOn !== null)
        return refuse('correctionNotAsked', '没有待补正的告知，不能登记逾期未补正。', '条例§30')
      if (correction.lapsedOn !== null)
        return refuse('alreadyLapsed', '已登记逾期未补正，请拟制告知书。', '条例§30')
      return today > correction.by ? null : notYet('补正', correction.by, '条例§30')
    },
  ],
  (_, { inquiry }, { today }) =>
    says(inquiry)
      ? [event('correctionLapsed', today, { inquiry })]
      : missing('有无正当理由的核实情况', '条例§30'),
)

export const lapseFee = verb<Lapse>(
  'lapseFee',
  [
    isForInformation,
    (state, context) => {
      const { fee } = state
      if (fee === null || fee.paidOn !== null)
        return refuse('feeNotAsked', '没有待缴费的收费通知，不能登记逾期未缴费。', '办法§6')
      if (fee.lapsedOn !== null) return refuse('alreadyLapsed', '已登记逾期未缴费，请拟制告知书。', '办法§6')
      const payBy = payByOf(state, context)
      if (payBy === null)
        return refuse('notLapsed', '收费通知的送达日尚未登记，缴费期限未起算；请先登记送达。', '办法§6')
      return context.today > payBy ? null : notYet('缴费', payBy, '办法§6')
    },
  ],
  (_, { inquiry }, { today }) =>
    says(inquiry) ? [event('feeLapsed', today, { inquiry })] : missing('未缴费的核实情况', '办法§6'),
)

/** Last day for the payment, 20 working days from the day after the notice was received; null before that. */
export function payByOf(
  { fee }: Pick<RequestState, 'fee'>,
  { calendar }: Pick<Parameters<Guard>[1], 'calendar'>,
): Day | null {
  return fee?.servedOn ? deadline(calendar, 'feePayment', fee.servedOn).due : null
}

function notYet(what: string, by: Day, cite: '条例§30' | '办法§6') {
  return refuse(
    'notLapsed',
    `${what}期限至${formatChinese(by)}，尚未届满，不能视为放弃申请；请待期满。`,
    cite,
  )
}
