/** The sum of an examination: how much holds, how much is wrong, how much of the form was read. */

import { cells } from './form.ts'
import { isRead, readingAt } from './reading.ts'
import { type Finding, type Report, type Severity, tablesOf, type Verdict } from './report.ts'

export interface Summary {
  /** Findings by verdict. Give the findings of `checkAll` for the number of relations that hold. */
  readonly verdicts: Readonly<Record<Verdict, number>>
  /** Broken ones by severity. */
  readonly broken: Readonly<Record<Severity, number>>
  readonly coverage: { readonly read: number; readonly total: number }
  /**
   * 0: nothing is wrong. 1: something is broken that is an error or warning. 2: nothing is, but something cannot
   * be decided. Notes change nothing.
   */
  readonly exitCode: 0 | 1 | 2
}

/** Counts findings and cells read, and tells with what code a program should end. */
export const summarise = (
  report: Pick<Report, 'edition' | 'forms' | 'readings'>,
  findings: readonly Finding[],
): Summary => {
  const count = (test: (finding: Finding) => boolean) => findings.filter(test).length
  const by = (verdict: Verdict) => count((finding) => finding.verdict === verdict)
  const brokenAs = (severity: Severity) => count((f) => f.verdict === 'broken' && f.severity === severity)
  const broken = { error: brokenAs('error'), warning: brokenAs('warning'), note: brokenAs('note') }
  const open = count(({ verdict, severity }) => verdict === 'undecidable' && severity !== 'note')
  const form = cells(tablesOf(report))
  return {
    verdicts: { holds: by('holds'), broken: by('broken'), undecidable: by('undecidable') },
    broken,
    coverage: {
      read: form.filter(({ key }) => isRead(readingAt(report.readings, key))).length,
      total: form.length,
    },
    exitCode: broken.error + broken.warning > 0 ? 1 : open > 0 ? 2 : 0,
  }
}
