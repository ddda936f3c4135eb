import type { Contact } from '../applicants/applicant.ts'
import type { VaultEntry } from '../ports.ts'

/** Whose interests disclosure may harm (条例§15), as the vault keeps them: events know the id alone. */
export interface ThirdParty {
  readonly name: string
  /** A natural person; else an organisation. */
  readonly person: boolean
  readonly contact: Contact
}

const kind = 'thirdParty'

/** The entry of the vault for a third party. */
export const thirdPartyEntry = (id: string, thirdParty: ThirdParty): VaultEntry => ({
  id,
  kind,
  data: thirdParty,
  lookup: {},
})

/** The third party in an entry; null where the entry is of another kind. */
export const thirdPartyIn = (entry: VaultEntry): ThirdParty | null =>
  entry.kind === kind ? (entry.data as ThirdParty) : null
