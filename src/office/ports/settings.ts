import type { Act, Moment } from './events.ts'

export interface Settings {
  get<T = unknown>(key: string): Promise<T | null>
  set(key: string, value: unknown, by: Act): Promise<void>
  all(): Promise<Readonly<Record<string, unknown>>>
}

export type KeyState =
  | { readonly kind: 'fresh' | 'differs' }
  | { readonly kind: 'done'; readonly answer: unknown }

/** Repeated API calls under one idempotency key. */
export interface Keys {
  /**
   * `fresh`: go on, then `finish` in the same unit. `done`: the first call's answer. `differs`: the key was used
   * for another call. A second call that comes while the first runs waits for it.
   */
  begin(key: string, fingerprint: string, at: Moment): Promise<KeyState>
  /** The answer is kept as it is: nothing personal. */
  finish(key: string, answer: unknown): Promise<void>
  forgetBefore(at: Moment): Promise<number>
}
