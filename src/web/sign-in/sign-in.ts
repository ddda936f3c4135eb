/** Sign-in of staff: user name and password, a second factor, the organ's own identity provider, tokens for programs. */
import type { SignedIn, SignIn as SignInOfHttp } from '../http/sign-in.ts'
import { type Accounts, makeAccounts } from './accounts.ts'
import { makeAttempts } from './attempts.ts'
import { makeAuth } from './auth.ts'
import { makeHandle } from './handle.ts'
import { defaultSignInLimits, type SignInOptions } from './options.ts'
import { makeRecorder } from './recorder.ts'
import { makeSecondFactor } from './second-factor.ts'
import { makeSessions, mustChange } from './sessions.ts'

export type { Accounts, Administrator, Managed } from './accounts.ts'
export { defaultSignInLimits, type SignInLimits, type SignInOptions, type SingleSignOn } from './options.ts'

export interface SignIn extends SignInOfHttp, Omit<Accounts, 'enrol'> {
  /** Drops sessions and failures of which nothing follows any more; once a day is enough. */
  prune(): Promise<void>
}

export function signIn(options: SignInOptions): SignIn {
  const { office, secret, now } = options
  const limits = { ...defaultSignInLimits, ...options.limits }
  const recorder = makeRecorder(options)
  const { enrol, ...accounts } = makeAccounts({
    office,
    now,
    auth: () => auth,
    attempts: () => attempts,
    record: recorder.record,
  })
  const auth = makeAuth({ ...options, limits, enrol })
  const attempts = makeAttempts(auth, secret, now)
  const sessions = makeSessions(auth, { office, now }, limits)
  const secondFactor = makeSecondFactor(auth)
  const own = new URL(options.baseUrl).origin
  const parts = { auth, sessions, attempts, secondFactor, recorder, office, limits, now, own }

  return {
    ...accounts,
    handle: makeHandle(parts),
    async whoIs(headers): Promise<SignedIn | null> {
      const current = await sessions.current(headers)
      if (current === null) return null
      return {
        staff: current.user.id,
        secondFactor: current.session.secondFactor,
        mustChangePassword: mustChange(current, limits, now()),
      }
    },
    async prune() {
      await attempts.prune()
      const { adapter } = await auth.$context
      const over = [{ field: 'expiresAt', operator: 'lt', value: new Date(now()) }] as const
      for (const model of ['session', 'verification']) await adapter.deleteMany({ model, where: [...over] })
    },
  }
}
