import { formatChinese } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Dated, dayOf, verb } from './verb.ts'

/** The day the applicant received the fee notice: the 20 working days run from the day after (办法§6). */
export const recordFeeNoticeService = verb<Dated>(
  'recordFeeNoticeService',
  [
    isForInformation,
    ({ fee }) =>
      fee !== null && fee.servedOn === null
        ? null
        : refuse('feeNotAsked', '没有待登记送达的收费通知。', '办法§6'),
  ],
  (state, command, context) => {
    const on = dayOf(command, context)
    const { askedOn } = state.fee!
    if (on < askedOn)
      return refuse('tooEarly', `送达早于收费通知发出之日${formatChinese(askedOn)}，请核对日期。`, '办法§6')
    return [event('feeNoticeServed', on, {})]
  },
)
