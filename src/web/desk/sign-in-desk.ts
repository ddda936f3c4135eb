/** The door for staff. */
export interface SignInDesk {
  /** Accounts of the demonstration county; empty everywhere else. */
  readonly demonstration: readonly DemonstrationAccount[]
  /** First step. The headers carry what the browser has to keep. */
  withPassword(attempt: { readonly account: string; readonly password: string }): Promise<SignInOutcome>
  /** Second step, with the code of the second factor; knows from the request whose it is. */
  withCode(attempt: { readonly code: string }): Promise<SignInOutcome>
  /** Of whoever is signed in; also in place of a one-time password. */
  changePassword(change: { readonly current: string; readonly next: string }): Promise<ChangeOutcome>
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
