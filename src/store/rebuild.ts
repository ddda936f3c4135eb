import type { DeriveDue, OrganId } from '../office/ports.ts'
import { reportSources } from '../office/streams.ts'
import { SealedBlobs } from './blobs.ts'
import { toRow } from './case-rows.ts'
import { examinedRowOf } from './examined-rows.ts'
import { putExaminedRows } from './examined-writer.ts'
import { rebuildFilings } from './filings.ts'
import { factsFrom, histories, inGroups } from './histories.ts'
import { rebuildOrganEntry } from './organs.ts'
import { rebuildDocuments } from './rebuild-documents.ts'
import { assessmentRecords, disclosureRecords, rebuildRecords, supervisionRecords } from './records.ts'
import { rebuildGrants } from './staff-records.ts'
import type { Store } from './store.ts'

/**
 * Makes the organ's cases, its documents, its records, its annual reports, those it examines and what is granted at it anew from its log, due days
 * too; how many cases there are. Writers of the organ wait.
 */
export async function rebuild(store: Store, organ: OrganId, deriveDue: DeriveDue): Promise<number> {
  const { project, ring } = store.parts
  return store.database.transaction().execute(async (db) => {
    await rebuildGrants(db, organ)
    await db.selectFrom('event_head').select('seq').where('organ', '=', organ).forUpdate().execute()
    await db.deleteFrom('request_case').where('organ', '=', organ).execute()
    await rebuildFilings(db, organ, ring)
    let count = 0
    for await (const group of inGroups(histories(db, organ), 500)) {
      const rows = group.flatMap((history) => {
        const facts = factsFrom(history, project)
        const { id, events } = history
        return facts === null ? [] : [toRow(organ, id, events.length, facts, deriveDue(events))]
      })
      if (rows.length > 0) await db.insertInto('request_case').values(rows).execute()
      count += rows.length
    }
    await db.deleteFrom('examined_report').where('organ', '=', organ).execute()
    for await (const group of inGroups(histories(db, organ, reportSources), 500))
      await putExaminedRows(
        db,
        group.map(({ events }) => examinedRowOf(organ, events)).filter((row) => row !== null),
      )
    await rebuildDocuments(db, organ, new SealedBlobs(db, organ, ring))
    await rebuildOrganEntry(db, organ)
    await rebuildRecords(disclosureRecords, db, organ)
    await rebuildRecords(supervisionRecords, db, organ)
    await rebuildRecords(assessmentRecords, db, organ)
    return count
  })
}
