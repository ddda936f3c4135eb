/**
 * 登记: an application comes in. Applicant, wish, tracking secret and files are sealed, the number is taken, the
 * request is received by the day of its channel: all in one transaction, or nothing. What is wanting in it, what is
 * like it and what it perhaps is instead comes back as hints; none of them keeps it out (条例§30, 接收渠道函).
 */

import type { Shortcoming } from '../../law/application.ts'
import type { Calendar } from '../../law/calendar.ts'
import type { Clock } from '../../law/clock.ts'
import { type Day, yearOf } from '../../law/day.ts'
import { type Receipt, receiptOf } from '../../law/receipt.ts'
import { type ApplicantInput, applicantOf } from '../applicants/applicant.ts'
import { allOrNothing, hasFailed } from '../handling/all-or-nothing.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { handleWithin } from '../handling/handle-request.ts'
import { notifyApplicant } from '../messages/notify.ts'
import type { OrganDetails } from '../organs/organ.ts'
import { type InspectedPaper, inspectPapers, isRefused, type PaperRefusal } from '../papers/inspect-papers.ts'
import { keepPapersWithin } from '../papers/keep-paper.ts'
import type { CaseId, Conflict, Office, Unit } from '../ports.ts'
import type { CommandOf, PaperPurpose, Refusal } from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'
import { trackingEntry } from '../tracking/tracking-key.ts'
import { applicationEntry, type Posting } from './application.ts'
import { faultOf, personalReason } from './check-submission.ts'
import { contentOf, tidyText } from './content.ts'
import { type Duplicate, duplicatesOf, wishOf } from './duplicates.ts'
import { findOrMakeApplicant } from './find-applicant.ts'
import { intakeNotes, noteWithin, type Warning } from './intake-notes.ts'
import { nextRequestNumber } from './registration-number.ts'
import type { IntakeRefusal, Submission, SubmittedPaper } from './submission.ts'
import { type TriageHint, triageHint } from './triage-hint.ts'

export type { Warning } from './intake-notes.ts'
export type { IntakeRefusal, Submission, SubmittedPaper } from './submission.ts'

export interface Submitted {
  readonly refused: false
  readonly request: CaseId
  readonly number: string
  readonly secret: string
  /** Id of the applicant's record in the vault. */
  readonly applicant: string
  /** Version of the request after all was recorded. */
  readonly version: number
  /** Null while a confirmation is wanting (条例§31). */
  readonly receivedOn: Day | null
  readonly receipt: Receipt
  /** Null while the clock has not begun. */
  readonly due: Day | null
  readonly dueFirm: boolean
  readonly clock: Clock
  /** What is to be asked for, once (条例§30). */
  readonly shortcomings: readonly Shortcoming[]
  /** For staff, and for applicants who have proved who they are: else a form would tell of somebody's requests. */
  readonly duplicates: readonly Duplicate[]
  readonly triage: TriageHint | null
  readonly warnings: readonly Warning[]
}

export type SubmitOutcome = Submitted | IntakeRefusal | PaperRefusal | Refusal | Conflict

/**
 * Records an application.
 *
 * @returns the request as registered; or why nothing was recorded, and then nothing is kept. Throws on a secret that
 *   could be guessed and on an organ that is not there.
 */
export async function submitApplication(office: Office, submission: Submission): Promise<SubmitOutcome> {
  const prepared = await prepareSubmission(submission)
  if ('refused' in prepared) return prepared
  const calendar = await calendarOf(office, submission.organ)
  return allOrNothing(office, submission.organ, (unit) => submitWithin(unit, prepared, calendar))
}

/** A submission that can be recorded, its files looked into. */
export interface Prepared {
  readonly submission: Submission
  readonly papers: readonly InspectedPaper[]
}

/** What takes long and touches nothing, before the unit of work: checks the submission and looks into its files. */
export async function prepareSubmission(
  submission: Submission,
): Promise<Prepared | IntakeRefusal | PaperRefusal> {
  if (submission.secret.replace(/[^0-9A-Za-z]/g, '').length < 8)
    throw new RangeError('The secret is too short')
  const fault = faultOf(submission)
  if (fault !== null) return fault
  const inputs = (submission.papers ?? []).map(({ as, ...paper }) => ({ ...paper, purpose: purposeOf(as) }))
  const papers = await inspectPapers(inputs)
  return isRefused(papers) ? papers : { submission, papers }
}

const purposeOf = (as: SubmittedPaper['as']): PaperPurpose => (as === 'evidence' ? as : 'application')

/** Records a prepared submission within a unit that does more; the caller abandons the unit on anything but success. */
export async function submitWithin(
  unit: Unit,
  { submission, papers }: Prepared,
  calendar: Calendar,
): Promise<SubmitOutcome> {
  const { organ, request, secret, context, at, channel } = submission
  const row = await unit.organs.get(organ)
  if (row === null) throw new Error(`There is no organ ${organ}`)
  const { applicant, shortcomings } = applicantOf(withPapers(submission, papers), context.today)
  const told = personalReason(submission, applicant)
  if (told !== null) return told
  const proved = submission.papers?.some(({ as }) => as === 'evidence') ?? false
  const { content, shortcomings: wanting } = contentOf(submission.content, proved)

  const number = await nextRequestNumber(unit, yearOf(context.today), streamOfRequest(request), at)
  const self = context.actor.role === 'applicant'
  const assured = !self || submission.identified === true
  const found = await findOrMakeApplicant(unit, {
    applicant,
    newId: submission.applicantId,
    overwrite: assured ? 'always' : 'unlessOpen',
    at,
  })
  const acting = self ? { ...context, actor: { ...context.actor, id: found.id } } : context

  const wish = wishOf(found.id, content)
  const record = { ...content, applicant, posting: postingOf(submission.posting) }
  await put(unit, applicationEntry(request, record, wish), at)
  await put(unit, trackingEntry(request, number, secret), at)

  const handling = { organ, request, context: acting, at }
  const command = commandOf(submission, number, found.id)
  const received = await handleWithin(unit, { ...handling, action: 'receive', command }, calendar)
  if (hasFailed(received)) return received
  const added = await keepPapersWithin(unit, handling, papers, calendar)
  if (added !== null && hasFailed(added)) return added

  const { channels = [] } = row.details as Partial<OrganDetails>
  const notes = intakeNotes({ channels }, channel, found.doubt)
  const noted = await noteWithin(unit, handling, notes, calendar)
  if (noted !== null && hasFailed(noted)) return noted

  await notifyApplicant(unit, {
    kind: 'received',
    about: request,
    facts: {},
    once: 'intake',
    today: context.today,
    at,
  })
  const { state, clock, version } = noted ?? added ?? received
  const receipt = receiptOf({
    ...state.arrival!,
    ...(submission.confirmedOn && { confirmedOn: submission.confirmedOn }),
  })
  // What is perhaps theirs is for staff to see: to somebody else it would tell of another's requests.
  const applicants = self ? [found.id] : found.perhaps
  return {
    refused: false,
    request,
    number,
    secret,
    applicant: found.id,
    version,
    receivedOn: state.progress.receivedOn,
    receipt,
    due: clock.due,
    dueFirm: clock.firm,
    clock,
    shortcomings: [...shortcomings, ...wanting],
    duplicates: assured ? await duplicatesOf(unit, { applicants, wish: content, except: request }) : [],
    triage: triageHint(content),
    warnings: [
      ...receipt.warnings.map((message) => ({ code: 'receipt', message, cites: receipt.cites })),
      ...received.warnings.map(({ code, message, cites }) => ({ code, message, cites })),
      // Whoever is not known to be the applicant is not told what is on record of them.
      ...notes.filter(({ code }) => assured || code === 'channelNotOpened'),
    ],
  }
}

async function put(unit: Unit, entry: Parameters<Unit['vault']['put']>[0], at: string): Promise<void> {
  if ((await unit.vault.put(entry, at)) !== null)
    throw new Error(`The entry ${entry.id} of the vault was erased`)
}

/** The applicant with the hashes of the files that prove who they are and for whom somebody acts. */
function withPapers(
  { applicant, papers = [] }: Submission,
  inspected: readonly InspectedPaper[],
): ApplicantInput {
  const hashOf = (as: SubmittedPaper['as']): string | null =>
    inspected[papers.findIndex((paper) => paper.as === as)]?.hash ?? null
  const { agent = null } = applicant
  const authorisation = agent?.authorisation ?? null
  return {
    ...applicant,
    idPaper: hashOf('identity') ?? applicant.idPaper ?? null,
    agent:
      agent === null || authorisation === null
        ? agent
        : {
            ...agent,
            authorisation: { ...authorisation, paper: hashOf('authorisation') ?? authorisation.paper },
          },
  }
}

function commandOf(submission: Submission, number: string, applicant: string): CommandOf<'receive'> {
  const { channel, arrivedOn, confirmedOn, misaddressed, unreachable, doubtful } = submission
  const oralBecause = channel === 'oral' ? tidyText(submission.oralBecause) : null
  return {
    number,
    variant: submission.content.variant ?? 'disclosure',
    applicant,
    applicantKind: submission.applicant.kind,
    channel,
    arrivedOn,
    ...(confirmedOn && { confirmedOn }),
    ...(misaddressed && { misaddressed }),
    ...(unreachable && { unreachable }),
    ...(oralBecause && { oralBecause }),
    ...(doubtful && { doubtful }),
  }
}

function postingOf(posting: Submission['posting']): Posting | null {
  const [carrier, number] = [tidyText(posting?.carrier), tidyText(posting?.number)]
  return carrier === null && number === null ? null : { carrier, number }
}
