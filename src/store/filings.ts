import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { AnnualFiling, AnnualFilings, OrganId } from '../office/ports.ts'
import { snapshotIn } from '../office/reports/annual/snapshot.ts'
import { filingOf, foldAnnual } from '../office/reports/annual/state.ts'
import { entryOfReport } from '../office/search/entries.ts'
import type { SearchEntry } from '../office/search/entry.ts'
import { reportYearOf, streamOfReport } from '../office/streams.ts'
import { blobPlace, SealedBlobs } from './blobs.ts'
import { canonical } from './canonical.ts'
import { eventOf } from './events.ts'
import type { KeyRing } from './key-ring.ts'
import { openly } from './openly.ts'
import type { AnnualFilingTable as Columns, EventTable, Schema } from './schema.ts'
import { type SealedData, unseal } from './seal.ts'
import { SearchIndex } from './search-index.ts'

/** Where the annual reports stand, one row for each organ and year. */
export class AnnualFilingTable implements AnnualFilings {
  readonly #db: () => Kysely<Schema>
  readonly #ring: KeyRing

  constructor(db: () => Kysely<Schema>, ring: KeyRing) {
    this.#db = db
    this.#ring = ring
  }

  async of(organ: OrganId, year: number): Promise<AnnualFiling | null> {
    return (await this.ofYear([organ], year))[0] ?? null
  }

  async ofYear(organs: readonly OrganId[], year: number): Promise<readonly AnnualFiling[]> {
    const { rows } = await sql<Selectable<Columns>>`
      select * from annual_filing where organ = any(${organs}::text[]) and year = ${year}::int4`.execute(
      this.#db(),
    )
    return rows.map(filingFrom)
  }

  async ofOrgan(organ: OrganId): Promise<readonly AnnualFiling[]> {
    const rows = await this.#db()
      .selectFrom('annual_filing')
      .selectAll()
      .where('organ', '=', organ)
      .orderBy('year', 'desc')
      .execute()
    return rows.map(filingFrom)
  }

  async snapshots(
    wanted: readonly { readonly organ: OrganId; readonly snapshot: string }[],
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    const organs = wanted.map(({ organ }) => organ)
    const hashes = wanted.map(({ snapshot }) => snapshot)
    const { rows } = await sql<{ organ: string; hash: string } & SealedData>`
      select b.organ, b.hash, b.key_id, b.sealed
      from unnest(${organs}::text[], ${hashes}::text[]) as w (organ, hash)
      join blob as b on b.organ = w.organ collate "C" and b.hash = w.hash collate "C"
      where b.erased_at is null`.execute(this.#db())
    return new Map(
      rows.map(({ organ, hash, ...sealed }) => [hash, unseal(this.#ring, blobPlace(organ, hash), sealed)]),
    )
  }

  /** Brings the row up to date with its stream, which is short. Streams of another kind have none. */
  async appended(organ: OrganId, stream: string): Promise<void> {
    const year = reportYearOf(stream)
    if (year === null) return
    const events = await this.#db()
      .selectFrom('event')
      .selectAll()
      .where('organ', '=', organ)
      .where('stream', '=', stream)
      .orderBy('version')
      .execute()
    const filing = filingOf(organ, year, foldAnnual(events.map(eventOf)))
    const row = rowOf(filing)
    const { organ: _, year: __, ...changed } = row
    await this.#db()
      .insertInto('annual_filing')
      .values(row)
      .onConflict((conflict) => conflict.columns(['organ', 'year']).doUpdateSet(changed))
      .execute()
    if (filing.publications.length > 0)
      await new SearchIndex(this.#db(), organ).set(
        'report',
        `${year}`,
        await entryOfFiling(this.#db(), this.#ring, filing),
      )
  }
}

/** The reports of an organ as its log has them. */
export async function filingsFromLog(db: Kysely<Schema>, organ: OrganId): Promise<readonly AnnualFiling[]> {
  const { rows } = await sql<Selectable<EventTable>>`
    select * from event where organ = ${organ}::text
      and stream >= ${streamPrefix}::text and stream < ${streamEnd}::text
    order by stream, version`.execute(db)
  const streams = Map.groupBy(rows.map(eventOf), ({ stream }) => stream)
  return [...streams].map(([stream, events]) => filingOf(organ, reportYearOf(stream)!, foldAnnual(events)))
}

/** All streams of the kind and none else lie between these: '0' is the character behind '/'. */
const streamPrefix = streamOfReport(0).slice(0, -1)
const streamEnd = `${streamPrefix.slice(0, -1)}0`

/** What is found of the version published last; null where there is none. */
export async function entryOfFiling(
  db: Kysely<Schema>,
  ring: KeyRing,
  filing: AnnualFiling,
): Promise<SearchEntry | null> {
  const last = filing.publications.at(-1)
  const content =
    last === undefined ? null : await new SealedBlobs(db, filing.organ, ring).open(last.snapshot)
  return entryOfReport(filing, content === null || 'failure' in content ? null : snapshotIn(content))
}

/** Makes the rows of an organ, and what is found of them, anew from its log. */
export async function rebuildFilings(db: Kysely<Schema>, organ: OrganId, ring: KeyRing): Promise<void> {
  await db.deleteFrom('annual_filing').where('organ', '=', organ).execute()
  const filings = await filingsFromLog(db, organ)
  if (filings.length > 0) await db.insertInto('annual_filing').values(filings.map(rowOf)).execute()
  const index = new SearchIndex(db, organ)
  await index.clear('report')
  for (const filing of filings)
    await index.set('report', `${filing.year}`, await openly(() => entryOfFiling(db, ring, filing)))
}

export function rowOf(filing: AnnualFiling): Insertable<Columns> {
  return {
    organ: filing.organ,
    year: filing.year,
    version: filing.version,
    status: filing.status,
    submitted_on: filing.submittedOn,
    accepted_on: filing.acceptedOn,
    published_on: filing.publishedOn,
    snapshot: filing.snapshot,
    findings: filing.findings && canonical(filing.findings),
    publications: canonical(filing.publications),
  }
}

export function filingFrom(row: Selectable<Columns>): AnnualFiling {
  return {
    organ: row.organ,
    year: row.year,
    version: row.version,
    status: row.status as AnnualFiling['status'],
    submittedOn: row.submitted_on,
    acceptedOn: row.accepted_on,
    publishedOn: row.published_on,
    snapshot: row.snapshot,
    findings: row.findings,
    publications: row.publications,
  }
}
