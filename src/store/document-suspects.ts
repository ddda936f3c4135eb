import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../law/day.ts'
import { tellingTitle } from '../office/documents/checks/content-checks.ts'
import { documentClasses } from '../office/documents/classes.ts'
import { firstOfMonth, unreadBefore } from '../office/documents/visits.ts'

/** Classes that are judged with what is bound to them. */
const bound = Object.entries(documentClasses)
  .filter(([key, { interpreted }]) => interpreted || key === 'interpretation')
  .map(([key]) => key)

/** Days within which whatever has to be public is public in time: the least period is of seven working days. */
const shortest = 6

/**
 * Over `document as d`: where a check after publication may find something, so that the thousands in which none can are
 * not read. Wider than the checks, never narrower: a test holds it against them. What only a calendar or another
 * document can tell is left for them to say.
 */
export const suspectOn = (on: Day): RawBuilder<unknown> => sql`(
  (d.published_on is null and coalesce(d.attribute, 'proactive') = 'proactive')
  or d.review_on <= ${on}::date
  or (d.ended_as is null and d.expires_on < ${on}::date)
  or (d.shown = 'whole' and d.class = any(${bound}::text[]))
  or (d.shown = 'whole' and d.class in ('normative', 'policy') and d.ended_as is null and d.expires_on is null
    and d.made_on <= ${on}::date - interval '5 years')
  or (d.ended_as is null and exists (
    select from document_link as l where l.target = d.id and l.relation in ('repeals', 'supersedes')))
  or ${readOn} < greatest(d.made_on, ${signedOn})
  or ${readOn} > coalesce(d.made_on, ${signedOn}) + ${shortest}::int4
  or (d.old_address is null and d.facts @? '$.acts[*] ? (@.on < @.loggedOn)')
  or (d.shown = 'whole' and (
    d.facts -> 'personal' <> '{}'::jsonb
    or (d.facts -> 'missing' <> '[]'::jsonb and d.facts -> 'length' <> '0'::jsonb)
    or d.facts -> 'quotes' <> '[]'::jsonb
    or d.facts -> 'bodyLinks' <> '[]'::jsonb
    or d.title ~ ${tellingTitle}))
  or ${unreadSince(unreadBefore(on))}
)`

/** Public before that day, counted since then, and not opened. */
const unreadSince = (day: Day): RawBuilder<unknown> => sql`(
  d.shown = 'whole' and d.published_on < ${day}::date
  and exists (select from visits_begun as b where b.organ = d.organ and b.on_day <= ${day}::date)
  and not exists (select from document_visit as v
    where v.organ = d.organ and v.document = d.id and v.month >= ${firstOfMonth(day)}::date)
)`

const signedOn = sql`(d.facts ->> 'signedOn')::date`

/** The day on which the version that is read now became public. */
const readOn = sql`coalesce((d.facts ->> 'updatedOn')::date, d.published_on)`
