/** How much a caller may ask for, and how often. One place, so that an administrator can be told all of it. */

/** Classes of routes by what an attempt may cost or reveal. */
export type RateClass = 'read' | 'write' | 'public' | 'apply' | 'code' | 'signIn'

export interface Limits {
  /** Requests a minute from one address, by class. A whole organ may sit behind one address; a page asks several times. */
  readonly perMinute: Readonly<Record<RateClass, number>>
  /** Attempts in a quarter of an hour at the code of one case, from wherever they come. */
  readonly triesAtOneCode: number
  /** Bytes of a JSON body. */
  readonly bodyBytes: number
  /** Bytes of one file, and files of one submission. */
  readonly fileBytes: number
  readonly files: number
  /** When the server sheds load: milliseconds by which its loop lags, and bytes of memory; 0 for never. */
  readonly lagMilliseconds: number
  readonly memoryBytes: number
}

export const defaultLimits: Limits = {
  perMinute: { read: 1200, write: 600, public: 600, apply: 10, code: 10, signIn: 30 },
  triesAtOneCode: 10,
  bodyBytes: 256 * 1024,
  fileBytes: 30 * 1024 * 1024,
  files: 10,
  lagMilliseconds: 1500,
  memoryBytes: 0,
}

/**
 * So many times as many requests a minute. Tries at the door stay few, and so do those at one code, for guessing is
 * what they are held against.
 *
 * @param factor 1 or more
 */
export const widened = (limits: Limits, factor: number): Limits => {
  const { signIn, ...open } = limits.perMinute
  const more = Object.fromEntries(Object.entries(open).map(([rate, count]) => [rate, count * factor]))
  return { ...limits, perMinute: { ...limits.perMinute, ...more, signIn } }
}
