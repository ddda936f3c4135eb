/** What a catalogue is narrowed by, between its address, the API and the words for people. Pure. */
import { type FieldKey, fields, type ProactiveItemKey, proactiveItems } from '../../../law/catalogue.ts'
import { type GenreKey, genres, type ThemeKey, themes } from '../../../law/classification.ts'
import { type DocumentClass, documentClasses } from '../../../office/documents/classes.ts'
import type { FacetKey, Facets } from '../../../office/documents/facets.ts'
import { type Validity, validities } from '../../../office/documents/validity.ts'
import type { FacetLook } from './facet-links.tsx'

/** One of the ways to look through, with what its values are called. */
interface Facet {
  readonly title: string
  readonly captionOf: (key: string, organs: Names) => string
}

export type Names = Readonly<Record<string, string>>

export const facets: Readonly<Record<FacetKey, Facet>> = {
  organ: { title: '发布机关', captionOf: (key, organs) => organs[key] ?? key },
  item: {
    title: '条例第二十条各项',
    captionOf: (key) => proactiveItems[key as ProactiveItemKey]?.caption ?? key,
  },
  localMatter: { title: '条例第二十一条的事项', captionOf: (key) => key },
  class: { title: '信息种类', captionOf: (key) => documentClasses[key as DocumentClass]?.caption ?? key },
  theme: { title: '主题分类', captionOf: (key) => themes[key as ThemeKey] ?? key },
  genre: { title: '体裁分类', captionOf: (key) => genres[key as GenreKey] ?? key },
  field: { title: '试点领域', captionOf: (key) => fields[key as FieldKey] ?? key },
  year: { title: '公开年份', captionOf: (key) => `${key}年` },
  validity: { title: '有效性', captionOf: (key) => validities[key as Validity] ?? key },
}

/** What is chosen: a value for each way, words of the title, and where the page begins. */
export type Chosen = Readonly<Partial<Record<FacetKey | 'title' | 'after', string>>>

const known: ReadonlySet<string> = new Set([...Object.keys(facets), 'title', 'after'])

export function chosenIn(address: string): Chosen {
  const search = new URL(address).searchParams
  return Object.fromEntries([...search].filter(([key, value]) => known.has(key) && value.trim() !== ''))
}

/** Whoever gathers pages finds a document by one thing chosen; of all ways to choose several there is no end. */
export const gathering = ({ after: _, title, ...facets }: Chosen = {}) =>
  title !== undefined || Object.keys(facets).length > 1 ? [{ name: 'robots', content: 'noindex' }] : []

/** The query of the same page with one thing changed; from the first page on. */
export function changed(chosen: Chosen, change: Readonly<Record<string, string | null>>): string {
  const next = { ...chosen, after: null, ...change }
  const search = new URLSearchParams(
    Object.entries(next).flatMap(([key, value]) => (value == null ? [] : [[key, value]])),
  )
  return `?${search}`
}

export type FacetView = FacetLook<FacetKey>

/** The ways to look through that are asked for, with their values; those without any are left out. */
export function facetViews(
  counted: Facets,
  asked: readonly FacetKey[],
  chosen: Chosen,
  organs: Names = {},
): readonly FacetView[] {
  return asked.flatMap((key) => {
    const { title, captionOf } = facets[key]
    const values = inOrder(key, counted[key]).map((value) => ({
      key: value.key,
      caption: captionOf(value.key, organs),
      count: value.count,
      chosen: chosen[key] === value.key,
    }))
    return values.length === 0 ? [] : [{ key, title, values }]
  })
}

const orders: Readonly<Partial<Record<FacetKey, readonly string[]>>> = {
  item: Object.keys(proactiveItems),
  class: Object.keys(documentClasses),
  theme: Object.keys(themes),
  genre: Object.keys(genres),
  field: Object.keys(fields),
}

/** Values as their table has them; years from the last. */
function inOrder(key: FacetKey, values: Facets[FacetKey]): Facets[FacetKey] {
  if (key === 'year') return values.toReversed()
  const order = orders[key]
  return order === undefined ? values : values.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}

/** What is chosen, in words, each with the query without it. */
export const chosenWords = (chosen: Chosen, asked: readonly FacetKey[], organs: Names = {}) => [
  ...asked.flatMap((key) => {
    const value = chosen[key]
    return value === undefined
      ? []
      : [
          {
            title: facets[key].title,
            caption: facets[key].captionOf(value, organs),
            without: { [key]: null },
          },
        ]
  }),
  ...(chosen.title === undefined
    ? []
    : [{ title: '标题', caption: `“${chosen.title}”`, without: { title: null } }]),
]
