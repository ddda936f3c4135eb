import type { EditionId } from '../../report/form.ts'
import type { Severity } from '../../report/report.ts'
import type { Page, PageRequest } from './cases.ts'
import type { ActorId, Moment, OrganId } from './events.ts'

/** How far a report is that others published and that was put in here. */
export type ExaminedState = 'waiting' | 'read' | 'unread' | 'withdrawn'

/** What follows from the events of one kept report alone; the row of the list. Nothing of its text, and no file name. */
export interface ExaminedFacts {
  readonly state: ExaminedState
  /** Report year: as confirmed, else as printed. */
  readonly year: number | null
  /** The organ as the report names it; null where it was not recognised. */
  readonly printedOrgan: string | null
  /** The organ of this house whose report it is; null where it is none of them or not known. */
  readonly matchedOrgan: OrganId | null
  /** Its name; where a person confirmed an organ that is not in the house, what they called it. */
  readonly matchedName: string | null
  /** Whether a person said so. */
  readonly confirmed: boolean
  readonly edition: EditionId | 'pre2019' | null
  /** Cells of the form that have a figure, of all there are; 0 of 0 while nothing is read. */
  readonly cellsRead: number
  readonly cellsTotal: number
  /** Findings that do not hold, by severity. */
  readonly findings: Readonly<Record<Severity, number>>
  /** Corrections by people that the current reading stands on. */
  readonly corrections: number
  /** Readings there are, those of the machine and those of people. */
  readonly readings: number
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  readonly keptAt: Moment
  readonly keptBy: ActorId
}

export interface ExaminedRow extends ExaminedFacts {
  readonly organ: OrganId
  readonly id: string
  /** Version of the stream that the row stands for. */
  readonly version: number
}

export interface ExaminedFilter {
  /** Those whose staff put the reports in. */
  readonly organs: readonly OrganId[]
  /** Whose reports they are. */
  readonly about?: readonly OrganId[]
  readonly year?: number
  /** Everything but what was withdrawn, unless told. */
  readonly state?: readonly ExaminedState[]
  readonly confirmed?: boolean
  /** Part of the organ's name, as printed or as confirmed. */
  readonly words?: string
}

/** The reports of others that were put in, over one organ or several. */
export interface ExaminedReports {
  /** Put in last first. */
  list(filter: ExaminedFilter, page: PageRequest): Promise<Page<ExaminedRow>>
  get(organ: OrganId, id: string): Promise<ExaminedRow | null>
  /** Those with these bytes that were not withdrawn, the oldest first. */
  withBytes(organ: OrganId, hash: string): Promise<readonly ExaminedRow[]>
  /** Of all organs, those that wait to be read, the oldest first. */
  waiting(limit: number): Promise<readonly Pick<ExaminedRow, 'organ' | 'id'>[]>
}
