import type { Moment } from '../../office/ports.ts'
import type { SignInMeans } from '../../office/staff/events.ts'

/** The door for staff. */
export interface SignInDesk {
  /** Accounts of the demonstration county; empty everywhere else. */
  readonly demonstration: readonly DemonstrationAccount[]
  /** Whether nothing has been founded here yet: then there is nobody to sign in. */
  wantsSetUp(): Promise<boolean>
  /** What a new password must be like. */
  readonly passwordHint: string
  /** First step. The headers carry what the browser has to keep. */
  withPassword(attempt: { readonly account: string; readonly password: string }): Promise<SignInOutcome>
  /** Second step, with the code of the second factor; knows from the request whose it is. */
  withCode(attempt: { readonly code: string }): Promise<SignInOutcome>
  /** Of whoever is signed in; also in place of a one-time password. */
  changePassword(change: { readonly current: string; readonly next: string }): Promise<ChangeOutcome>
  /** Of whoever is signed in; null where nobody is, or the password has to be changed first. */
  own(): Promise<OwnSignIn | null>
  /** A secret for an authenticator and the recovery codes; in force once a code of it was shown. */
  enableSecondFactor(proof: { readonly password: string }): Promise<EnrolmentOutcome>
  /** The first code of the authenticator; from now on one is asked for. */
  confirmSecondFactor(proof: { readonly code: string }): Promise<OwnOutcome>
  disableSecondFactor(proof: { readonly password: string }): Promise<OwnOutcome>
  /** New recovery codes in place of those before. */
  renewRecoveryCodes(proof: { readonly password: string }): Promise<EnrolmentOutcome>
  /** Ends every session of this person but this one. */
  endOtherSessions(): Promise<OwnOutcome>
  /** Ends the session. The headers make the browser forget it; nothing happens where there is none. */
  signOut(): Promise<Headers>
}

export interface DemonstrationAccount {
  readonly account: string
  readonly password: string
  /** 经办人, 负责人 … and where. */
  readonly role: string
}

export type SignInOutcome =
  | { readonly outcome: 'signedIn'; readonly headers: Headers; readonly next: string }
  | { readonly outcome: 'codeWanted'; readonly headers: Headers }
  /** Never tells whether the account or the password was wrong. */
  | { readonly outcome: 'refused'; readonly message: string }

export type ChangeOutcome =
  | { readonly outcome: 'changed'; readonly headers: Headers }
  /** Nobody is signed in, or no longer. */
  | { readonly outcome: 'notSignedIn' }
  | { readonly outcome: 'refused'; readonly of: 'current' | 'next'; readonly message: string }

export interface OwnSignIn {
  readonly account: string
  readonly secondFactorOn: boolean
  readonly sessions: readonly OwnSession[]
}

export interface OwnSession {
  readonly by: SignInMeans
  readonly secondFactor: boolean
  readonly openedAt: Moment
  readonly usedAt: Moment
  readonly current: boolean
}

interface Refused {
  readonly outcome: 'refused'
  readonly message: string
}

export type OwnOutcome = { readonly outcome: 'done'; readonly headers: Headers } | Refused

/** `uri` is what an authenticator takes (otpauth://…); null where it has one already. */
export type EnrolmentOutcome =
  | { readonly outcome: 'told'; readonly uri: string | null; readonly recoveryCodes: readonly string[] }
  | Refused
