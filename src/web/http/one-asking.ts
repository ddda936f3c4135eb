/**
 * A page is made of many answers of the API, and each asks again who wants it and what they are there. While one page
 * is made, that is found out once.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const asking = new AsyncLocalStorage<Map<string, unknown>>()

/** Does work that changes nothing, as one asking: what `foundOnce` finds during it is not looked for again. */
export const asOneAsking = <Outcome>(work: () => Outcome): Outcome => asking.run(new Map(), work)

/** What `find` gives, the first time it is wanted during an asking; outside of one, every time. `key` says what of whom. */
export function foundOnce<Found>(key: string, find: () => Promise<Found>): Promise<Found> {
  const known = asking.getStore()
  if (known === undefined) return find()
  const found = (known.get(key) as Promise<Found> | undefined) ?? find()
  known.set(key, found)
  return found
}
