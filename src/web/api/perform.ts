/** Does a verb to a request by the way it has in the office: with its letters, where it goes out with some. */
import type { Calendar } from '../../law/calendar.ts'
import { decideDispute, registerDispute } from '../../office/disputes/register-dispute.ts'
import { allOrNothing } from '../../office/handling/all-or-nothing.ts'
import { calendarOf } from '../../office/handling/calendar-of.ts'
import { type Handled, handleWithin } from '../../office/handling/handle-request.ts'
import { repetitionOf } from '../../office/intake/duplicates.ts'
import type { Facts } from '../../office/letters/facts.ts'
import { writeNote } from '../../office/notes/write-note.ts'
import type { Office, Unit } from '../../office/ports.ts'
import { guarded, openCase } from '../../office/replies/case-file.ts'
import { dispatchReply } from '../../office/replies/dispatch-reply.ts'
import { draftReply } from '../../office/replies/draft-reply.ts'
import { issueNotice } from '../../office/replies/issue-notice.ts'
import { confirmReceipt } from '../../office/replies/issue-receipt.ts'
import { type NoticeAction, notices } from '../../office/replies/notices.ts'
import { sealReply } from '../../office/replies/seal-reply.ts'
import { returnReply } from '../../office/replies/void-letter.ts'
import type { Acting, IssuedLetter } from '../../office/replies/write-letter.ts'
import type { CommandOf, RequestAction } from '../../office/requests/index.ts'
import { askThirdParty } from '../../office/third-party/ask-third-party.ts'
import { type OwnWordsKind, ownWordsEntry } from '../../office/tracking/own-words.ts'
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
  /** Ids for what is made: a letter, an entry of the vault. */
  readonly letterId: string
  readonly entryId: string
  /** Where a third party answers online, and its secret code. */
  readonly answering: { readonly address: string; readonly code: string }
}

/** The request after the deed, with the letters that were made out. */
export type Done = Handled & { readonly letters?: readonly IssuedLetter[] }

/** @returns the request, or whatever the use case says instead; `problemIn` knows what to make of it */
export async function perform(office: Office, deed: Deed): Promise<Done | object> {
  const { acting, action, letterId, wishes } = deed
  const own = ways[action as keyof typeof ways] as Way<CommandedAction> | undefined
  if (own !== undefined) return own(office, deed)
  if (!isNotice(action)) return plainly(office, deed, deed.command)
  const command = deed.command as never
  return issueNotice<NoticeAction>(office, { ...acting, ...wishes, action, command, letterId })
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
  consultThirdParty: (office, { acting, command, wishes, letterId, entryId, answering }) => {
    const { thirdParty, online, ...rest } = command
    return askThirdParty(office, {
      ...acting,
      ...wishes,
      command: { ...rest, counterpart: entryId },
      thirdParty,
      online: online ? answering : null,
      letterId,
    })
  },
  acceptCorrection: (office, deed) => {
    const { text, ...command } = deed.command
    return text === undefined
      ? plainly(office, deed, command)
      : inWriting(office, deed, 'correction', text, command)
  },
  offerCorrection: (office, deed) => inWriting(office, deed, 'correction', deed.command.text, {}),
  recordReasons: (office, deed) => {
    const { text, ...command } = deed.command
    return inWriting(office, deed, 'reasons', text, command)
  },
  confirmDuplicate: (office, deed) => repeating(office, deed),
  fileReview: (office, { acting, command }) => registerDispute(office, { ...acting, command }),
  decideReview: (office, { acting, command }) => decideDispute(office, { ...acting, command }),
  annotate: (office, { acting, command, entryId }) => writeNote(office, { ...acting, ...command, entryId }),
  suggestProactive: (office, deed) => plainly(office, deed, { by: 'office', ...deed.command }),
} satisfies { readonly [A in CommandedAction]?: Way<A> }

/** The verb itself, with an eye on what must not get into the log. */
async function plainly(office: Office, { acting, action }: Deed, command: object): Promise<object> {
  const calendar = await calendarOf(office, acting.organ)
  return allOrNothing<object>(office, acting.organ, (unit) => within(unit, acting, action, command, calendar))
}

/** The reply to the earlier request stands on its file: nobody has to look it up and type it. */
async function repeating(office: Office, deed: Deed<'confirmDuplicate'>): Promise<object> {
  const { acting, command } = deed
  const known = await office.inTransaction(acting.organ, async (unit) => {
    const row = await unit.cases.get(command.earlier)
    return row === null ? {} : repetitionOf(unit, row)
  })
  return plainly(office, deed, { ...known, ...command })
}

/** What somebody wrote is sealed under its id, and the verb is told the id alone. */
async function inWriting(
  office: Office,
  { acting, action, entryId }: Deed,
  kind: OwnWordsKind,
  text: string,
  command: object,
): Promise<object> {
  const { organ, request, at } = acting
  const calendar = await calendarOf(office, organ)
  return allOrNothing<object>(office, organ, async (unit) => {
    await unit.vault.put(ownWordsEntry(entryId, kind, { request, text }), at)
    return within(unit, acting, action, { ...command, entry: entryId }, calendar)
  })
}

async function within(
  unit: Unit,
  acting: Acting,
  action: CommandedAction,
  command: object,
  calendar: Calendar,
): Promise<object> {
  const file = await openCase(unit, acting.request, acting.context, calendar)
  const context = await guarded(unit, file, acting.context)
  const handling = { ...acting, action, command: command as CommandOf<typeof action>, context }
  return handleWithin(unit, handling, calendar)
}
