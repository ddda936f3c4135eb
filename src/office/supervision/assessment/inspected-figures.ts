/** The figures of the inspection as faults of a sheet: what the house counted need not be counted again. */
import type { Office, OrganId } from '../../ports.ts'
import { everyRecord } from '../every-record.ts'
import { type Acting, nothingThere, type Outcome, readOne, wrongStage } from './keep.ts'
import { markSheet, sheetId } from './rounds.ts'
import { type Figures, withFigures } from './with-figures.ts'

interface Counted {
  readonly organ: OrganId
  readonly counts: Readonly<Record<string, number>>
}

/** Counts of an organ in the last inspection that looked at it, by check; null where none did. */
async function lastFigures(office: Office, organ: OrganId, subject: OrganId): Promise<Figures | null> {
  const runs = await everyRecord(office, { organs: [organ], kind: 'inspection' })
  for (const { steps } of runs) {
    const results = steps.flatMap(({ data }) => (data.results ?? []) as unknown as readonly Counted[])
    const found = results.find((each) => each.organ === subject)
    if (found !== undefined)
      return Object.fromEntries(
        Object.entries(found.counts).map(([check, count]) => [
          check,
          { count, caption: `系统检查发现 ${count} 处` },
        ]),
      )
  }
  return null
}

/** Puts what the last inspection counted in place of what an earlier one did; what people found stays. */
export async function takeFigures(
  office: Office,
  taking: Acting & { readonly round: string; readonly subject: OrganId },
): Promise<Outcome<'sheet'>> {
  const { organ, round: id, subject } = taking
  const [round, sheet, figures] = await Promise.all([
    readOne(office, organ, 'round', id),
    readOne(office, organ, 'sheet', sheetId(id, subject)),
    lastFigures(office, organ, subject),
  ])
  if (round === null || sheet === null) return nothingThere('sheet')
  if (figures === null) return wrongStage('还没有对该机关做过系统检查，没有可以取用的数字；请先检查。')
  const before = sheet.assessed ?? { marks: {}, vetoes: [] }
  const { marks, vetoes } = withFigures(round.system, { class: '', ...before }, figures)
  return markSheet(office, { ...taking, findings: { marks, vetoes }, as: 'assessor' })
}
