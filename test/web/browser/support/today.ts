/** The calendar that stories are told by: the demonstration county is as of today, whenever that is. */
import { type Day, yearOf } from '../../../../src/law/day.ts'
import { dayAt } from '../../../../src/office/beijing-time.ts'

/** The day in Beijing. */
export const today = (): Day => dayAt(new Date().toISOString())

export const thisYear = yearOf(today())

/** The year that the county has reported on. */
export const lastYear = thisYear - 1
