import type { Erased, Unit } from '../ports.ts'
import { type Paper, paperIn } from './paper.ts'

/** A paper by its id; null where there is none. Who may see it is for the caller to say. */
export async function paperOf({ vault }: Pick<Unit, 'vault'>, id: string): Promise<Paper | Erased | null> {
  const entry = await vault.open(id)
  return entry === null || 'failure' in entry ? entry : paperIn(entry)
}

/** The content of a paper by its id; null where there is none. Who may have it is for the caller to say. */
export async function openPaper(
  unit: Pick<Unit, 'vault' | 'blobs'>,
  id: string,
): Promise<Uint8Array | Erased | null> {
  const paper = await paperOf(unit, id)
  return paper === null || 'failure' in paper ? paper : unit.blobs.open(paper.hash)
}
