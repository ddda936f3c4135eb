import type { Day } from '../../law/day.ts'
import type { OrganId } from './events.ts'

/** Information that is open to all already, and where: what an application may be spared by (条例§36(1)). */
export interface PublishedItem {
  readonly organ: OrganId
  readonly id: string
  readonly title: string
  /** 文号; null where it has none. */
  readonly docNo: string | null
  readonly publishedOn: Day | null
  /** Where it can be read: an http(s) address. */
  readonly address: string
  /** A few sentences; empty where there are none. */
  readonly summary: string
}

export interface Published {
  /** Items that answer best to the words, best first; simplified and traditional script are the same. */
  search(organs: readonly OrganId[], words: string, limit: number): Promise<readonly PublishedItem[]>
  get(organ: OrganId, id: string): Promise<PublishedItem | null>
}

/** The writer's side: items of the unit's organ. */
export interface PublishedRegister extends Published {
  /** New, or in place of the items of those ids. */
  put(items: readonly PublishedItem[]): Promise<void>
  /** How many there were. */
  remove(ids: readonly string[]): Promise<number>
}
