import { event, type Matter } from './events.ts'
import { isOpen, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

export interface MoveOn {
  readonly matter: Matter
  /** The channel or body that handles it. */
  readonly to: string
  readonly letterNo: string
}

/**
 * 条例§39¶1: a petition, inquiry or complaint is no request; the sender is told, and may be told where to go. Only
 * before receipt is confirmed: once it was taken as a request, the answer is a decision with remedies, by the
 * disposition `petition`.
 */
export const moveOn = verb<MoveOn>(
  'moveOn',
  [
    isRegistered,
    isOpen,
    ({ progress }) =>
      progress.receivedOn === null
        ? null
        : refuse(
            'alreadyReceived',
            '已作为政府信息公开申请收到，不能径行转出；请以信访举报投诉类申请作出答复。',
            '条例§39¶1',
          ),
  ],
  (_, { matter, to, letterNo }, { today }) => {
    if (!says(to)) return missing('可以提出的相应渠道', '条例§39¶1')
    if (!says(letterNo)) return missing('告知书文号', '条例§39¶1')
    return [event('movedOn', today, { matter, to, letterNo })]
  },
)
