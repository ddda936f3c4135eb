import type { Kysely } from 'kysely'
import type { OrganId } from '../office/ports.ts'
import { documentStreams } from '../office/streams.ts'
import { itemOf, rowsOfHistory } from './document-rows.ts'
import { writeDocuments } from './documents.ts'
import { histories, inGroups } from './histories.ts'
import { PublishedItems } from './published.ts'
import type { Schema } from './schema.ts'

/** Makes the organ's documents, their acts and links, and what is found of them anew from the log. */
export async function rebuildDocuments(db: Kysely<Schema>, organ: OrganId): Promise<void> {
  const published = new PublishedItems(db, organ)
  const had = await db.selectFrom('document').select('id').where('organ', '=', organ).execute()
  await published.remove(had.map(({ id }) => id))
  await db.deleteFrom('document').where('organ', '=', organ).execute()
  for await (const group of inGroups(histories(db, organ, documentStreams), 200)) {
    const made = group.flatMap(({ id, events }) => rowsOfHistory(organ, id, events) ?? [])
    await writeDocuments(db, organ, made)
    await published.put(made.flatMap((rows) => itemOf(rows) ?? []))
  }
}
