/** A kept report as whoever examines it sees it. Who may see it is for the caller to say. */
import type { Unit } from '../../ports.ts'
import { loadSource } from './deed.ts'
import { currentReading, type ExaminedSource, type SourceReading } from './fold-source.ts'
import { namesOfSources } from './kept-source.ts'
import { type KeptBlocks, type KeptReading, openPacked } from './reading.ts'

export interface OpenedSource {
  readonly source: ExaminedSource
  /** The file name. */
  readonly name: string
}

/** The kept report; null where there is none or it was taken out. */
export async function openSource(
  unit: Pick<Unit, 'events' | 'vault'>,
  id: string,
): Promise<OpenedSource | null> {
  const source = await loadSource(unit, id)
  if (source === null || source.state === 'withdrawn') return null
  return { source, name: (await namesOfSources(unit, [id])).get(id) ?? '' }
}

export interface OpenedReading {
  readonly of: SourceReading
  readonly kept: KeptReading
}

/** One reading of it, the one that counts unless told; null where there is no such reading. */
export async function openReading(
  unit: Pick<Unit, 'blobs'>,
  source: ExaminedSource,
  number?: number,
): Promise<OpenedReading | null> {
  const of =
    number === undefined
      ? currentReading(source)
      : (source.readings.find((reading) => reading.number === number) ?? null)
  return of && { of, kept: await openPacked<KeptReading>(unit, of.reading) }
}

/** What stood in the document when that reading was made. */
export const openBlocks = (unit: Pick<Unit, 'blobs'>, { source }: SourceReading): Promise<KeptBlocks> =>
  openPacked<KeptBlocks>(unit, source)

/** The document byte for byte; null where it was erased. */
export async function openOriginal(
  { blobs }: Pick<Unit, 'blobs'>,
  { hash }: ExaminedSource,
): Promise<Uint8Array | null> {
  const bytes = await blobs.open(hash)
  return bytes === null || 'failure' in bytes ? null : bytes
}
