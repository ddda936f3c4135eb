/**
 * 巡查: a look at every organ below, organ by organ so that it can be watched and taken up again. What it finds is kept
 * for each run: counts in the log, what they count sealed among the blobs and named by its hash.
 */
import type { Day } from '../../../law/day.ts'
import type { Act, Conflict, Office, OrganId, OrganRow, SupervisionRow } from '../../ports.ts'
import { isRow, openSupervision, type SupervisionOutcome, stepSupervision } from '../keep.ts'
import type { SupervisionRefusal } from '../refusal.ts'
import { type InspectionItem, inspectOrgan } from './checks.ts'

export interface InspectionAct {
  /** The organ that supervises. */
  readonly organ: OrganId
  readonly id: string
  readonly on: Day
  readonly by: Act
}

/** How many of each check there are at an organ, and where what is counted is kept. */
export interface OrganResult {
  readonly organ: OrganId
  readonly counts: Readonly<Record<string, number>>
  readonly hash: string
}

/** The organs below one, as far down as they go. */
export const organsUnder = async ({ organs }: Pick<Office, 'organs'>, organ: OrganId) =>
  (await organs.withSubordinates(organ)).filter(({ id }) => id !== organ)

/** Begins a run over all organs below. `caption`: what the round is called. */
export async function beginInspection(
  office: Office,
  act: InspectionAct,
  caption: string,
): Promise<SupervisionOutcome> {
  const organs = (await organsUnder(office, act.organ)).map(({ id }) => id)
  return openSupervision(office, { ...act, kind: 'inspection', data: { caption, organs } })
}

/** Organs that are looked at in one step. */
const step = 5

/** Looks at the next organs of a run; the run as it stands then. Throws nothing where it is over. */
export async function carryOnInspection(office: Office, act: InspectionAct): Promise<SupervisionOutcome> {
  const row = await office.supervision.get(act.organ, 'inspection', act.id)
  const stepping = { ...act, kind: 'inspection', as: { taken: 'supervisor' } } as const
  if (row === null) return stepSupervision(office, { ...stepping, step: 'look', data: {} })
  const left = organsLeft(row).slice(0, step)
  if (left.length === 0)
    return row.state === 'finished' ? row : stepSupervision(office, { ...stepping, step: 'finish', data: {} })
  const known = (await Promise.all(left.map((id) => office.organs.get(id)))).filter((each) => each !== null)
  const looked: { readonly organ: OrganRow; readonly items: readonly InspectionItem[] }[] = []
  for (const organ of known) looked.push({ organ, items: await inspectOrgan(office, organ, act.on) })
  const results = await office.inTransaction(act.organ, async ({ blobs }) => {
    const kept: OrganResult[] = []
    for (const { organ, items } of looked) {
      const bytes = new TextEncoder().encode(JSON.stringify(items))
      const { hash } = await blobs.put(bytes, 'application/json', act.by.at)
      kept.push({ organ: organ.id, counts: countsOf(items), hash })
    }
    return kept
  })
  const data = { looked: left, results: results.map((each) => ({ ...each })) }
  const stepped = await stepSupervision(office, { ...stepping, step: 'look', data })
  if (!isRow(stepped) || organsLeft(stepped).length > 0) return stepped
  return stepSupervision(office, { ...stepping, step: 'finish', data: {} })
}

/** The whole run at once, as the daily round makes it. */
export async function inspectAll(
  office: Office,
  act: InspectionAct,
  caption: string,
): Promise<SupervisionRow | SupervisionRefusal | Conflict> {
  let row = await beginInspection(office, act, caption)
  while (isRow(row) && row.state !== 'finished') row = await carryOnInspection(office, act)
  return row
}

const countsOf = (items: readonly InspectionItem[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(items, ({ check }) => check)].map(([check, some]) => [check, some.length]),
  )

export const organsOf = ({ data }: SupervisionRow): readonly OrganId[] => data.organs as readonly OrganId[]

const organsLeft = (row: SupervisionRow): readonly OrganId[] => {
  const looked = new Set(row.steps.flatMap(({ data }) => (data.looked ?? []) as readonly OrganId[]))
  return organsOf(row).filter((id) => !looked.has(id))
}

export const looked = (row: SupervisionRow): number => organsOf(row).length - organsLeft(row).length

/** What a run has found so far, organ by organ. */
export const resultsOf = ({ steps }: SupervisionRow): readonly OrganResult[] =>
  steps.flatMap(({ data }) => (data.results ?? []) as unknown as readonly OrganResult[])

/** What a run counted at an organ; null where it did not look there or it was erased. */
export async function itemsOf(
  office: Office,
  row: SupervisionRow,
  of: OrganId,
): Promise<readonly InspectionItem[] | null> {
  const result = resultsOf(row).find(({ organ }) => organ === of)
  if (result === undefined) return null
  const bytes = await office.inTransaction(row.organ, ({ blobs }) => blobs.open(result.hash))
  return bytes === null || 'failure' in bytes
    ? null
    : (JSON.parse(new TextDecoder().decode(bytes)) as readonly InspectionItem[])
}
