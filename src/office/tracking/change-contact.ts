import type { Day } from '../../law/day.ts'
import { type Applicant, applicantOf, type Contact } from '../applicants/applicant.ts'
import { applicantDeed } from '../applicants/applicant-deed.ts'
import {
  type ApplicantRefusal,
  type IdentityCheck,
  identityChecks,
  refuse,
} from '../applicants/applicant-events.ts'
import { applicantEntry, applicantIn } from '../applicants/sealed.ts'
import { everyCase } from '../handling/every-case.ts'
import { notifyApplicant, notifyStaff } from '../messages/notify.ts'
import { reachOfApplicant } from '../messages/recipients.ts'
import type { CaseId, Conflict, Moment, Office, OrganId, Unit } from '../ports.ts'
import { type Actor, may } from '../requests/index.ts'

/** What is to change; what is left out stays, null takes away. */
export type NewContact = Partial<Contact>

export interface ChangeContact {
  readonly organ: OrganId
  readonly request: CaseId
  readonly contact: NewContact
  /** Staff, and how they made sure who wants it; null for the applicant with the tracking secret. */
  readonly by: { readonly actor: Actor; readonly checked: IdentityCheck } | null
  readonly today: Day
  readonly at: Moment
}

export interface ContactChanged {
  readonly refused: false
  readonly fields: readonly (keyof Contact)[]
}

/**
 * New contact data of an applicant. Told to where they were reached before, in case it was somebody else; and who
 * has but the secret of one request does not lead the letters of another elsewhere: that takes showing who they are.
 */
export async function changeContact(
  office: Office,
  command: ChangeContact,
): Promise<ContactChanged | ApplicantRefusal | Conflict> {
  const { organ, request, by, today, at } = command
  const id = await office.inTransaction(
    organ,
    async ({ cases }) => (await cases.get(request))?.applicant ?? null,
  )
  if (id === null) return unknown
  const actor = by?.actor ?? ({ id, role: 'applicant', scope: 'own' } as const)
  return applicantDeed<ContactChanged | ApplicantRefusal>(
    office,
    { organ, context: { today, actor }, at },
    id,
    async (unit, { standing }) => {
      const entry = await unit.vault.open(id)
      const before = entry === null || 'failure' in entry ? null : applicantIn(entry)
      if (before === null || standing !== 'active') return unknown
      const { applicant: next, fields } = changed(before, command)
      const refusal =
        forbidden(actor, by) ??
        faultOf(before, next, fields, today) ??
        (by ? null : await elsewhere(unit, id, request))
      if (refusal !== null) return refusal
      const data = { applicant: id, case: request, fields, checked: by?.checked ?? null }
      return {
        event: { kind: 'applicantContactChanged', on: today, data },
        async afterwards(): Promise<ContactChanged> {
          await unit.vault.put(applicantEntry(id, next), at)
          const told = { about: request, once: at, today, at }
          await notifyApplicant(
            unit,
            { kind: 'contactChanged', facts: {}, ...told },
            reachOfApplicant(before, today),
          )
          if (by === null)
            await notifyStaff(unit, { kind: 'applicantActed', facts: { act: '变更联系方式' }, ...told })
          return { refused: false, fields }
        },
      }
    },
  )
}

const unknown = refuse('unknown', '没有可以变更的申请人信息，请核对。', '条例§29¶2(1)')

function forbidden(actor: Actor, by: ChangeContact['by']): ApplicantRefusal | null {
  const action = by === null ? 'trackRequest' : 'revealApplicant'
  if (!may(actor.role, action, actor.scope))
    return refuse('notPermitted', '没有变更申请人联系方式的权限，请由本机关经办人员办理。', '个保法§51')
  return by === null || Object.hasOwn(identityChecks, by.checked)
    ? null
    : refuse('noReason', '请写明核对身份的方式。', '个保法§51')
}

function changed(before: Applicant, { contact, today }: ChangeContact) {
  const { applicant } = applicantOf({ ...before, contact: { ...before.contact, ...contact } }, today)
  const fields = (Object.keys(applicant.contact) as (keyof Contact)[]).filter(
    (field) => applicant.contact[field] !== before.contact[field],
  )
  return { applicant, fields }
}

/** What was amiss before is not held against the change; nobody is left without any way to be reached. */
function faultOf(
  before: Applicant,
  next: Applicant,
  fields: readonly (keyof Contact)[],
  today: Day,
): ApplicantRefusal | null {
  if (fields.length === 0) return refuse('wrongContact', '联系方式没有变化，请核对后再提交。', '条例§29¶2(1)')
  const faults = (applicant: Applicant): readonly string[] =>
    applicantOf(applicant, today)
      .shortcomings.filter(({ requirement }) => requirement === 'contact')
      .map(({ message }) => message)
  const known = faults(before)
  const [fault] = faults(next).filter((message) => !known.includes(message))
  return fault === undefined ? null : refuse('wrongContact', `${fault}。`, '条例§29¶2(1)')
}

async function elsewhere(unit: Unit, applicant: string, request: CaseId): Promise<ApplicantRefusal | null> {
  for await (const { id } of everyCase(unit, { organs: [unit.organ], applicant, open: true, tests: 'too' }))
    if (id !== request)
      return refuse(
        'openElsewhere',
        '您还有其他申请正在办理。为防止他人冒用，请携带证件到政府信息公开工作机构变更联系方式。',
        '个保法§51',
      )
  return null
}
