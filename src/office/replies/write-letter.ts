/**
 * A letter made out within a unit of work: its number taken, its text composed and sealed, its digest put in the log.
 * Either all of it is kept or, where the caller abandons the unit, nothing, the number included.
 */
import type { Calendar } from '../../law/calendar.ts'
import { type Day, yearOf } from '../../law/day.ts'
import { type Letter, oneLine } from '../../writer/letter.ts'
import { hasFailed } from '../handling/all-or-nothing.ts'
import { type Handled, type HandlingContext, handleWithin } from '../handling/handle-request.ts'
import { compose, type LetterContext } from '../letters/compose.ts'
import type { Recipient } from '../letters/definition.ts'
import type { Facts } from '../letters/facts.ts'
import { type FactsFor, type LetterKind, letters } from '../letters/letters.ts'
import { checkScheme, formatNumber, seriesOf } from '../letters/number.ts'
import type { Problem } from '../letters/problem.ts'
import type { Act, CaseId, Conflict, OrganId, Unit } from '../ports.ts'
import { type Actor, may, type Refusal } from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'
import { type LetterHouse, letterHouseOf } from './letter-organ.ts'
import type { Party } from './party.ts'
import { digestOf, sealLetter, type TakenNumber } from './sealed-letter.ts'

/** Who acts on which request, and when. */
export interface Acting {
  readonly organ: OrganId
  readonly request: CaseId
  /** Its kind of organ is taken from the row of the organ all the same. */
  readonly context: HandlingContext
  /** Moment of recording, ISO 8601. */
  readonly at: Act['at']
  /** Version of the request the caller has seen; another version now is a conflict, not a lost update. */
  readonly seen?: number
}

/** A letter cannot be written; told all at once. Nothing is kept, no number is spent. */
export interface Unwritten {
  readonly failure: 'unwritten'
  readonly problems: readonly Problem[]
}

export const unwritten = (problems: readonly Problem[]): Unwritten => ({ failure: 'unwritten', problems })

/** A letter as it was made out. */
export interface IssuedLetter {
  /** Id of the vault. */
  readonly letterId: string
  readonly kind: LetterKind
  readonly letterNo: string
  readonly to: Recipient
  readonly letter: Letter
}

/** One unit of work in which letters are written. */
export interface Desk {
  readonly unit: Unit
  readonly house: LetterHouse
  readonly calendar: Calendar
  readonly acting: Acting
}

/** What is to be written, and to whom. */
export interface LetterOrder {
  readonly kind: LetterKind
  readonly facts: Facts
  /** Null where nobody is known to write to: the letter then lacks its addressee. */
  readonly to: Party | null
  /** 成文日期. */
  readonly date: Day
  readonly more?: Pick<LetterContext, 'attachments' | 'copies' | 'applicantName'>
}

/** Opens a desk in the unit; the kind of the organ is what its row says. */
export async function deskIn(unit: Unit, acting: Acting, calendar: Calendar): Promise<Desk> {
  const house = await letterHouseOf(unit)
  const context = { ...acting.context, organ: house.organ.kind }
  return { unit, house, calendar, acting: { ...acting, context } }
}

/** Takes the next number for a letter of that kind and day, or says what keeps numbers from being given. */
export async function takeNumber(
  { unit, house: { scheme }, acting }: Desk,
  kind: LetterKind,
  date: Day,
): Promise<TakenNumber | Unwritten> {
  const problems = checkScheme(scheme)
  if (problems.length > 0) return unwritten(problems)
  const series = { kind: seriesOf(scheme, kind), year: yearOf(date) }
  const number = await unit.numbers.next(series, streamOfRequest(acting.request), acting.at)
  const letterNo = formatNumber(scheme, kind, series.year, number)
  // A scheme without problems formats every whole number.
  return typeof letterNo === 'string' ? { series, number, letterNo } : unwritten(letterNo)
}

/** The letter, its number left open where none is given, or all that keeps it from being written. Pure. */
export function writeLetter(
  { organ, scheme, template }: LetterHouse,
  { kind, facts, to, date, more }: LetterOrder,
  letterNo: string | null,
): Letter | Unwritten {
  const number = letterNo ?? formatNumber(scheme, kind, yearOf(date), null)
  if (typeof number !== 'string') return unwritten(number)
  const text = template(kind)
  const written = compose(kind, facts as FactsFor<typeof kind>, organ, {
    number,
    date,
    addressee: to?.addressee ?? { name: '', person: false },
    // Told wherever there is such a channel: by which way the letter will be served is not known yet.
    servedOnline: oneLine(organ.onlineReview ?? '') !== '',
    ...(text !== undefined && { template: text }),
    ...more,
  })
  return 'paragraphs' in written ? written : unwritten(written)
}

/** A letter to be made out: sealed under the id, with the number that was taken for it or else the next. */
export interface Outgoing {
  readonly letterId: string
  readonly order: LetterOrder
  readonly taken?: TakenNumber
}

/** The request after its letters were made out, and the letters in the order in which they were asked for. */
export type Issued = Handled & { readonly letters: readonly IssuedLetter[] }

/** Makes out letters, one at least; the caller abandons the unit where one fails. */
export async function issueLetters(
  desk: Desk,
  outgoing: readonly [Outgoing, ...Outgoing[]],
): Promise<Issued | Refusal | Conflict | Unwritten> {
  const letters: IssuedLetter[] = []
  const problems: Problem[] = []
  let last: Handled | null = null
  for (const each of outgoing) {
    const outcome = await issueOne(desk, each)
    if ('problems' in outcome) problems.push(...outcome.problems)
    else if (hasFailed(outcome)) return outcome
    else {
      letters.push(outcome.issued)
      last = outcome.handled
    }
  }
  return last === null || problems.length > 0 ? unwritten(distinct(problems)) : { ...last, letters }
}

interface Made {
  readonly handled: Handled
  readonly issued: IssuedLetter
}

/** Composed, sealed under its id, its digest put in the log. */
async function issueOne(
  desk: Desk,
  { letterId, order, taken }: Outgoing,
): Promise<Made | Refusal | Conflict | Unwritten> {
  const { unit, house, calendar, acting } = desk
  const { kind } = order
  const number = taken ?? (await takeNumber(desk, kind, order.date))
  if ('failure' in number) return number
  const letter = writeLetter(house, order, number.letterNo)
  if ('failure' in letter) return letter
  const { letterNo } = number
  const { to } = letters[kind]
  await sealLetter(unit, letterId, letter, number, acting.at)
  const { organ, request, at } = acting
  const handled = await handleWithin(
    unit,
    {
      organ,
      request,
      action: 'issueLetter',
      command: { letter: letterId, kind, letterNo, digest: digestOf(letter), to },
      context: { ...acting.context, actor: issuerFor(acting.context.actor) },
      at,
    },
    calendar,
  )
  return hasFailed(handled) ? handled : { handled, issued: { letterId, kind, letterNo, to, letter } }
}

/** What an applicant does from outside is answered by a letter that the system makes out. */
function issuerFor(actor: Actor): Actor {
  return may(actor.role, 'issueLetter', actor.scope)
    ? actor
    : { id: 'system', role: 'system', scope: 'organ' }
}

/** What is wrong with the organ is wrong with each of its letters, and told once. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((each) => [`${each.name} ${each.message}`, each])).values(),
]
