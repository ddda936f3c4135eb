import type { VaultEntry } from '../ports.ts'
import type { Applicant } from './applicant.ts'

export const applicantEntryKind = 'applicant'

/** Names under which an applicant is found again by equality. */
export type ApplicantLookup = 'identity' | 'nameAndPhone' | 'email' | 'agent'

/** The entry of the vault: the record, and by what it is found. Both are sealed there. */
export function applicantEntry(id: string, applicant: Applicant): VaultEntry {
  return { id, kind: applicantEntryKind, data: applicant, lookup: lookupOf(applicant) }
}

/** The record in an entry; null where the entry is of another kind. */
export function applicantIn(entry: VaultEntry): Applicant | null {
  return entry.kind === applicantEntryKind ? (entry.data as Applicant) : null
}

/**
 * What the keyed hash of equality is taken over. Written in one way only, so that the same paper entered with
 * spaces, in full width or in small letters is the same value. The kind of paper goes in, for numbers of two kinds
 * may coincide; an old number of 15 places is not made one of 18, since nobody can tell its century for certain.
 */
export function lookupOf(
  applicant: Applicant,
): Readonly<Partial<Record<ApplicantLookup, string>>> & Record<string, string> {
  const { name, idKind, idNumber, contact, agent } = applicant
  const phone = contact.phone === null ? '' : phoneKey(contact.phone)
  return {
    ...(idKind !== null && idNumber !== null ? { identity: identityKey(idKind, idNumber) } : {}),
    ...(name !== '' && phone !== '' ? { nameAndPhone: `${nameKey(name)}|${phone}` } : {}),
    ...(contact.email === null ? {} : { email: plain(contact.email).toLowerCase() }),
    ...(agent !== null && agent.idNumber !== null
      ? { agent: identityKey(agent.idKind, agent.idNumber) }
      : {}),
  }
}

/** 'residentId:330106199001011234'. */
export const identityKey = (kind: string, number: string): string =>
  `${kind}:${plain(number)
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()}`

/** Digits alone, without the country code of the mainland. */
export const phoneKey = (phone: string): string =>
  plain(phone)
    .replace(/\D/g, '')
    .replace(/^(?:0086|86)(?=1\d{10}$)/, '')

export const nameKey = (name: string): string =>
  plain(name)
    .replace(/[\s·•・.]/g, '')
    .toUpperCase()

/** Full width as half, compatibility characters as plain ones. */
const plain = (text: string): string => text.normalize('NFKC')
