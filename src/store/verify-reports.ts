import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AnnualFiling, OrganId } from '../office/ports.ts'
import { streamOfReport } from '../office/streams.ts'
import { SealedBlobs } from './blobs.ts'
import { filingFrom, filingsFromLog, rowOf } from './filings.ts'
import type { KeyRing } from './key-ring.ts'
import type { Schema } from './schema.ts'
import type { Fault } from './verify.ts'

/** Compares the rows of the annual reports with the log, and every snapshot with the hash that the log has of it. */
export async function reportFaults(
  db: Kysely<Schema>,
  organ: OrganId,
  ring: KeyRing,
): Promise<readonly Fault[]> {
  const logged = new Map((await filingsFromLog(db, organ)).map((filing) => [filing.year, filing]))
  const rows = await db.selectFrom('annual_filing').selectAll().where('organ', '=', organ).execute()
  const kept = new Map(rows.map((row) => [row.year, filingFrom(row)]))
  const years = [...new Set([...logged.keys(), ...kept.keys()])].toSorted()
  const differing = years
    .filter((year) => said(logged.get(year)) !== said(kept.get(year)))
    .map((year) =>
      fault(
        'reportDiffers',
        year,
        `${year}年度报告的办理情况与登记日志不一致，有人绕过程序改动。请核对后运行 gongkai rebuild 重建。`,
      ),
    )
  const blobs = new SealedBlobs(db, organ, ring)
  const broken: Fault[] = []
  for (const filing of logged.values())
    for (const hash of snapshotsOf(filing))
      if (!(await isWhole(blobs, hash)))
        broken.push(
          fault(
            'snapshot',
            filing.year,
            `${filing.year}年度报告报送时的存档与登记日志的校验值不符或者已经丢失。`,
          ),
        )
  return [...differing, ...broken]
}

const said = (filing: AnnualFiling | undefined): string =>
  filing === undefined ? '' : JSON.stringify(rowOf(filing))

const snapshotsOf = ({ snapshot, publications }: AnnualFiling): ReadonlySet<string> =>
  new Set([...(snapshot === null ? [] : [snapshot]), ...publications.map((each) => each.snapshot)])

/** A seal that does not open is a changed snapshot, and no failure of the verification. */
async function isWhole(blobs: SealedBlobs, hash: string): Promise<boolean> {
  try {
    const content = await blobs.open(hash)
    if (content === null || 'failure' in content) return false
    return createHash('sha256').update(content).digest('hex') === hash
  } catch {
    return false
  }
}

const fault = (kind: Fault['kind'], year: number, message: string): Fault => ({
  kind,
  seq: null,
  stream: streamOfReport(year),
  message,
})
