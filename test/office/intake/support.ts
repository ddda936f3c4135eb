/** An invented organ on an embedded database, and people to ask it for things. Nobody in here exists. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../../src/law/day.ts'
import type { ApplicantInput } from '../../../src/office/applicants/applicant.ts'
import type { HandlingContext } from '../../../src/office/handling/handle-request.ts'
import type { ContentInput } from '../../../src/office/intake/content.ts'
import type { Submission, SubmitOutcome, Submitted } from '../../../src/office/intake/submit-application.ts'
import { blankOrgan } from '../../../src/office/organs/fields.ts'
import { type OrganRecord, rowOf } from '../../../src/office/organs/organ.ts'
import { projectCase, type Role } from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { tablesInOrder } from '../../../src/store/tables.ts'
import { residentId } from '../../office-parts/made-numbers.ts'
import { open } from '../../store/support/office.ts'

export const here = 'organ-1'
export const at = '2026-03-02T01:00:00.000Z'
export const today: Day = '2026-03-02'

export const record: OrganRecord = {
  ...blankOrgan,
  code: '11330100002489559G',
  name: '示例县水利局',
  docPrefix: '示水',
  court: '示例县人民法院',
  reviewOrgan: '示例县人民政府',
  channels: ['online', 'email'],
  office: {
    name: '示例县水利局办公室',
    address: '示例县示例路1号',
    hours: '工作日8:30至17:30',
    phone: '0571-00000000',
    fax: '0571-00000001',
    email: 'open@water.example',
    postcode: '310000',
    website: 'https://water.example/',
  },
}

/** A database of its own with the organ in it. */
export async function openOffice(place = ':memory:', organs: readonly string[] = [here]): Promise<Store> {
  const store = await open(place, { project: projectCase, connections: 40 })
  for (const [n, id] of organs.entries())
    await store.organs.put(rowOf({ ...record, code: `${record.code}${n || ''}` }, id, null))
  return store
}

export const contextOf = (role: Role = 'handler', on: Day = today): HandlingContext => ({
  today: on,
  organ: 'localDepartment',
  actor: {
    id: role === 'applicant' ? 'visitor' : `staff-${role}`,
    role,
    scope: role === 'applicant' ? 'own' : 'organ',
  },
})

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Every row of every table as text: to see whether anything is left behind, and whether anything personal is. */
export async function everything(store: Store): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {}
  for (const { name } of await tablesInOrder(store.database)) {
    const { rows } = await sql<{ text: string }>`
      select coalesce(string_agg(row_to_json(t)::text, E'\n' order by row_to_json(t)::text), '') as text
      from ${sql.table(name)} as t`.execute(store.database)
    texts[name] = rows[0]!.text
  }
  return texts
}

/** The tables in which something is otherwise than before. */
export async function changed(
  store: Store,
  before: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return Object.entries(await everything(store)).flatMap(([name, text]) =>
    text === before[name] ? [] : [name],
  )
}

/** An application that lacks nothing, by an invented person. `n` tells one from another. */
export const submissionOf = (n: number | string, more: Partial<Submission> = {}): Submission => ({
  organ: here,
  request: `r-${n}`,
  applicantId: `a-${n}`,
  secret: `SECRET-${String(n).padStart(8, '0')}`,
  context: contextOf(),
  at,
  channel: 'inPerson',
  arrivedOn: today,
  applicant: person,
  content: wishFor('示例县水库除险加固工程的批复'),
  ...more,
})

export const wishFor = (title: string): ContentInput => ({ title, provision: 'paper', delivery: 'post' })

export const person: ApplicantInput = {
  kind: 'natural',
  name: '欧阳示例',
  idKind: 'residentId',
  idNumber: residentId('330106', '19900101', '123'),
  contact: { phone: '13800000000', email: 'ouyang@mail.example', address: '示例县示例镇幸福路88号' },
}

/** Somebody else with a paper of their own. */
export const another = (serial: number, name = `某人${serial}`): ApplicantInput => ({
  ...person,
  name,
  idNumber: residentId('330106', '19850505', String(serial).padStart(3, '0')),
  contact: { phone: `139${String(serial).padStart(8, '0')}` },
})

export const submitted = (outcome: SubmitOutcome): Submitted => {
  if ('failure' in outcome || outcome.refused) throw new Error(JSON.stringify(outcome))
  return outcome
}
