import { type Kysely, sql } from 'kysely'
import type {
  ItemsAsked,
  OrganId,
  PublishedItem,
  Search,
  SearchAsked,
  SearchChoice,
  SearchCounts,
  SearchFound,
} from '../office/ports.ts'
import type { SearchSource } from '../office/search/entry.ts'
import { chosen, headed } from '../office/search/lexemes.ts'
import { type Clauses, ofHeads } from '../office/search/question.ts'
import type { Condition } from './condition.ts'
import { validityCase } from './document-conditions.ts'
import { nameOfSet, valueOfSet } from './grouping-sets.ts'
import type { Schema } from './schema.ts'
import { entriesOf, look, newestFirst } from './search-look.ts'
import { tsqueryOf, tsqueryOfPrefix } from './search-rows.ts'

/** Hits that are looked at, ranked and counted: whoever does not find it among these asks more. */
const most = 2000
/** Texts that are read for a phrase of words that stand in more. */
const mostRead = 5000
/** Hits of which is looked at how near the words stand. */
const ranked = 400
/** Characters of a text that a snippet is taken from. */
const looked = 20_000

/** Queries over the index. `flush` writes what a unit of work still has in memory. */
export class SearchQueries implements Search {
  readonly #db: () => Kysely<Schema>
  readonly #flush: () => Promise<void>

  constructor(db: () => Kysely<Schema>, flush: () => Promise<void> = async () => {}) {
    this.#db = db
    this.#flush = flush
  }

  /**
   * The newest hits, and the newest of those whose title has the words. Texts are read of the page alone, and where a
   * phrase is looked for; words of the hits only where titles do not fill the page.
   */
  async find(asked: SearchAsked): Promise<SearchFound> {
    await this.#flush()
    const { clauses, phrases, whole, choice, order, on, from, limit } = asked
    const bound = phrases.length > 0 ? mostRead : most
    const { year, validity } = choice
    const also = validity === undefined ? sql`true` : sql`${validityCase(on)} = ${validity}::text`
    // What expired by a day of its own was not ended by anybody.
    const ended = validity === 'repealed' || validity === 'superseded' ? validity : undefined
    const some = (name: string, query: Clauses) =>
      look(name, { query: tsqueryOf([...query, ...chosenIn(choice)]), also, year, ended, bound })
    const said = phrases.map(
      (phrase) =>
        sql`(strpos(d.plain_title, ${phrase}::text) > 0 or strpos(coalesce(d.plain_text, d.text), ${phrase}::text) > 0)`,
    )
    const saying = (name: string) => sql`
      select ${hitColumns}, ${validityCase(on)} as validity from ${entriesOf(name)}
      where ${sql.join([sql`true`, ...said], sql` and `)}
      order by ${newestFirst('d.')} limit ${most}::int8`
    const { rows } = await sql<SearchFound>`
      with recursive ${some('bodies', clauses)}, ${some('heads', ofHeads(clauses))},
      body as materialized (${saying('bodies')}),
      head as materialized (${saying('heads')}),
      hit as materialized (
        select *, true as headed from head
        union all select *, false from body as b
          where (b.organ, b.source, b.id) not in (select h.organ, h.source, h.id from head as h)
      ),
      place as (${placed(order, clauses, whole, from + limit)}),
      page as (
        select p.place, d.organ, d.kind, d.id, d.title, d.doc_no as "docNo", d.address,
          d.published_on as "publishedOn", p.validity, d.summary, left(d.text, ${looked}::int4) as text
        from place as p
        join search_entry as d on d.organ = p.organ and d.source = p.source and d.id = p.id
        where p.place > ${from}::int8 and p.place <= ${from + limit}::int8
      ),
      counted as (${counts})
      select (select count(*) from hit) as total,
        (select max(got) from bodies) >= ${bound}::int4 or (select count(*) from body) >= ${most}::int8 as more,
        (select coalesce(json_agg(to_jsonb(page) - 'place' order by place), '[]') from page) as rows,
        (select json_object_agg(name, found) from counted) as counts`.execute(this.#db())
    const { total, more, rows: found, counts: told } = rows[0]!
    return { total, more, rows: found, counts: { ...nothingCounted, ...told } }
  }

  async get(organ: OrganId, source: SearchSource, id: string): Promise<PublishedItem | null> {
    await this.#flush()
    const { rows } = await sql<PublishedItem>`
      select ${itemColumns} from search_entry as d
      where d.organ = ${organ}::text and d.source = ${source}::text and d.id = ${id}::text`.execute(
      this.#db(),
    )
    return rows[0] ?? null
  }

  async items({ clauses, of, prefix, source, organs, limit }: ItemsAsked): Promise<readonly PublishedItem[]> {
    if (organs?.length === 0 || (clauses.length === 0 && prefix === undefined)) return []
    await this.#flush()
    const heads = of === 'heads'
    const query = [
      ...(clauses.length > 0 ? [tsqueryOf(heads ? ofHeads(clauses) : clauses)] : []),
      ...(prefix === undefined ? [] : [tsqueryOfPrefix(heads ? headed(prefix) : prefix)]),
      ...(organs === null ? [] : [tsqueryOf([organs.map(chosen.organ)])]),
    ].join(' & ')
    const ofSource = source === undefined ? sql`true` : sql`d.source = ${source}::text`
    const { rows } = await sql<PublishedItem>`
      with recursive ${look('items', { query, also: ofSource, bound: limit })}
      select ${itemColumns} from ${entriesOf('items')} order by ${newestFirst('d.')} limit ${limit}::int8`.execute(
      this.#db(),
    )
    return rows
  }
}

const itemColumns = sql`d.organ, d.id, d.title, d.doc_no as "docNo", d.address,
  d.published_on as "publishedOn", d.summary`

/** What hits are counted and put in order by, and where their words are. */
const hitColumns = sql`d.organ, d.source, d.id, d.kind, d.plain_title, d.sort_on, d.year, d.theme, d.genre, d.field, d.words`

/** What is chosen, as words that an entry has; years are looked through one by one. */
const chosenIn = ({ organ, kind, theme, genre, field, validity }: SearchChoice): Clauses =>
  Object.entries({ organ, kind, theme, genre, field, validity }).flatMap(([name, value]) =>
    value === undefined ? [] : [[chosen[name as 'organ'](value)]],
  )

/**
 * The hits with their places: titles first, what is in force before what is not, an organ of that name before all, then
 * how many words the title has, and how near the words stand. The latter is read out of line, and of so many only as
 * may come to the front: by the newest, where nothing else tells them apart, and not where titles fill the page.
 */
function placed(order: SearchAsked['order'], clauses: Clauses, whole: string, enough: number): Condition {
  const last = newestFirst('h.')
  const place = (by: Condition) => sql`row_number() over (order by ${by}) as place`
  if (order === 'date') return sql`select h.organ, h.source, h.id, h.validity, ${place(last)} from hit as h`
  const words = clauses.flatMap(([word]) => (word === undefined || /^[#~]/.test(word) ? [] : [word]))
  const titled = sql`(select count(*) from unnest(${words}::text[]) as word where strpos(h.plain_title, word) > 0)`
  // One number to sort by: each line outweighs those after it, and no question has a hundred words.
  const grade = sql`case when h.headed then 0 else 3200 - ${titled} end
    + case when h.validity in ('expired', 'repealed', 'superseded') then 1600 else 0 end
    + case when h.headed and h.source = 'organ' then 0 else 800 end
    + case when h.plain_title = ${whole}::text then 0 else 400 end
    + case when strpos(h.plain_title, ${whole}::text) > 0 then 0 else 200 end`
  const front = Math.max(ranked, enough)
  const near = sql`case when h.headed or (select count(*) from head) >= ${enough}::int8 then 0
    else ts_rank_cd(h.words, ${tsqueryOf(clauses)}::tsquery, 1) end`
  return sql`
    select h.organ, h.source, h.id, h.validity, ${place(sql`h.grade, ${near} desc, h.place`)} from (
      select h.*, ${place(sql`h.grade, ${last}`)}
      from (select h.*, ${grade} as grade from hit as h) as h
      order by h.grade, ${last} limit ${front}::int8
    ) as h`
}

const names = [
  'organ',
  'kind',
  'theme',
  'genre',
  'field',
  'year',
  'validity',
] as const satisfies readonly (keyof SearchChoice)[]
const nothingCounted = Object.fromEntries(names.map((name) => [name, []])) as unknown as SearchCounts

/** How many hits have each value, of all names in one pass. */
const counts = sql`
  select c.name, json_agg(
    json_build_object('value', case c.name when 'year' then to_json(c.value::int4) else to_json(c.value) end,
      'count', c.count) order by c.count desc, c.value
  ) as found
  from (
    select ${nameOfSet(names)} as name, ${valueOfSet(names)} as value, count(*) as count
    from hit group by grouping sets (${sql.join(names.map((name) => sql`(${sql.id(name)})`))})
  ) as c where c.value is not null group by c.name`
