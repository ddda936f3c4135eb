import type { Kysely } from 'kysely'
import type { Moment, Office } from '../../office/ports.ts'

export interface SignInOptions {
  readonly office: Pick<Office, 'staff' | 'organs' | 'inTransaction'>
  /** The database the office stands on, in which the tables `auth_…` are. Only better-auth speaks to it here. */
  // biome-ignore lint/suspicious/noExplicitAny: the tables are better-auth's to know
  readonly database: Kysely<any>
  /** Where we are reached from outside, such as https://gk.example. */
  readonly baseUrl: string
  /** At least 32 characters. Signs sessions, seals second factors, hides addresses. */
  readonly secret: string
  readonly now: () => Moment
  /** The organ's own identity provider (统一身份认证); without it, accounts and passwords alone. */
  readonly single?: SingleSignOn
  readonly limits?: Partial<SignInLimits>
  /** How passwords are kept; scrypt (N = 16384, r = 16) unless told. */
  readonly hashing?: Hashing
  /** The page to return to when single sign-on fails; the reason is behind it as `?error=`. */
  readonly signInPage?: string
  /** Told of what goes wrong inside; nothing personal. */
  readonly log?: (message: string) => void
}

export interface Hashing {
  hash(password: string): Promise<string>
  verify(kept: { readonly hash: string; readonly password: string }): Promise<boolean>
}

/** An OpenID Connect provider. It is found by `<issuer>/.well-known/openid-configuration`. */
export interface SingleSignOn {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that holds the account; 'preferred_username' unless told. */
  readonly claim?: string
}

export interface SignInLimits {
  /** Minutes from signing in to the end, whatever is done. */
  readonly sessionMinutes: number
  /** Minutes without a request after which a session is over. */
  readonly idleMinutes: number
  /** Days after which a password has to be changed; 0 for never. */
  readonly passwordDays: number
  /** Calls a minute at each door from one address. A whole organ may sit behind one address. */
  readonly perMinute: number
}

export const defaultSignInLimits: SignInLimits = {
  sessionMinutes: 8 * 60,
  idleMinutes: 30,
  passwordDays: 90,
  perMinute: 30,
}
