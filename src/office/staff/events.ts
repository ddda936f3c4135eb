/**
 * What became of a member of staff, in the stream of their id. The log of the organ that employs them says that they
 * came, were suspended and signed in; the log of each organ where they hold a role says so. No name, no account and
 * no address stands here.
 */
import type { NewEvent, StoredEvent } from '../ports.ts'
import type { Role } from '../requests/permissions.ts'

/** Why somebody may no longer sign in. */
export const suspensionReasons = {
  left: '调离或者离职',
  away: '长期离岗',
  breach: '违反规定',
  compromised: '账号可能被他人使用',
} as const

export type SuspensionReason = keyof typeof suspensionReasons

/** What of a member's entry was changed; the values are in the register alone. */
export type MemberField = 'name' | 'mail' | 'phone'

export interface StaffEventData {
  staffAdded: Record<string, never>
  staffChanged: { readonly fields: readonly MemberField[] }
  staffSuspended: { readonly because: SuspensionReason }
  staffRestored: Record<string, never>
  roleGranted: { readonly role: Role }
  roleRevoked: { readonly role: Role }

  /** `address`: the beginning of a keyed hash of where it came from, to tell one from another; null: not known. */
  signedIn: { readonly by: SignInMeans; readonly secondFactor: boolean; readonly address: string | null }
  signedOut: Record<string, never>
  signInFailed: { readonly by: SignInMeans; readonly address: string | null }
  /** Too many failures: the account stays closed until some time has passed. */
  signInLocked: { readonly minutes: number; readonly address: string | null }
  /** By the security administrator; to be changed at the first sign-in. */
  passwordSet: Record<string, never>
  passwordChanged: Record<string, never>
  secondFactorChanged: { readonly to: 'on' | 'off' | 'newBackupCodes' }
  /** By an administrator: every session ended. */
  sessionsEnded: Record<string, never>
}

/** By what somebody showed who they are. `single`: the organ's own identity provider. */
export const signInMeans = {
  password: '密码',
  secondFactor: '二次验证',
  single: '统一身份认证',
} as const

export type SignInMeans = keyof typeof signInMeans

export type StaffEventKind = keyof StaffEventData

export type StaffEvent<Kind extends StaffEventKind = StaffEventKind> = {
  readonly [K in Kind]: NewEvent<K, StaffEventData[K]>
}[Kind]

/** What an organ's log says of a member of staff. */
export interface StaffRecord {
  /** Whether this organ employs them. */
  readonly employed: boolean
  readonly suspended: boolean
  /** Roles held at this organ, in the order they were granted in. */
  readonly roles: readonly Role[]
}

export const noRecord: StaffRecord = { employed: false, suspended: false, roles: [] }

/** Kinds of events that a record follows from. */
export const recordKinds = [
  'staffAdded',
  'staffSuspended',
  'staffRestored',
  'roleGranted',
  'roleRevoked',
] as const satisfies readonly StaffEventKind[]

/** The record that the events of one stream add up to. Pure; other kinds are passed over. */
export function foldStaff(events: readonly Pick<StoredEvent, 'kind' | 'data'>[]): StaffRecord {
  return events.reduce((record, event) => apply(record, event as StaffEvent), noRecord)
}

function apply(record: StaffRecord, { kind, data }: StaffEvent): StaffRecord {
  const without = (role: Role) => record.roles.filter((held) => held !== role)
  if (kind === 'staffAdded') return { ...record, employed: true }
  if (kind === 'staffSuspended') return { ...record, suspended: true }
  if (kind === 'staffRestored') return { ...record, suspended: false }
  if (kind === 'roleGranted') return { ...record, roles: [...without(data.role), data.role] }
  if (kind === 'roleRevoked') return { ...record, roles: without(data.role) }
  return record
}
