/** What the page of results shows beside the results. Pure. */
import { fields } from '../../../law/catalogue.ts'
import { genres, themes } from '../../../law/classification.ts'
import { validities } from '../../../office/documents/validity.ts'
import { type SearchKind, searchKinds } from '../../../office/search/entry.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import type { TabLink } from '../../ui/tabs.tsx'
import type { FacetLook } from './facet-links.tsx'
import { type SearchChoiceKey, type SearchQuery, searchChoices, searchHref } from './search-query.ts'

export type Names = Readonly<Record<string, string>>
type Choices = AnsweredBy<'search'>['choices']

const keys = Object.keys(searchChoices) as SearchChoiceKey[]

/** Tabs by kind, with counts where they are known: of all kinds, or of the one that is chosen. */
export const kindTabs = (counted: Choices['kind'], asked: SearchQuery, at: string): readonly TabLink[] => [
  { href: searchHref(at, asked, { kind: null }), title: '全部', current: asked.kind === undefined },
  ...(Object.keys(searchKinds) as SearchKind[]).flatMap((kind) => {
    const count = counted.find(({ value }) => value === kind)?.count
    if (asked.kind === undefined && count === undefined) return []
    const title = count === undefined ? searchKinds[kind] : `${searchKinds[kind]} ${count}`
    return [{ href: searchHref(at, asked, { kind }), title, current: asked.kind === kind }]
  }),
]

/** Ways to narrow the results; not those that have been gone, nor what tells nothing apart. */
export const choicesLeft = (choices: Choices, asked: SearchQuery, own: string | null): readonly FacetLook[] =>
  keys
    .filter((key) => key !== 'kind' && asked[key] === undefined && !(key === 'organ' && own !== null))
    .flatMap((key) => {
      const values =
        key === 'year' ? choices.year.toSorted((a, b) => Number(b.value) - Number(a.value)) : choices[key]
      return values.length < 2
        ? []
        : [
            {
              key,
              title: searchChoices[key],
              values: values.map(({ value, caption, count }) => ({
                key: value,
                caption,
                count,
                chosen: false,
              })),
            },
          ]
    })

/** What is chosen, in words. */
export const chosenOf = (asked: SearchQuery, names: Names, own: string | null) =>
  keys.flatMap((name) => {
    const value = asked[name]
    if (value === undefined || (name === 'organ' && own !== null)) return []
    return [{ name, title: searchChoices[name], caption: captionOf(name, `${value}`, names) }]
  })

function captionOf(name: SearchChoiceKey, value: string, names: Names): string {
  if (name === 'year') return value === '0' ? '没有日期' : `${value}年`
  const table: Names = {
    kind: searchKinds,
    organ: names,
    validity: validities,
    theme: themes,
    genre: genres,
    field: fields,
  }[name]
  return table[value] ?? value
}
