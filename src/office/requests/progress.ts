/**
 * How far a request has come: the little that its status and its place in the annual report depend on. Kept
 * apart from the full state, so that a list of a million cases can carry it in a row each (`project-case.ts`)
 * and still have the same status by the same function.
 */
import type { Day } from '../../law/day.ts'
import type { EndingKey } from './endings.ts'
import type { Matter, Method, RecordedEvent } from './events.ts'

export type Status =
  | 'arrived' // 待确认
  | 'movedOn'
  | 'voided'
  | 'handling'
  | 'awaitingCorrection'
  | 'awaitingFee'
  | 'consulting'
  | 'drafted'
  | 'reviewed'
  | 'approved'
  | 'sealed'
  | 'dispatched'
  | 'served'
  | 'withdrawn'
  | 'archived'

export const statuses: Readonly<Record<Status, string>> = {
  arrived: '已登记，待确认',
  movedOn: '已转其他渠道',
  voided: '登记作废',
  handling: '办理中',
  awaitingCorrection: '待补正',
  awaitingFee: '待缴费',
  consulting: '征求意见中',
  drafted: '已拟稿',
  reviewed: '已审核',
  approved: '已签发',
  sealed: '已用印',
  dispatched: '已发出',
  served: '已送达',
  withdrawn: '已撤回',
  archived: '已归档',
}

/** In which somebody else is waited for: the applicant, or those who are consulted. */
export const waitingStatuses = [
  'awaitingCorrection',
  'awaitingFee',
  'consulting',
] as const satisfies readonly Status[]

export type DraftStage = 'drafted' | 'returned' | 'reviewed' | 'approved' | 'sealed'

export interface Progress {
  readonly receivedOn: Day | null
  /** A correction or a fee for which the applicant is waited for. */
  readonly awaiting: 'correction' | 'fee' | null
  /** Ids of the consultations that are not ended. */
  readonly open: readonly string[]
  readonly draft: { readonly ending: EndingKey; readonly stage: DraftStage } | null
  readonly method: Method | null
  readonly served: boolean
  /**
   * The day that counts as the answer: of handing over and of entrusted service the day of signature, of the
   * post the day of posting (送达函). Of online service that letter says nothing; the day on which the message
   * leaves the organ's control is taken, after 电子签名法§11.
   */
  readonly answeredOn: Day | null
  readonly ended: {
    readonly how: 'answered' | 'withdrawn' | 'movedOn' | 'voided'
    readonly on: Day
    /** What came in by the wrong door, where it was moved on. */
    readonly matter: Matter | null
  } | null
  readonly archived: boolean
}

export const beginning: Progress = {
  receivedOn: null,
  awaiting: null,
  open: [],
  draft: null,
  method: null,
  served: false,
  answeredOn: null,
  ended: null,
  archived: false,
}

/** Status from progress: derived, never stored as a truth. */
export function statusOf(progress: Progress): Status {
  const { receivedOn, awaiting, open, draft, method, served, ended, archived } = progress
  if (archived) return 'archived'
  if (ended !== null && ended.how !== 'answered') return ended.how
  if (served) return 'served'
  if (method !== null) return 'dispatched'
  if (receivedOn === null) return 'arrived'
  if (draft !== null && draft.stage !== 'returned') return draft.stage
  if (awaiting !== null) return awaiting === 'correction' ? 'awaitingCorrection' : 'awaitingFee'
  return open.length > 0 ? 'consulting' : 'handling'
}

/** The progress after an event. Pure and total: an event that does not belong leaves it as it was. */
export function advance(progress: Progress, event: RecordedEvent): Progress {
  switch (event.kind) {
    case 'received':
      return { ...progress, receivedOn: event.on }
    case 'movedOn':
    case 'withdrawn': {
      const matter = event.kind === 'movedOn' ? event.data.matter : null
      return { ...progress, awaiting: null, open: [], ended: { how: event.kind, on: event.on, matter } }
    }
    // What was entered by mistake was never received, so that no report counts it.
    case 'entryVoided':
      return { ...beginning, ended: { how: 'voided', on: event.on, matter: null } }
    case 'correctionAsked':
      return { ...progress, awaiting: 'correction' }
    case 'corrected':
      // What was drafted was drafted on another request.
      return { ...progress, awaiting: null, draft: null }
    case 'correctionLapsed':
    case 'feeLapsed':
    case 'feePaid':
      return { ...progress, awaiting: null }
    case 'feeAsked':
      return { ...progress, awaiting: 'fee' }
    case 'consultationSent':
      return { ...progress, open: [...progress.open, event.data.id] }
    case 'consultationReturned':
    case 'consultationLapsed':
      return { ...progress, open: progress.open.filter((id) => id !== event.data.id) }
    case 'drafted':
      return { ...progress, draft: { ending: event.data.ending, stage: 'drafted' } }
    case 'reviewed':
    case 'approved':
    case 'sealed':
      return staged(progress, event.kind)
    case 'draftReturned':
      return staged(progress, 'returned')
    case 'dispatched': {
      const { method } = event.data
      const sent = { ...progress, method }
      return method === 'post' || method === 'online' ? answered(sent, event.on) : sent
    }
    case 'served':
      return answered({ ...progress, served: true }, event.on)
    case 'serviceFailed':
      return { ...progress, method: null }
    case 'archived':
      return { ...progress, archived: true }
    default:
      return progress
  }
}

function staged(progress: Progress, stage: DraftStage): Progress {
  return progress.draft === null ? progress : { ...progress, draft: { ...progress.draft, stage } }
}

/** A letter sent out again does not make the answer later. */
function answered(progress: Progress, on: Day): Progress {
  if (progress.answeredOn !== null) return progress
  return { ...progress, answeredOn: on, ended: { how: 'answered', on, matter: null } }
}
