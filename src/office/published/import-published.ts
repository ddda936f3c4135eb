import type { Day } from '../../law/day.ts'
import type { ListRefusal } from '../lists/list-file.ts'
import type { Act, Conflict, Office, OrganId } from '../ports.ts'
import { streamOfPublished } from '../streams.ts'
import { type PublishedPlan, planPublished, readPublishedList } from './published-list.ts'

export interface ImportPublished {
  readonly organ: OrganId
  readonly bytes: Uint8Array
  /** The civil day of the act. */
  readonly on: Day
  readonly by: Act
  /** Only look at the list and say what it would bring. */
  readonly dryRun?: boolean
}

/** What was or would be brought in, and every fault by row and column. */
export type ImportedPublished = PublishedPlan & { readonly done: boolean }

/**
 * Brings a list of what is public already into the organ's search: sound rows go in, faulty ones are named. The log
 * has how many. Who may do it is for the caller to say.
 */
export async function importPublished(
  office: Office,
  { organ, bytes, on, by, dryRun = false }: ImportPublished,
): Promise<ImportedPublished | ListRefusal | Conflict> {
  const grid = await readPublishedList(bytes)
  const plan = 'refused' in grid ? grid : planPublished(grid, organ)
  if (!('items' in plan)) return plan
  if (dryRun || plan.items.length === 0) return { ...plan, done: false }
  return office.inTransaction(organ, async ({ published, events }) => {
    const { length } = await events.load(streamOfPublished)
    const data = { items: plan.items.length, refused: plan.refused.length }
    const kept = await events.append(streamOfPublished, length, [{ kind: 'publishedImported', on, data }], by)
    if ('failure' in kept) return kept
    await published.put(plan.items.map(({ item }) => item))
    return { ...plan, done: true }
  })
}
