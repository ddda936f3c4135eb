/**
 * 拟稿: an officer gives the ending and the facts of the letter; the draft in the log follows from them, the reply is
 * sealed beside it, and the letter as it will read comes back with its number left open.
 */

import type { Calendar } from '../../law/calendar.ts'
import type { Letter } from '../../writer/letter.ts'
import { allOrNothing } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { type Handled, handleWithin } from '../handling/handle-request.ts'
import type { Problem } from '../letters/problem.ts'
import type { Conflict, Office, Unit } from '../ports.ts'
import type { Refusal } from '../requests/index.ts'
import { guarded, openCase } from './case-file.ts'
import { draftCommandOf, type Reply, replyEntry } from './reply.ts'
import { orderOfReply } from './reply-order.ts'
import { type Acting, deskIn, writeLetter } from './write-letter.ts'

export interface DraftReply extends Acting {
  readonly reply: Reply
}

/** The request after the draft, and the letter as it will read if it is signed today. */
export type Drafted = Handled & { readonly preview: Letter }

/** All that stands against the reply, at once: of the step, and of the letter. */
export interface Undrafted {
  readonly failure: 'undrafted'
  /** Why the step is not open or the decision cannot stand on what is on file. */
  readonly refusal: Refusal | null
  /** What keeps the letter from being written. */
  readonly problems: readonly Problem[]
  /** The letter, where nothing keeps it from being written. */
  readonly preview: Letter | null
}

/** Drafts a reply: all of it is kept, or nothing. */
export async function draftReply(office: Office, draft: DraftReply): Promise<Drafted | Undrafted | Conflict> {
  const calendar = await calendarOf(office, draft.organ)
  return allOrNothing(office, draft.organ, (unit) => draftWithin(unit, draft, calendar))
}

/** What `draftReply` would say, and keeps nothing: for a form that is being filled in. */
export async function previewReply(
  office: Office,
  draft: DraftReply,
): Promise<Drafted | Undrafted | Conflict> {
  const calendar = await calendarOf(office, draft.organ)
  return office.inTransaction(draft.organ, (unit) => {
    unit.abandon()
    return draftWithin(unit, draft, calendar)
  })
}

async function draftWithin(
  unit: Unit,
  draft: DraftReply,
  calendar: Calendar,
): Promise<Drafted | Undrafted | Conflict> {
  const { reply, ...acting } = draft
  const desk = await deskIn(unit, acting, calendar)
  const { request, at, context } = desk.acting
  const file = await openCase(unit, request, context, calendar)
  const { order, problems: missing } = await orderOfReply(unit, file, reply, context.today)
  const written = writeLetter(desk.house, order, null)
  const [preview, problems] = 'failure' in written ? [null, written.problems] : [written, []]

  const done = await handleWithin(
    unit,
    {
      seen: file.state.version,
      ...desk.acting,
      action: 'draft',
      command: draftCommandOf(reply, order.facts),
      context: await guarded(unit, file, context),
    },
    calendar,
  )
  if ('failure' in done) return done
  // Whoever may not write it may not read it either.
  if (done.refused && done.code === 'notPermitted')
    return { failure: 'undrafted', refusal: done, problems: [], preview: null }
  if (done.refused || preview === null || missing.length > 0) {
    const refusal = done.refused ? done : null
    return { failure: 'undrafted', refusal, problems: [...missing, ...problems], preview }
  }
  const erased = await unit.vault.put(replyEntry(request, reply), at)
  if (erased !== null) throw new Error('The sealed reply was erased and cannot be drafted anew')
  return { ...done, preview }
}
