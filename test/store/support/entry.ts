import type { PublishedItem } from '../../../src/office/ports.ts'
import type { SearchEntry } from '../../../src/office/search/entry.ts'

/** The entry of a document of which no more is told. */
export const entryOf = (item: PublishedItem, more: Partial<SearchEntry> = {}): SearchEntry => ({
  ...item,
  source: 'document',
  kind: 'document',
  theme: null,
  genre: null,
  field: null,
  validity: null,
  keywords: [],
  text: '',
  ...more,
})
