/** What a rule is: data with a pure function. A rule returns what it has to say; it never throws or logs. */

import type { Citation } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import { editions } from '../editions/index.ts'
import type { Edition, EditionId, SectionNumber, Table, TableKey } from '../form.ts'
import { isEmpty } from '../judge.ts'
import { type Readings, readingAt } from '../reading.ts'
import type { Finding, OrganKind, Report, RuleId, SectionText, Severity } from '../report.ts'

/** The report under examination with what is known about it from elsewhere. */
export interface Subject {
  readonly report: Report
  /** The same organ's report for the year before. */
  readonly previous: Report | null
  /** The tables to be expected, as printed where found. */
  readonly tables: readonly Table[]
  /** The edition the report is on as a whole. */
  readonly edition: Edition | null
  readonly kind: OrganKind | null
  /** Whether the organ may make 规章; null where that is not known. */
  readonly mayMakeRules: boolean | null
  readonly publishedOn: Day | null
}

/** A finding without what the registry knows of its rule. */
export type Remark = Pick<Finding, 'verdict' | 'message'> & Partial<Omit<Finding, 'rule'>>

export interface Rule {
  readonly id: RuleId
  /** What it asks for, in one Chinese phrase. */
  readonly title: string
  /** Of a finding that says nothing else. */
  readonly severity: Severity
  readonly cites: readonly Citation[]
  readonly run: (subject: Subject) => readonly Remark[]
}

/** The edition on which a table is printed, or null where it was not found. */
export const formOf = (report: Report, key: TableKey): EditionId | null => report.forms[key] ?? null

/** The tables that were found in the report. */
export const foundTables = ({ report, tables }: Subject): readonly Table[] =>
  tables.filter((table) => formOf(report, table.key) !== null)

/** A table as a sentence calls it: title of its section, then its band. */
export const tableName = (table: Table): string => {
  const section = editions['2021'].sections.find(({ number }) => number === table.section)
  return `“${ordinals[table.section]}、${section?.title ?? ''}”${table.band ? table.band : ''}表`
}

export const ordinals: Readonly<Record<SectionNumber, string>> = {
  1: '一',
  2: '二',
  3: '三',
  4: '四',
  5: '五',
  6: '六',
}

export const sectionOf = (report: Report, number: SectionNumber): SectionText | undefined =>
  report.sections.find((section) => section.number === number)

/** Text without spaces and line breaks, as length and content are judged. */
export const bare = (text: string): string => text.replace(/\s/g, '')

const nothingToReport =
  /^(?:本(?:年度|单位|机关))?(?:其他)?(?:无|没有|暂无)?(?:其他)?(?:需要?(?:报告|说明)的?(?:其他)?事项)?[。.]?$/

/** True where the section says nothing: empty, 无, 没有其他需要报告的事项. */
export const saysNothing = (text: string): boolean => nothingToReport.test(bare(text))

/** True where none of the cells shows anything. */
export const nothingPrinted = (readings: Readings, keys: readonly string[]): boolean =>
  keys.every((key) => {
    const reading = readingAt(readings, key)
    return isEmpty(reading) || reading.kind === 'absent'
  })

/** A few names in a sentence, the rest counted. */
export const listed = (names: readonly string[], most = 6, unit = '处'): string =>
  names.slice(0, most).join('、') + (names.length > most ? `等 ${names.length} ${unit}` : '')
