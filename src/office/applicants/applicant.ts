/**
 * Who asks: a natural person or one of the five kinds of organisation. What 条例§29 wants and no more (个保法§6):
 * there is no field for a purpose. The record is sealed in the vault; events know its id alone.
 */
import {
  type ApplicantKind,
  checkApplication,
  type IdentityType,
  identityTypes,
  requirements,
  type Shortcoming,
} from '../../law/application.ts'
import type { Day } from '../../law/day.ts'
import { type Agent, checkAgent } from './agent.ts'

export interface Contact {
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly postcode: string | null
}

/** Plain JSON, as it lies in the vault. Absent values are null. */
export interface Applicant {
  readonly kind: ApplicantKind
  readonly name: string
  readonly idKind: IdentityType | null
  readonly idNumber: string | null
  /** Hash of the copy of the paper among the blobs. */
  readonly idPaper: string | null
  readonly contact: Contact
  /** 法定代表人或者负责人 of an organisation. */
  readonly representative: string | null
  readonly agent: Agent | null
  /** Help wanted in reading, seeing or hearing (条例§43). */
  readonly assistance: string | null
  /** Version of the privacy notice that was shown (个保法§17, 35); null where none could be, as by post. */
  readonly notice: string | null
}

/** As it comes from a form, a letter or a list: anything may be missing. */
export type ApplicantInput = Partial<Omit<Applicant, 'contact' | 'kind'>> & {
  readonly kind: ApplicantKind
  readonly contact?: Partial<Contact>
}

/** Most characters of a field; what is longer is not what the field asks for. */
export const longest = {
  name: 100,
  idNumber: 40,
  phone: 40,
  email: 120,
  address: 200,
  postcode: 10,
  representative: 60,
}

/**
 * The applicant as a record, and what is missing or wrong with it, in the order of the form. A shortcoming does
 * not keep the application out: it is received all the same and asked to be corrected (条例§30).
 */
export function applicantOf(
  input: ApplicantInput,
  on: Day,
): { readonly applicant: Applicant; readonly shortcomings: readonly Shortcoming[] } {
  const { contact = {} } = input
  const applicant: Applicant = {
    kind: input.kind,
    name: tidy(input.name) ?? '',
    idKind: input.idKind ?? null,
    idNumber:
      tidy(input.idNumber)
        ?.replace(/[\s·-]/g, '')
        .toUpperCase() ?? null,
    idPaper: tidy(input.idPaper),
    contact: {
      phone: tidy(contact.phone),
      email: tidy(contact.email)?.toLowerCase() ?? null,
      address: tidy(contact.address),
      postcode: tidy(contact.postcode),
    },
    representative: tidy(input.representative),
    agent: input.agent ?? null,
    assistance: tidy(input.assistance),
    notice: tidy(input.notice),
  }
  return { applicant, shortcomings: checkApplicant(applicant, on) }
}

/** What 条例§29¶2(1) finds wanting in the applicant as of a day. Messages name fields, never what is in them. */
export function checkApplicant(applicant: Applicant, on: Day): readonly Shortcoming[] {
  const { kind, name, idKind, idNumber, idPaper, contact, agent } = applicant
  const general = checkApplication({
    applicant: {
      kind,
      name,
      ...(idKind === null
        ? {}
        : { identity: { type: idKind, attached: idPaper !== null, ...(idNumber && { number: idNumber }) } }),
      contact: present(contact),
    },
  }).filter(({ requirement }) => personal.has(requirement))
  const wrongPaper = idKind !== null && !papersOf(kind).includes(idKind)
  return [
    ...general,
    ...(wrongPaper
      ? [
          wrong(
            'identity',
            `${kind === 'natural' ? '自然人' : '组织'}不适用${identityTypes[idKind]}，请核对证件类型`,
          ),
        ]
      : []),
    ...tooLong(applicant),
    ...(contact.phone !== null && !isPhone(contact.phone)
      ? [wrong('contact', '电话号码的位数或者字符不对，请核对后重新填写')]
      : []),
    ...(contact.email !== null && !isEmail(contact.email)
      ? [wrong('contact', '电子邮箱的写法不对，请核对后重新填写')]
      : []),
    ...(agent === null ? [] : checkAgent(agent, on)),
  ]
}

const personal: ReadonlySet<string> = new Set(['name', 'identity', 'contact'])

/** Papers by which one of that kind can prove who they are. */
export function papersOf(kind: ApplicantKind): readonly IdentityType[] {
  return kind === 'natural'
    ? ['residentId', 'passport', 'residencePermit', 'permanentResidence', 'other']
    : ['creditCode', 'other']
}

const isPhone = (text: string): boolean =>
  /^[+\d][\d\s()（）-]{5,38}$/.test(text) && text.replace(/\D/g, '').length >= 7

const isEmail = (text: string): boolean => /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,5}$/.test(text)

function tooLong({ name, idNumber, contact, representative }: Applicant): readonly Shortcoming[] {
  const over = (text: string | null, most: number): boolean => (text?.length ?? 0) > most
  return [
    over(name, longest.name) ? wrong('name', `姓名或者名称超过${longest.name}字，请核对`) : null,
    over(idNumber, longest.idNumber) ? wrong('identity', '证件号码过长，请核对') : null,
    over(representative, longest.representative) ? wrong('identity', '法定代表人姓名过长，请核对') : null,
    over(contact.phone, longest.phone) || over(contact.postcode, longest.postcode)
      ? wrong('contact', '电话或者邮政编码过长，请核对')
      : null,
    over(contact.email, longest.email) || over(contact.address, longest.address)
      ? wrong('contact', '电子邮箱或者通信地址过长，请核对')
      : null,
  ].filter((found) => found !== null)
}

export function wrong(
  requirement: 'name' | 'identity' | 'contact',
  message: string,
  fault: Shortcoming['fault'] = 'wrong',
): Shortcoming {
  return { requirement, fault, message, cites: requirements[requirement].cites }
}

/** Without control characters and white space at the ends; null where nothing is left. */
function tidy(text: string | null | undefined): string | null {
  const plain = (text ?? '').replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\ufeff]/g, '').trim()
  return plain === '' ? null : plain
}

function present(contact: Contact): { phone?: string; email?: string; address?: string } {
  const { phone, email, address } = contact
  return { ...(phone && { phone }), ...(email && { email }), ...(address && { address }) }
}
