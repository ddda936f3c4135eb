import type { Day } from '../../law/day.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { missing, says, verb } from './verb.ts'

export interface ConfirmDuplicate {
  /** Id of the earlier request of the same applicant for the same information. */
  readonly earlier: string
  /** Number and day of the reply to it, where it is answered. */
  readonly letterNo?: string
  readonly answeredOn?: Day
}

/** A person confirms what the software only hinted at: same applicant, same information (条例§36(6)). */
export const confirmDuplicate = verb<ConfirmDuplicate>(
  'confirmDuplicate',
  [isForInformation],
  (_, { earlier, letterNo, answeredOn }, { today }) =>
    says(earlier)
      ? [
          event('duplicateConfirmed', today, {
            earlier,
            letterNo: letterNo ?? null,
            answeredOn: answeredOn ?? null,
          }),
        ]
      : missing('此前的申请', '条例§36(6)'),
)
