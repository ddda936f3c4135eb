/**
 * The report as it was submitted, to the letter: what is accepted, published and later held against the live figures.
 * It lies sealed among the blobs; the log has its hash.
 */

import type { Day } from '../../../law/day.ts'
import { claimsIn } from '../../../report/claims.ts'
import { editions } from '../../../report/editions/index.ts'
import type { EditionId } from '../../../report/form.ts'
import type { Reading } from '../../../report/reading.ts'
import type { OrganKind, Report, SectionText } from '../../../report/report.ts'
import type { Blobs } from '../../ports.ts'
import type { CompiledCell, Origin } from './compile.ts'
import type { SectionKey } from './events.ts'

/** How the content is to be read. */
const format = 'gongkai-annual-report/1'

export interface Snapshot {
  readonly format: typeof format
  readonly organ: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly kind: OrganKind
  }
  readonly year: number
  readonly edition: EditionId
  readonly cells: readonly {
    readonly key: string
    readonly reading: Reading
    readonly origin: Origin
    readonly computed: number | null
    readonly source: string | null
  }[]
  readonly preamble: string
  readonly sections: readonly SectionText[]
  /** The sections as they were written, with their live figures. */
  readonly written: Readonly<Partial<Record<SectionKey, string>>>
}

export const snapshotOf = (
  organ: Snapshot['organ'],
  report: Report,
  cells: readonly CompiledCell[],
  written: Snapshot['written'],
): Snapshot => ({
  format,
  organ,
  year: report.year!,
  edition: report.edition as EditionId,
  cells: cells.map(({ key, reading, origin, computed, source }) => ({
    key,
    reading,
    origin,
    computed,
    source,
  })),
  preamble: report.preamble ?? '',
  sections: report.sections,
  written,
})

export const bytesOf = (snapshot: Snapshot): Uint8Array => new TextEncoder().encode(JSON.stringify(snapshot))

/** Throws on what is no snapshot: the hash of the log has been held against it before. */
export function snapshotIn(content: Uint8Array): Snapshot {
  const read = JSON.parse(new TextDecoder().decode(content)) as Snapshot
  if (read.format !== format) throw new Error(`A snapshot of the format ${read.format} cannot be read`)
  return read
}

/** The snapshot of that hash; null where it was erased. */
export async function openSnapshot(blobs: Pick<Blobs, 'open'>, hash: string): Promise<Snapshot | null> {
  const content = await blobs.open(hash)
  return content === null || 'failure' in content ? null : snapshotIn(content)
}

/** The report that it holds. `publishedOn`: the day on which it was made public. */
export function reportIn(snapshot: Snapshot, publishedOn: Day | null = null): Report {
  const { organ, year, preamble, sections } = snapshot
  return {
    ...tablesIn(snapshot, publishedOn),
    ...(preamble !== '' && { preamble }),
    sections,
    claims: sections.flatMap(({ number, text }) => claimsIn({ number, text }, { year, organ: organ.name })),
  }
}

/** The same without its prose: for whoever adds up thousands. */
export function tablesIn(snapshot: Snapshot, publishedOn: Day | null = null): Report {
  const { organ, year, edition, cells } = snapshot
  const shown = cells.filter(({ reading }) => reading.kind !== 'absent')
  return {
    organ: { name: organ.name, kind: organ.kind },
    year,
    edition,
    script: 'simplified',
    sections: [],
    forms: Object.fromEntries(editions[edition].tables.map(({ key }) => [key, edition])),
    readings: Object.fromEntries(shown.map(({ key, reading }) => [key, reading])),
    claims: [],
    publication: { publisher: organ.name, ...(publishedOn !== null && { publishedOn }) },
  }
}
