/**
 * What an organ that supervises can see by itself of those below it, as named checks with their source. Each reader
 * looks at one room of an organ and says under which of its checks something is amiss; none changes anything.
 */
import type { Citation } from '../../../law/citation.ts'
import type { Day } from '../../../law/day.ts'
import type { Office, OrganRow } from '../../ports.ts'
import type { FindingRef } from '../findings/finding.ts'
import { documentReader } from './document-reader.ts'
import { recordReader } from './record-reader.ts'
import { reportReader } from './report-reader.ts'
import { requestReader } from './request-reader.ts'

export interface InspectionCheck {
  readonly caption: string
  readonly cites: readonly Citation[]
  /** What the organ is asked to do about it. */
  readonly advice: string
}

/** Something that a check counts. `what`: the title or number by which people know it. */
export interface InspectionItem<Check extends string = string> {
  readonly check: Check
  readonly ref: FindingRef | null
  readonly what: string
  readonly message: string
}

export interface InspectionReader<Check extends string = string> {
  /** The room that is looked at, as a heading. */
  readonly caption: string
  readonly checks: Readonly<Record<Check, InspectionCheck>>
  readonly read: (office: Office, organ: OrganRow, today: Day) => Promise<readonly InspectionItem<Check>[]>
}

export const inspectionReaders: readonly InspectionReader[] = [
  requestReader,
  documentReader,
  recordReader,
  reportReader,
]

export const inspectionChecks: Readonly<Record<string, InspectionCheck>> = Object.assign(
  {},
  ...inspectionReaders.map(({ checks }) => checks),
)

/** Everything amiss at one organ on a day, in the order of the checks. */
export async function inspectOrgan(
  office: Office,
  organ: OrganRow,
  today: Day,
): Promise<readonly InspectionItem[]> {
  const found: InspectionItem[] = []
  for (const { read } of inspectionReaders) found.push(...(await read(office, organ, today)))
  return found
}
