/**
 * Whether a request that changes something was made by our own pages. A session cookie is sent along by the browser
 * whoever wrote the page, so a request with one must show where it comes from; one without gains nothing by lying.
 */

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface Origins {
  readonly method: string
  readonly cookie: string | undefined
  readonly origin: string | undefined
  /** Sec-Fetch-Site; pages cannot set it. */
  readonly site: string | undefined
}

/** `own`: the origin under which we are reached, such as https://gk.example. */
export function isOwnOrigin({ method, cookie, origin, site }: Origins, own: string): boolean {
  if (safe.has(method)) return true
  if (site !== undefined) return site === 'same-origin'
  if (origin !== undefined) return origin === own
  return cookie === undefined
}
