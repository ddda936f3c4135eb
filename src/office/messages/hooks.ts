/** Web hooks: other systems of the organ are told that something happened to a case, and come and look for themselves. */
import type { Day } from '../../law/day.ts'
import type { Act, CaseId, Moment, NewMessage, OrganId, Unit } from '../ports.ts'

/** An address that is told, as settled by the organ. */
export interface Hook {
  readonly url: string
  /** Names of the events it wants; left out, all. */
  readonly events?: readonly string[]
}

/** What is posted. Ids, names of steps and days: nothing personal, nothing of what is asked for. */
export interface HookBody {
  readonly event: string
  readonly organ: OrganId
  readonly request: CaseId
  readonly number: string
  readonly status: string
  readonly on: Day
}

export interface Happened extends Omit<HookBody, 'organ'> {
  /** Names the occasion, such as the version of the request: it is told once. */
  readonly once: string
  readonly at: Moment
}

const settingsKey = 'webhooks'

/** Tells every address that wants to know; to how many it was put. */
export async function tellHooks(
  { organ, settings, outbox }: Pick<Unit, 'organ' | 'settings' | 'outbox'>,
  happened: Happened,
): Promise<number> {
  const messages = composeHooks(await hooksOf({ settings }), organ, happened)
  return (await outbox.putAll(messages, happened.at)).length
}

/** The addresses that the unit's organ has settled. */
export const hooksOf = async ({ settings }: Pick<Unit, 'settings'>): Promise<readonly Hook[]> =>
  (await settings.get<readonly Hook[]>(settingsKey)) ?? []

/** The messages to be put into the outbox. Pure. */
export const composeHooks = (
  hooks: readonly Hook[],
  organ: OrganId,
  { once, at, ...body }: Happened,
): readonly NewMessage[] =>
  hooks
    .filter(({ events }) => events === undefined || events.includes(body.event))
    .map(({ url }, index) => ({
      id: `${body.request}/${body.event}/${once}/webhook/${index}`,
      topic: 'webhook',
      payload: { url, body: { ...body, organ } satisfies HookBody },
      // A machine is not woken.
      notBefore: at,
    }))

/** Settles the addresses anew; the first that is none, or null when done. */
export async function settleHooks(
  { settings }: Pick<Unit, 'settings'>,
  hooks: readonly Hook[],
  by: Act,
): Promise<null | { readonly url: string; readonly message: string }> {
  const wrong = hooks.find(({ url }) => !isWebAddress(url))
  if (wrong !== undefined)
    return {
      url: wrong.url,
      message: '推送地址应当是 http 或者 https 开头、不含用户名和密码的网址，请核对。',
    }
  await settings.set(settingsKey, hooks, by)
  return null
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
