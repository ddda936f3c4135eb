/** What an existing site says of one thing it has published, however it was told; and what was not understood. */
import type { Day } from '../../../law/day.ts'

/** Where a document of before was told of. */
export const siteSources = {
  csv: '清单（CSV、XLSX）',
  feed: 'RSS、Atom',
  sitemap: '网站地图（sitemap）',
  html: '网页文件夹（ZIP）',
} as const

export type SiteSource = keyof typeof siteSources

export interface FoundPage {
  /** Where in the source: a row, an entry, a file. */
  readonly where: string
  readonly address: string
  readonly title: string
  readonly docNo: string | null
  readonly publishedOn: Day | null
  readonly summary: string
  /** Text as HTML, where the source has it. */
  readonly html: string | null
}

export interface NotUnderstood {
  readonly where: string
  readonly message: string
}

export interface FoundPages {
  readonly source: SiteSource
  readonly pages: readonly FoundPage[]
  readonly notUnderstood: readonly NotUnderstood[]
}

/** Whether an address can be led to: http(s), without a name and password in it. */
export function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}
