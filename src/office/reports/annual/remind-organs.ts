/** The superior organ asks the organs below for the report of a year (条例§49): a mail to their heads, once a day. */
import { formatChinese } from '../../../law/day.ts'
import { composeForStaff } from '../../messages/compose-message.ts'
import { messageHouseOf } from '../../messages/message-house.ts'
import { addressBookOf } from '../../messages/recipients.ts'
import type { Office, OrganId } from '../../ports.ts'
import type { AnnualAsk } from './desk.ts'
import type { FiledOrgan } from './list-filings.ts'
import { stillToDo } from './still-to-do.ts'

export interface Reminded {
  readonly organ: OrganId
  /** `again`: it was reminded today already. `nobody`: no head of it can be reached by mail. */
  readonly outcome: 'sent' | 'again' | 'nobody' | 'nothingToDo'
}

/** `superior`: who reminds. A second time on the same day nothing is sent. */
export async function remindOrgans(
  office: Office,
  { organ: superior, year, today, at }: AnnualAsk,
  filed: readonly FiledOrgan[],
): Promise<readonly Reminded[]> {
  const reminded: Reminded[] = []
  for (const { organ, status, deadline } of filed) {
    const toDo = stillToDo[status]
    const outcome =
      toDo === null
        ? 'nothingToDo'
        : await office.inTransaction(organ.id, async (unit): Promise<Reminded['outcome']> => {
            const facts = {
              act: `${year}年政府信息公开工作年度报告的${toDo}`,
              by: formatChinese(deadline.workingDay),
            }
            const once = `${year}/${superior.id}/${today}`
            const notice = {
              kind: 'reportReminder',
              about: organ.id,
              number: '',
              facts,
              once,
              today,
              at,
            } as const
            const heads = (await addressBookOf(unit.staff, organ.id)).holders('head')
            const messages = composeForStaff(await messageHouseOf(unit), notice, heads)
            if (messages.length === 0) return 'nobody'
            return (await unit.outbox.putAll(messages, at)).length > 0 ? 'sent' : 'again'
          })
    reminded.push({ organ: organ.id, outcome })
  }
  return reminded
}
