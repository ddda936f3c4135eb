/** Sessions: whose they are, and whether they are still good. better-auth keeps them; how long they last is ours. */
import type { Moment } from '../../office/ports.ts'
import type { Auth, AuthSession, AuthUser } from './auth.ts'
import type { SignInLimits, SignInOptions } from './options.ts'

/** A session that is good now. */
export interface Current {
  readonly session: AuthSession
  readonly user: AuthUser
}

/** A session as its holder sees it among their others: nothing of it says from where it was opened. */
export interface OwnSession {
  readonly by: AuthSession['means']
  readonly secondFactor: boolean
  readonly openedAt: Moment
  readonly usedAt: Moment
  /** Whether it is the one that asks. */
  readonly current: boolean
}

export interface Sessions {
  /** The session that the headers carry, as a cookie or a bearer token, and now used; null where none is good. */
  current(headers: Headers): Promise<Current | null>
  /** Every session of the same person that is good now, the one used last first. */
  ofOwn(current: Current): Promise<readonly OwnSession[]>
}

type Times = Pick<AuthSession, 'createdAt' | 'updatedAt'>

const minute = 60_000

/** Whether a session opened and last used at those moments is over. Pure. */
export function isOver({ createdAt, updatedAt }: Times, limits: SignInLimits, now: Moment): boolean {
  const at = Date.parse(now)
  return (
    at >= createdAt.getTime() + limits.sessionMinutes * minute ||
    at >= updatedAt.getTime() + limits.idleMinutes * minute
  )
}

/** Whether the password has to be changed before anything else. Who came by the organ's provider has none here. */
export function mustChange(
  { session, user }: Pick<Current, 'user'> & { readonly session: Pick<AuthSession, 'means'> },
  { passwordDays }: SignInLimits,
  now: Moment,
): boolean {
  if (session.means === 'single') return false
  if (user.mustChangePassword || user.passwordSetAt === null) return true
  return passwordDays > 0 && Date.parse(now) >= user.passwordSetAt.getTime() + passwordDays * 24 * 60 * minute
}

/** A session in use is marked so at most this often. */
const markEvery = minute

export function makeSessions(
  auth: Auth,
  { office, now }: Pick<SignInOptions, 'office' | 'now'>,
  limits: SignInLimits,
): Sessions {
  return {
    async current(headers) {
      const found = (await auth.api.getSession({
        headers,
        query: { disableRefresh: true },
      })) as Current | null
      if (found === null) return null
      const { adapter, internalAdapter } = await auth.$context
      const { token, updatedAt } = found.session
      const member = await office.staff.get(found.user.id)
      if (member === null || member.suspended || isOver(found.session, limits, now())) {
        await internalAdapter.deleteSession(token)
        return null
      }
      const at = new Date(now())
      if (at.getTime() - updatedAt.getTime() >= markEvery)
        await adapter.update({
          model: 'session',
          where: [{ field: 'token', value: token }],
          update: { updatedAt: at },
        })
      return found
    },
    async ofOwn({ session, user }) {
      const { adapter } = await auth.$context
      const where = [{ field: 'userId', value: user.id }]
      const found: AuthSession[] = await adapter.findMany({ model: 'session', where })
      return found
        .filter((each) => !isOver(each, limits, now()))
        .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
        .map(({ token, means, secondFactor, createdAt, updatedAt }) => ({
          by: means,
          secondFactor,
          openedAt: createdAt.toISOString(),
          usedAt: updatedAt.toISOString(),
          current: token === session.token,
        }))
    },
  }
}
