import { acceptCorrection } from './accept-correction.ts'
import { addPaper } from './add-paper.ts'
import { annotate, noteSeen } from './annotate.ts'
import { answerSevenQuestions } from './answer-seven-questions.ts'
import { approve } from './approve.ts'
import { archive } from './archive.ts'
import { askCorrection } from './ask-correction.ts'
import { askFee } from './ask-fee.ts'
import { askReasons } from './ask-reasons.ts'
import { assign } from './assign.ts'
import { clearPaper } from './clear-paper.ts'
import { confirmDuplicate } from './confirm-duplicate.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { consultAgency } from './consult-agency.ts'
import { consultInternally } from './consult-internally.ts'
import { consultOtherAgency } from './consult-other-agency.ts'
import { consultThirdParty } from './consult-third-party.ts'
import type { Context } from './context.ts'
import { decideReview } from './decide-review.ts'
import { declineExcessive } from './decline-excessive.ts'
import { defer } from './defer.ts'
import { dispatch } from './dispatch.ts'
import { draft } from './draft.ts'
import { approveExtension, proposeExtension, refuseExtension } from './extend.ts'
import { fileReview } from './file-review.ts'
import { giveLegalOpinion } from './give-legal-opinion.ts'
import { hintTransfer } from './hint-transfer.ts'
import { issueLetter } from './issue-letter.ts'
import { lapseCorrection, lapseFee } from './lapse.ts'
import { lapseConsultation } from './lapse-consultation.ts'
import { moveOn } from './move-on.ts'
import { offerCorrection } from './offer-correction.ts'
import { type RequestAction, requestActions } from './permissions.ts'
import { receive } from './receive.ts'
import { recordConsultationReceipt } from './record-consultation-receipt.ts'
import { recordFeeNoticeService } from './record-fee-notice-service.ts'
import { recordPayment } from './record-payment.ts'
import { recordReasons } from './record-reasons.ts'
import { recordRetrieval } from './record-retrieval.ts'
import { referForDetermination } from './refer-for-determination.ts'
import type { Refusal } from './refusal.ts'
import { returnConsultation } from './return-consultation.ts'
import { returnDraft } from './return-draft.ts'
import { review } from './review.ts'
import { seal } from './seal.ts'
import { recordServiceFailure, serve } from './serve.ts'
import type { RequestState } from './state.ts'
import { suggestProactive } from './suggest-proactive.ts'
import { tellThirdParty } from './tell-third-party.ts'
import type { Verb } from './verb.ts'
import { voidEntry } from './void-entry.ts'
import { withdraw } from './withdraw.ts'
import { withholdPaper } from './withhold-paper.ts'

/** Every verb of a request by its name. */
export const verbs = {
  receive,
  confirmReceipt,
  moveOn,
  voidEntry,
  assign,
  confirmDuplicate,
  askCorrection,
  acceptCorrection,
  offerCorrection,
  lapseCorrection,
  consultThirdParty,
  consultAgency,
  consultOtherAgency,
  referForDetermination,
  consultInternally,
  recordConsultationReceipt,
  returnConsultation,
  lapseConsultation,
  giveLegalOpinion,
  tellThirdParty,
  askReasons,
  recordReasons,
  declineExcessive,
  defer,
  proposeExtension,
  approveExtension,
  refuseExtension,
  askFee,
  recordFeeNoticeService,
  recordPayment,
  lapseFee,
  recordRetrieval,
  answerSevenQuestions,
  hintTransfer,
  draft,
  review,
  approve,
  returnDraft,
  seal,
  dispatch,
  serve,
  recordServiceFailure,
  withdraw,
  suggestProactive,
  addPaper,
  clearPaper,
  withholdPaper,
  issueLetter,
  fileReview,
  decideReview,
  archive,
  annotate,
  noteSeen,
} as const satisfies Readonly<Record<RequestAction, Verb<never>>>

/** The command that a verb takes. */
export type CommandOf<Action extends RequestAction> = Parameters<(typeof verbs)[Action]>[1]

/** Whether a verb may be done now; `refusal` is null where it may. */
export interface Move {
  readonly action: RequestAction
  readonly refusal: Refusal | null
}

/**
 * For every verb whether it may be done now by the actor of the context, or why not, with the article. By the same
 * guards that the deed asks; what depends on the command (days, texts) is judged when it comes.
 */
export function movesOf(state: RequestState, context: Context): readonly Move[] {
  return requestActions.map((action) => ({ action, refusal: verbs[action].guard(state, context) }))
}
