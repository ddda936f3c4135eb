import type { FieldKey } from '../../law/catalogue.ts'
import type { GenreKey, ThemeKey } from '../../law/classification.ts'
import type { Day } from '../../law/day.ts'
import type { Validity } from '../documents/validity.ts'
import type { SearchEntry, SearchKind, SearchOrder, SearchSource } from '../search/entry.ts'
import type { Clauses } from '../search/question.ts'
import type { OrganId } from './events.ts'

/** What a search is narrowed down by; each names one value. */
export interface SearchChoice {
  readonly organ?: OrganId
  readonly kind?: SearchKind
  readonly theme?: ThemeKey
  readonly genre?: GenreKey
  readonly field?: FieldKey
  /** Of publication; 0: not known. */
  readonly year?: number
  readonly validity?: Validity
}

export interface SearchAsked {
  /** Of every entry. */
  readonly clauses: Clauses
  /** Folded; each stands in the entry as it is. */
  readonly phrases: readonly string[]
  /** All that was asked, folded: a title that has it comes before others. */
  readonly whole: string
  readonly choice: SearchChoice
  readonly order: SearchOrder
  /** The day as of which validity is told. */
  readonly on: Day
  readonly from: number
  readonly limit: number
}

export interface FoundEntry {
  readonly organ: OrganId
  readonly kind: SearchKind
  readonly id: string
  readonly title: string
  readonly docNo: string | null
  readonly address: string
  readonly publishedOn: Day | null
  /** Null of what is not in force or out of force by its kind. */
  readonly validity: Validity | null
  readonly summary: string
  /** The beginning of the text, long enough for a snippet. */
  readonly text: string
}

/** How many of the hits have each value of what can be chosen by; those without any are left out. */
export type SearchCounts = {
  readonly [Name in keyof SearchChoice]-?: readonly {
    readonly value: NonNullable<SearchChoice[Name]>
    readonly count: number
  }[]
}

export interface SearchFound {
  /** Hits that were looked at and counted. */
  readonly total: number
  /** There are more than were looked at: these are the newest, and those of which a title has the words. */
  readonly more: boolean
  readonly rows: readonly FoundEntry[]
  readonly counts: SearchCounts
}

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

export interface ItemsAsked {
  readonly clauses: Clauses
  /** Whether title, number or keywords have to answer, or the text may. */
  readonly of: 'heads' | 'texts'
  /** What a word begins with, beside. */
  readonly prefix?: string
  readonly source?: SearchSource
  /** Null: all. */
  readonly organs: readonly OrganId[] | null
  readonly limit: number
}

/** The index of what everybody may read. */
export interface Search {
  get(organ: OrganId, source: SearchSource, id: string): Promise<PublishedItem | null>
  find(asked: SearchAsked): Promise<SearchFound>
  /** Entries that answer, newest first. */
  items(asked: ItemsAsked): Promise<readonly PublishedItem[]>
}

/** The writer's side: entries of the unit's organ. */
export interface SearchRegister extends Search {
  /** New, or in place of the entries of those ids. */
  put(entries: readonly SearchEntry[]): Promise<void>
  remove(source: SearchSource, ids: readonly string[]): Promise<void>
}
