/** Sign-in by the organ's own identity provider: for staff who have an account here, never a way to get one. */
import { type GenericOAuthUserInfo, genericOAuth } from 'better-auth/plugins'
import type { StaffMember } from '../../office/ports.ts'
import { accountOf } from '../../office/staff/rules.ts'
import type { SignInOptions, SingleSignOn } from './options.ts'
import { visits } from './visit.ts'

/** Name of the identity provider in addresses and tables. */
export const singleId = 'single'

interface Register {
  readonly office: Pick<SignInOptions['office'], 'staff'>
  /** Sees to it that the member has a row to sign in by. */
  readonly enrol: (member: StaffMember) => Promise<void>
}

type Claims = GenericOAuthUserInfo

export function singleSignOn(
  { issuer, clientId, clientSecret, claim = 'preferred_username' }: SingleSignOn,
  { office, enrol }: Register,
) {
  const discoveryUrl = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  return genericOAuth({
    config: [
      {
        providerId: singleId,
        discoveryUrl,
        clientId,
        clientSecret,
        scopes: ['openid', 'profile'],
        requireIdTokenVerification: true,
        disableSignUp: true,
        disableImplicitSignUp: true,
        disableProviderLogout: true,
        async getUserInfo({ idToken, accessToken }) {
          // better-auth has verified the token before it asks; without one there is nobody.
          const claims = idToken === undefined ? null : claimsIn(idToken)
          if (claims === null || claim in claims) return claims
          const more = await userInfo(discoveryUrl, accessToken ?? '')
          // OpenID Connect Core §5.3.2: of another subject it is not to be used.
          return more?.sub === claims.sub ? { ...more, ...claims } : null
        },
        async mapProfileToUser(profile) {
          const account = accountOf(String(profile[claim] ?? ''))
          const member = account === null ? null : await office.staff.byAccount(account)
          if (member !== null) await enrol(member)
          const visit = visits.getStore()
          if (visit) visit.providerFactor = hasSecondFactor(profile.amr)
          // better-auth finds people by what it takes for an e-mail address; here that is the account.
          return { email: member?.account ?? '', emailVerified: true, name: '' }
        },
      },
    ],
  })
}

function claimsIn(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims
}

/** What the provider says of somebody beside the token; null where it does not answer. */
async function userInfo(discoveryUrl: string, accessToken: string): Promise<Claims | null> {
  const address = (await jsonAt(discoveryUrl))?.userinfo_endpoint
  return typeof address === 'string' ? jsonAt(address, { authorization: `Bearer ${accessToken}` }) : null
}

async function jsonAt(address: string, headers: HeadersInit = {}): Promise<Claims | null> {
  try {
    const response = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(10_000) })
    return response.ok ? ((await response.json()) as Claims) : null
  } catch {
    return null
  }
}

/** RFC 8176: methods that the provider says it used. */
function hasSecondFactor(amr: unknown): boolean {
  return Array.isArray(amr) && ['mfa', 'otp', 'hwk', 'sc'].some((method) => amr.includes(method))
}
