/** What every use case on a kept report does alike: load it, decide, append, and hold against what the caller has seen. */
import type { Day } from '../../../law/day.ts'
import { scanPersonalData } from '../../attachments/personal-data.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Act, Conflict, Office, OrganId, Unit } from '../../ports.ts'
import { streamOfReportSource } from '../../streams.ts'
import type { SourceEvent } from './events.ts'
import { type ExaminedSource, foldSource } from './fold-source.ts'
import { type ExaminedRefusal, refuse, unknownSource } from './refusal.ts'

/** Which report, by whom and when. Who may do it is for the caller to say. */
export interface SourceDeed {
  /** The organ whose staff examine it. */
  readonly organ: OrganId
  readonly id: string
  readonly by: Act
  /** The civil day of `by.at`. */
  readonly on: Day
  /** The version that the caller has seen; another one is a conflict. Undefined: whatever it is. */
  readonly seen?: number | undefined
}

export interface SourceDone {
  readonly refused: false
  readonly version: number
}

export type SourceOutcome = SourceDone | ExaminedRefusal | Conflict

/** The kept report; null where there is none. */
export const loadSource = async (
  { events }: Pick<Unit, 'events'>,
  id: string,
): Promise<ExaminedSource | null> => foldSource(await events.load(streamOfReportSource(id)))

/** Does a deed: `decide` gives the event to record, or says why not. Nothing is kept of a refusal or a conflict. */
export const sourceDeed = (
  office: Pick<Office, 'inTransaction'>,
  { organ, id, by, on, seen }: SourceDeed,
  decide: (
    source: ExaminedSource,
    unit: Unit,
  ) => Promise<Omit<SourceEvent, 'on'> | ExaminedRefusal> | Omit<SourceEvent, 'on'> | ExaminedRefusal,
): Promise<SourceOutcome> =>
  allOrNothing<SourceOutcome>(office, organ, async (unit) => {
    const source = await loadSource(unit, id)
    if (source === null || source.state === 'withdrawn') return unknownSource
    const stream = streamOfReportSource(id)
    if (seen !== undefined && seen !== source.version)
      return { failure: 'conflict', stream, expected: seen, actual: source.version }
    const decided = await decide(source, unit)
    if ('refused' in decided) return decided
    const stored = await unit.events.append(stream, source.version, [{ ...decided, on }], by)
    return 'failure' in stored ? stored : { refused: false, version: stored.at(-1)!.version }
  })

/** What is wrong with a reason; null when it will do. The log cannot be erased, so nothing personal gets in. */
export function faultOfReason(reason: string): ExaminedRefusal | null {
  if (reason.trim() === '') return refuse('noReason', '请写明理由，以便日后查考。', '条例§50')
  return scanPersonalData(reason).length === 0
    ? null
    : refuse('personalData', '理由中不得写入身份证号码、电话号码等个人信息，请改写。', '个保法§6')
}
