import type { ActorId, Office, StaffMember } from '../ports.ts'
import { deed, type StaffContext, type StaffOutcome } from './deed.ts'
import { refuse, type StaffRefusal } from './refusal.ts'
import { accountOf } from './rules.ts'

export interface NewStaff {
  /** Made by the caller, never used before. */
  readonly id: ActorId
  readonly name: string
  readonly account: string
  readonly mail: string | null
  readonly phone: string | null
}

/** Enters a member of staff of the organ, as yet without a role and without a password. */
export async function addStaff(
  office: Office,
  staff: NewStaff,
  context: StaffContext,
): Promise<StaffOutcome> {
  return deed(office, 'manageStaff', staff.id, context, async (unit) => {
    const member = memberOf(staff, context.organ)
    if ('refused' in member) return member
    if ((await unit.staff.get(member.id)) !== null)
      return refuse('staffExists', '已经有这一人员，请刷新后核对。', '个保法§51')
    if ((await unit.staff.put(member)) !== null) return accountTaken
    return { kind: 'staffAdded', on: context.today, data: {} }
  })
}

const accountTaken = refuse(
  'accountTaken',
  '该账号已被使用；账号在整个系统中不得重复，请另取一个。',
  '等保要求',
)

/** The row of somebody new, or what is wrong with the entry. Pure. */
export function memberOf(
  { id, name, account, mail, phone }: NewStaff,
  organ: StaffMember['organ'],
): StaffMember | StaffRefusal {
  const kept = accountOf(account)
  if (kept === null)
    return refuse(
      'badAccount',
      '账号应为 3 至 30 个小写字母、数字、点、下划线或者短横，以字母或者数字开头。',
      '等保要求',
    )
  const entry = entryOf({ name, mail, phone })
  return 'refused' in entry ? entry : { id, organ, account: kept, suspended: false, ...entry }
}

type Entry = Pick<StaffMember, 'name' | 'mail' | 'phone'>

/** Name and contacts as they are kept: without blanks around, null for nothing. Pure. */
export function entryOf({ name, mail, phone }: Entry): Entry | StaffRefusal {
  if (name.trim() === '') return refuse('noName', '请填写姓名。', '个保法§51')
  if (bare(mail) !== null && !/^[^\s@<>]+@[^\s@<>]+$/.test(bare(mail)!))
    return refuse('badMail', '电子邮箱的写法不对，请核对；没有的可以不填。', '个保法§51')
  return { name: name.trim(), mail: bare(mail), phone: bare(phone) }
}

const bare = (text: string | null): string | null => text?.trim() || null
