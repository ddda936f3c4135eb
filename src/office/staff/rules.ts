/** Rules on accounts and roles, as pure functions. */
import type { Role } from '../requests/permissions.ts'
import { roles } from '../requests/permissions.ts'
import { refuse, type StaffRefusal } from './refusal.ts'

/** The three administrators (三员), kept apart from each other and from the handling of cases. */
export const administrators: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']

/** Roles of those who handle cases or supervise their handling. */
export const caseRoles: readonly Role[] = ['handler', 'reviewer', 'head', 'authority']

/** Roles that can be granted to a member of staff; the others fall to people outside and to the system itself. */
export const grantableRoles: readonly Role[] = [...caseRoles, ...administrators]

/**
 * Why nobody may hold these roles together, at whatever organs: an administrator holds no second role. Null where
 * they may.
 */
export function incompatible(held: readonly Role[]): StaffRefusal | null {
  const all = [...new Set(held)]
  const administrator = all.find((role) => administrators.includes(role))
  const other = all.find((role) => role !== administrator)
  if (administrator === undefined || other === undefined) return null
  const because = administrators.includes(other)
    ? '系统、安全、审计三员应当由不同的人担任'
    : '管理员不得办理申请'
  return refuse(
    'incompatibleRoles',
    `同一人不能既是${roles[administrator]}又是${roles[other]}：${because}。请授予另一名人员，或者先收回原有身份。`,
    '等保要求',
    '个保法§51',
  )
}

/** Small letters, digits, points, hyphens; the first a letter or digit. */
const accountShape = /^[a-z0-9][a-z0-9._-]{2,29}$/

/** The account as it is kept: people may write it with capitals or in full width. Null where it can be none. */
export function accountOf(text: string): string | null {
  const account = text.normalize('NFKC').trim().toLowerCase()
  return accountShape.test(account) ? account : null
}
