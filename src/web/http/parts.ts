import type { Writable } from 'node:stream'
import type { Moment, Office } from '../../office/ports.ts'
import type { Limits } from './limits.ts'
import type { SignIn } from './sign-in.ts'

/** Whether requests should be sent here, and what stands in the way. Names of checks, no addresses or secrets. */
export interface Readiness {
  readonly ready: boolean
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[]
}

/** Everything the server needs. It looks at no clock, no surroundings and no chance of its own. */
export interface Parts {
  readonly office: Office
  readonly signIn: SignIn
  readonly now: () => Moment
  readonly newId: () => string
  /** A secret that is told once, such as the one by which an applicant tracks a request. */
  readonly newSecret: () => string
  /** Where we are reached from outside, such as https://gk.example; decides same origin and HSTS. */
  readonly baseUrl: string
  /** At least 32 bytes. Tokens of applicants and third parties are signed with keys derived from it. */
  readonly tokenKey: Uint8Array
  readonly limits: Limits
  /** Where the log goes, a JSON object a line. */
  readonly log: Writable
  readonly ready: () => Promise<Readiness>
  /** Addresses of the proxies before us, whose X-Forwarded-For is believed; none where there is none. */
  readonly proxies?: readonly string[]
}
