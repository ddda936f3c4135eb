/** What any room puts into the index, and what of it can be chosen by. */

import type { FieldKey } from '../../law/catalogue.ts'
import type { GenreKey, ThemeKey } from '../../law/classification.ts'
import type { Day } from '../../law/day.ts'
import type { DocumentClass } from '../documents/classes.ts'
import type { Validating } from '../documents/validity.ts'
import type { OrganId } from '../ports.ts'

/** Where an entry comes from; with organ and id its key. */
export type SearchSource = 'document' | 'report' | 'organ'

/** The tabs of the page of results. */
export const searchKinds = {
  document: '文件',
  interpretation: '解读',
  report: '年报',
  organ: '机关',
} as const satisfies Readonly<Record<string, string>>

export type SearchKind = keyof typeof searchKinds

export const searchOrders = { relevance: '按相关度', date: '按日期' } as const
export type SearchOrder = keyof typeof searchOrders

/** Something that everybody may read, by the words that it is found by. Nothing personal stands in it. */
export interface SearchEntry {
  readonly organ: OrganId
  readonly source: SearchSource
  readonly id: string
  readonly kind: SearchKind
  readonly title: string
  /** 发文字号 as the standard writes it. */
  readonly docNo: string | null
  /** Page on this site, without its host, or a whole address elsewhere. */
  readonly address: string
  readonly publishedOn: Day | null
  readonly theme: ThemeKey | null
  readonly genre: GenreKey | null
  readonly field: FieldKey | null
  /** From what validity follows; null of what binds nobody by its kind. */
  readonly validity: (Validating & { readonly class: DocumentClass }) | null
  /** Words that somebody gave it; they count as the title does. */
  readonly keywords: readonly string[]
  /** What a result shows where no word is to be shown. */
  readonly summary: string
  readonly text: string
}
