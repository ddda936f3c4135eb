/** What was read of a kept report, as it lies sealed, and the record of it for the log. */
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Block, Observed } from '../../../reader/formats/observed.ts'
import { type Context, check } from '../../../report/check.ts'
import type { Finding, Report, Severity } from '../../../report/report.ts'
import { summarise } from '../../../report/verdict.ts'
import type { Moment, Unit } from '../../ports.ts'
import type { ReadingRecord } from './events.ts'

/** A report with what the reader had to say of its reading, and what the rules find. */
export interface KeptReading {
  readonly report: Report
  readonly ofReader: readonly Finding[]
  readonly ofRules: readonly Finding[]
}

export const findingsOf = ({ ofReader, ofRules }: KeptReading): readonly Finding[] => [
  ...ofReader,
  ...ofRules,
]

/** A report that was read or corrected, with what the rules find in it, given what is known from elsewhere. Pure. */
export const checked = (report: Report, ofReader: readonly Finding[], known: Context = {}): KeptReading => ({
  report,
  ofReader,
  ofRules: check(report, known),
})

/** The source as it was observed, so that each reading can be held against what stood at its place. */
export interface KeptBlocks extends Pick<Observed, 'format' | 'encoding' | 'title' | 'notices'> {
  readonly blocks: readonly Block[]
  /** Whether the end was left out for its length. */
  readonly truncated: boolean
}

/** Characters of running text and cells that are kept of a source beside the source itself. */
const mostCharacters = 500_000
const mostPlaces = 20_000

/** The blocks up to a limit, beyond which nobody looks at them on a screen. Pure. */
export function keptBlocks(observed: Observed): KeptBlocks {
  const { format, encoding, title, notices } = observed
  const blocks: Block[] = []
  let characters = 0
  let places = 0
  for (const block of observed.blocks) {
    const texts = block.kind === 'line' ? [block.text] : block.cells.map(({ text }) => text)
    characters += texts.reduce((sum, text) => sum + text.length, 0)
    places += texts.length
    if (characters > mostCharacters || places > mostPlaces) break
    blocks.push(block)
  }
  return {
    ...{ format, notices, blocks, truncated: blocks.length < observed.blocks.length },
    ...(encoding !== undefined && { encoding }),
    ...(title !== undefined && { title }),
  }
}

export const packed = (value: object): Uint8Array => new Uint8Array(gzipSync(JSON.stringify(value)))

export const unpacked = <T>(bytes: Uint8Array): T => JSON.parse(gunzipSync(bytes).toString()) as T

const type = 'application/gzip'

/** Seals what was packed; its digest. */
export const keepPacked = async ({ blobs }: Pick<Unit, 'blobs'>, bytes: Uint8Array, at: Moment) =>
  (await blobs.put(bytes, type, at)).hash

/** What was packed under the digest. It is never erased, so that it is missing is a fault of the store. */
export async function openPacked<T>({ blobs }: Pick<Unit, 'blobs'>, hash: string): Promise<T> {
  const bytes = await blobs.open(hash)
  if (bytes === null || 'failure' in bytes) throw new Error(`The reading ${hash} is missing`)
  return unpacked<T>(bytes)
}

type Told = Omit<ReadingRecord, 'reading' | 'source'>

/** What the log and the list are told of a reading. Pure. */
export function toldOf(reading: KeptReading): Told {
  const { report } = reading
  const findings = findingsOf(reading)
  const { coverage } = summarise(report, findings)
  const open = findings.filter(({ verdict }) => verdict !== 'holds')
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length
  return {
    organName: report.organ?.name ?? null,
    year: report.year,
    edition: report.edition,
    cellsRead: coverage.read,
    cellsTotal: coverage.total,
    findings: { error: count('error'), warning: count('warning'), note: count('note') },
  }
}
