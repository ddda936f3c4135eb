import { type Kysely, sql } from 'kysely'
import type { DeriveDue, OrganId } from '../office/ports.ts'
import { beginning, isGenuine } from './chain.ts'
import { readLog } from './events.ts'
import { assessmentRecords, disclosureRecords, recordFaults, supervisionRecords } from './records.ts'
import type { Schema } from './schema.ts'
import type { Store } from './store.ts'
import { caseFaults } from './verify-cases.ts'
import { documentFaults } from './verify-documents.ts'
import { examinedFaults } from './verify-examined.ts'
import { reportFaults } from './verify-reports.ts'
import { searchFaults } from './verify-search.ts'
import { staffFaults } from './verify-staff.ts'

export type FaultKind =
  | 'missing'
  | 'altered'
  | 'head'
  | 'checkpoint'
  | 'caseDiffers'
  | 'caseMissing'
  | 'caseExtra'
  | 'dueDiffers'
  | 'numbers'
  | 'staffDiffers'
  | 'examinedDiffers'
  | 'reportDiffers'
  | 'snapshot'
  | 'documentDiffers'
  | 'recordDiffers'
  | 'supervisionDiffers'
  | 'assessmentDiffers'
  | 'searchDiffers'

export interface Fault {
  readonly kind: FaultKind
  /** Place in the log, where the fault has one. */
  readonly seq: number | null
  readonly stream: string | null
  readonly message: string
}

/**
 * An organ's end of the chain at some time. Kept outside the database (printed, mailed to the superior organ,
 * recorded in its log) it proves later that nothing before it was changed, even by somebody who computed the whole
 * chain anew.
 */
export interface Checkpoint {
  readonly organ: OrganId
  readonly seq: number
  readonly hash: string
}

export interface Verification {
  /** The chain's end at the time; null where the organ has no head. */
  readonly head: Checkpoint | null
  readonly events: number
  readonly cases: number
  /** The first of them, at most `limit`; empty when all is well. */
  readonly faults: readonly Fault[]
}

export interface VerifyOptions {
  /** Compares the due days too. */
  readonly deriveDue?: DeriveDue
  readonly checkpoints?: readonly Checkpoint[]
  /** Faults to look for; 100 unless told. */
  readonly limit?: number
}

/** Reads the organ's whole log, checks the chain, and compares what is kept beside it with what follows from it. */
export async function verify(
  store: Store,
  organ: OrganId,
  options: VerifyOptions = {},
): Promise<Verification> {
  const limit = options.limit ?? 100
  const snapshot = store.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
  return snapshot.execute(async (db) => {
    const head = await headOf(db, organ)
    const faults: Fault[] = []
    const events = await checkChain(db, organ, head, options.checkpoints ?? [], faults, limit)
    const cases = await caseFaults(db, organ, store.parts.project, options.deriveDue, faults, limit)
    faults.push(
      ...(await numberFaults(db, organ)),
      ...(await staffFaults(db, organ)),
      ...(await examinedFaults(db, organ)),
      ...(await reportFaults(db, organ, store.parts.ring)),
    )
    faults.push(
      ...(await documentFaults(db, organ, limit)),
      ...(await recordFaults(disclosureRecords, db, organ)),
      ...(await recordFaults(supervisionRecords, db, organ)),
      ...(await recordFaults(assessmentRecords, db, organ)),
    )
    faults.push(...(await searchFaults(db, organ, store.parts.ring)))
    return { head, events, cases, faults: faults.slice(0, limit) }
  })
}

export async function checkpoint(store: Store, organ: OrganId): Promise<Checkpoint | null> {
  return headOf(store.database, organ)
}

async function headOf(db: Kysely<Schema>, organ: OrganId): Promise<Checkpoint | null> {
  const row = await db.selectFrom('event_head').selectAll().where('organ', '=', organ).executeTakeFirst()
  return row ?? null
}

async function checkChain(
  db: Kysely<Schema>,
  organ: OrganId,
  head: Checkpoint | null,
  checkpoints: readonly Checkpoint[],
  faults: Fault[],
  limit: number,
): Promise<number> {
  const expected = new Map(checkpoints.filter((c) => c.organ === organ).map((c) => [c.seq, c.hash]))
  let last = { seq: 0, hash: beginning }
  let count = 0
  while (faults.length < limit) {
    const page = await readLog(db, organ, last.seq, 2000)
    if (page.length === 0) break
    for (const event of page) {
      const { seq, stream, hash } = event
      // Behind a gap the hash cannot be right; the gap is the fault.
      if (seq !== last.seq + 1) faults.push(gap(last.seq + 1, seq - 1))
      else if (!isGenuine(last.hash, event))
        faults.push({
          kind: 'altered',
          seq,
          stream,
          message: `登记日志第${seq}条与其校验值不符，内容被改动。`,
        })
      if (expected.has(seq) && expected.get(seq) !== hash) faults.push(rewritten(seq))
      expected.delete(seq)
      last = { seq, hash }
    }
    count += page.length
  }
  faults.push(...endFaults(last, head), ...[...expected.keys()].map(rewritten))
  return count
}

function endFaults(last: { seq: number; hash: string }, head: Checkpoint | null): readonly Fault[] {
  if (head === null)
    return [{ kind: 'head', seq: null, stream: null, message: '登记日志的链尾记录不存在，请从备份恢复。' }]
  if (head.seq > last.seq) return [gap(last.seq + 1, head.seq)]
  if (head.seq === last.seq && head.hash === last.hash) return []
  return [{ kind: 'head', seq: last.seq, stream: null, message: `登记日志的链尾记录与第${last.seq}条不符。` }]
}

function gap(from: number, to: number): Fault {
  const which = from === to ? `第${from}条` : `第${from}条至第${to}条`
  return { kind: 'missing', seq: from, stream: null, message: `登记日志缺少${which}，记录被删除。` }
}

function rewritten(seq: number): Fault {
  const message = `登记日志第${seq}条与存证的校验值不符，日志在存证之后被改写或截短。`
  return { kind: 'checkpoint', seq, stream: null, message }
}

/** Series whose issued numbers are not 1 … last. */
async function numberFaults(db: Kysely<Schema>, organ: OrganId): Promise<readonly Fault[]> {
  const { rows } = await sql<{ kind: string; year: number; last: number; issued: number }>`
    select s.kind, s.year, s.last, count(i.number) as issued
    from number_series as s
    left join number_issued as i on i.organ = s.organ and i.kind = s.kind and i.year = s.year and i.number <= s.last
    where s.organ = ${organ}
    group by s.kind, s.year, s.last
    having count(i.number) <> s.last`.execute(db)
  return rows.map(({ kind, year, last, issued }) => ({
    kind: 'numbers' as const,
    seq: null,
    stream: null,
    message: `${year}年“${kind}”文号应有${last}个，实有${issued}个，发号记录被删除。`,
  }))
}
