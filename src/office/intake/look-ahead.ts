/**
 * What the office would be told of an application that is still being typed in: the day of receipt and of the answer,
 * what is wanting, what is like it, what is public already. Nothing is recorded and nobody's file is opened for it to
 * be read: of earlier requests only number, stage and days are told.
 */
import type { Calendar } from '../../law/calendar.ts'
import type { Day } from '../../law/day.ts'
import { type Arrival, type Receipt, receiptOf } from '../../law/receipt.ts'
import { type ApplicantInput, applicantOf } from '../applicants/applicant.ts'
import type { OrganDetails } from '../organs/organ.ts'
import type { PublishedItem, Unit } from '../ports.ts'
import { deflect } from '../published/deflect.ts'
import { clockOf, emptyRequest, fold } from '../requests/index.ts'
import { type ContentInput, contentOf } from './content.ts'
import { duplicatesOf } from './duplicates.ts'
import { recordsLike } from './find-applicant.ts'
import type { IntakeHints } from './hints-of-request.ts'
import { intakeNotes, type Warning } from './intake-notes.ts'
import { triageHint } from './triage-hint.ts'

export interface Typed {
  readonly arrival: Arrival
  readonly applicant: ApplicantInput
  readonly content: ContentInput
  /** The civil day on which it is typed. */
  readonly today: Day
}

export interface Ahead extends IntakeHints {
  readonly receipt: Receipt
  /** The day of the answer, were it registered so; null while the clock would not run. */
  readonly due: Day | null
  readonly dueFirm: boolean
  /** Such as a channel that the guide does not open. */
  readonly notes: readonly Warning[]
  readonly published: readonly PublishedItem[]
}

export async function lookAhead(unit: Unit, typed: Typed, calendar: Calendar): Promise<Ahead> {
  const { arrival, today } = typed
  const { applicant, shortcomings } = applicantOf(typed.applicant, today)
  const { content, shortcomings: wanting } = contentOf(typed.content)
  const wish = [content.title, content.docNo, content.features].filter((part) => part !== null).join(' ')
  const row = await unit.organs.get(unit.organ)
  const { channels = [] } = (row?.details ?? {}) as Partial<OrganDetails>
  const receipt = receiptOf(arrival)
  const { due, firm } = dueAfter(receipt, content.variant, calendar, today)
  return {
    receipt,
    due,
    dueFirm: firm,
    notes: intakeNotes({ channels }, arrival.channel, null),
    shortcomings: [...shortcomings, ...wanting],
    duplicates: await duplicatesOf(unit, {
      applicants: await recordsLike(unit, applicant),
      wish: content,
      except: '',
    }),
    triage: triageHint(content),
    published: wish === '' ? [] : await deflect(unit, [unit.organ], wish),
  }
}

/** By the same clock that runs once it is registered. */
function dueAfter(
  { received, basis }: Receipt,
  variant: 'disclosure' | 'recordCorrection',
  calendar: Calendar,
  today: Day,
) {
  if (received === null || basis === 'unconfirmed' || variant === 'recordCorrection')
    return { due: null, firm: true }
  const event = { kind: 'received', on: received, data: { basis }, actor: 'system' } as const
  return clockOf(fold([event], { ...emptyRequest, variant }), calendar, today)
}
