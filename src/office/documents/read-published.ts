/** Documents as everybody reads them. Every part of them is asked of the one function of visibility. */
import type { DocumentRow, Office, OrganId, RelatedRow } from '../ports.ts'
import { mayRead, type Viewer } from '../visibility.ts'
import type { DocumentFile } from './content.ts'
import { textOf } from './draft-document.ts'
import { factsOf } from './facts.ts'
import { documentStateOf } from './handle-document.ts'
import type { DocumentState, SignedVersion } from './life/state.ts'
import { readableVersions, type Shown, shownOf } from './shown.ts'

const everybody: Viewer = { kind: 'public' }

/** Whether everybody may read the content; for every list that leaves the house. */
export const isReadable = ({ organ, shown }: Pick<DocumentRow, 'organ' | 'shown'>): boolean =>
  mayRead(everybody, { kind: 'document', organ, part: 'content', shown })

const hasPage = (organ: OrganId, shown: Shown | null): boolean =>
  mayRead(everybody, { kind: 'document', organ, part: 'page', shown })

export interface PublishedDocument {
  readonly row: DocumentRow
  readonly state: DocumentState
  /** The version asked for; null where nothing but a stone is left. */
  readonly version: SignedVersion | null
  /** Those that can be read, the newest first. */
  readonly versions: readonly SignedVersion[]
  /** Text as sanitised HTML; null where there is none. */
  readonly html: string | null
  /** Other documents that everybody may read, from either side. */
  readonly related: readonly RelatedRow[]
}

/** A document by its id, in the version that is read now or in an older one; null where there is nothing to be seen. */
export async function readPublished(
  office: Office,
  organ: OrganId,
  id: string,
  number?: number,
): Promise<PublishedDocument | null> {
  return office.inTransaction(organ, async (unit) => {
    const state = await documentStateOf(unit, id)
    const facts = factsOf(state)
    if (facts === null || !hasPage(organ, shownOf(state))) return null
    const row: DocumentRow = { ...facts, organ, id, version: state.version }
    const versions = isReadable(row) ? readableVersions(state) : []
    const version = versions.find((each) => number === undefined || each.number === number) ?? null
    // An older version of what was taken down is as gone as the rest.
    if (number !== undefined && version === null) return null
    const html = await textOf(unit, version?.content.body?.hash ?? null)
    const related = version === null ? [] : await unit.documents.related(organ, id)
    return { row, state, version, versions, html, related: related.filter(({ row }) => isReadable(row)) }
  })
}

/** A file of a version that everybody may read: one that went through the gate; null where there is none. */
export async function openPublishedFile(
  office: Office,
  organ: OrganId,
  id: string,
  file: string,
): Promise<{ readonly file: DocumentFile; readonly bytes: Uint8Array } | null> {
  const found = await readPublished(office, organ, id)
  const open = found?.versions.flatMap(({ files }) => files).find((each) => each.id === file && each.cleared)
  if (open === undefined) return null
  const bytes = await office.inTransaction(organ, ({ blobs }) => blobs.open(open.hash))
  return bytes === null || 'failure' in bytes ? null : { file: open, bytes }
}
