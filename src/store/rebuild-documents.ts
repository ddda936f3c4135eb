import type { Kysely } from 'kysely'
import type { Blobs, OrganId } from '../office/ports.ts'
import { documentStreams } from '../office/streams.ts'
import { entryOf, rowsOfHistory } from './document-rows.ts'
import { writeDocuments } from './documents.ts'
import { histories, inGroups } from './histories.ts'
import { openly } from './openly.ts'
import type { Schema } from './schema.ts'
import { SearchIndex } from './search-index.ts'

/** Makes the organ's documents, their acts and links, and what is found of them anew from the log. */
export async function rebuildDocuments(db: Kysely<Schema>, organ: OrganId, blobs: Blobs): Promise<void> {
  const index = new SearchIndex(db, organ)
  await index.clear('document')
  await db.deleteFrom('document').where('organ', '=', organ).execute()
  for await (const group of inGroups(histories(db, organ, documentStreams), 200)) {
    const made = group.flatMap(({ id, events }) => rowsOfHistory(organ, id, events) ?? [])
    await writeDocuments(db, organ, made)
    const entries = await Promise.all(made.map((rows) => openly(() => entryOf(blobs, rows))))
    await index.put(entries.filter((entry) => entry !== null))
  }
}
