/** Reads what waits, one after another, and records what came of it. */
import { readerVersion } from '../../../reader/version.ts'
import { dayAt } from '../../beijing-time.ts'
import type { Moment, Office, OrganId, OrganRow, Unit } from '../../ports.ts'
import { streamOfReportSource } from '../../streams.ts'
import { loadSource } from './deed.ts'
import type { SourceEvent } from './events.ts'
import { examineNextYear } from './examine-next-year.ts'
import type { ExaminedSource } from './fold-source.ts'
import { namesOfSources } from './kept-source.ts'
import { knownOfMatch } from './known-of-match.ts'
import { onlyMatch, proposals } from './propose-match.ts'
import { checked, type KeptReading, keepPacked, packed, toldOf, unpacked } from './reading.ts'
import type { Bytes, NotRead, ReadBytes } from './reading-jobs.ts'
import type { ReadingRoom } from './reading-room.ts'

export interface ReadWaiting {
  readonly room: Pick<ReadingRoom, 'read'>
  readonly now: () => Moment
  /** Whether to leave the rest for another time. */
  readonly stopped?: () => boolean
  /** Told of faults of ours, for the log; the report they happened with is then unread. */
  readonly failed?: (error: unknown) => void
  /** Documents read at once. */
  readonly atOnce?: number
}

/** Who reads: nobody in particular. */
const actor = 'system'

/**
 * Reads all that waits, of whatever organ; how many were read or found unreadable. What was not finished waits on, so
 * it can be called again after whatever ended it.
 */
export async function readWaiting(office: Office, reading: ReadWaiting): Promise<number> {
  const { stopped = () => false, atOnce = 2 } = reading
  let count = 0
  while (!stopped()) {
    const waiting = await office.examined.waiting(atOnce)
    const done = await Promise.all(waiting.map(({ organ, id }) => readOne(office, organ, id, reading)))
    count += done.filter((each) => each === 'done').length
    if (waiting.length === 0 || done.includes('closed')) break
  }
  return count
}

async function readOne(
  office: Office,
  organ: OrganId,
  id: string,
  { room, now, failed = () => {} }: ReadWaiting,
): Promise<Came> {
  const document = await office.inTransaction(organ, (unit) => documentOf(unit, id))
  if (document === null) return 'overtaken'
  const found = 'refusal' in document ? document : await room.read(document)
  if (found === 'closed') return 'closed'
  const tree = await office.organs.withSubordinates(organ)
  const record = async (came: ReadBytes | NotRead): Promise<Came> => {
    const at = now()
    const recorded = await recordIt(office, organ, id, came, at, tree)
    if (recorded === 'overtaken') return 'overtaken'
    const deed = { organ, by: { actor, at }, on: dayAt(at) }
    await examineNextYear(office, deed, recorded.match)
    return 'done'
  }
  try {
    return await record(found)
  } catch (error) {
    failed(error)
    return record(faulty)
  }
}

type Came = 'done' | 'overtaken' | 'closed'

/** What was recorded, and whose report it is. */
const recordIt = (
  office: Office,
  organ: OrganId,
  id: string,
  found: ReadBytes | NotRead,
  at: Moment,
  tree: readonly OrganRow[],
): Promise<'overtaken' | Pick<ExaminedSource, 'match'>> =>
  office.inTransaction(organ, async (unit) => {
    const source = await loadSource(unit, id)
    if (source?.state !== 'waiting') return 'overtaken'
    const event = await eventOf(unit, await examined(unit, found, source.match), at, tree)
    const stored = await unit.events.append(
      streamOfReportSource(id),
      source.version,
      [{ ...event, on: dayAt(at) }],
      { actor, at },
    )
    return 'failure' in stored ? 'overtaken' : { match: source.match }
  })

/** A fault of ours with one report must not keep the others waiting. */
const faulty: NotRead = {
  refusal: {
    code: 'fault',
    message:
      '读取这份材料时本系统出错，没有记下读数；原文件仍保留。请稍后重新读取，仍不行的请联系系统管理员。',
  },
}

async function documentOf(unit: Unit, id: string): Promise<Bytes | NotRead | null> {
  const source = await loadSource(unit, id)
  if (source?.state !== 'waiting') return null
  const bytes = await unit.blobs.open(source.hash)
  const name = (await namesOfSources(unit, [id])).get(id)
  return bytes === null || 'failure' in bytes || name === undefined ? lost : { bytes, name }
}

/** Must not happen, and must not keep the others waiting. */
const lost: NotRead = {
  refusal: { code: 'missing', message: '原文件的内容已经不在，无法读取。请撤下后重新上传。' },
}

/** A report that somebody said before whose it is, is looked at with what is known of that organ. */
async function examined(
  unit: Unit,
  found: ReadBytes | NotRead,
  match: ExaminedSource['match'],
): Promise<ReadBytes | NotRead> {
  if ('refusal' in found || match === null) return found
  const { report, ofReader } = unpacked<KeptReading>(found.reading)
  const reading = checked(report, ofReader, await knownOfMatch(unit, match))
  return { ...found, told: toldOf(reading), reading: packed(reading) }
}

async function eventOf(
  unit: Unit,
  found: ReadBytes | NotRead,
  at: Moment,
  tree: readonly OrganRow[],
): Promise<Omit<SourceEvent, 'on'>> {
  if ('refusal' in found) return { kind: 'reportUnread', data: { reader: readerVersion, ...found.refusal } }
  const { told, codes } = found
  const data = {
    ...told,
    reader: readerVersion,
    reading: await keepPacked(unit, found.reading, at),
    source: await keepPacked(unit, found.source, at),
    organ: onlyMatch(proposals({ organName: told.organName, codes }, tree)),
  }
  return { kind: 'reportRead', data }
}
