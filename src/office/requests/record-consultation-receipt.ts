import { formatChinese } from '../../law/day.ts'
import { consultationOf } from './consult.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { parties } from './parties.ts'
import { refuse } from './refusal.ts'
import { openConsultations } from './state.ts'
import { type Dated, dayOf, type Guard, verb } from './verb.ts'

export interface OfConsultation extends Dated {
  readonly id: string
}

export const hasOpenConsultation: Guard = (state) =>
  openConsultations(state).length === 0
    ? refuse('consultationUnknown', '没有尚未结束的征求意见。', '条例§33¶3')
    : null

/** The day the letter reached the other side, from which its 15 working days run (条例§32、§34). */
export const recordConsultationReceipt = verb<OfConsultation>(
  'recordConsultationReceipt',
  [isForInformation, hasOpenConsultation],
  (state, command, context) => {
    const { id } = command
    const on = dayOf(command, context)
    const found = consultationOf(state, id)
    if (found === undefined || found.endedOn !== null)
      return refuse('consultationUnknown', `没有尚未结束的征求意见（${id}），请核对。`, '条例§33¶3')
    if (found.reachedOn !== null)
      return refuse('consultationRepeated', `征求意见（${id}）的送达日已经登记。`, parties[found.party].cite)
    if (on < found.sentOn)
      return refuse(
        'tooEarly',
        `送达早于发出之日${formatChinese(found.sentOn)}，请核对日期。`,
        parties[found.party].cite,
      )
    return [event('consultationReached', on, { id })]
  },
)
