import type { Citation } from '../../law/citation.ts'

export type StaffRefusalCode =
  | 'notPermitted'
  | 'unknownStaff'
  | 'staffExists'
  | 'accountTaken'
  | 'badAccount'
  | 'badMail'
  | 'noName'
  | 'noChange'
  | 'ownAccount'
  | 'alreadySuspended'
  | 'notSuspended'
  | 'suspended'
  | 'notGrantable'
  | 'alreadyGranted'
  | 'notGranted'
  | 'incompatibleRoles'
  | 'lastSecurityAdmin'
  | 'notEmpty'
  | 'sameOrgan'
  | 'samePerson'

/** Why nothing was done, for people. */
export interface StaffRefusal {
  readonly refused: true
  readonly code: StaffRefusalCode
  readonly message: string
  readonly cites: readonly Citation[]
}

export function refuse(code: StaffRefusalCode, message: string, ...cites: readonly Citation[]): StaffRefusal {
  return { refused: true, code, message, cites }
}
