import type { OrganId } from '../ports.ts'

/** Page of a document on this site, without its host. */
export const pathOfDocument = (organ: OrganId, id: string): string =>
  `/organs/${encodeURIComponent(organ)}/documents/${encodeURIComponent(id)}`

/** Where a document can be read: here, or at its old address where nothing but the address was taken over. */
export const addressOfDocument = ({
  organ,
  id,
  oldAddress,
  length,
}: {
  readonly organ: OrganId
  readonly id: string
  readonly oldAddress: string | null
  readonly length: number
}): string => (oldAddress !== null && length === 0 ? oldAddress : pathOfDocument(organ, id))
