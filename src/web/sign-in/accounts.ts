/** What an administrator does to accounts: makes them, sets a first password, ends sessions, takes a factor away. */
import { randomBytes, randomInt } from 'node:crypto'
import type { ActorId, Moment, StaffMember } from '../../office/ports.ts'
import { standingFor, standingsAt } from '../../office/staff/access.ts'
import { refuse, type StaffRefusal } from '../../office/staff/refusal.ts'
import type { Attempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import type { SignInOptions } from './options.ts'
import { faultOfPassword } from './password-rules.ts'
import type { Recorder } from './recorder.ts'

/** A member of staff with the right to manage staff at the organ, or the system while the house is founded. */
export type Administrator = ActorId | 'system'

export type Managed = { readonly refused: false } | StaffRefusal

/** None of it within a unit of work: each opens one, and the embedded database has one connection. */
export interface Accounts {
  /** Gives a member of staff a row to sign in by, with no password that anybody knows. Does nothing the second time. */
  createAccount(staff: ActorId): Promise<boolean>
  /** A new one-time password, told once and to be changed at the first sign-in. Ends every session. */
  setPassword(
    staff: ActorId,
    by: Administrator,
  ): Promise<{ readonly refused: false; readonly password: string } | StaffRefusal>
  endSessions(staff: ActorId, by: Administrator): Promise<Managed>
  /** For somebody who has lost the device and the backup codes. Ends every session. */
  resetSecondFactor(staff: ActorId, by: Administrator): Promise<Managed>
}

interface AccountParts {
  readonly office: SignInOptions['office']
  readonly auth: () => Auth
  readonly attempts: () => Attempts
  readonly now: () => Moment
  readonly record: Recorder['record']
}

export function makeAccounts(parts: AccountParts): Accounts & { enrol(member: StaffMember): Promise<void> } {
  const { office, auth, attempts, now, record } = parts
  const context = () => auth().$context

  const enrol = async ({ id, account }: StaffMember) => {
    const { adapter, password } = await context()
    if ((await adapter.findOne({ model: 'user', where: [{ field: 'id', value: id }] })) !== null) return
    const at = { createdAt: new Date(now()), updatedAt: new Date(now()) }
    // An account without a password would be told from one with a wrong password by the time it takes.
    const unknown = await password.hash(randomBytes(32).toString('base64'))
    const user = {
      id,
      name: account,
      email: account,
      emailVerified: true,
      username: account,
      twoFactorEnabled: false,
    }
    const fresh = { mustChangePassword: true, passwordSetAt: null }
    await adapter.create({ model: 'user', data: { ...user, ...fresh, ...at }, forceAllowId: true })
    const credential = { accountId: id, providerId: 'credential', userId: id, password: unknown }
    await adapter.create({ model: 'account', data: { ...credential, ...at } })
  }

  /** The member, where `by` may do this to them. */
  const managed = async (id: ActorId, by: Administrator): Promise<StaffMember | StaffRefusal> => {
    const member = await office.staff.get(id)
    if (by === 'system') return member ?? notThere
    if (member === null) return notThere
    if (by === id) return ownAccount
    const standing = standingFor(await standingsAt(office, by, member.organ), 'manageStaff')
    return standing === null ? notThere : member
  }

  return {
    enrol,

    async createAccount(id) {
      const member = await office.staff.get(id)
      if (member !== null) await enrol(member)
      return member !== null
    },

    async setPassword(id, by) {
      const member = await managed(id, by)
      if ('refused' in member) return member
      await enrol(member)
      const { internalAdapter, password: hashing } = await context()
      const password = firstPassword(member.account)
      await internalAdapter.updatePassword(id, await hashing.hash(password))
      await internalAdapter.updateUser(id, { mustChangePassword: true, passwordSetAt: new Date(now()) })
      await internalAdapter.deleteUserSessions(id)
      await attempts().forgive(member.account)
      await record(id, { kind: 'passwordSet', data: {} }, by)
      return { refused: false, password }
    },

    async endSessions(id, by) {
      const member = await managed(id, by)
      if ('refused' in member) return member
      await (await context()).internalAdapter.deleteUserSessions(id)
      await record(id, { kind: 'sessionsEnded', data: {} }, by)
      return { refused: false }
    },

    async resetSecondFactor(id, by) {
      const member = await managed(id, by)
      if ('refused' in member) return member
      await enrol(member)
      const { adapter, internalAdapter } = await context()
      await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: id }] })
      await internalAdapter.updateUser(id, { twoFactorEnabled: false })
      await internalAdapter.deleteUserSessions(id)
      await record(id, { kind: 'secondFactorChanged', data: { to: 'off' } }, by)
      return { refused: false }
    },
  }
}

/** Told to somebody who may not manage that member too: who asks learns nothing. */
const notThere = refuse(
  'unknownStaff',
  '没有这一人员，或者没有管理该人员账号的权限；请由该机关或者其上级机关的安全管理员办理。',
  '个保法§51',
  '等保要求',
)

const ownAccount = refuse(
  'ownAccount',
  '不能这样处理自己的账号：修改密码请在个人设置中办理，其他的请由另一名安全管理员办理。',
  '等保要求',
)

/** Characters that are not taken for one another when read aloud or copied from paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'

/** A password by chance that keeps the rules: four groups of three, about 69 bits. */
function firstPassword(account: string): string {
  for (;;) {
    const groups = Array.from({ length: 4 }, () =>
      Array.from({ length: 3 }, () => alphabet[randomInt(alphabet.length)]).join(''),
    )
    const password = groups.join('-')
    if (faultOfPassword(password, account) === null) return password
  }
}
