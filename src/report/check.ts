/** Examines a report: every rule over its tables and its prose. */

import type { Day } from '../law/day.ts'
import { editions } from './editions/index.ts'
import { type Finding, type OrganKind, type Report, tablesOf } from './report.ts'
import { cellRules } from './rules/cells.ts'
import { formRules } from './rules/form.ts'
import { mayMakeRules, organRules } from './rules/organ.ts'
import { proseRules } from './rules/prose.ts'
import { relationRules } from './rules/relations.ts'
import type { Rule, Subject } from './rules/rule.ts'
import { sectionRules } from './rules/sections.ts'
import { yearRules } from './rules/years.ts'

/** What is known from elsewhere than the report itself; it goes before what the report says. */
export interface Context {
  /** The same organ's report for the year before. */
  readonly previous?: Report
  readonly organKind?: OrganKind
  readonly mayMakeRules?: boolean
  readonly publishedOn?: Day
}

/** Every rule of this module, in the order of its findings. 'LOST-COLUMNS' is found while reading. */
export const rules: readonly Rule[] = [
  ...formRules,
  ...relationRules,
  ...cellRules,
  ...yearRules,
  ...proseRules,
  ...organRules,
  ...sectionRules,
]

const subjectOf = (report: Report, context: Context): Subject => {
  const kind = context.organKind ?? report.organ?.kind ?? null
  return {
    report,
    previous: context.previous ?? null,
    tables: tablesOf(report),
    edition: report.edition === null || report.edition === 'pre2019' ? null : editions[report.edition],
    kind,
    mayMakeRules: context.mayMakeRules ?? (kind && mayMakeRules[kind]),
    publishedOn: context.publishedOn ?? report.publication.publishedOn ?? null,
  }
}

/** Before 2019 there was no uniform form: of such a report only its own arithmetic is judged. */
const rulesFor = (report: Report): readonly Rule[] =>
  report.edition === 'pre2019' ? rules.filter(({ id }) => id === 'TXT-PARTS') : rules

/** All that the rules have to say, relations that hold included. */
export const checkAll = (report: Report, context: Context = {}): readonly Finding[] => {
  const subject = subjectOf(report, context)
  return rulesFor(report).flatMap(({ id, severity, cites, run }) =>
    run(subject).map((remark): Finding => ({ rule: id, severity, cites, cells: [], ...remark })),
  )
}

/** What is wrong with a report or cannot be decided, in the order of the registry. Never throws. */
export const check = (report: Report, context: Context = {}): readonly Finding[] =>
  checkAll(report, context).filter(({ verdict }) => verdict !== 'holds')
