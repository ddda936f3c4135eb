import { formatChinese } from '../../law/day.ts'
import { consultationOf } from './consult.ts'
import { event, type Opinion } from './events.ts'
import { isForInformation } from './guards.ts'
import { parties } from './parties.ts'
import { hasOpenConsultation, type OfConsultation } from './record-consultation-receipt.ts'
import { refuse } from './refusal.ts'
import { dayOf, missing, says, verb } from './verb.ts'

export interface ReturnConsultation extends OfConsultation {
  readonly opinion: Opinion
  readonly reasons?: string
}

/**
 * The opinion has come. A third party's refusal counts by its reasons (条例§32: 不同意公开且有合理理由的); a late
 * opinion is recorded too, though the time left out of the period ended with its last day.
 */
export const returnConsultation = verb<ReturnConsultation>(
  'returnConsultation',
  [isForInformation, hasOpenConsultation],
  (state, command, context) => {
    const { id, opinion, reasons } = command
    const on = dayOf(command, context)
    const found = consultationOf(state, id)
    if (found === undefined || found.endedOn !== null)
      return refuse('consultationUnknown', `没有尚未结束的征求意见（${id}），请核对。`, '条例§33¶3')
    const since = found.reachedOn ?? found.sentOn
    if (on < since)
      return refuse(
        'tooEarly',
        `意见早于征求意见书送达之日${formatChinese(since)}，请核对日期。`,
        parties[found.party].cite,
      )
    if (opinion !== 'agrees' && opinion !== 'noView' && !says(reasons))
      return missing('对方的理由；没有写明理由的，照实登记“未说明理由”', parties[found.party].cite)
    return [event('consultationReturned', on, { id, opinion, reasons: reasons ?? null })]
  },
)
