import type { Kysely } from 'kysely'
import type { OrganId } from '../office/ports.ts'
import { entryOfOrgan } from '../office/search/entries.ts'
import type { SearchEntry, SearchSource } from '../office/search/entry.ts'
import { documentStreams, streamOfDocument, streamOfOrgan, streamOfReport } from '../office/streams.ts'
import { SealedBlobs } from './blobs.ts'
import { entryOf, rowsOfHistory } from './document-rows.ts'
import { entryOfFiling, filingsFromLog } from './filings.ts'
import { histories, inGroups } from './histories.ts'
import type { KeyRing } from './key-ring.ts'
import { openly } from './openly.ts'
import { OrganTree } from './organs.ts'
import type { Schema } from './schema.ts'
import { SearchIndex } from './search-index.ts'
import type { Fault } from './verify.ts'

/** Compares every row of the index, its words too, with what follows from the log. */
export async function searchFaults(
  db: Kysely<Schema>,
  organ: OrganId,
  ring: KeyRing,
): Promise<readonly Fault[]> {
  const index = new SearchIndex(db, organ)
  const faults: Fault[] = []
  const compare = async (source: SearchSource, ids: readonly string[], entries: readonly SearchEntry[]) => {
    for (const id of await index.differing(source, ids, entries)) faults.push(fault(source, id))
  }
  const row = await new OrganTree(() => db).get(organ)
  await compare('organ', await index.ids('organ'), [row && entryOfOrgan(row)].filter(isEntry))
  const filings = await filingsFromLog(db, organ)
  const reports = await Promise.all(filings.map((filing) => openly(() => entryOfFiling(db, ring, filing))))
  await compare('report', await index.ids('report'), reports.filter(isEntry))
  const blobs = new SealedBlobs(db, organ, ring)
  const left = new Set(await index.ids('document'))
  for await (const group of inGroups(histories(db, organ, documentStreams), 200)) {
    const made = group.flatMap(({ id, events }) => rowsOfHistory(organ, id, events) ?? [])
    const entries = await Promise.all(made.map((rows) => openly(() => entryOf(blobs, rows))))
    const ids = group.map(({ id }) => id)
    for (const id of ids) left.delete(id)
    await compare('document', ids, entries.filter(isEntry))
  }
  for (const id of left) faults.push(fault('document', id))
  return faults
}

const isEntry = (entry: SearchEntry | null): entry is SearchEntry => entry !== null

const streams: Readonly<Record<SearchSource, (id: string) => string>> = {
  document: streamOfDocument,
  report: (id) => streamOfReport(Number(id)),
  organ: streamOfOrgan,
}

const fault = (source: SearchSource, id: string): Fault => ({
  kind: 'searchDiffers',
  seq: null,
  stream: streams[source](id),
  message: `检索数据中的 ${source} ${id} 与登记日志不一致。请运行 gongkai rebuild 重建检索数据。`,
})
