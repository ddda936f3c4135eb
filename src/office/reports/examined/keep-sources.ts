/** Puts reports of others in: each document byte for byte, once, waiting to be read. */
import type { Day } from '../../../law/day.ts'
import { cleanName } from '../../attachments/inspect.ts'
import type { Act, ExaminedState, Office, OrganId } from '../../ports.ts'
import { streamOfReportSource } from '../../streams.ts'
import { type KeptSource, sourceEntry } from './kept-source.ts'
import type { Bytes, Unpacked } from './reading-jobs.ts'
import type { ReadingRoom } from './reading-room.ts'

export interface KeepSources {
  readonly organ: OrganId
  /** Documents, and archives of documents. */
  readonly files: readonly Bytes[]
  readonly by: Act
  /** The civil day of `by.at`. */
  readonly on: Day
  readonly newId: () => string
  readonly room: Pick<ReadingRoom, 'unpack'>
}

export interface Kept {
  readonly id: string
  readonly name: string
  readonly state: Exclude<ExaminedState, 'withdrawn'>
  /** These bytes had been put in before; this is where. */
  readonly already: boolean
}

export interface NotKept {
  readonly name: string
  /** In plain Chinese: what is wrong, and what to do. */
  readonly problem: string
}

/**
 * Keeps every document that can be kept, each in a transaction of its own, so that what is kept stays whatever becomes
 * of the others. Who may do it is for the caller to say.
 */
export async function keepSources(
  office: Pick<Office, 'inTransaction'>,
  { organ, files, by, on, newId, room }: KeepSources,
): Promise<{ readonly kept: readonly Kept[]; readonly refused: readonly NotKept[] }> {
  const kept: Kept[] = []
  const refused: NotKept[] = []
  for (const file of files)
    for (const document of await room.unpack(file)) {
      const name = nameOf(document)
      if ('message' in document) refused.push({ name, problem: document.message })
      else if (document.bytes.length === 0) refused.push({ name, problem: empty })
      else if (document.bytes.length > mostBytes) refused.push({ name, problem: tooLarge })
      else kept.push(await keepOne(office, { organ, by, on, id: newId(), document, name }))
    }
  return { kept, refused }
}

/** In an archive the folder often says whose report it is, and all files have one name: it stays part of the name. */
const nameOf = ({ name }: { readonly name: string }): string => cleanName(name.replaceAll(/[\\/]+/g, '-'))

/** Bytes of one document; the reader takes no more. */
const mostBytes = 50_000_000

const empty = '文件是空的（0 字节）。请重新下载或者导出后再上传。'
const tooLarge = '文件超过 50 MB。请压缩其中的图片，或者只保留报告正文后再上传。'

interface KeepOne extends Pick<KeepSources, 'organ' | 'by' | 'on'> {
  readonly id: string
  readonly document: Unpacked
  readonly name: string
}

async function keepOne(
  office: Pick<Office, 'inTransaction'>,
  { organ, by, on, id, document: { bytes, hash }, name }: KeepOne,
): Promise<Kept> {
  return office.inTransaction(organ, async (unit) => {
    const data = { hash, size: bytes.length }
    const stored = await unit.events.append(
      streamOfReportSource(id),
      0,
      [{ kind: 'sourceKept', on, data }],
      by,
    )
    if ('failure' in stored) throw new Error(`The id ${id} was used before`)
    // Asked after the log is locked for this unit: of two who bring the same bytes at once, one comes first.
    const same = (await unit.examined.withBytes(organ, hash)).find((row) => row.id !== id)
    if (same !== undefined && same.state !== 'withdrawn') {
      unit.abandon()
      return { id: same.id, name, state: same.state, already: true }
    }
    await unit.blobs.put(bytes, 'application/octet-stream', by.at)
    const source: KeptSource = { name, hash }
    if ((await unit.vault.put(sourceEntry(id, source), by.at)) !== null)
      throw new Error(`The entry ${id} of the vault was erased`)
    return { id, name, state: 'waiting', already: false }
  })
}
