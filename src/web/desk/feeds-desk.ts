import type { FeedData, FeedKind } from '../feeds/feed-data.ts'

/** Feeds for pages: the library that writes them stays at the server. */
export interface FeedsDesk {
  write(feed: FeedData, kind: FeedKind): string
}
