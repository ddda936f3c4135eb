/** The third party's own words: sealed, for it tells of its business or its life what the log must not keep. */
import { stateOf } from '../handling/state-of-request.ts'
import type { CaseId, Office, OrganId, VaultEntry } from '../ports.ts'
import { mayRead, type Viewer } from '../visibility.ts'

const kind = 'thirdPartyReasons'

/** The entry of the vault for the reasons given in a consultation. */
export const reasonsEntry = (request: CaseId, consultation: string, text: string): VaultEntry => ({
  id: `${kind}-${request}-${consultation}`,
  kind,
  data: { text },
  lookup: {},
})

export interface ReadReasons {
  readonly organ: OrganId
  readonly request: CaseId
  readonly consultation: string
  readonly viewer: Viewer
}

/**
 * What was answered in a consultation, in the words of whoever answered. Null where nothing was said, where it was
 * erased, and for those who may not see it (`visibility.ts`).
 */
export async function readReasons(
  office: Office,
  { organ, request, consultation, viewer }: ReadReasons,
): Promise<string | null> {
  // As a paper that the third party handed in.
  const paper = { purpose: 'evidence', from: 'thirdParty', sent: false, consultation } as const
  if (!mayRead(viewer, { kind: 'paper', organ, request, ...paper })) return null
  return office.inTransaction(organ, async ({ events, vault }) => {
    const { consultations } = await stateOf({ events }, request)
    const reasons = consultations.find(({ id }) => id === consultation)?.reasons ?? null
    // What the office took down itself, from paper, stands in the log as it is.
    if (reasons !== reasonsEntry(request, consultation, '').id) return reasons
    const entry = await vault.open(reasons)
    return entry === null || 'failure' in entry ? null : (entry.data as { readonly text: string }).text
  })
}
