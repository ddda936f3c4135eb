/** Each organ is told its own losses and nobody else's: by mail, and by SMS that says how many points; never at night. */
import { composeMessages } from '../../messages/compose-message.ts'
import { messageHouseOf } from '../../messages/message-house.ts'
import { addressBookOf, reachOf } from '../../messages/recipients.ts'
import type { Office, OrganId } from '../../ports.ts'
import { type Acting, change, nothingThere, type Outcome, wrongStage } from './keep.ts'
import { assessedScore, openedRound } from './rounds.ts'
import { lossesOf, rounded, type Score } from './score.ts'

export interface Told {
  readonly organ: OrganId
  /** `again`: told before. `nobody`: no head of it can be reached. */
  readonly outcome: 'sent' | 'again' | 'nobody'
}

export const toldOutcomes: Readonly<Record<Told['outcome'], string>> = {
  sent: '已经告知',
  again: '以前已经告知',
  nobody: '没有可以收到通知的负责人，请另行告知',
}

/** The losses, one a line. */
const linesOf = ({ indicators, vetoes }: Score): string => {
  const lost = lossesOf(indicators).map(
    ({ caption, times, lost }) => `${caption}${times > 1 ? `（${times}处）` : ''}：${rounded(lost)}分`,
  )
  return [...vetoes.map(({ caption }) => `单项否决：${caption}`), ...lost].join('\n') || '没有失分。'
}

/** Puts the messages into the outbox of each organ; a second time nothing is sent. */
export async function tellLosses(
  office: Office,
  telling: Acting & { readonly round: string },
): Promise<
  | { readonly round: Extract<Outcome<'round'>, { kind: 'round' }>; readonly told: readonly Told[] }
  | Exclude<Outcome<'round'>, { kind: 'round' }>
> {
  const opened = await openedRound(office, telling.organ, telling.round)
  if (opened === null) return nothingThere('round')
  const { round, sheets } = opened
  if (round.state === 'open') return wrongStage('考核结果还没有反馈，不能告知失分；请先反馈。')
  const { by, on } = telling
  const told: Told[] = []
  for (const sheet of sheets) {
    const score = assessedScore(round, sheet)
    const facts = {
      round: round.name,
      points: String(rounded(round.system.full - score.total)),
      losses: linesOf(score),
    }
    const outcome = await office.inTransaction(sheet.subject, async (unit): Promise<Told['outcome']> => {
      const house = await messageHouseOf(unit)
      const heads = (await addressBookOf(unit.staff, sheet.subject)).holders('head')
      const notice = { kind: 'lossesTold', about: round.id, number: '', facts, today: on, at: by.at } as const
      const messages = heads.flatMap(({ id, mail, phone }) =>
        composeMessages(house, { ...notice, once: id }, reachOf({ email: mail, phone })),
      )
      if (messages.length === 0) return 'nobody'
      return (await unit.outbox.putAll(messages, by.at)).length > 0 ? 'sent' : 'again'
    })
    told.push({ organ: sheet.subject, outcome })
  }
  const organs = told.filter(({ outcome }) => outcome !== 'nobody').map(({ organ }) => organ)
  const kept = await change(office, { ...telling, kind: 'round', id: round.id }, (facts) =>
    facts === null ? nothingThere('round') : { kind: 'lossesTold', on, data: { organs } },
  )
  return 'failure' in kept || 'refused' in kept ? kept : { round: kept, told }
}
