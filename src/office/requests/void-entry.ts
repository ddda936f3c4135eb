import { event } from './events.ts'
import { isOpen, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import type { RequestState } from './state.ts'
import { missing, says, verb } from './verb.ts'

/** Whether nothing was done to the request but registering it: a receipt may have been made out, a handler named. */
const isUntouched = ({
  letters,
  correction,
  consultations,
  reasons,
  extension,
  fee,
  draft,
  ...state
}: RequestState) =>
  letters.every(({ kind }) => kind === 'receipt') &&
  [correction, reasons, fee, draft, extension.proposed].every((step) => step === null) &&
  consultations.length === 0 &&
  state.retrievals.length === 0 &&
  state.disputes.length === 0

/**
 * 作废: an entry of the register that was a mistake of whoever typed it (a letter entered twice, what is no application).
 * The number stays taken and says so. What an applicant submitted themselves is no entry of ours, and what was begun
 * to be handled is an application: both are answered, not voided.
 */
export const voidEntry = verb<{ readonly because: string }>(
  'voidEntry',
  [
    isRegistered,
    isOpen,
    ({ arrival }) =>
      arrival?.channel === 'online'
        ? refuse('closed', '这是申请人自己在网上提交的，不是录入的差错，不能作废；请依法答复。', '条例§33')
        : null,
    (state) =>
      isUntouched(state)
        ? null
        : refuse('closed', '该件已经开始办理，不能再作废登记；请依法答复，或者登记申请人撤回。', '条例§45'),
  ],
  (_, { because }, { today }) =>
    says(because) ? [event('entryVoided', today, { because })] : missing('作废的理由', '条例§45'),
)
