import { formatChinese } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { payByOf } from './lapse.ts'
import { refuse } from './refusal.ts'
import { type Dated, dayOf, missing, says, verb } from './verb.ts'

export interface RecordPayment extends Dated {
  /** Whole yuan. */
  readonly amount: number
  /** Number of the fiscal bill (财政票据). */
  readonly billNo: string
}

/** 办法§6: the fee is paid in time; the handling period is counted by the policy of law/clock. */
export const recordPayment = verb<RecordPayment>(
  'recordPayment',
  [
    isForInformation,
    ({ fee }) => {
      if (fee === null || fee.paidOn !== null)
        return refuse('feeNotAsked', '没有待缴费的收费通知。', '办法§6')
      if (fee.lapsedOn !== null)
        return refuse('feeLate', '已登记逾期未缴费，依规定视为放弃申请；所缴费用请退还。', '办法§6')
      return fee.servedOn === null
        ? refuse('feeNotAsked', '收费通知的送达日尚未登记；请先登记送达。', '办法§6')
        : null
    },
  ],
  (state, command, context) => {
    const on = dayOf(command, context)
    const { amount, servedOn } = state.fee!
    const payBy = payByOf(state, context)!
    if (on < servedOn!)
      return refuse('tooEarly', `缴费早于通知送达之日${formatChinese(servedOn!)}，请核对日期。`, '办法§6')
    if (on > payBy)
      return refuse(
        'feeLate',
        `缴费期限至${formatChinese(payBy)}，逾期视为放弃申请；所缴费用请退还，并登记逾期未缴费。`,
        '办法§6',
      )
    if (command.amount !== amount)
      return refuse('feeAmount', `应缴${amount}元，与所登记的数额不符，请核对。`, '办法§6')
    if (!says(command.billNo)) return missing('财政票据号码', '办法§6')
    return [event('feePaid', on, { amount, billNo: command.billNo })]
  },
)
