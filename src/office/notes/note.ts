/**
 * What colleagues write to each other about a request. It may say who somebody is, so it lies in the vault, is erased
 * with what else is kept of the applicant, and the log has its id alone.
 */
import type { CaseId, Unit, VaultEntry } from '../ports.ts'

export interface Note {
  readonly request: CaseId
  readonly text: string
}

const kind = 'note'

/** Most characters that are taken. */
export const longestNote = 5000

/** The entry of the vault for a note, to be found again by its request. */
export const noteEntry = (id: string, note: Note): VaultEntry => ({
  id,
  kind,
  data: note,
  lookup: { request: note.request },
})

/** Ids of the notes on a request, oldest first. */
export const notesOn = ({ vault }: Pick<Unit, 'vault'>, request: CaseId): Promise<readonly string[]> =>
  vault.find(kind, 'request', request)

/** Their texts by their ids; those that were erased are left out. */
export async function textsOfNotes(
  unit: Pick<Unit, 'vault'>,
  request: CaseId,
): Promise<ReadonlyMap<string, string>> {
  const entries = await unit.vault.openMany(await notesOn(unit, request))
  return new Map(
    [...entries].flatMap(([id, entry]) => ('failure' in entry ? [] : [[id, (entry.data as Note).text]])),
  )
}
