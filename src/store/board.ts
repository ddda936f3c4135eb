import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import { type Day, dayOf } from '../law/day.ts'
import type {
  Board,
  CaseFilter,
  CaseLook,
  CaseRow,
  DayRange,
  DisputeStanding,
  DisputeTally,
  OrganId,
  Page,
  PageRequest,
  ReportedTally,
  Spans,
  Tally,
  TallyKey,
} from '../office/ports.ts'
import { fromRow } from './case-rows.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import type { RequestCaseTable, Schema } from './schema.ts'

type Condition = RawBuilder<unknown>

/** What was moved on was never received, and came in on the day it was closed: as `standingOf` has it. */
const cameOn = sql`(case when c.matter is null then c.received_on else c.closed_on end)`

const expressionOf: Readonly<Record<TallyKey, Condition>> = {
  organ: sql`c.organ`,
  status: sql`c.status`,
  channel: sql`c.channel`,
  variant: sql`c.variant`,
  applicantKind: sql`c.applicant_kind`,
  disposition: sql`c.disposition`,
  matter: sql`c.matter`,
  receivedIn: sql`extract(year from ${cameOn})::int4`,
  closedIn: sql`extract(year from c.closed_on)::int4`,
  receivedInMonth: sql`to_char(${cameOn}, 'YYYY-MM')`,
  closedInMonth: sql`to_char(c.closed_on, 'YYYY-MM')`,
}

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
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from request_case as c
      where c.organ = any(${organs}::text[]) and ${all(dueConditions(range))}`.execute(this.#db())
    return rows[0]!.count
  }

  async tally<Key extends TallyKey>(filter: CaseFilter, by: readonly Key[]): Promise<readonly Tally<Key>[]> {
    await this.#flush()
    const keys = by.map((key) => sql`${expressionOf[key]} as ${sql.id(key)}`)
    const groups = by.map((key) => expressionOf[key])
    const grouping = by.length === 0 ? sql`` : sql`group by ${sql.join(groups)}`
    const { rows } = await sql<Tally<Key>>`
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
    const { rows } = await sql<ReportedTally>`
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
    const { rows } = await sql<DisputeTally>`
      select c.organ, ${sql.join(keys)}, count(*) as count
      from request_case as c cross join lateral jsonb_array_elements(c.more -> 'disputes') as d
      where c.organ = any(${organs}::text[]) and ${all(conditionsOf({ disputed: true }))}
        and d ->> 'filedOn' <= ${to} and (d #>> '{decided,on}' is null or d #>> '{decided,on}' >= ${from})
      group by 1, 2, 3, 4, 5, 6, 7`.execute(this.#db())
    return rows
  }

  async counts<Name extends string>(
    organs: readonly OrganId[],
    looks: Readonly<Record<Name, CaseLook>>,
  ): Promise<readonly ({ readonly organ: OrganId } & Readonly<Record<Name, number>>)[]> {
    await this.#flush()
    const names = Object.keys(looks) as Name[]
    if (names.length === 0) return []
    // Each by itself, so that each has the index that serves it.
    const parts = names.map(
      (name) => sql`
        select c.organ, ${name}::text as name, count(*) as count from request_case as c
        where c.organ = any(${organs}::text[]) and ${all(conditionsOf(looks[name]))} group by c.organ`,
    )
    const { rows } = await sql<{ organ: OrganId; name: Name; count: number }>`${sql.join(
      parts,
      sql` union all `,
    )}`.execute(this.#db())
    const none = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
    const found = new Map<OrganId, { readonly organ: OrganId } & Record<Name, number>>()
    for (const { organ, name, count } of rows) {
      const row = found.get(organ) ?? { organ, ...none }
      found.set(organ, { ...row, [name]: count })
    }
    return [...found.values()]
  }

  async spans(filter: CaseFilter): Promise<readonly Spans[]> {
    await this.#flush()
    const { rows } = await sql<Spans>`
      select c.organ, count(*) as count,
        percentile_disc(0.5) within group (order by c.took) as median,
        percentile_disc(0.9) within group (order by c.took) as ninetieth
      from request_case as c
      where c.organ = any(${filter.organs}::text[]) and ${all([sql`c.took is not null`, ...conditionsOf(filter)])}
      group by grouping sets ((c.organ), ())`.execute(this.#db())
    return rows
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

/**
 * Not a test request. Which are is known to the records of whoever supervises alone; the question is asked once for a
 * query, and what it finds is looked up by hash.
 */
const noTest = sql`c.id not in (select s.id from supervision_record as s where s.kind = 'mock')`

function conditionsOf(filter: CaseLook): readonly Condition[] {
  const { openAt, open, status, handler, applicant, applicants, channel, applicantKind } = filter
  const { variant, disposition, disputed, mentioned, numbered, ids, received, closed, reported } = filter
  const { counted, came, due, answered, late, disputeFiled, disputeDecided, tests } = filter
  return [
    tests !== 'too' && noTest,
    // Said of the sort key as well, which an index serves.
    came &&
      sql`((c.matter is null and c.sort_on between ${came.from}::date and ${came.to}::date)
        or (c.matter is not null and c.closed_on between ${came.from}::date and ${came.to}::date))`,
    counted && sql`c.variant = 'disclosure' and (c.received_on is not null or c.matter is not null)`,
    ...(due ? dueConditions(due) : []),
    answered && sql`c.answered_on between ${answered.from}::date and ${answered.to}::date`,
    late !== undefined && sql`coalesce(c.answered_on > c.due, false) = ${late}::bool`,
    disputeFiled && disputesWith(sql`d ->> 'filedOn' between ${disputeFiled.from} and ${disputeFiled.to}`),
    disputeDecided &&
      disputesWith(sql`d #>> '{decided,on}' between ${disputeDecided.from} and ${disputeDecided.to}
        and (d #>> '{decided,result}' <> 'upheld' or not ${disputeDecided.notUpheld ?? false}::bool)`),
    openAt &&
      sql`c.received_on <= ${openAt}::date and (c.closed_on is null or c.closed_on > ${openAt}::date)`,
    open === true && sql`c.closed_on is null`,
    open === false && sql`c.closed_on is not null`,
    // One status by equality: only then does its index give the rows in order.
    status && (status.length === 1 ? sql`c.status = ${status[0]}` : sql`c.status = any(${status}::text[])`),
    handler === null && sql`c.handler is null`,
    typeof handler === 'string' && sql`c.handler = ${handler}`,
    ids && sql`c.id = any(${ids}::text[])`,
    // A number is short and an organ's cases are read from its own index: no other one is worth its writes.
    numbered !== undefined && sql`position(${numbered}::text in c.number) > 0`,
    applicant !== undefined && sql`c.applicant = ${applicant}`,
    applicants && sql`c.applicant = any(${applicants}::text[])`,
    // In the words of its partial index.
    disputed && sql`c.more -> 'disputes' is not null`,
    mentioned && sql`c.more -> 'mentioned' is not null`,
    mentioned && sql`c.more -> 'mentioned' @> to_jsonb(${mentioned}::text)`,
    channel && sql`c.channel = any(${channel}::text[])`,
    variant && sql`c.variant = any(${variant}::text[])`,
    applicantKind && sql`c.applicant_kind = any(${applicantKind}::text[])`,
    disposition && sql`c.disposition = any(${disposition}::text[])`,
    // By the sort key, which is the day of receipt where there is one: the list's own index then serves it.
    received && sql`c.sort_on between ${received.from}::date and ${received.to}::date`,
    closed && sql`c.closed_on between ${closed.from}::date and ${closed.to}::date`,
    reported &&
      sql`${cameOn} <= ${reported.to}::date and (c.closed_on is null or c.closed_on >= ${reported.from}::date)`,
  ].filter((condition): condition is Condition => Boolean(condition))
}

/** A dispute of which that is true, among those in which the organ's own act is at issue. */
const disputesWith = (condition: Condition): Condition =>
  sql`c.more -> 'disputes' is not null and exists (
    select from jsonb_array_elements(c.more -> 'disputes') as d
    where d ->> 'standing' = 'originalOrgan' and ${condition})`

function dueConditions({ from, to }: Partial<DayRange>): readonly Condition[] {
  return [
    // A bound implies it; said as well, it makes the planner expect few rows and sort them all.
    !from && !to && sql`c.open_due is not null`,
    from && sql`c.open_due >= ${from}::date`,
    to && sql`c.open_due <= ${to}::date`,
  ].filter((condition): condition is Condition => Boolean(condition))
}

function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** The bound on the first column alone is what the index can use; the comparison of all three is what is meant. */
function beyond(column: Condition, direction: 'asc' | 'desc', [day, organ, id]: Cursor<Day>): Condition[] {
  const bound = direction === 'asc' ? sql`>=` : sql`<=`
  const strictly = direction === 'asc' ? sql`>` : sql`<`
  return [
    sql`${column} ${bound} ${day}::date`,
    sql`(${column}, c.organ, c.id) ${strictly} (${day}::date, ${organ}::text, ${id}::text)`,
  ]
}
