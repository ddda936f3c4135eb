import type { Citation } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import type { Channel } from '../../law/receipt.ts'
import type { ApplicantInput } from '../applicants/applicant.ts'
import type { HandlingContext } from '../handling/handle-request.ts'
import type { PaperInput } from '../papers/inspect-papers.ts'
import type { CaseId, Moment, OrganId } from '../ports.ts'
import type { Posting } from './application.ts'
import type { ContentInput } from './content.ts'

/** An application as it comes in, by whatever channel, from the applicant or through a clerk's hands. */
export interface Submission {
  readonly organ: OrganId
  readonly request: CaseId
  /** Id of the applicant's record in the vault, should there have to be a new one. */
  readonly applicantId: string
  /** With the number it is what the applicant finds the request again by: at least 8 letters and digits. */
  readonly secret: string
  /** Of an applicant who submits online the id of the actor is that of their record, whatever stands here. */
  readonly context: HandlingContext
  /** Moment of recording, ISO 8601. */
  readonly at: Moment

  readonly channel: Channel
  /** Handed over, signed for, found in the box, or come in by wire: what 条例§31 begins with. */
  readonly arrivedOn: Day
  readonly confirmedOn?: Day
  readonly misaddressed?: boolean
  readonly unreachable?: boolean
  /** Why writing is truly difficult for the applicant (条例§29¶1). */
  readonly oralBecause?: string
  /** Perhaps no application at all: registered, to be judged before it is confirmed or moved on. */
  readonly doubtful?: boolean
  readonly posting?: Partial<Posting>

  readonly applicant: ApplicantInput
  readonly content: ContentInput
  readonly papers?: readonly SubmittedPaper[]
  /** Whether the sign-in of an applicant who submits online has proved who they are. */
  readonly identified?: boolean
}

/** A file of an application: the proof of identity, an agent's mandate, or whatever else. */
export interface SubmittedPaper extends Omit<PaperInput, 'purpose'> {
  readonly as?: 'identity' | 'authorisation' | 'evidence'
}

/** The application is not recorded, and nothing of it is kept. Only what nobody could record is refused so. */
export interface IntakeRefusal {
  readonly refused: true
  readonly code: 'unknownValue' | 'wrongChannel' | 'tooLong' | 'personalData'
  readonly message: string
  readonly cites: readonly Citation[]
}
