/** Web hooks: other systems of the organ are told that something happened to a case, and come and look for themselves. */
import type { Day } from '../../law/day.ts'
import type { Act, CaseId, Moment, NewMessage, OrganId, Unit } from '../ports.ts'
import type { HookEvent } from './hook-events.ts'

/** An address that is told, as settled by the organ. */
export interface Hook {
  readonly url: string
  /** What it wants to be told of; left out, all. */
  readonly events?: readonly HookEvent[]
}

/** What it happened to: a case, or the annual report of a year. */
type Subject = { readonly request: CaseId; readonly number: string } | { readonly report: number }

/** What is posted. Ids, kinds and days: nothing personal, nothing of what is asked for. */
export type HookBody = Subject & {
  readonly event: HookEvent
  readonly organ: OrganId
  /** Stage of the case or the report when it was told. */
  readonly status: string
  readonly on: Day
}

export type Happened = Subject &
  Omit<HookBody, 'organ' | 'request' | 'number' | 'report'> & {
    /** Names the occasion: it is told once. */
    readonly once: string
    readonly at: Moment
  }

const settingsKey = 'webhooks'
/** The place in the log up to which the addresses were told. */
export const placeKey = 'webhooks/place'

/** The addresses that the unit's organ has settled. */
export const hooksOf = async ({ settings }: Pick<Unit, 'settings'>): Promise<readonly Hook[]> =>
  (await settings.get<readonly Hook[]>(settingsKey)) ?? []

/** The messages to be put into the outbox, one for each address that wants to know. Pure. */
export const composeHooks = (
  hooks: readonly Hook[],
  organ: OrganId,
  { once, at, ...body }: Happened,
): readonly NewMessage[] =>
  hooks
    .filter(({ events }) => events === undefined || events.includes(body.event))
    .map(({ url }, index) => ({
      id: `${subjectOf(body)}/${body.event}/${once}/webhook/${index}`,
      topic: 'webhook',
      payload: { url, body: { ...body, organ } satisfies HookBody },
      // A machine is not woken.
      notBefore: at,
    }))

const subjectOf = (subject: Subject): string =>
  'request' in subject ? subject.request : `report-${subject.report}`

/** What is wrong with the address at a place, from 0. */
export interface HookFault {
  readonly place: number
  readonly message: string
}

/** Settles the addresses anew; everything that is wrong with them, or null when done. What lies behind in the log is not told. */
export async function settleHooks(
  { settings, events }: Pick<Unit, 'settings' | 'events'>,
  hooks: readonly Hook[],
  by: Act,
): Promise<readonly HookFault[] | null> {
  const wrong = hooks.flatMap(({ url }, place): readonly HookFault[] => {
    const message = faultOfAddress(
      url,
      hooks.slice(0, place).map((each) => each.url),
    )
    return message === null ? [] : [{ place, message }]
  })
  if (wrong.length > 0) return wrong
  if ((await hooksOf({ settings })).length === 0) await settings.set(placeKey, await endOf(events), by)
  await settings.set(settingsKey, hooks, by)
  return null
}

/** Why an address cannot be told; null where it can. */
function faultOfAddress(text: string, others: readonly string[]): string | null {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    return '推送地址应当是 http 或者 https 开头的网址，请核对。'
  if (url.username !== '' || url.password !== '')
    return '推送地址中不写用户名和密码，这里的设置会记入日志；请由收方按来源限制访问。'
  return others.includes(text) ? '这个地址已经写过，请合并为一项，把要通知的步骤选在一起。' : null
}

/** Place of the last event. Places have no gaps, so that it is found by halving. */
async function endOf(events: Pick<Unit['events'], 'read'>): Promise<number> {
  const isBehind = async (place: number): Promise<boolean> => (await events.read(place, 1)).length > 0
  let [low, high] = [0, 1]
  while (await isBehind(high)) [low, high] = [high, high * 2]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (await isBehind(middle)) low = middle + 1
    else high = middle
  }
  return low
}
