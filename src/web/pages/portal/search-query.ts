/** What a search asks, between its address and the API. Pure. */
import { fields } from '../../../law/catalogue.ts'
import { genres, themes } from '../../../law/classification.ts'
import { validities } from '../../../office/documents/validity.ts'
import type { SearchChoice } from '../../../office/ports.ts'
import { type SearchOrder, searchKinds, searchOrders } from '../../../office/search/entry.ts'

export interface SearchQuery extends SearchChoice {
  readonly q: string
  readonly order?: SearchOrder
  /** From 1. */
  readonly page?: number
}

/** Search of one organ, or of all. */
export const searchPathOf = (organ: string | null): string =>
  organ === null ? '/search' : `/organs/${encodeURIComponent(organ)}/search`

/** What can be chosen by, in the order of the page. */
export const searchChoices = {
  kind: '种类',
  year: '公开年份',
  organ: '发布机构',
  validity: '有效性',
  theme: '主题分类',
  genre: '体裁分类',
  field: '试点领域',
} as const satisfies Readonly<Record<keyof SearchChoice, string>>

export type SearchChoiceKey = keyof typeof searchChoices

const known = {
  kind: searchKinds,
  validity: validities,
  theme: themes,
  genre: genres,
  field: fields,
  order: searchOrders,
} as const satisfies Readonly<Record<string, object>>

/** What an address asks; what it says that nobody knows is left out. `organ`: that of the page, where it is of one. */
export function searchIn(address: string, organ?: string): SearchQuery {
  const given = new URL(address).searchParams
  const word = (name: keyof typeof known) => {
    const value = given.get(name) ?? ''
    return value in known[name] ? { [name]: value } : {}
  }
  const number = (name: string, most: number) => {
    const value = given.get(name) ?? ''
    return /^\d{1,4}$/.test(value) && Number(value) <= most ? { [name]: Number(value) } : {}
  }
  const of = organ ?? given.get('organ')
  return {
    q: (given.get('q') ?? '').trim().slice(0, 200),
    ...(of && { organ: of }),
    ...Object.assign({}, ...Object.keys(known).map((name) => word(name as keyof typeof known))),
    ...number('year', 2999),
    ...number('page', 200),
  }
}

/** The same page with something changed, from the first page of results unless another is named. `at`: its path. */
export function searchHref(
  at: string,
  asked: SearchQuery,
  change: Readonly<Record<string, string | number | null>> = {},
): string {
  const next = { ...asked, page: null, ...(at === '/search' ? {} : { organ: null }), ...change }
  const search = new URLSearchParams(
    Object.entries(next).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
  )
  return `${at}?${search}`
}
