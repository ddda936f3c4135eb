import { type DocumentState, isOnWebsite, liveVersion, type SignedVersion } from './life/state.ts'

/**
 * What everybody sees of a document: the whole of it, or a stone that says what stood here and why it is gone; null
 * where there never was anything to be seen. Attribute, state and channel decide, and nothing else: every list, page,
 * file and feed asks what follows from here.
 */
export type Shown = 'whole' | 'tombstone'

export function shownOf(state: DocumentState): Shown | null {
  if (liveVersion(state) === null) return null
  return state.withdrawn === null && state.restricted === null ? 'whole' : 'tombstone'
}

/** The versions that everybody may read, the newest first; none of what is gone. */
export function readableVersions(state: DocumentState): readonly SignedVersion[] {
  if (shownOf(state) !== 'whole') return []
  return state.versions
    .filter((version) => version.attribute.attribute === 'proactive' && isOnWebsite(version))
    .toReversed()
}
