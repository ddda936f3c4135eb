import type { Day } from '../../law/day.ts'
import { applicantDeed } from '../applicants/applicant-deed.ts'
import {
  type ApplicantRefusal,
  type IdentityCheck,
  identityChecks,
  refuse,
} from '../applicants/applicant-events.ts'
import { notifyApplicant } from '../messages/notify.ts'
import type { CaseId, Conflict, Moment, Office, OrganId } from '../ports.ts'
import { type Actor, may } from '../requests/index.ts'
import { trackingEntry } from './tracking-key.ts'

export interface RenewTracking {
  readonly organ: OrganId
  readonly request: CaseId
  /** Random; told to the applicant by whoever calls, and kept nowhere but as a keyed hash. */
  readonly secret: string
  readonly checked: IdentityCheck
  readonly actor: Actor
  readonly today: Day
  readonly at: Moment
}

export interface Renewed {
  readonly refused: false
  readonly number: string
}

/** What is said to an applicant who lost the secret: nobody can prove by a web page who they are. */
export const howToRenew =
  '查询码不能在网上找回。请申请人本人或者代理人携带证件到政府信息公开工作机构，核对身份后重新设置。'

/**
 * A new tracking secret for a request, by staff who have checked who asks. The one before opens nothing any more; the
 * applicant is told where they are reached, in case it was somebody else.
 */
export async function renewTracking(
  office: Office,
  { organ, request, secret, checked, actor, today, at }: RenewTracking,
): Promise<Renewed | ApplicantRefusal | Conflict> {
  if (secret.replace(/[^0-9A-Za-z]/g, '').length < leastSecret)
    throw new RangeError('The secret is too short')
  const row = await office.inTransaction(organ, ({ cases }) => cases.get(request))
  if (row === null || row.applicant === null || row.number === null) return unknown
  const { applicant, number } = row
  const deed = { organ, context: { today, actor }, at }
  return applicantDeed<Renewed>(office, deed, applicant, async (unit, { standing }) => {
    if (!may(actor.role, 'revealApplicant', actor.scope))
      return refuse('notPermitted', '没有重设查询码的权限，请由本机关经办人员办理。', '个保法§51')
    if (!Object.hasOwn(identityChecks, checked))
      return refuse('noReason', '请写明核对身份的方式。', '个保法§51')
    if (standing === 'erased') return unknown
    return {
      event: { kind: 'trackingRenewed', on: today, data: { applicant, case: request, checked } },
      async afterwards(): Promise<Renewed> {
        const erased = await unit.vault.put(trackingEntry(request, number, secret), at)
        if (erased !== null) throw new Error(`The tracking entry of ${request} was erased`)
        const notice = { kind: 'trackingRenewed', about: request, facts: {}, once: at, today, at } as const
        await notifyApplicant(unit, notice)
        return { refused: false, number }
      },
    }
  })
}

/** Characters that are letters or digits, as of the secret told at intake. */
const leastSecret = 8

const unknown = refuse('unknown', '没有这件申请，或者其信息已经删除，请核对。', '个保法§47')
