/**
 * better-auth, set up for a house where accounts are made by an administrator: no sign-up, no e-mail, no name and no
 * address of anybody in its tables. What it does not do (lock-out, idle time, who is let in at all, the log) is done
 * around it, in `handle.ts`.
 */
import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { bearer, twoFactor, username } from 'better-auth/plugins'
import type { StaffMember } from '../../office/ports.ts'
import type { SignInMeans } from '../../office/staff/events.ts'
import { accountOf } from '../../office/staff/rules.ts'
import { authDatabase } from './auth-database.ts'
import type { SignInLimits, SignInOptions } from './options.ts'
import { mostLength } from './password-rules.ts'
import { requestCounts } from './request-counts.ts'
import { singleId, singleSignOn } from './single-sign-on.ts'
import { visits } from './visit.ts'

export const authPath = '/api/auth'

/** A session as better-auth keeps it, with what we add. */
export interface AuthSession {
  readonly id: string
  readonly token: string
  readonly userId: string
  readonly means: SignInMeans
  readonly secondFactor: boolean
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface AuthUser {
  readonly id: string
  readonly username: string
  readonly twoFactorEnabled: boolean
  readonly mustChangePassword: boolean
  readonly passwordSetAt: Date | null
}

export interface AuthConfig extends Omit<SignInOptions, 'limits'> {
  readonly limits: SignInLimits
  /** Sees to it that the member has a row to sign in by. */
  readonly enrol: (member: StaffMember) => Promise<void>
}

export type Auth = ReturnType<typeof makeAuth>

export function makeAuth(config: AuthConfig) {
  const { baseUrl, secret, single, limits, log, signInPage = '/sign-in' } = config
  const own = new URL(baseUrl)
  const rate = { window: 60, max: limits.perMinute }
  return betterAuth({
    appName: 'Gongkai',
    baseURL: own.origin,
    basePath: authPath,
    secret,
    trustedOrigins: [own.origin],
    database: { db: authDatabase(config.database), type: 'postgres', transaction: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // The rules are in `password-rules.ts`.
      minPasswordLength: 1,
      maxPasswordLength: mostLength,
      ...(config.hashing && { password: config.hashing }),
    },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        mustChangePassword: { type: 'boolean', required: true, input: false, defaultValue: true },
        passwordSetAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      modelName: 'auth_session',
      expiresIn: limits.sessionMinutes * 60,
      disableSessionRefresh: true,
      additionalFields: {
        means: { type: 'string', required: true, input: false, defaultValue: 'password' },
        secondFactor: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    account: {
      modelName: 'auth_account',
      accountLinking: { enabled: true, trustedProviders: [singleId], requireLocalEmailVerified: false },
    },
    verification: { modelName: 'auth_verification' },
    databaseHooks: hooksOf(config),
    rateLimit: {
      enabled: true,
      ...rate,
      customStorage: requestCounts(config.now),
      customRules: Object.fromEntries(
        ['/sign-in/*', '/two-factor/*', '/change-password'].map((path) => [path, rate]),
      ),
    },
    advanced: {
      cookiePrefix: 'gongkai',
      useSecureCookies: own.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      // Lax lets a link in a reminder open the workbench; a second factor is entered on the page that asked for it.
      cookies: { two_factor: { attributes: { sameSite: 'strict' } } },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    onAPIError: { errorURL: signInPage },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => log?.(message) },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 200,
        usernameValidator: () => true,
        usernameNormalization: normalAccount,
        schema: {},
      }),
      twoFactor({
        issuer: 'Gongkai',
        schema: { twoFactor: { modelName: 'auth_two_factor' } },
      }),
      bearer({ requireSignature: true }),
      ...(single === undefined ? [] : [singleSignOn(single, config)]),
      failures,
    ],
  })
}

/** The account as it is kept; what cannot be one is looked for as it is, and not found. */
export const normalAccount = (text: string): string => accountOf(text) ?? text

/** The table of failed sign-ins; `attempts.ts` keeps it. */
const failures = {
  id: 'failures',
  schema: {
    failure: {
      modelName: 'auth_failure',
      fields: { account: { type: 'string', required: true }, at: { type: 'date', required: true } },
    },
  },
} satisfies BetterAuthPlugin

/** Doors at which a second factor is shown. */
const showsSecondFactor = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

function hooksOf({ office, now, limits }: AuthConfig): NonNullable<BetterAuthOptions['databaseHooks']> {
  return {
    session: {
      create: {
        async before(session, context) {
          const member = await office.staff.get(session.userId)
          if (member === null || member.suspended)
            throw new APIError('FORBIDDEN', { code: 'SUSPENDED', message: 'suspended' })
          const at = new Date(now())
          const visit = visits.getStore()
          const before = context?.context.session?.session as AuthSession | undefined
          const path = context?.path ?? ''
          const single = path === '/callback/:id'
          return {
            data: {
              means: single ? 'single' : (before?.means ?? 'password'),
              secondFactor:
                showsSecondFactor.has(path) ||
                (single && visit?.providerFactor === true) ||
                (path === '/change-password' && before?.secondFactor === true),
              createdAt: at,
              updatedAt: at,
              expiresAt: new Date(at.getTime() + limits.sessionMinutes * 60_000),
              ipAddress: null,
              userAgent: null,
            },
          }
        },
        async after(session) {
          const visit = visits.getStore()
          if (visit) visit.opened = session as unknown as AuthSession
        },
      },
    },
    account: {
      // The provider's tokens are of no use here, and say who somebody is.
      create: { before: async () => ({ data: noTokens }) },
      update: { before: async () => ({ data: noTokens }) },
    },
  }
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null, scope: null }
