/** Does a verb to a request by the way it has in the office: with its letters, where it goes out with some. */
import { calendarOf } from '../../office/handling/calendar-of.ts'
import { type Handled, handleWithin } from '../../office/handling/handle-request.ts'
import type { Facts } from '../../office/letters/facts.ts'
import type { Office } from '../../office/ports.ts'
import { guarded, openCase } from '../../office/replies/case-file.ts'
import { dispatchReply } from '../../office/replies/dispatch-reply.ts'
import { draftReply } from '../../office/replies/draft-reply.ts'
import { issueNotice } from '../../office/replies/issue-notice.ts'
import { confirmReceipt } from '../../office/replies/issue-receipt.ts'
import { type NoticeAction, notices } from '../../office/replies/notices.ts'
import { sealReply } from '../../office/replies/seal-reply.ts'
import { returnReply } from '../../office/replies/void-letter.ts'
import { type Acting, allOrNothing, type IssuedLetter } from '../../office/replies/write-letter.ts'
import type { CommandOf, RequestAction } from '../../office/requests/index.ts'
import type { ApiCommand } from './commands/form.ts'
import type { CommandedAction } from './commands/index.ts'

/** What is told for the letters of a step, beside the command. */
export interface LetterWishes {
  readonly facts?: Facts
  /** False where the applicant knows already that somebody is being asked. */
  readonly tellsApplicant?: boolean
}

export interface Deed<A extends CommandedAction = CommandedAction> {
  readonly acting: Acting
  readonly action: A
  readonly command: ApiCommand<A>
  readonly wishes: LetterWishes
  /** Id for a letter that is made out. */
  readonly letterId: string
}

/** The request after the deed, with the letters that were made out. */
export type Done = Handled & { readonly letters?: readonly IssuedLetter[] }

/** @returns the request, or whatever the use case says instead; `problemIn` knows what to make of it */
export async function perform(office: Office, deed: Deed): Promise<Done | object> {
  const { acting, action, letterId, wishes } = deed
  if (isNotice(action)) {
    const command = deed.command as never
    return issueNotice<NoticeAction>(office, { ...acting, ...wishes, action, command, letterId })
  }
  const own = ways[action as keyof typeof ways] as Way<CommandedAction> | undefined
  return own === undefined ? plainly(office, deed) : own(office, deed)
}

const isNotice = (action: RequestAction): action is NoticeAction => Object.hasOwn(notices, action)

type Way<A extends CommandedAction> = (office: Office, deed: Deed<A>) => Promise<object>

/** Verbs that have a use case of their own. */
const ways = {
  confirmReceipt: (office, { acting, command, letterId }) =>
    confirmReceipt(office, { ...acting, command, letterId }),
  draft: (office, { acting, command: reply }) => draftReply(office, { ...acting, reply }),
  returnDraft: (office, { acting, command }) => returnReply(office, { ...acting, command }),
  seal: (office, { acting, command, letterId }) => sealReply(office, { ...acting, ...command, letterId }),
  dispatch: (office, { acting, command }) => dispatchReply(office, { ...acting, command }),
} satisfies { readonly [A in CommandedAction]?: Way<A> }

/** The verb itself, with an eye on what must not get into the log. */
async function plainly(office: Office, { acting, action, command }: Deed): Promise<object> {
  const { organ, request, context } = acting
  const calendar = await calendarOf(office, organ)
  return allOrNothing<object>(office, organ, async (unit) => {
    const file = await openCase(unit, request, context, calendar)
    const careful = await guarded(unit, file, context)
    const handling = { ...acting, action, command: command as CommandOf<typeof action>, context: careful }
    return handleWithin(unit, handling, calendar)
  })
}
