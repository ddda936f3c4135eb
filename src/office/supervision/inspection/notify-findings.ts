/** From what an inspection counted to findings that are notified: one for each organ and check, with what it counts. */
import type { Day } from '../../../law/day.ts'
import type { Conflict, Office, OrganId, SupervisionRow } from '../../ports.ts'
import { openFinding } from '../findings/finding.ts'
import { isRow } from '../keep.ts'
import type { SupervisionRefusal } from '../refusal.ts'
import { inspectionChecks } from './checks.ts'
import { type InspectionAct, itemsOf, resultsOf } from './inspect.ts'

export interface NotifyFindings extends Omit<InspectionAct, 'id'> {
  readonly run: SupervisionRow
  /** What is notified; everything that was counted where it is left out. */
  readonly chosen?: readonly { readonly organ: OrganId; readonly check: string }[]
  readonly due: Day
  readonly newId: () => string
}

export interface Notified {
  readonly opened: readonly SupervisionRow[]
  /** Those that stand for the round already. */
  readonly known: number
  readonly refused: readonly (SupervisionRefusal | Conflict)[]
}

/** Titles that are named in a finding; the run has all of them. */
const named = 5

export async function notifyFindings(
  office: Office,
  { organ, on, by, run, chosen, due, newId }: NotifyFindings,
): Promise<Notified> {
  const opened: SupervisionRow[] = []
  const refused: (SupervisionRefusal | Conflict)[] = []
  let known = 0
  for (const result of resultsOf(run)) {
    const items = (await itemsOf(office, run, result.organ)) ?? []
    for (const [check, some] of Map.groupBy(items, (item) => item.check)) {
      const wanted = chosen?.some((each) => each.organ === result.organ && each.check === check) ?? true
      const { caption, cites } = inspectionChecks[check] ?? {}
      if (!wanted || caption === undefined) continue
      const titles = some.slice(0, named).map(({ what }) => `“${what}”`)
      const outcome = await openFinding(office, {
        ...{ organ, on, by, due },
        finding: {
          ...{ id: newId(), organ: result.organ, source: 'inspection', subject: check },
          what: `${caption}，共${some.length}项`,
          where: `${titles.join('、')}${some.length > named ? `等${some.length}项` : ''}`,
          basis: cites!.join('、'),
          round: String(run.data.caption),
          refs: some.flatMap(({ ref }) => ref ?? []).slice(0, 100),
        },
      })
      if (isRow(outcome)) opened.push(outcome)
      else if ('code' in outcome && outcome.code === 'exists') known++
      else refused.push(outcome)
    }
  }
  return { opened, known, refused }
}
