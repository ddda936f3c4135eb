/** Invented people, and how the tests name what became of a deed. */
import type { StaffContext, StaffOutcome } from '../../../src/office/staff/deed.ts'
import { organ } from '../../store/support/office.ts'

const at = '2026-11-22T04:22:23.120Z'
const today = '2026-11-22'

export const someone = (id: string, account = `account-${id}`) => ({
  id,
  name: `示例人员${id}`,
  account,
  mail: `${account}@organ.example`,
  phone: null,
})

export const founding = (ids: readonly [string, string, string] = ['sys', 'sec', 'aud']) =>
  ({
    organ: organ('city'),
    founders: { systemAdmin: someone(ids[0]), securityAdmin: someone(ids[1]), auditAdmin: someone(ids[2]) },
    at,
    today,
  }) as const

export const by = (actor: string, where = 'city'): StaffContext => ({
  organ: where,
  by: { actor, at },
  today,
})
export const codeOf = (outcome: StaffOutcome) =>
  'failure' in outcome ? outcome.failure : outcome.refused ? outcome.code : 'done'
