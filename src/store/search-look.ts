/** Looking for the newest entries that answer, so that a word that stands everywhere costs no more than it shows. */
import { sql } from 'kysely'
import type { Ending } from '../office/documents/life/events.ts'
import { chosen } from '../office/search/lexemes.ts'
import type { Condition } from './condition.ts'

export interface Looking {
  /** Text of a `tsquery`. */
  readonly query: string
  /** What else holds of `search_entry as d`. */
  readonly also?: Condition
  /** Of publication; 0: not known. */
  readonly year?: number | undefined
  /** Only what ended in this way, which an index knows by month: the newest may have ended long ago. */
  readonly ended?: Ending | undefined
  readonly bound: number
}

/** Month of publication as `monthOf` counts it and as its index has it; 0 where there is none. */
const month = (of: string): Condition =>
  sql.raw(`(${of}year * 12 + extract(month from ${of}sort_on)::int4 - 1)`)

/** The newest first; what was published on one day in an order of its own. */
export const newestFirst = (of: string): Condition =>
  sql.raw(`${of}sort_on desc, ${of}organ, ${of}source, ${of}id`)

/** Of so many times the hits that are wanted it is quicker to look through all than to look for their months. */
const worthwhile = 3

/**
 * A recursive query of that name, a row for each look with the places of what it found, `hits`, and how many there were
 * by then, `got`. GIN has no order, so months are words too: the newest month tells how many hits a month has, and from
 * that follows how many months it takes to have enough, or that all that is left can be looked through at once. It goes
 * on until there are `bound` or nothing is left. `upto`: the newest month that has not been looked through.
 */
export function look(name: string, { query, also = sql`true`, year, ended, bound }: Looking): Condition {
  const of = sql.id(name)
  const endedSo = ended === undefined ? sql`true` : sql`ended_as = ${ended}::text`
  const newest =
    year === undefined
      ? sql`greatest((select max(${month('')}) from search_entry where year > 0 and ${endedSo}), 1)`
      : sql`${year * 12 + 11}::int4`
  const oldest =
    year === undefined
      ? sql`coalesce((select min(${month('')}) from search_entry where year > 0), 0)`
      : sql`${year * 12}::int4`
  const within = year === undefined ? query : `${query} & '${chosen.year(year)}'`
  // Months seen so far for each hit, times the hits that are wanting, and some more: they are not spread evenly.
  const wanting = sql`ceil(1.3 * (l.newest - s.upto) * (${bound}::int4 - s.got) / nullif(s.got, 0))`
  return sql`${of} (newest, oldest, upto, width, got, hits) as (
    select n.newest, n.oldest, n.newest, 1, 0, '{}'::tid[]
    from (select ${newest} as newest, ${oldest} as oldest) as n
    union all
    select l.newest, l.oldest, s.upto,
      case when s.upto - l.oldest < ${worthwhile}::int4 * ${wanting} then null else ${wanting}::int4 end,
      s.got, s.hits
    from ${of} as l
    cross join lateral (
      select coalesce(array_agg(h.place), '{}') as hits, l.got + count(h.place)::int4 as got,
        coalesce(l.upto - l.width, -1) as upto
      from (
        select d.ctid as place from search_entry as d
        where d.words @@ (${within}::text || coalesce(${monthsBetween}, ''))::tsquery
          and ${month('d.')} <= l.upto and ${also}
        order by ${newestFirst('d.')} limit ${bound}::int4 - l.got
      ) as h
    ) as s
    where l.got < ${bound}::int4 and l.upto >= 0
  )`
}

/** The words of so many months back, whole years by their own; null of all that is left. */
const monthsBetween = sql`(
  select ' & (' || string_agg(y.words, ' | ') || ')' from (
    select case count(*) when 12 then '''@y' || m / 12 || '''' else string_agg('''@m' || m || '''', ' | ') end as words
    from generate_series(l.upto - l.width + 1, l.upto) as m group by m / 12
  ) as y
)`

/** The entries that were found, as `d`. */
export const entriesOf = (name: string): Condition =>
  sql`${sql.id(name)} as l cross join lateral unnest(l.hits) as h(place) join search_entry as d on d.ctid = h.place`
