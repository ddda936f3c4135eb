import { formatChinese } from '../../law/day.ts'
import { event, type ProofKind } from './events.ts'
import { isNotArchived, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Dated, dayOf, type Guard, missing, says, verb } from './verb.ts'

export interface Serve extends Dated {
  readonly proof: ProofKind
  /** Number or place of the proof on file. */
  readonly reference: string
}

const isUnderway: Guard = ({ dispatched, servedOn }) =>
  dispatched === null
    ? refuse('notDispatched', '答复尚未发出，不能登记送达；请先发出。', '送达函')
    : servedOn === null
      ? null
      : refuse(
          'alreadyServed',
          `已登记${formatChinese(servedOn)}送达，请勿重复登记；有误的以备注说明。`,
          '送达函',
        )

/** 送达 and its proof: from this day the periods of review and suit run. */
export const serve = verb<Serve>(
  'serve',
  [isRegistered, isNotArchived, isUnderway],
  (state, command, context) => {
    const on = dayOf(command, context)
    const { on: sentOn } = state.dispatched!
    if (on < sentOn)
      return refuse('tooEarly', `送达早于发出之日${formatChinese(sentOn)}，请核对日期。`, '送达函')
    if (!says(command.reference)) return missing('送达凭证', '送达函')
    return [event('served', on, { proof: command.proof, reference: command.reference })]
  },
)

/** The letter came back or nobody took it: it can be sent again, by another way. */
export const recordServiceFailure = verb<Dated & { readonly because: string }>(
  'recordServiceFailure',
  [isRegistered, isNotArchived, isUnderway],
  (_, command, context) =>
    says(command.because)
      ? [event('serviceFailed', dayOf(command, context), { because: command.because })]
      : missing('送达不成的原因', '送达函'),
)
