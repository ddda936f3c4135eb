/** What a deed at a door brings with it when it is done: what the log is told, and what else changes. */
import type { ActorId, Moment } from '../../office/ports.ts'
import type { SignInMeans } from '../../office/staff/events.ts'
import type { Auth, AuthSession } from './auth.ts'
import type { Call } from './handle.ts'
import type { Undated } from './recorder.ts'

export interface Done {
  readonly call: Call
  /** The session opened with it. */
  readonly opened: AuthSession | null
  readonly address: string | null
}

/** Who did it, and what the log is told of it. */
export interface Consequence {
  readonly staff: ActorId
  readonly event: Undated | null
}

/** Null where nothing was brought about, as when a second factor is still asked for. */
export function consequenceOf({ call, opened, address }: Done): Consequence | null {
  const { path, current } = call
  if (current === null) return opened && { staff: opened.userId, event: signedIn(opened, address) }
  const { id: staff, twoFactorEnabled } = current.user
  switch (path) {
    case '/sign-out':
      return { staff, event: { kind: 'signedOut', data: {} } }
    case '/change-password':
      return { staff, event: { kind: 'passwordChanged', data: {} } }
    case '/revoke-other-sessions':
      return { staff, event: { kind: 'sessionsEnded', data: {} } }
    case '/two-factor/disable':
      return { staff, event: { kind: 'secondFactorChanged', data: { to: 'off' } } }
    case '/two-factor/generate-backup-codes':
      return { staff, event: { kind: 'secondFactorChanged', data: { to: 'newBackupCodes' } } }
    case '/two-factor/verify-totp':
    case '/two-factor/verify-backup-code':
      return {
        staff,
        event: twoFactorEnabled
          ? { kind: 'signedIn', data: { by: 'secondFactor', secondFactor: true, address } }
          : { kind: 'secondFactorChanged', data: { to: 'on' } },
      }
    default:
      return { staff, event: null }
  }
}

const signedIn = ({ means, secondFactor }: AuthSession, address: string | null): Undated => ({
  kind: 'signedIn',
  data: { by: means satisfies SignInMeans, secondFactor, address },
})

/** Changes to better-auth's rows that it does not make itself. */
export async function settle(auth: Auth, { path, current }: Call, now: Moment): Promise<void> {
  if (current === null) return
  const { adapter, internalAdapter } = await auth.$context
  if (path === '/change-password')
    await internalAdapter.updateUser(current.user.id, {
      mustChangePassword: false,
      passwordSetAt: new Date(now),
    })
  if (path.startsWith('/two-factor/verify-') && current.user.twoFactorEnabled)
    await adapter.update({
      model: 'session',
      where: [{ field: 'token', value: current.session.token }],
      update: { secondFactor: true },
    })
}
