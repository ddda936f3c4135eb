import { event, type Retention } from './events.ts'
import { isNotArchived, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

/**
 * 归档 (条例§45): the file is complete, with proof of service, and nothing about it is pending. How long it is kept is
 * for the organ's own table of retention periods.
 */
export const archive = verb<{ readonly retention: Retention; readonly fileNo: string }>(
  'archive',
  [
    isRegistered,
    isNotArchived,
    ({ progress, servedOn }) => {
      if (progress.ended === null && servedOn === null)
        return refuse('notServed', '尚未办结，不能归档；请先作出答复并登记送达。', '条例§45')
      return progress.ended?.how === 'answered' && servedOn === null
        ? refuse('notServed', '尚无送达凭证，不能归档；请先登记送达。', '条例§45', '送达函')
        : null
    },
    ({ disputes }) =>
      disputes.some(({ decided }) => decided === null)
        ? refuse('disputeOpen', '行政复议、行政诉讼尚未审结，不能归档；请待审结。', '条例§45')
        : null,
  ],
  (_, { retention, fileNo }, { today }) =>
    says(fileNo) ? [event('archived', today, { retention, fileNo })] : missing('档号', '条例§45'),
)
