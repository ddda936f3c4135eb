/**
 * What the office needs from outside, in its own words. Time and ids always come in as arguments, so that a use
 * case can be run again and give the same; foreseeable failures are returned, never thrown.
 *
 * An organ is the wall: a unit of work belongs to one organ and sees nothing of another. Only the queries of
 * supervision (`Board`, `Logs`) look over several organs, and they are given the organs by name.
 */
export type * from './ports/cases.ts'
export type * from './ports/documents.ts'
export type * from './ports/events.ts'
export type * from './ports/examined.ts'
export type * from './ports/filings.ts'
export type * from './ports/links.ts'
export type * from './ports/numbers.ts'
export type * from './ports/organs.ts'
export type * from './ports/outbox.ts'
export type * from './ports/records.ts'
export type * from './ports/sealed.ts'
export type * from './ports/search.ts'
export type * from './ports/settings.ts'
export type * from './ports/staff.ts'
export type * from './ports/unit.ts'
export type * from './ports/views.ts'
export type * from './ports/visits.ts'
