/** A report as it was read or written: what it says of itself, its prose, its figures. */

import type { Citation } from '../law/citation.ts'
import type { Day } from '../law/day.ts'
import type { Claim } from './claims.ts'
import { editions } from './editions/index.ts'
import type { EditionId, SectionNumber, Table, TableKey } from './form.ts'
import type { Statistics } from './pre2019.ts'
import type { Place, Readings } from './reading.ts'

/** Kind of organ, as far as the rules of the report depend on it. */
export type OrganKind =
  | 'state' // 国务院部门
  | 'provincialGovernment'
  | 'cityGovernment' // 设区的市、自治州
  | 'countyGovernment'
  | 'townshipGovernment'
  | 'department' // 县级以上地方政府部门
  | 'other' // 开发区、街道、派出机构等

export interface Organ {
  /** As printed, simplified, without the year and the title of the report. */
  readonly name: string
  readonly kind: OrganKind | null
}

export interface SectionText {
  readonly number: SectionNumber
  /** Title as printed, without its ordinal. */
  readonly title: string
  readonly text: string
  readonly place?: Place
}

export interface Publication {
  readonly indexNumber?: string
  readonly documentNumber?: string
  readonly publisher?: string
  readonly publishedOn?: Day
}

export interface Report {
  readonly organ: Organ | null
  readonly year: number | null
  readonly edition: EditionId | 'pre2019' | null
  readonly script: 'simplified' | 'traditional'
  /** The text before section 一: the period of the figures, where the report can be had, whom to ask. */
  readonly preamble?: string
  readonly sections: readonly SectionText[]
  /**
   * The edition on which each table is really printed; a table that was not found is not named. A report may mix
   * editions: 其他处理 undivided in a form of 2021.
   */
  readonly forms: Readonly<Partial<Record<TableKey, EditionId>>>
  readonly readings: Readings
  readonly claims: readonly Claim[]
  /** The statistics that reports before 2019 print instead of the statutory tables. */
  readonly statistics?: Statistics
  readonly publication: Publication
}

/**
 * The tables to be expected in a report: as printed where found, else of the report's own edition. A table that
 * only another edition has is added where the report prints it.
 */
export const tablesOf = (report: Pick<Report, 'edition' | 'forms'>): readonly Table[] => {
  const own = report.edition === '2019' || report.edition === '2021' ? report.edition : null
  if (own === null && Object.keys(report.forms).length === 0) return []
  const known: readonly Table[] = editions[own ?? '2021'].tables
  const printed = (key: TableKey): Table | undefined => {
    const form = report.forms[key]
    const tables: readonly Table[] = form ? editions[form].tables : []
    return tables.find((table) => table.key === key)
  }
  const extra = (Object.keys(report.forms) as TableKey[]).filter((key) => !known.some((t) => t.key === key))
  return [
    ...known.map((table) => printed(table.key) ?? table),
    ...extra.map(printed).filter((table) => table !== undefined),
  ].sort((a, b) => a.section - b.section)
}

/** Rules that findings come under. Those of the form itself carry the names of `FormRule`. */
export type RuleId =
  | 'T2-STOCK'
  | 'T3-ID'
  | 'T3-SUM'
  | 'T3-ROW'
  | 'T4-SUM'
  | 'INT'
  | 'BLANK'
  | 'X-CARRY'
  | 'X-VALID'
  | 'X-2019'
  | 'TXT'
  | 'TXT-PARTS'
  | 'RULES'
  | 'UNIT'
  | 'EDITION'
  | 'SIX'
  | 'FIVE'
  | 'FEE'
  | 'ART50-4'
  | 'DATE'
  | 'YEAR'
  | 'SECTIONS'
  | 'LEN1'
  | 'ABSENT'
  | 'UNREAD'
  | 'HIERARCHY'
  | 'LOST-COLUMNS'

/** error: blocks publication; warning: explain or mend; note: worth knowing. */
export type Severity = 'error' | 'warning' | 'note'
export type Verdict = 'holds' | 'broken' | 'undecidable'

/** One side of a relation: in words, and as a figure where it is known. */
export interface Side {
  readonly text: string
  readonly value: number | null
}

/** What a rule has to say. Plain data; legal trouble is a finding, never an error. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly verdict: Verdict
  readonly left?: Side
  readonly right?: Side
  readonly cells: readonly string[]
  /** The sentence of the report that is concerned, if any. */
  readonly sentence?: string
  readonly place?: Place
  readonly cites: readonly Citation[]
  /** One plain Chinese sentence. */
  readonly message: string
}
