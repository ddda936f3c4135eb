/** To whom a letter goes: the applicant, a third party, another organ. */
import type { Applicant, Contact } from '../applicants/applicant.ts'
import { applicantIn } from '../applicants/sealed.ts'
import { personalWordsOf } from '../intake/check-submission.ts'
import type { Addressee } from '../letters/compose.ts'
import type { Unit } from '../ports.ts'
import { roles } from '../requests/index.ts'
import { type ThirdParty, thirdPartyIn } from '../third-party/third-party.ts'

export interface Party {
  readonly addressee: Addressee
  readonly contact: Contact
  /** What must not get into an event. */
  readonly personal: readonly string[]
}

const unknown: Contact = { phone: null, email: null, address: null, postcode: null }

/** Another organ, or any addressee of whom the name is all that is known. It is no secret. */
export const organParty = (name: string): Party => ({
  addressee: { name, person: false },
  contact: unknown,
  personal: [],
})

/** The applicant or third party of that id in the vault; null where it is erased or nobody's. */
export async function partyOf({ vault }: Pick<Unit, 'vault'>, id: string | null): Promise<Party | null> {
  const entry = id === null ? null : await vault.open(id)
  if (entry === null || 'failure' in entry) return null
  const applicant = applicantIn(entry)
  if (applicant !== null) return partyOfApplicant(applicant)
  const thirdParty = thirdPartyIn(entry)
  return thirdParty && partyOfThirdParty(thirdParty)
}

function partyOfApplicant(applicant: Applicant): Party {
  const { kind, name, contact } = applicant
  return {
    // Who has not told their name is asked for it by letter all the same (条例§30).
    addressee: { name: name === '' ? roles.applicant : name, person: kind === 'natural' },
    contact,
    personal: personalWordsOf(applicant).filter((word) => word !== contact.address || isAddress(word)),
  }
}

function partyOfThirdParty({ name, person, contact }: ThirdParty): Party {
  const { phone, email, address } = contact
  const words = [name, phone, email, address !== null && isAddress(address) ? address : null]
  return { addressee: { name, person }, contact, personal: words.filter((word) => word !== null) }
}

/** The name of a town is in every other sentence; with the number of a house it is somebody's address. */
const isAddress = (text: string): boolean => /\d/.test(text)
