import { formatChinese } from '../../law/day.ts'
import { isCorrectionAwaited } from './accept-correction.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

/**
 * A correction that comes after its period. The clock stands still until the office has judged whether there was a
 * good reason (条例§30): it accepts what was offered, or records that the period lapsed.
 */
export const offerCorrection = verb<{ readonly entry: string }>(
  'offerCorrection',
  [
    isForInformation,
    isCorrectionAwaited,
    ({ correction }, { today }) =>
      today > correction!.by
        ? null
        : refuse(
            'notLapsed',
            `补正期限至${formatChinese(correction!.by)}，尚未届满；请直接登记补正。`,
            '条例§30',
          ),
  ],
  (_, { entry }, { today }) =>
    says(entry) ? [event('correctionOffered', today, { entry })] : missing('补正的内容', '条例§30'),
)
