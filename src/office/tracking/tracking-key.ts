/**
 * How an applicant finds their own request again: by its number and the secret told to them when it came in. The
 * secret lies in the vault and nowhere else, as a keyed hash to be found by and sealed with the entry.
 */
import type { CaseId, Unit, VaultEntry } from '../ports.ts'

const kind = 'tracking'

/** Id of the entry by which a request is tracked. */
export const trackingIdOf = (request: CaseId): string => `tracking-${request}`

/** The entry of the vault for a request; put again with another secret, the one before opens nothing any more. */
export function trackingEntry(request: CaseId, number: string, secret: string): VaultEntry {
  return { id: trackingIdOf(request), kind, data: { request }, lookup: { key: keyOf(number, secret) } }
}

/** The request of the unit's organ with that number and secret; null alike for a wrong number and a wrong secret. */
export async function findTracked(
  { vault }: Pick<Unit, 'vault'>,
  number: string,
  secret: string,
): Promise<CaseId | null> {
  if (bare(secret) === '') return null
  const [id] = await vault.find(kind, 'key', keyOf(number, secret))
  const entry = id === undefined ? null : await vault.open(id)
  return entry === null || 'failure' in entry ? null : (entry.data as { readonly request: CaseId }).request
}

/** Written in one way, as people copy it from paper: full width as half, no spaces or hyphens, no small letters. */
const keyOf = (number: string, secret: string): string =>
  `${plain(number).replace(/\s/g, '')}|${bare(secret)}`

const bare = (secret: string): string => plain(secret).replace(/[^0-9A-Z]/g, '')

const plain = (text: string): string => text.normalize('NFKC').toUpperCase()
