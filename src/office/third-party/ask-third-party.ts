import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import type { Office } from '../ports.ts'
import { type IssueNotice, type IssueOutcome, issueNoticeWithin } from '../replies/issue-notice.ts'
import { codeEntry } from './consultation-code.ts'
import { type ThirdParty, thirdPartyEntry } from './third-party.ts'

export interface AskThirdParty extends Omit<IssueNotice<'consultThirdParty'>, 'action'> {
  /** Who is asked; sealed under the command's `counterpart`. */
  readonly thirdParty: ThirdParty
  /** Where it can answer online, and with which code: random, of 80 bits at least. Null where it answers on paper. */
  readonly online: { readonly address: string; readonly code: string } | null
}

/** 征求第三方意见 (条例§32): who is asked, the letter and the code to answer with are kept in one act. */
export async function askThirdParty(
  office: Office,
  { thirdParty, online, ...notice }: AskThirdParty,
): Promise<IssueOutcome> {
  const calendar = await calendarOf(office, notice.organ)
  const { request, command, at } = notice
  return allOrNothing(office, notice.organ, async (unit): Promise<IssueOutcome> => {
    const erased = await unit.vault.put(thirdPartyEntry(command.counterpart, thirdParty), at)
    if (erased !== null) throw new Error(`The entry ${command.counterpart} of the vault was erased`)
    const replyLink = online === null ? undefined : `${online.address}，代码${online.code}`
    const facts = { ...notice.facts, replyLink }
    const issued = await issueNoticeWithin(unit, { ...notice, action: 'consultThirdParty', facts }, calendar)
    if (!hasFailed(issued) && online !== null)
      await unit.vault.put(codeEntry({ request, consultation: command.id }, online.code), at)
    return issued
  })
}
