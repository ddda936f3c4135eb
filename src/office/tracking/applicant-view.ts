/** A request as its applicant sees it: plain words, days with their articles, and nothing of what is done inside. Pure. */
import type { Calendar } from '../../law/calendar.ts'
import { formatCitationForPublic } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import { isLetterKind, letters } from '../letters/letters.ts'
import { hasLeft } from '../replies/has-left.ts'
import {
  clockOf,
  movesOf,
  policyOf,
  type RequestAction,
  type RequestPolicy,
  type RequestState,
  statusOf,
} from '../requests/index.ts'
import { type OpenRemedies, openRemedies, type RemedyHouse } from './open-remedies.ts'
import { type PublicStage, publicStages } from './public-stage.ts'
import { type WaitedFor, waitedFor } from './waited-for.ts'

/** What the applicant may do online, and the verb whose guards say whether it is open. */
export const ownActs = {
  correct: 'acceptCorrection',
  giveReasons: 'recordReasons',
  withdraw: 'withdraw',
  suggest: 'suggestProactive',
} as const satisfies Record<string, RequestAction>

export type OwnAct = keyof typeof ownActs

export interface ApplicantView {
  readonly number: string
  readonly stage: PublicStage
  readonly says: string
  readonly arrivedOn: Day
  readonly receivedOn: Day | null
  readonly clock: {
    /** Null while the period stands still, has not begun, or is over. */
    readonly due: Day | null
    /** Holidays not announced yet could still move it. */
    readonly provisional: boolean
    readonly overdue: boolean
    readonly answeredOn: Day | null
    readonly steps: readonly {
      readonly on: Day
      readonly says: string
      readonly due: Day | null
      readonly cites: readonly string[]
    }[]
  }
  readonly waits: readonly WaitedFor[]
  /** Letters to the applicant that have left the house; `id` in the vault. */
  readonly letters: readonly {
    readonly id: string
    readonly title: string
    readonly letterNo: string
    readonly on: Day
  }[]
  readonly acts: readonly { readonly act: OwnAct; readonly open: boolean; readonly because: string | null }[]
  /** Null before the answer, unless it is overdue. */
  readonly remedies: OpenRemedies | null
}

export interface ViewContext {
  readonly calendar: Calendar
  readonly today: Day
  readonly house: RemedyHouse
  readonly policy?: Partial<RequestPolicy>
}

/** The request must be registered. */
export function applicantView(
  state: RequestState,
  { calendar, today, house, policy }: ViewContext,
): ApplicantView {
  const context = {
    today,
    calendar,
    organ: house.organ.kind,
    actor: { id: state.applicant!, role: 'applicant', scope: 'own' },
    ...(policy && { policy }),
  } as const
  const { due, firm, running, steps } = clockOf(state, calendar, today, policyOf(context).clock)
  const moves = movesOf(state, context)
  return {
    number: state.number!,
    ...publicStages[statusOf(state.progress)],
    arrivedOn: state.arrival!.arrivedOn,
    receivedOn: state.progress.receivedOn,
    clock: {
      due: running ? due : null,
      provisional: running && !firm,
      overdue: running && due !== null && today > due,
      answeredOn: state.progress.answeredOn,
      steps: steps.map(({ on, because, due, cites }) => ({
        on,
        says: because,
        due,
        cites: cites.map(formatCitationForPublic),
      })),
    },
    waits: waitedFor(state, calendar),
    letters: lettersSent(state),
    acts: Object.entries(ownActs).map(([act, action]) => {
      const refusal = moves.find((move) => move.action === action)!.refusal
      return { act: act as OwnAct, open: refusal === null, because: refusal?.message ?? null }
    }),
    remedies: openRemedies(state, house, { calendar, due: running ? due : null, today }),
  }
}

function lettersSent(state: RequestState): ApplicantView['letters'] {
  return state.letters
    .filter((each) => each.to === 'applicant' && hasLeft(state, each))
    .map(({ letter, kind, letterNo, issuedOn }) => ({
      id: letter,
      title: isLetterKind(kind) ? letters[kind].title : kind,
      letterNo,
      on: issuedOn,
    }))
}
