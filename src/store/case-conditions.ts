/** What filters of cases ask, as SQL over `request_case as c`. */
import { sql } from 'kysely'
import type { CaseLook, CountedLook, DayRange, TallyKey } from '../office/ports.ts'
import type { Condition } from './condition.ts'

/** What was moved on was never received, and came in on the day it was closed: as `standingOf` has it. */
export const cameOn = sql`(case when c.matter is null then c.received_on else c.closed_on end)`

export const expressionOf: Readonly<Record<TallyKey, Condition>> = {
  organ: sql`c.organ`,
  status: sql`c.status`,
  channel: sql`c.channel`,
  variant: sql`c.variant`,
  applicantKind: sql`c.applicant_kind`,
  disposition: sql`c.disposition`,
  matter: sql`c.matter`,
  receivedIn: sql`extract(year from ${cameOn})::int4`,
  closedIn: sql`extract(year from c.closed_on)::int4`,
  cameOn,
  closedOn: sql`c.closed_on`,
}

/**
 * Not a test request. Which are is known to the records of whoever supervises alone (`requestOfMock`): one that was
 * filed online has the id of its case, one that was sent names the case once it was found. The question is asked once
 * for a query, and what it finds is looked up by hash.
 */
const noTest = sql`c.id not in (
  select coalesce(s.facts #>> '{data,request}', s.id) from supervision_record as s where s.kind = 'mock')`

/** What a filter asks of a case, and that it is no test request unless these are asked for too. */
export const conditionsOf = (filter: CaseLook): readonly Condition[] =>
  filter.tests === 'too' ? askedOf(filter) : [noTest, ...askedOf(filter)]

/** What a filter asks of a case, test request or not. */
export function askedOf(filter: CountedLook): readonly Condition[] {
  const { openAt, open, status, handler, applicant, applicants, channel, applicantKind } = filter
  const { variant, disposition, disputed, mentioned, numbered, ids, received, closed, reported } = filter
  const { counted, came, due, answered, late, disputeFiled, disputeDecided } = filter
  const { leftOut, outcome } = filter
  return [
    // Said of the sort key as well, which an index serves.
    came &&
      sql`((c.matter is null and c.sort_on between ${came.from}::date and ${came.to}::date)
        or (c.matter is not null and c.closed_on between ${came.from}::date and ${came.to}::date))`,
    leftOut?.withdrawn && sql`(c.matter is not null or c.disposition is distinct from 'withdrawn')`,
    leftOut &&
      leftOut.matters.length > 0 &&
      sql`(c.matter is null or c.matter <> all(${leftOut.matters}::text[]))`,
    outcome &&
      sql`((c.matter is null and c.disposition = any(${outcome.dispositions}::text[]))
        or c.matter = any(${outcome.matters}::text[]))`,
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

export function dueConditions({ from, to }: Partial<DayRange>): readonly Condition[] {
  return [
    // A bound implies it; said as well, it makes the planner expect few rows and sort them all.
    !from && !to && sql`c.open_due is not null`,
    from && sql`c.open_due >= ${from}::date`,
    to && sql`c.open_due <= ${to}::date`,
  ].filter((condition): condition is Condition => Boolean(condition))
}

export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
