import type { Applicant } from '../applicants/applicant.ts'
import type { CaseId, Erased, Unit, VaultEntry } from '../ports.ts'
import type { Content } from './content.ts'

/** Who carried what came by post, and the number on the envelope. */
export interface Posting {
  readonly carrier: string | null
  readonly number: string | null
}

/**
 * An application as it came in: what is asked for, and the applicant as given this time. The applicant's own record
 * goes on changing with what they say later; this stays. Both are sealed; the log knows neither.
 */
export interface ApplicationRecord extends Content {
  readonly applicant: Applicant
  readonly posting: Posting | null
}

const kind = 'application'

/** Id of the entry that holds what a request asks for. */
export const applicationIdOf = (request: CaseId): string => `application-${request}`

/** The entry of the vault. `wish`: by which the same wish of one applicant is found again; empty for none. */
export const applicationEntry = (request: CaseId, record: ApplicationRecord, wish: string): VaultEntry => ({
  id: applicationIdOf(request),
  kind,
  data: record,
  lookup: wish === '' ? {} : { wish },
})

/** The request that an entry of that id belongs to. */
const requestOfEntry = (id: string): CaseId => id.slice(applicationIdOf('').length)

/** Requests with the same wish by the same applicant, oldest first. */
export async function withWish({ vault }: Pick<Unit, 'vault'>, wish: string): Promise<readonly CaseId[]> {
  return wish === '' ? [] : (await vault.find(kind, 'wish', wish)).map(requestOfEntry)
}

/** What a request asks for; null where nothing is kept. Opening it is for the caller to answer for. */
export async function applicationOf(
  { vault }: Pick<Unit, 'vault'>,
  request: CaseId,
): Promise<ApplicationRecord | Erased | null> {
  const entry = await vault.open(applicationIdOf(request))
  if (entry === null || 'failure' in entry) return entry
  return entry.kind === kind ? (entry.data as ApplicationRecord) : null
}
