import type { Day } from '../../law/day.ts'
import { importSite } from '../documents/import/import-documents.ts'
import { cellFault } from '../lists/headed-rows.ts'
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
 * Brings a list of what is public elsewhere in, as documents at their addresses: sound rows go in, faulty ones are named.
 * The log has how many. Who may do it is for the caller to say.
 */
export async function importPublished(
  office: Office,
  { organ, bytes, on, by, dryRun = false }: ImportPublished,
): Promise<ImportedPublished | ListRefusal | Conflict> {
  const grid = await readPublishedList(bytes)
  const plan = 'refused' in grid ? grid : planPublished(grid, organ)
  if (!('items' in plan)) return plan
  if (dryRun || plan.items.length === 0) return { ...plan, done: false }
  const pages = plan.items.map(({ line, item }) => ({ ...item, where: `${line}`, html: null }))
  const brought = await importSite(office, {
    ...{ organ, class: 'news', today: on, at: by.at, dryRun },
    found: { source: 'csv', pages, notUnderstood: [] },
    actor: { id: by.actor, role: 'systemAdmin', scope: 'organ' },
  })
  const kept = await office.inTransaction(organ, async ({ events }) => {
    const { length } = await events.load(streamOfPublished)
    const data = { items: brought.taken + brought.same, refused: plan.refused.length }
    return events.append(streamOfPublished, length, [{ kind: 'publishedImported', on, data }], by)
  })
  if ('failure' in kept) return kept
  const refused = brought.notUnderstood.map(({ where, message }) => ({
    line: Number(where),
    faults: [cellFault(Number(where), '标题', message)],
  }))
  const left = new Set(refused.map(({ line }) => line))
  const items = plan.items.filter(({ line }) => !left.has(line))
  return { ...plan, items, refused: [...plan.refused, ...refused], done: true }
}
