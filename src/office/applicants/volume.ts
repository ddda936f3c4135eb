/** How much somebody asks for (条例§35), as facts. Whether that is clearly too much is for a person to judge. */
import { addMonths, type Day, formatChinese, yearOf } from '../../law/day.ts'
import { everyCase } from '../handling/every-case.ts'
import type { CaseRow, Unit } from '../ports.ts'
import { applicantEntryKind, applicantIn, lookupOf } from './sealed.ts'

export interface Volume {
  /** Requests that came in by the day, whatever became of them. */
  readonly total: number
  readonly inYear: number
  readonly inMonth: number
  /** In the twelve months up to the day. */
  readonly inTwelveMonths: number
  readonly open: number
  readonly firstOn: Day | null
  /** By month of arrival, newest first, at most the last twelve that have any. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  /** Found under more than one record by name and telephone: perhaps not all of it is theirs. */
  readonly perhaps: boolean
  /** The figures in a sentence, as a notice under 条例§35 may state them. */
  readonly says: string
}

/** Of the applicant with that record, at the unit's organ, as of a day. */
export async function volumeOf(
  unit: Pick<Unit, 'organ' | 'board' | 'vault'>,
  applicant: string,
  today: Day,
): Promise<Volume> {
  const { ids, perhaps } = await recordsOf(unit, applicant)
  const rows: CaseRow[] = []
  for await (const row of everyCase(unit, { organs: [unit.organ], applicants: ids, tests: 'too' }))
    rows.push(row)
  return { ...countsOf(rows, today), perhaps }
}

/** The figures of cases as of a day. Pure. */
export function countsOf(rows: readonly CaseRow[], today: Day): Omit<Volume, 'perhaps'> {
  const days = rows.map(({ arrivedOn }) => arrivedOn).filter((day) => day <= today)
  const beginning = addMonths(today, -12)
  const count = (holds: (day: Day) => boolean): number => days.filter(holds).length
  const months = new Map<string, number>()
  for (const day of days.toSorted().reverse()) months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + 1)
  const figures = {
    total: days.length,
    inYear: count((day) => yearOf(day) === yearOf(today)),
    inMonth: count((day) => monthOf(day) === monthOf(today)),
    inTwelveMonths: count((day) => day > beginning),
    open: rows.filter(({ arrivedOn, closedOn }) => arrivedOn <= today && closedOn === null).length,
  }
  return {
    ...figures,
    firstOn: days.toSorted()[0] ?? null,
    months: [...months].slice(0, 12).map(([month, count]) => ({ month, count })),
    says: `截至${formatChinese(today)}，申请人向本机关提出的政府信息公开申请，本月${figures.inMonth}件，本年${figures.inYear}件，近十二个月${figures.inTwelveMonths}件，累计${figures.total}件，其中${figures.open}件正在办理。`,
  }
}

const monthOf = (day: Day): string => day.slice(0, 7)

/** The records of one person: of the same paper for certain, of the same name and telephone perhaps. */
async function recordsOf(
  { vault }: Pick<Unit, 'vault'>,
  applicant: string,
): Promise<{ readonly ids: readonly string[]; readonly perhaps: boolean }> {
  const entry = await vault.open(applicant)
  const record = entry === null || 'failure' in entry ? null : applicantIn(entry)
  if (record === null) return { ids: [applicant], perhaps: false }
  const { identity, nameAndPhone } = lookupOf(record)
  const find = async (name: string, value: string | undefined): Promise<readonly string[]> =>
    value === undefined ? [] : vault.find(applicantEntryKind, name, value)
  const certain = new Set([applicant, ...(await find('identity', identity))])
  const alike = await find('nameAndPhone', nameAndPhone)
  return { ids: [...new Set([...certain, ...alike])], perhaps: alike.some((id) => !certain.has(id)) }
}
