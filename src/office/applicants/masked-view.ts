import { applicantKinds, identityTypes } from '../../law/application.ts'
import type { Applicant } from './applicant.ts'
import { maskAddress, maskEmail, maskIdentity, maskName, maskPhone } from './masks.ts'

/** What a screen shows of an applicant: enough to work with, nothing to be misused. Null where nothing is known. */
export interface MaskedApplicant {
  readonly kind: string
  readonly name: string
  readonly identity: { readonly paper: string; readonly number: string | null; readonly copy: boolean } | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly agent: string | null
  readonly assistance: string | null
}

/**
 * For those who handle the case: the name whole, since they write to it; numbers and addresses masked, to be
 * revealed as an act of its own.
 */
export function forHandler(applicant: Applicant): MaskedApplicant {
  return { ...forOthers(applicant), name: applicant.name, agent: applicant.agent?.name ?? null }
}

/**
 * For lists, supervisors and organs consulted (个保法§6): a person's name masked too. The name of an organisation
 * is no personal information.
 */
export function forOthers(applicant: Applicant): MaskedApplicant {
  const { kind, name, idKind, idNumber, idPaper, contact, agent, assistance } = applicant
  const mask = (value: string | null, by: (value: string) => string): string | null =>
    value === null ? null : by(value)
  return {
    kind: applicantKinds[kind].caption,
    name: kind === 'natural' ? maskName(name) : name,
    identity:
      idKind === null
        ? null
        : { paper: identityTypes[idKind], number: mask(idNumber, maskIdentity), copy: idPaper !== null },
    phone: mask(contact.phone, maskPhone),
    email: mask(contact.email, maskEmail),
    address: mask(contact.address, maskAddress),
    agent: agent === null ? null : maskName(agent.name),
    assistance,
  }
}

/** For a third party whose opinion is asked (条例§32): that somebody asks, not who. */
export function forThirdParty({ kind }: Pick<Applicant, 'kind'>): Pick<MaskedApplicant, 'kind'> {
  return { kind: kind === 'natural' ? applicantKinds.natural.caption : '法人或者其他组织' }
}
