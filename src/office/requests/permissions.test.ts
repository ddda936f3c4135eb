import { describe, expect, test } from 'vitest'
import {
  type Action,
  may,
  permissions,
  type RequestAction,
  type Role,
  requestActions,
  roles,
  type Scope,
} from './permissions.ts'

const scopes: readonly Scope[] = ['own', 'organ', 'subordinate']
const everyRole = Object.keys(roles) as Role[]
const actionsOf = (role: Role) =>
  new Set(permissions.filter((row) => row.role === role).map(({ action }) => action))
const isRequestAction = (action: Action): action is RequestAction =>
  (requestActions as readonly Action[]).includes(action)

describe('权限表', () => {
  test('一项权限一行，没有重复', () => {
    const rows = permissions.map(({ role, action, scope }) => `${role} ${action} ${scope}`)
    expect(new Set(rows).size).toBe(rows.length)
  })

  test('表中有的许可，表中没有的一律禁止', () => {
    const actions = new Set<Action>([...requestActions, ...permissions.map(({ action }) => action)])
    for (const role of everyRole)
      for (const action of actions)
        for (const scope of scopes)
          expect(may(role, action, scope)).toBe(
            permissions.some((row) => row.role === role && row.action === action && row.scope === scope),
          )
  })

  test('每个办理动作都有人可以办理', () => {
    for (const action of requestActions)
      expect(
        permissions.some((row) => row.action === action),
        action,
      ).toBe(true)
  })

  test('系统、安全、审计三员分立，权限互不重叠，都不办理申请', () => {
    const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
    for (const role of administrators) {
      expect([...actionsOf(role)].filter(isRequestAction)).toEqual([])
      expect(actionsOf(role).has('readRequest')).toBe(false)
      for (const other of administrators)
        if (other !== role)
          expect([...actionsOf(role)].filter((each) => actionsOf(other).has(each))).toEqual([])
    }
  })

  test('条例§33¶2 延期只由负责人同意；条例§45 经办人不得审核、签发', () => {
    for (const role of everyRole) expect(may(role, 'approveExtension', 'organ')).toBe(role === 'head')
    for (const action of ['review', 'approve', 'seal', 'askFee'] as const)
      expect(may('handler', action, 'organ')).toBe(false)
  })

  test('办理人员对其他机关的申请没有任何权限；主管部门只看不办', () => {
    for (const role of ['handler', 'reviewer', 'head'] as const)
      expect(
        permissions
          .filter((row) => row.role === role && row.scope !== 'organ')
          .every(({ action }) => role === 'head' && ['readReport', 'reviewReport'].includes(action)),
      ).toBe(true)
    expect([...actionsOf('authority')].filter(isRequestAction)).toEqual([])
    expect(may('authority', 'readRequest', 'subordinate')).toBe(true)
    expect(may('authority', 'revealApplicant', 'subordinate')).toBe(false)
  })

  test('申请人和第三方只能就自己的事项', () => {
    for (const role of ['applicant', 'thirdParty'] as const)
      expect(permissions.every((row) => row.role !== role || row.scope === 'own')).toBe(true)
  })
})
