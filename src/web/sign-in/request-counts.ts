import type { Moment } from '../../office/ports.ts'

interface Window {
  readonly begun: number
  readonly count: number
}

/** Windows kept before those that are over are dropped. */
const most = 10_000

/**
 * Counts requests by address and door for one sign-in. better-auth's own count is kept for the whole process, where the
 * visitors of one house would close the door of another.
 */
export function requestCounts(now: () => Moment) {
  const windows = new Map<string, Window>()
  return {
    async consume(key: string, { window, max }: { readonly window: number; readonly max: number }) {
      const at = Date.parse(now())
      const lasts = window * 1000
      if (windows.size > most)
        for (const [each, { begun }] of windows) if (at - begun >= lasts) windows.delete(each)
      const found = windows.get(key)
      const { begun, count } =
        found !== undefined && at - found.begun < lasts ? found : { begun: at, count: 0 }
      if (count >= max) return { allowed: false, retryAfter: Math.ceil((begun + lasts - at) / 1000) }
      windows.set(key, { begun, count: count + 1 })
      return { allowed: true, retryAfter: null }
    },
  }
}
