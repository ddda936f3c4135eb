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

/** Settles the addresses anew; the first that is none, or null when done. What lies behind in the log is not told. */
export async function settleHooks(
  { settings, events }: Pick<Unit, 'settings' | 'events'>,
  hooks: readonly Hook[],
  by: Act,
): Promise<null | { readonly url: string; readonly message: string }> {
  const wrong = hooks.find(({ url }) => !isWebAddress(url))
  if (wrong !== undefined)
    return {
      url: wrong.url,
      message: '推送地址应当是 http 或者 https 开头、不含用户名和密码的网址，请核对。',
    }
  if ((await hooksOf({ settings })).length === 0) await settings.set(placeKey, await endOf(events), by)
  await settings.set(settingsKey, hooks, by)
  return null
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
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
