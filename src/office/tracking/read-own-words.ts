import type { CaseId, Office, OrganId } from '../ports.ts'
import { mayRead, type Viewer } from '../visibility.ts'
import { type OwnWords, type OwnWordsKind, ownWordsIn } from './own-words.ts'

export interface WrittenWords {
  /** Id in the vault, as the event has it. */
  readonly id: string
  readonly kind: OwnWordsKind
  readonly text: string
}

export interface ReadOwnWords {
  readonly organ: OrganId
  readonly request: CaseId
  readonly viewer: Viewer
}

/**
 * What the applicant wrote in the course of a request, correction by correction. Seen by those who may see the papers
 * that the applicant handed in; to all others there is nothing. What was erased is left out.
 */
export async function readOwnWords(
  office: Office,
  { organ, request, viewer }: ReadOwnWords,
): Promise<readonly WrittenWords[]> {
  const paper = { kind: 'paper', purpose: 'correction', from: 'applicant' } as const
  if (!mayRead(viewer, { ...paper, organ, request, sent: false, consultation: null })) return []
  return office.inTransaction(organ, async (unit) => {
    const entries = await unit.vault.openMany(await ownWordsIn(unit, request))
    return [...entries].flatMap(([id, entry]) =>
      'failure' in entry
        ? []
        : [{ id, kind: entry.kind as OwnWordsKind, text: (entry.data as OwnWords).text }],
    )
  })
}
