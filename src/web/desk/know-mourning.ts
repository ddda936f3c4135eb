import type { Api } from './api.ts'

/** Milliseconds after which it is asked again: what another server settled is seen then. */
const fresh = 5000

/**
 * Asks whether it is a day of mourning, and remembers it until something is written here, and for a while at most,
 * since every page wants to know. `version` changes with every write; `now` in milliseconds.
 */
export function knowMourning(version: () => number, now: () => number): (api: Api) => Promise<boolean> {
  let known: {
    readonly version: number
    readonly until: number
    readonly mourning: Promise<boolean>
  } | null = null
  return (api) => {
    if (known === null || known.version !== version() || known.until < now()) {
      const mourning = api.call('readAppearance', {}).then((told) => told.ok && told.body.mourning)
      known = { version: version(), until: now() + fresh, mourning }
    }
    return known.mourning
  }
}
