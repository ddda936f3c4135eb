/** The filter of the list of cases, as it stands in the address and as the API takes it. */
import { readDay } from '../../ui/day-text.ts'

export const filters = [
  'numbered',
  'open',
  'status',
  'handler',
  'disposition',
  'receivedFrom',
  'receivedTo',
  'disputed',
  'mentioned',
] as const
export type Filter = (typeof filters)[number]
export type Asked = Partial<Record<Filter, string>>

/** What an address asks for; `handler=` alone asks for what nobody has in hand. */
export const askedIn = (search: URLSearchParams): Asked =>
  Object.fromEntries(
    filters.flatMap((name) => {
      const value = search.get(name)?.trim() ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )

const days: readonly Filter[] = ['receivedFrom', 'receivedTo']

/** Days as they are typed become days; what is none is left as it is, and the API says so. */
export const queryOf = (asked: Asked): object =>
  Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      days.includes(name as Filter) ? (readDay(value) ?? value) : value,
    ]),
  )
