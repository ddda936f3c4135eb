/** What a rule is: data with a pure function. A rule returns what it has to say; it never throws or logs. */

import type { Citation } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import {
  briefly,
  type Cell,
  type Edition,
  type EditionId,
  type SectionNumber,
  spoken,
  type Table,
  type TableKey,
} from '../form.ts'
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

export const sectionOf = (report: Report, number: SectionNumber): SectionText | undefined =>
  report.sections.find((section) => section.number === number)

/** Traditional characters of the words that rules look for in the prose, which is kept as printed. */
const traditional =
  '處費無沒報項績評議測滿責問統計時間週區開動請條較減結轉歷來總體況複復訴訟題進與關機構單億萬餘辦長'
const simplified =
  '处费无没报项绩评议测满责问统计时间周区开动请条较减结转历来总体况复复诉讼题进与关机构单亿万余办长'
const fold = new Map([...traditional].map((character, i) => [character, [...simplified][i]!]))

/** Text without spaces and line breaks, in the characters in which rules look for words. */
export const bare = (text: string): string =>
  text.replace(/\s/g, '').replace(/[\u4e00-\u9fff]/g, (character) => fold.get(character) ?? character)

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

/** Rows with the number of their cells that are concerned: 本年新收（5 格）; columns where a row has no name. */
export const byRow = (cells: readonly Cell[]): string => {
  const names = [...Map.groupBy(cells, ({ row }) => row)].map(([row, all]) =>
    briefly(row.node) === ''
      ? all.map(({ column }) => spoken(column))
      : [`${briefly(row.node)}（${all.length} 格）`],
  )
  return listed(names.flat(), 4, '行')
}
