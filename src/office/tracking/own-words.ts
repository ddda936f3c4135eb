/**
 * What applicants write in the course of their request. It may tell of their lives, and it is theirs to have erased:
 * the log has the id of the entry alone.
 */
import type { Citation } from '../../law/citation.ts'
import type { CaseId, Erased, Unit, VaultEntry } from '../ports.ts'

export type OwnWordsKind = 'correction' | 'reasons' | 'suggestion'

export const ownWords: Readonly<Record<OwnWordsKind, { readonly caption: string; readonly cite: Citation }>> =
  {
    correction: { caption: '补正的内容', cite: '条例§30' },
    reasons: { caption: '申请的理由', cite: '条例§35' },
    suggestion: { caption: '建议主动公开的信息', cite: '条例§44' },
  }

export interface OwnWords {
  readonly request: CaseId
  readonly text: string
}

/** Most characters that are taken. */
export const longestWords = 5000

export const ownWordsKinds = [
  'correction',
  'reasons',
  'suggestion',
] as const satisfies readonly OwnWordsKind[]

/** The entry of the vault for it, to be found again by its request. */
export const ownWordsEntry = (id: string, kind: OwnWordsKind, words: OwnWords): VaultEntry => ({
  id,
  kind,
  data: words,
  lookup: { request: words.request },
})

/** What was written, by the id that stands in the event; null where there is no such entry. */
export async function ownWordsOf(
  { vault }: Pick<Unit, 'vault'>,
  id: string,
): Promise<OwnWords | Erased | null> {
  const entry = await vault.open(id)
  if (entry === null || 'failure' in entry) return entry
  return Object.hasOwn(ownWords, entry.kind) ? (entry.data as OwnWords) : null
}

/** Ids of all that was written in a request, kind by kind, oldest first. */
export async function ownWordsIn(
  { vault }: Pick<Unit, 'vault'>,
  request: CaseId,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const kind of Object.keys(ownWords)) found.push(...(await vault.find(kind, 'request', request)))
  return found
}
