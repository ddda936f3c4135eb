import type { Day } from '../../law/day.ts'

/** What is new on a page, for readers of feeds. Addresses are whole. */
export interface FeedData {
  readonly title: string
  /** The page that the feed follows. */
  readonly page: string
  /** Where the feed itself is. */
  readonly self: string
  readonly author: string
  /** Day of the newest item; null where there is none. */
  readonly updatedOn: Day | null
  readonly items: readonly FeedItem[]
}

export interface FeedItem {
  readonly title: string
  readonly address: string
  readonly summary: string
  readonly publishedOn: Day
  readonly updatedOn: Day
  readonly author: string
  readonly categories: readonly string[]
}

export type FeedKind = 'atom' | 'rss'
