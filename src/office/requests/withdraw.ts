import { event } from './events.ts'
import { isOpen, isRegistered } from './guards.ts'
import { type Dated, dayOf, missing, says, verb } from './verb.ts'

export interface Withdraw extends Dated {
  /** How the applicant withdrew: by letter, on the platform … */
  readonly how: string
  /** Number of the letter that confirms it, where one is sent. */
  readonly letterNo?: string
}

/** The applicant takes the request back before the answer. The Regulation is silent; nobody is held to a request. */
export const withdraw = verb<Withdraw>('withdraw', [isRegistered, isOpen], (_, command, context) =>
  says(command.how)
    ? [
        event('withdrawn', dayOf(command, context), {
          how: command.how,
          letterNo: command.letterNo ?? null,
        }),
      ]
    : missing('撤回的方式', '条例§29'),
)
