import type { SearchEntry } from '../office/search/entry.ts'

/**
 * What is found of something sealed; null where the seal does not open, for it was tampered with. That is told by the
 * verification, and stops neither it nor the rebuilding of everything else.
 */
export async function openly(made: () => Promise<SearchEntry | null>): Promise<SearchEntry | null> {
  try {
    return await made()
  } catch {
    return null
  }
}
