/** A kept report, added up from its events. Pure. */
import type { ActorId, ExaminedFacts, ExaminedState, Moment, OrganId, StoredEvent } from '../../ports.ts'
import type { CorrectedCell, ReadingRecord, SourceEvent } from './events.ts'

/** One reading, of the machine or of a person; numbered from 1. What was read in it is never changed. */
export interface SourceReading extends ReadingRecord {
  readonly number: number
  readonly kind: 'machine' | 'correction'
  readonly by: ActorId
  readonly at: Moment
  /** Version of the reader; null for a correction. */
  readonly reader: string | null
  /** Of a correction: the reading it was made upon, what was changed, and why. */
  readonly base: number | null
  readonly cells: Readonly<Record<string, CorrectedCell>>
  readonly reason: string | null
}

export interface ExaminedSource {
  readonly state: ExaminedState
  readonly hash: string
  readonly size: number
  readonly keptAt: Moment
  readonly keptBy: ActorId
  readonly readings: readonly SourceReading[]
  /** Why the last attempt gave no reading; null where it gave one. */
  readonly refusal: { readonly code: string; readonly message: string } | null
  /** Whose report it seems to be; null where that is in doubt. */
  readonly proposed: OrganId | null
  readonly match: { readonly organ: OrganId | null; readonly organName: string; readonly year: number } | null
  readonly version: number
}

/** The kept report that the events of one stream add up to; null where there are none. */
export function foldSource(events: readonly StoredEvent[]): ExaminedSource | null {
  return events.reduce<ExaminedSource | null>(apply, null)
}

function apply(source: ExaminedSource | null, stored: StoredEvent): ExaminedSource | null {
  const { kind, data } = stored as unknown as SourceEvent
  const { actor: by, at, version } = stored
  if (kind === 'sourceKept')
    return {
      ...{ state: 'waiting', hash: data.hash, size: data.size, keptAt: at, keptBy: by, version },
      ...{ readings: [], refusal: null, proposed: null, match: null },
    }
  if (source === null) return null
  const next = { ...source, version }
  const number = source.readings.length + 1
  switch (kind) {
    case 'reportRead': {
      const { reader, organ, ...record } = data
      const own = { kind: 'machine', reader, base: null, cells: {}, reason: null } as const
      const readings = [...source.readings, { ...record, ...own, number, by, at }]
      return { ...next, state: 'read', readings, refusal: null, proposed: organ }
    }
    case 'reportUnread':
      return { ...next, state: 'unread', refusal: { code: data.code, message: data.message } }
    case 'readingAsked':
      return { ...next, state: 'waiting' }
    case 'readingCorrected': {
      const own = { kind: 'correction', reader: null } as const
      return { ...next, readings: [...source.readings, { ...data, ...own, number, by, at }] }
    }
    case 'reportMatched': {
      const { examined, ...match } = data
      return { ...next, match, readings: withFindings(source.readings, examined) }
    }
    case 'reportExamined':
      return { ...next, readings: withFindings(source.readings, data.examined) }
    case 'sourceWithdrawn':
      return { ...next, state: 'withdrawn' }
  }
}

/** The readings, the one that counts with what the rules find in it now. */
const withFindings = (
  readings: readonly SourceReading[],
  examined: Pick<ReadingRecord, 'reading' | 'findings'> | null,
): readonly SourceReading[] =>
  examined === null
    ? readings
    : readings.map((each, at) => (at === readings.length - 1 ? { ...each, ...examined } : each))

/** The reading that counts; null while there is none. */
export const currentReading = ({ readings }: Pick<ExaminedSource, 'readings'>): SourceReading | null =>
  readings.at(-1) ?? null

const noFindings = { error: 0, warning: 0, note: 0 }

/** The row of the list. */
export function factsOfSource(source: ExaminedSource): ExaminedFacts {
  const { state, hash, keptAt, keptBy, readings, match, proposed } = source
  const reading = currentReading(source)
  const machine = readings.findLastIndex(({ kind }) => kind === 'machine')
  return {
    state,
    year: match?.year ?? reading?.year ?? null,
    printedOrgan: reading?.organName ?? null,
    matchedOrgan: match === null ? proposed : match.organ,
    matchedName: match?.organName ?? null,
    confirmed: match !== null,
    edition: reading?.edition ?? null,
    cellsRead: reading?.cellsRead ?? 0,
    cellsTotal: reading?.cellsTotal ?? 0,
    findings: reading?.findings ?? noFindings,
    corrections: machine === -1 ? 0 : readings.length - 1 - machine,
    readings: readings.length,
    hash,
    keptAt,
    keptBy,
  }
}
