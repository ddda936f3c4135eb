import type { Insertable, Selectable } from 'kysely'
import { textOf } from '../office/documents/draft-document.ts'
import { type DocumentFacts, documentAfter, factsOf } from '../office/documents/facts.ts'
import { liveVersion } from '../office/documents/life/state.ts'
import type { Blobs, DocumentRow, OrganId, StoredEvent } from '../office/ports.ts'
import { entryOfDocument } from '../office/search/entries.ts'
import type { SearchEntry } from '../office/search/entry.ts'
import { canonical } from './canonical.ts'
import type { DocumentLinkTable, DocumentTable, PublicationActTable } from './schema.ts'

/** Behind every day: what was not published yet stands before all others. */
export const unpublished = '9999-12-31'

/** The rows that follow from a document's events; null where they make none. */
export interface DocumentRows {
  readonly row: Insertable<DocumentTable>
  readonly acts: readonly Insertable<PublicationActTable>[]
  readonly links: readonly Insertable<DocumentLinkTable>[]
  /** Hash of the text that the public reads; null where it reads none. */
  readonly text: string | null
}

/** Everything the tables have of a document, from its whole history. */
export function rowsOfHistory(
  organ: OrganId,
  id: string,
  events: readonly StoredEvent[],
): DocumentRows | null {
  const state = documentAfter(events)
  const facts = factsOf(state)
  if (facts === null) return null
  const text = facts.shown === 'whole' ? (liveVersion(state)?.content.body?.hash ?? null) : null
  return { ...rowsOf(organ, id, events.length, facts), text }
}

function rowsOf(
  organ: OrganId,
  id: string,
  version: number,
  facts: DocumentFacts,
): Omit<DocumentRows, 'text'> {
  return {
    row: {
      organ,
      id,
      version,
      stage: facts.stage,
      shown: facts.shown,
      class: facts.class,
      attribute: facts.attribute,
      index_no: facts.indexNo,
      doc_no: facts.docNo,
      title: facts.title,
      item: facts.item,
      local_matter: facts.localMatter,
      field: facts.field,
      theme: facts.theme,
      genre: facts.genre,
      audiences: [...facts.audiences],
      made_on: facts.madeOn,
      effective_on: facts.effectiveOn,
      expires_on: facts.expiresOn,
      ended_on: facts.endedOn,
      ended_as: facts.endedAs,
      published_on: facts.publishedOn,
      sort_on: facts.publishedOn ?? unpublished,
      review_on: facts.reviewOn,
      old_address: facts.oldAddress,
      facts: canonical(facts),
    },
    acts: facts.acts.map(({ channel, account, on }, place) => ({
      ...{ organ, document: id, place, channel, account },
      ...{ class: facts.class, on_day: on },
    })),
    links: facts.links.map(({ relation, target }) => ({ organ, document: id, relation, target })),
  }
}

export function fromRow({ organ, id, version, facts }: Selectable<DocumentTable>): DocumentRow {
  return { ...(facts as DocumentFacts), organ, id, version }
}

/** What is found of it; null where the public does not see the document. */
export async function entryOf(blobs: Blobs, rows: DocumentRows): Promise<SearchEntry | null> {
  const { organ, id, facts } = rows.row
  return entryOfDocument(organ, id, JSON.parse(facts) as DocumentFacts, await textOf({ blobs }, rows.text))
}
