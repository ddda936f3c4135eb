/** Tasks taken over from a plan, all at once or none: one for each organ that is responsible for a point. */
import type { Day } from '../../../law/day.ts'
import { allOrNothing } from '../../handling/all-or-nothing.ts'
import type { Act, Conflict, Office, OrganId, SupervisionRow } from '../../ports.ts'
import { isRow, openWithin } from '../keep.ts'
import type { SupervisionRefusal } from '../refusal.ts'

export interface NewTask {
  readonly organ: OrganId
  readonly title: string
  readonly detail: string
  readonly heading: string
  readonly due: Day
}

export interface AdoptPlan {
  readonly organ: OrganId
  readonly on: Day
  readonly by: Act
  /** What the plan is called: 2026年政务公开工作要点. */
  readonly plan: string
  readonly tasks: readonly NewTask[]
  readonly newId: () => string
}

export const adoptPlan = (
  office: Office,
  { organ, on, by, plan, tasks, newId }: AdoptPlan,
): Promise<{ readonly opened: readonly SupervisionRow[] } | SupervisionRefusal | Conflict> =>
  allOrNothing(
    office,
    organ,
    async (unit): Promise<{ readonly opened: readonly SupervisionRow[] } | SupervisionRefusal | Conflict> => {
      const opened: SupervisionRow[] = []
      for (const { organ: about, title, detail, heading, due } of tasks) {
        const data = { title, detail, heading, plan }
        const row = await openWithin(unit, { organ, kind: 'task', id: newId(), on, by, about, due, data })
        if (!isRow(row)) return row
        opened.push(row)
      }
      return { opened }
    },
  )
