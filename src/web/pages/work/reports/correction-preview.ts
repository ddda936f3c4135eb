import { sum } from '../../../../report/decimal.ts'
import { editions } from '../../../../report/editions/index.ts'
import { equations } from '../../../../report/equations.ts'
import { extent } from '../../../../report/judge.ts'
import { figureAt, type Readings } from '../../../../report/reading.ts'
import { type Finding, type Report, tablesOf } from '../../../../report/report.ts'
import { cellRules } from '../../../../report/rules/cells.ts'
import { relationRules } from '../../../../report/rules/relations.ts'
import type { Printed } from './report-view.ts'

/**
 * What each total should be, where everything it is the sum of is known and it prints something else: 算得 61, by the
 * cell of the total. Where the sums along and down differ, that along the row is told.
 */
export function sumNotes(printed: Printed, readings: Readings): ReadonlyMap<string, string> {
  const notes = new Map<string, string>()
  for (const table of tablesOf(printed))
    for (const { relation, left, right } of equations(table)) {
      const [total, ...others] = left
      if (relation !== '=' || total === undefined || others.length > 0 || notes.has(total)) continue
      const parts = extent(table, right, readings)
      if (parts.unknown.length > 0) continue
      const comes = sum(right.map((key) => figureAt(readings, key) ?? 0))
      if (figureAt(readings, total) !== comes) notes.set(total, `算得 ${comes}`)
    }
  return notes
}

/** What the rules of the cells and of the sums say; those of the prose and of other years are not asked here. */
export function findingsOfForm(printed: Printed, readings: Readings): readonly Finding[] {
  const { edition } = printed
  const report: Report = {
    ...printed,
    ...{ organ: null, year: null, script: 'simplified', sections: [], claims: [], publication: {} },
    readings,
  }
  const subject = {
    report,
    tables: tablesOf(printed),
    edition: edition === null || edition === 'pre2019' ? null : editions[edition],
    ...{ previous: null, kind: null, mayMakeRules: null, publishedOn: null },
  }
  if (edition === 'pre2019') return []
  return [...relationRules, ...cellRules].flatMap(({ id, severity, cites, run }) =>
    run(subject)
      .map((remark): Finding => ({ rule: id, severity, cites, cells: [], ...remark }))
      .filter(({ verdict }) => verdict !== 'holds'),
  )
}

/** What a correction would do to the findings of the form. */
export interface Preview {
  readonly gone: readonly Finding[]
  readonly come: readonly Finding[]
  readonly stays: number
}

/** One finding stays the same while it speaks of the same relation or the same cells, whatever its figures. */
const nameOf = ({ rule, verdict, cells }: Finding): string => `${rule} ${verdict} ${cells.join()}`

export function previewOf(printed: Printed, before: Readings, after: Readings): Preview {
  const old = findingsOfForm(printed, before)
  const fresh = findingsOfForm(printed, after)
  const [oldNames, freshNames] = [old, fresh].map((all) => new Set(all.map(nameOf)))
  return {
    gone: old.filter((finding) => !freshNames?.has(nameOf(finding))),
    come: fresh.filter((finding) => !oldNames?.has(nameOf(finding))),
    stays: fresh.filter((finding) => oldNames?.has(nameOf(finding))).length,
  }
}
