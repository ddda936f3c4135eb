import { formatChinese } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Dated, type Guard, says, verb } from './verb.ts'

export interface AcceptCorrection extends Dated {
  /** Id of the vault's entry with what the applicant wrote; left out, that of what was offered late, if anything. */
  readonly entry?: string
  /** The good reason for being late (条例§30: 无正当理由逾期不补正). */
  readonly lateBecause?: string
}

export const isCorrectionAwaited: Guard = ({ correction }) =>
  correction !== null && correction.correctedOn === null
    ? null
    : refuse('correctionNotAsked', '没有待补正的告知；申请人补充的材料请以备注登记。', '条例§30')

/**
 * The corrected request has come: the period begins anew with the day after (条例§30, §33¶2). What was offered late and
 * is accepted now came on the day it was offered.
 */
export const acceptCorrection = verb<AcceptCorrection>(
  'acceptCorrection',
  [isForInformation, isCorrectionAwaited],
  ({ correction }, command, { today }) => {
    const { askedOn, by, offered } = correction!
    const on = command.on ?? offered?.on ?? today
    if (on < askedOn)
      return refuse('tooEarly', `补正早于告知补正之日${formatChinese(askedOn)}，请核对日期。`, '条例§30')
    if (on > by && !says(command.lateBecause))
      return refuse(
        'correctionLate',
        `补正晚于告知的期限${formatChinese(by)}：有正当理由的请写明，没有的登记逾期未补正。`,
        '条例§30',
      )
    const entry = command.entry ?? offered?.entry ?? null
    return [event('corrected', on, { entry, lateBecause: command.lateBecause ?? null })]
  },
)
