import { formatChinese } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Dated, dayOf, says, verb } from './verb.ts'

export interface AcceptCorrection extends Dated {
  /** The good reason for being late (条例§30: 无正当理由逾期不补正). */
  readonly lateBecause?: string
}

/** The corrected request has come: the period begins anew with the day after (条例§30, §33¶2). */
export const acceptCorrection = verb<AcceptCorrection>(
  'acceptCorrection',
  [
    isForInformation,
    ({ correction }) =>
      correction !== null && correction.correctedOn === null
        ? null
        : refuse('correctionNotAsked', '没有待补正的告知；申请人补充的材料请以备注登记。', '条例§30'),
  ],
  ({ correction }, command, context) => {
    const on = dayOf(command, context)
    const { askedOn, by } = correction!
    if (on < askedOn)
      return refuse('tooEarly', `补正早于告知补正之日${formatChinese(askedOn)}，请核对日期。`, '条例§30')
    if (on > by && !says(command.lateBecause))
      return refuse(
        'correctionLate',
        `补正晚于告知的期限${formatChinese(by)}：有正当理由的请写明，没有的登记逾期未补正。`,
        '条例§30',
      )
    return [event('corrected', on, { lateBecause: command.lateBecause ?? null })]
  },
)
