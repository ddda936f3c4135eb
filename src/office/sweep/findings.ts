/** What the daily round finds at an organ, as data. Ids, numbers of cases and days; nothing personal. */
import type { Day } from '../../law/day.ts'
import type { RetentionDue } from '../applicants/retention-due.ts'
import type { ActorId, CaseId, OrganId } from '../ports.ts'
import type { Party } from '../requests/index.ts'

/** A case in which something is found. */
export interface FoundCase {
  readonly request: CaseId
  /** The organ's number of the case. */
  readonly number: string | null
  readonly handler: ActorId | null
}

/** Nobody confirmed or moved on what arrived, or nobody was given what was received. `days`: working days since. */
export interface Untouched extends FoundCase {
  readonly since: Day
  readonly days: number
}

/**
 * A consultation that ended in silence, where the law or the clock gives silence a day, and was recorded so. `due`:
 * last day for the answer since then.
 */
export interface LapsedConsultation extends FoundCase {
  readonly consultation: string
  readonly party: Party
  readonly limit: Day
  readonly due: Day | null
  readonly firm: boolean
}

/**
 * A period that is over and is never lapsed by the machine: of the applicant's, whether there was a good reason has to
 * be asked first (条例§30); of a consultation in the house or a determination, silence means nothing. `offered`: a
 * correction that came late and waits for judgement.
 */
export interface PeriodOver extends FoundCase {
  readonly period: 'correction' | 'fee' | 'reasons' | 'consultation'
  readonly by: Day
  readonly offered: Day | null
}

/** A letter whose period cannot begin, since the day of its service is not on file. `days`: working days since. */
export interface Unserved extends FoundCase {
  readonly letter: 'consultation' | 'fee'
  readonly sentOn: Day
  readonly days: number
}

/** `left`: working days to the due day; negative once overdue. */
export interface Due extends FoundCase {
  readonly due: Day
  readonly left: number
  /** False while holidays not announced yet could move the due day. */
  readonly firm: boolean
}

/** `days`: calendar days since the end. */
export interface Unarchived extends FoundCase {
  readonly closedOn: Day
  readonly days: number
}

/**
 * Last year's annual report, which is not public yet (条例§49). `left`: working days to the last working day on which it
 * is due; negative afterwards.
 */
export interface ReportStillDue {
  readonly year: number
  readonly step: 'submit' | 'publish'
  readonly due: Day
  readonly left: number
}

/** What rows of cases tell, before anything is done. */
export interface RowFindings {
  readonly unconfirmed: readonly Untouched[]
  readonly unassigned: readonly Untouched[]
  readonly silent: readonly Omit<LapsedConsultation, 'due' | 'firm'>[]
  readonly periodsOver: readonly PeriodOver[]
  readonly unserved: readonly Unserved[]
  readonly dueSoon: readonly Due[]
  readonly overdue: readonly Due[]
}

export interface SweepFindings extends Omit<RowFindings, 'silent'> {
  readonly organ: OrganId
  readonly today: Day
  /** Open cases that were looked at. */
  readonly looked: number
  readonly lapsed: readonly LapsedConsultation[]
  readonly archivingOverdue: readonly Unarchived[]
  readonly retentionDue: readonly RetentionDue[]
  /** Null where it is public, waits for the superior organ, or is not due for long. */
  readonly reportDue: ReportStillDue | null
  /** Messages that were put now, and not by an earlier round. */
  readonly reminded: number
}
