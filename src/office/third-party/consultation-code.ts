/**
 * How a third party finds the consultation it was sent (条例§32): by a code that stands in the letter and lies in the
 * vault, as a keyed hash to be found by.
 */
import type { CaseId, Unit, VaultEntry } from '../ports.ts'

const kind = 'consultationCode'

/** What a code opens. */
export interface Coded {
  readonly request: CaseId
  /** Id of the consultation among those of the request. */
  readonly consultation: string
}

/** The entry of the vault for a code; put again with another code, the one before opens nothing any more. */
export function codeEntry(coded: Coded, code: string): VaultEntry {
  const { request, consultation } = coded
  return { id: `${kind}-${request}-${consultation}`, kind, data: coded, lookup: { code: bare(code) } }
}

/** What the code opens at the unit's organ; null where it opens nothing. */
export async function findCoded({ vault }: Pick<Unit, 'vault'>, code: string): Promise<Coded | null> {
  if (bare(code) === '') return null
  const [id] = await vault.find(kind, 'code', bare(code))
  const entry = id === undefined ? null : await vault.open(id)
  return entry === null || 'failure' in entry ? null : (entry.data as Coded)
}

/** As people copy it from paper: full width as half, without spaces and hyphens, in capitals. */
const bare = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
