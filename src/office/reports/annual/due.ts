/** When an annual report is due, and by which working day it is wise to have done it (条例§49). Pure. */
import {
  type Calendar,
  isWorkingDay,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../../law/calendar.ts'
import type { Citation } from '../../../law/citation.ts'
import { type Day, formatChinese } from '../../../law/day.ts'
import type { ReportDue } from '../../../report/rules/organ.ts'

export interface Deadline {
  readonly day: Day
  /** Set by the Regulation itself, not by practice. */
  readonly statutory: boolean
  /** The last working day up to the due day: on a rest day nobody receives or publishes. */
  readonly workingDay: Day
  /** Working days from today to that; negative afterwards. */
  readonly left: number
  /** Plain Chinese: the day, and why it is wise to be earlier. */
  readonly because: string
  readonly cites: readonly Citation[]
}

/** The law has the date and no word of moving it, so that a rest day brings it forward and never back. */
export function deadlineOf({ day, statutory, cites }: ReportDue, calendar: Calendar, today: Day): Deadline {
  const { working, because } = isWorkingDay(calendar, day)
  const workingDay = workingDayOnOrBefore(calendar, day)
  const basis = statutory ? '' : '（依惯例）'
  return {
    day,
    statutory,
    workingDay,
    left: workingDaysBetween(calendar, today, workingDay),
    because: working
      ? `${formatChinese(day)}前报送并公布${basis}。`
      : `${formatChinese(day)}前报送并公布${basis}；当日为${because}，条例没有顺延的规定，请于${formatChinese(workingDay)}前完成。`,
    cites,
  }
}
