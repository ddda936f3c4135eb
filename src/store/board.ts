import { isDeepStrictEqual } from 'node:util'
import { type Kysely, type Selectable, sql } from 'kysely'
import { type Day, dayOf } from '../law/day.ts'
import type {
  Board,
  CaseFilter,
  CaseRow,
  CountedLook,
  Counts,
  DayRange,
  DisputeStanding,
  DisputeTally,
  OrganId,
  Pace,
  Page,
  PageRequest,
  ReportedTally,
  Tally,
  TallyKey,
} from '../office/ports.ts'
import { all, askedOf, cameOn, conditionsOf, dueConditions, expressionOf } from './case-conditions.ts'
import { fromRow } from './case-rows.ts'
import type { Condition } from './condition.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { planFor } from './plan-anew.ts'
import type { RequestCaseTable, Schema } from './schema.ts'

const dayRangeOf = (year: number): DayRange => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) })

/** As `disputeStandingOf` has it; every key of it stands here, for they are what is grouped by. */
const ofDispute: Readonly<Record<keyof DisputeStanding, Condition>> = {
  standing: sql`d ->> 'standing'`,
  dispute: sql`d ->> 'dispute'`,
  afterReconsideration: sql`d ->> 'after' is not null`,
  filedIn: sql`substr(d ->> 'filedOn', 1, 4)::int4`,
  decidedIn: sql`substr(d #>> '{decided,on}', 1, 4)::int4`,
  result: sql`d -> 'decided' ->> 'result'`,
}

/**
 * Lists over several organs take the first rows of each from its index and merge them: the cost is organs times
 * the page, however many cases there are.
 */
export class CaseBoard implements Board {
  readonly #db: () => Kysely<Schema>
  readonly #flush: () => Promise<void>

  /** `flush`: writes what the unit of work, if there is one, still has in memory. */
  constructor(db: () => Kysely<Schema>, flush: () => Promise<void> = async () => {}) {
    this.#db = db
    this.#flush = flush
  }

  list(filter: CaseFilter, page: PageRequest): Promise<Page<CaseRow>> {
    const conditions = conditionsOf(filter)
    return this.#page(filter.organs, conditions, 'sort_on', 'desc', page)
  }

  byDue(organs: readonly OrganId[], range: Partial<DayRange>, page: PageRequest): Promise<Page<CaseRow>> {
    return this.#page(organs, dueConditions(range), 'open_due', 'asc', page)
  }

  async countByDue(organs: readonly OrganId[], range: Partial<DayRange>): Promise<number> {
    await this.#flush()
    const { rows } = await sql<{ count: number }>`${planFor(organs)}
      select count(*) as count from request_case as c
      where c.organ = any(${organs}::text[]) and ${all(dueConditions(range))}`.execute(this.#db())
    return rows[0]!.count
  }

  async tally<Key extends TallyKey>(filter: CaseFilter, by: readonly Key[]): Promise<readonly Tally<Key>[]> {
    await this.#flush()
    const keys = by.map((key) => sql`${expressionOf[key]} as ${sql.id(key)}`)
    const groups = by.map((key) => expressionOf[key])
    const grouping = by.length === 0 ? sql`` : sql`group by ${sql.join(groups)}`
    const { rows } = await sql<Tally<Key>>`${planFor(filter.organs)}
      select ${sql.join([...keys, sql`count(*) as count`])} from request_case as c
      where c.organ = any(${filter.organs}::text[]) and ${all(conditionsOf(filter))} ${grouping}`.execute(
      this.#db(),
    )
    return inOrder(rows, by)
  }

  async tallyReported(organs: readonly OrganId[], year: number): Promise<readonly ReportedTally[]> {
    await this.#flush()
    const { from, to } = dayRangeOf(year)
    const [isNew, hasEnded] = [sql`${cameOn} >= ${from}::date`, sql`c.closed_on <= ${to}::date`]
    // Counted four ways at once rather than grouped by the years, which would make three times as many groups; alike
    // counts are made once.
    const [fresh, ended, both] = [isNew, hasEnded, sql`${isNew} and ${hasEnded}`].map(
      (what) => sql`count(*) filter (where ${what})`,
    )
    const { rows } = await sql<ReportedTally>`${planFor(organs)}
      select c.organ, c.applicant_kind as "applicantKind", c.matter, c.disposition,
        ${ended} - ${both} as "keptEnded", count(*) - ${fresh} - ${ended} + ${both} as "keptOpen",
        ${both} as "newEnded", ${fresh} - ${both} as "newOpen"
      from request_case as c
      where c.organ = any(${organs}::text[])
        and ${all(conditionsOf({ reported: { from, to }, variant: ['disclosure'] }))}
      group by 1, 2, 3, 4`.execute(this.#db())
    return rows
  }

  async tallyDisputes(organs: readonly OrganId[], year: number): Promise<readonly DisputeTally[]> {
    await this.#flush()
    const { from, to } = dayRangeOf(year)
    const keys = Object.entries(ofDispute).map(([key, value]) => sql`${value} as ${sql.id(key)}`)
    const { rows } = await sql<DisputeTally>`${planFor(organs)}
      select c.organ, ${sql.join(keys)}, count(*) as count
      from request_case as c cross join lateral jsonb_array_elements(c.more -> 'disputes') as d
      where c.organ = any(${organs}::text[]) and ${all(conditionsOf({ disputed: true }))}
        and d ->> 'filedOn' <= ${to} and (d #>> '{decided,on}' is null or d #>> '{decided,on}' >= ${from})
      group by 1, 2, 3, 4, 5, 6, 7`.execute(this.#db())
    return rows
  }

  async counts<Name extends string, Ways extends Readonly<Record<string, readonly TallyKey[]>>>(
    organs: readonly OrganId[],
    looks: Readonly<Record<Name, CountedLook>>,
    ways: Ways,
  ): Promise<{ readonly [Way in keyof Ways]: readonly Counts<Name, Ways[Way][number]>[] }> {
    await this.#flush()
    const { shared, own } = apart(looks)
    const keys = [...new Set(Object.values(ways).flat())]
    const values = (of: readonly TallyKey[]) => sql.join(of.map((key) => expressionOf[key]))
    const counts = namesOf(looks).map((name) => sql`count(*) ${where(own[name])} as ${sql.id(name)}`)
    const { rows } = await sql<Counts<Name, TallyKey> & { readonly left: number }>`${planFor(organs)}
      select ${sql.join(keys.map((key) => sql`${expressionOf[key]} as ${sql.id(key)}`))},
        grouping(${values(keys)}) as left, ${sql.join(counts)}
      from request_case as c
      where c.organ = any(${organs}::text[]) and ${all(conditionsOf(shared))}
      group by grouping sets (${sql.join(Object.values(ways).map((way) => sql`(${values(way)})`))})`.execute(
      this.#db(),
    )
    // A row says by a bit for each key, the first the highest, which keys it was not grouped by.
    const leftBy = (way: readonly TallyKey[]) =>
      keys.reduce((bits, key) => bits * 2 + (way.includes(key) ? 0 : 1), 0)
    return mapped(ways, (way) => {
      const left = leftBy(way)
      return rows.filter((row) => row.left === left)
    }) as { readonly [Way in keyof Ways]: readonly Counts<Name, Ways[Way][number]>[] }
  }

  async paces<Name extends string>(
    organs: readonly OrganId[],
    looks: Readonly<Record<Name, CountedLook>>,
  ): Promise<ReadonlyMap<OrganId | null, Readonly<Record<Name, Pace>>>> {
    await this.#flush()
    const { shared, own } = apart(looks)
    const shares = namesOf(looks).map(
      (name) => sql`percentile_disc(array[0.5, 0.9]) within group (order by c.took) ${where(own[name])}
        as ${sql.id(name)}`,
    )
    const { rows } = await sql<
      { readonly of: OrganId | null } & Readonly<Record<Name, readonly [number, number] | null>>
    >`${planFor(organs)}
      select c.organ as of, ${sql.join(shares)} from request_case as c
      where c.organ = any(${organs}::text[]) and c.took is not null and ${all(conditionsOf(shared))}
      group by grouping sets ((c.organ), ())`.execute(this.#db())
    const paceOf = (days: readonly [number, number] | null): Pace => ({
      median: days?.[0] ?? null,
      ninetieth: days?.[1] ?? null,
    })
    return new Map(rows.map((row) => [row.of, mapped(looks, (_, name) => paceOf(row[name]))]))
  }

  async #page(
    organs: readonly OrganId[],
    conditions: readonly Condition[],
    key: 'sort_on' | 'open_due',
    direction: 'asc' | 'desc',
    { limit, after }: PageRequest,
  ): Promise<Page<CaseRow>> {
    await this.#flush()
    const column = sql.ref(`c.${key}`)
    const way = sql.raw(direction)
    const behind = after === undefined ? [] : beyond(column, direction, readCursor(after))
    // One more than asked tells whether there is a next page.
    const { rows } = await sql<Selectable<RequestCaseTable>>`
      select c.* from (select unnest(${organs}::text[]) collate "C" as organ) as o
      cross join lateral (
        select c.* from request_case as c
        where c.organ = o.organ and ${all([...conditions, ...behind])}
        order by ${column} ${way}, c.id ${way} limit ${limit + 1}::int8
      ) as c
      order by ${column} ${way}, c.organ ${way}, c.id ${way} limit ${limit + 1}::int8`.execute(this.#db())
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const more = rows.length > limit && last !== undefined
    return {
      rows: shown.map(fromRow),
      next: more ? writeCursor([last[key]!, last.organ, last.id]) : null,
    }
  }
}

/**
 * Groups in the order of their keys, nulls last. Told to order them, the database would sort the cases before it counts
 * them, by the rules of a language: twelve times the time of counting them unsorted.
 */
function inOrder<Key extends string, Row extends object>(
  rows: readonly (Row & { readonly [K in Key]?: unknown })[],
  by: readonly Key[],
): readonly Row[] {
  const compare = (a: unknown, b: unknown): number =>
    a === b ? 0 : a === null ? 1 : b === null ? -1 : (a as string) < (b as string) ? -1 : 1
  return rows.toSorted((a, b) => {
    for (const key of by) {
      const order = compare(a[key], b[key])
      if (order !== 0) return order
    }
    return 0
  })
}

/** What all filters ask alike, which the pass over the cases asks once, and what each asks beside it. */
function apart<Name extends string>(looks: Readonly<Record<Name, CountedLook>>) {
  const all: readonly CountedLook[] = Object.values(looks)
  const part = (look: CountedLook, alike: boolean): CountedLook =>
    Object.fromEntries(
      Object.entries(look).filter(
        ([key, value]) =>
          all.every((each) => isDeepStrictEqual(each[key as keyof CountedLook], value)) === alike,
      ),
    )
  return { shared: part(all[0] ?? {}, true), own: mapped(looks, (look) => part(look, false)) }
}

const where = (look: CountedLook): Condition => sql`filter (where ${all(askedOf(look))})`

const namesOf = <Name extends string>(of: Readonly<Record<Name, unknown>>) => Object.keys(of) as Name[]

/** The same names with other values. */
const mapped = <Name extends string, Value, Made>(
  of: Readonly<Record<Name, Value>>,
  make: (value: Value, name: Name) => Made,
) => Object.fromEntries(namesOf(of).map((name) => [name, make(of[name], name)])) as Record<Name, Made>

/** The bound on the first column alone is what the index can use; the comparison of all three is what is meant. */
function beyond(column: Condition, direction: 'asc' | 'desc', [day, organ, id]: Cursor<Day>): Condition[] {
  const bound = direction === 'asc' ? sql`>=` : sql`<=`
  const strictly = direction === 'asc' ? sql`>` : sql`<`
  return [
    sql`${column} ${bound} ${day}::date`,
    sql`(${column}, c.organ, c.id) ${strictly} (${day}::date, ${organ}::text, ${id}::text)`,
  ]
}
