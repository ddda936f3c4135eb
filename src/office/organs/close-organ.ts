import { appendTo } from '../append-to.ts'
import { dayAt } from '../beijing-time.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import type { Act, Conflict, Office, OrganId, Unit } from '../ports.ts'
import { streamOfOrgan } from '../streams.ts'
import { administered } from './administration-events.ts'
import { closureOf } from './organ.ts'

export interface Closing {
  readonly organ: OrganId
  /** Why, and who takes over its duties. */
  readonly because: string
  /** The organ that takes over its duties, where it is one of this system. */
  readonly successor?: OrganId | null
  readonly by: Act
}

export interface NotClosed {
  readonly failure:
    | 'unknownOrgan'
    | 'highestOrgan'
    | 'alreadyClosed'
    | 'notClosed'
    | 'openBelow'
    | 'openCases'
    | 'wrongSuccessor'
  readonly message: string
}

export interface ClosingDone {
  readonly done: true
}

/** An organ that is no more takes no new requests; its files stay, and those who asked go on finding theirs. */
export const closeOrgan = (office: Office, closing: Closing) =>
  settle(office, closing, async (unit) => {
    const { organ, because, successor = null, by } = closing
    const today = dayAt(by.at)
    const row = (await unit.organs.get(organ))!
    if (row.parent === null) return not('highestOrgan', '最高一级机关不能撤销。')
    if (closureOf(row) !== null) return not('alreadyClosed', '该机关已经撤销。')
    const heir = successor === null ? null : await unit.organs.get(successor)
    if (successor !== null && (successor === organ || heir === null || closureOf(heir) !== null))
      return not('wrongSuccessor', '承接职责的应为另一个没有撤销的机关，请重新选择。')
    const below = (await unit.organs.withSubordinates(organ)).filter(({ id }) => id !== organ)
    if (below.some((each) => closureOf(each) === null))
      return not('openBelow', '还有下级机关，请先撤销或者改由其他机关领导。')
    const { rows } = await unit.board.list({ organs: [organ], open: true, tests: 'too' }, { limit: 1 })
    if (rows.length > 0)
      return not('openCases', '还有没有办结的申请，请先办结；由其他机关承接的，先登记转交。')
    await unit.organs.put({ ...row, details: { ...row.details, closed: { on: today, because, successor } } })
    return administered('organClosed', today, { because, successor })
  })

/** Takes a closure back. */
export const reopenOrgan = (office: Office, closing: Closing) =>
  settle(office, closing, async (unit) => {
    const { organ, because, by } = closing
    const today = dayAt(by.at)
    const row = (await unit.organs.get(organ))!
    if (closureOf(row) === null) return not('notClosed', '该机关没有撤销，无需恢复。')
    const { closed: _, ...details } = row.details as { readonly closed: unknown }
    await unit.organs.put({ ...row, details })
    return administered('organReopened', today, { because })
  })

type Decision = ReturnType<typeof administered<'organClosed' | 'organReopened'>> | NotClosed

async function settle(
  office: Office,
  { organ, by }: Closing,
  decide: (unit: Unit) => Promise<Decision>,
): Promise<ClosingDone | NotClosed | Conflict> {
  if ((await office.organs.get(organ)) === null) return not('unknownOrgan', '没有这个机关，请核对。')
  return allOrNothing(office, organ, async (unit): Promise<ClosingDone | NotClosed | Conflict> => {
    const decision = await decide(unit)
    if ('failure' in decision) return decision
    return (await appendTo(unit, streamOfOrgan(organ), decision, by)) ?? { done: true }
  })
}

const not = (failure: NotClosed['failure'], message: string): NotClosed => ({ failure, message })
