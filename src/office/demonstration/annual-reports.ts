/**
 * The annual reports of 示例县: last year's of every organ, each at another stage, and this year's being written. Until
 * last year's has its day, that of the year before is there to be read. They are made by the use cases, on the days on
 * which such things are done.
 */
import { nationalCalendar, workingDayOnOrBefore } from '../../law/calendar.ts'
import { type Day, dayOf, yearOf } from '../../law/day.ts'
import { editionFor } from '../../report/editions/index.ts'
import { cells } from '../../report/form.ts'
import { phrasesOf } from '../../report/outline.ts'
import type { Moment, Office, OrganId, OrganRow } from '../ports.ts'
import type { AnnualAsk, AnnualHouse } from '../reports/annual/desk.ts'
import type { SectionKey } from '../reports/annual/events.ts'
import { countedTables } from '../reports/annual/figures.ts'
import { acceptReport, publishReport, returnReport, submitReport } from '../reports/annual/file-report.ts'
import { reportOrganOf } from '../reports/annual/report-organ.ts'
import { enterAnnualFigures } from '../reports/annual/write-figures.ts'
import { writeSection } from '../reports/annual/write-section.ts'
import { annualBeginning, annualProse } from './annual-prose.ts'
import { countyId } from './county.ts'
import { momentOf, must } from './walk-office.ts'

/** How far last year's report of an organ has come; those not named have made it public. */
const stages: Readonly<Record<OrganId, 'writing' | 'submitted' | 'returned' | 'accepted'>> = {
  xiling: 'accepted',
  nantang: 'returned',
  beishan: 'submitted',
}

/** Figures of section two that stand for all organs; whatever is not named is 0. */
const figures: Readonly<Record<string, number>> = {
  'documents/normative@issued': 2,
  'documents/normative@repealed': 1,
  'documents/normative@inForce': 15,
  'licensing/licence@decisions': 128,
  'enforcement/penalty@decisions': 36,
  'charges/fee@amount': 12.5,
}

export interface DemonstrationDay {
  readonly today: Day
  readonly now: Moment
}

export async function demonstrateReports(
  office: Office,
  organs: readonly OrganId[],
  day: DemonstrationDay,
): Promise<void> {
  const year = yearOf(day.today) - 1
  for (const id of organs) {
    const row = await office.organs.get(id)
    if (row === null) throw new Error(`There is no organ ${id}`)
    if (published(office, row, year, day) === null) await lastYears(office, row, year - 1, day)
    await lastYears(office, row, year, day)
    await thisYears(office, row, year + 1, day)
  }
}

/** Tells a step on the working day it is done, if that has come. */
function tellerOf(office: Office, organ: OrganRow, year: number, { today, now }: DemonstrationDay) {
  /** The ask of a member of staff on a day. */
  const by = (day: Day, who: Teller): AnnualAsk => {
    const at = momentOf(day) < now ? momentOf(day) : now
    const standing =
      who === 'supervisor'
        ? ({ role: 'authority', scope: 'subordinate' } as const)
        : ({ role: who, scope: 'organ' } as const)
    const actor = who === 'supervisor' ? 'staff-county-supervisor' : `staff-${organ.id}-${who}`
    return { organ, year, today: day, at, actor, standings: [standing] }
  }
  /** The same on the working day up to a date of the next year; null while that is still to come. */
  const on = (month: number, date: number, who: Teller): AnnualAsk | null => {
    const day = workingDayOnOrBefore(nationalCalendar, dayOf(year + 1, month, date))
    return day > today ? null : by(day, who)
  }
  return { house: { office } satisfies AnnualHouse, by, on }
}

type Teller = 'handler' | 'head' | 'supervisor'

/** When the head of an organ makes the report of a year public; null while that is still to come. */
const published = (office: Office, organ: OrganRow, year: number, day: DemonstrationDay): AnnualAsk | null =>
  tellerOf(office, organ, year, day).on(organ.id === countyId ? 3 : 1, 26, 'head')

async function lastYears(
  office: Office,
  organ: OrganRow,
  year: number,
  day: DemonstrationDay,
): Promise<void> {
  const { house, on } = tellerOf(office, organ, year, day)
  const isCounty = organ.id === countyId
  const stage = stages[organ.id]
  const wrote = on(1, 9, 'handler')
  if (wrote === null) return
  await fillIn(house, wrote, annualProse(organ.id))
  const submitted = on(isCounty ? 3 : 1, 13, 'head')
  if (submitted === null || stage === 'writing') return
  must('submitReport', await submitReport(house, submitted))
  if (stage === 'submitted') return
  const judged = on(isCounty ? 3 : 1, 20, 'supervisor')
  if (judged === null) return
  if (stage === 'returned') {
    const reasons = [
      { about: '5', text: '第五部分与其他乡镇的报告基本相同，请结合本乡实际写明问题和改进情况。' },
    ]
    must('returnReport', await returnReport(house, judged, reasons))
    return
  }
  // Nobody in this house is above the government: it publishes what it has submitted.
  if (!isCounty) must('acceptReport', await acceptReport(house, judged, null))
  const last = published(office, organ, year, day)
  if (last === null || stage === 'accepted') return
  must('publishReport', await publishReport(house, last))
}

async function thisYears(
  office: Office,
  organ: OrganRow,
  year: number,
  day: DemonstrationDay,
): Promise<void> {
  const { house, by } = tellerOf(office, organ, year, day)
  await writeSections(house, by(day.today, 'handler'), annualBeginning)
}

async function fillIn(
  house: AnnualHouse,
  ask: AnnualAsk,
  prose: Readonly<Partial<Record<SectionKey, string>>>,
): Promise<void> {
  const entered = cells(editionFor(ask.year)?.tables ?? [])
    .filter(({ table }) => !countedTables.has(table.key))
    .map(({ key }) => ({ key, value: figures[key] ?? 0, document: '本机关业务台账', note: null }))
  must('enterAnnualFigures', await enterAnnualFigures(house, ask, entered))
  const { name, record } = reportOrganOf(ask.organ)
  await writeSections(house, ask, { preamble: phrasesOf(ask.year, name, record.office).preamble!, ...prose })
}

async function writeSections(
  house: AnnualHouse,
  ask: AnnualAsk,
  prose: Readonly<Partial<Record<SectionKey, string>>>,
): Promise<void> {
  for (const [section, text] of Object.entries(prose) as [SectionKey, string][])
    must('writeSection', await writeSection(house, ask, { section, text, over: 0 }))
}
