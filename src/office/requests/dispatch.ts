import { formatChinese } from '../../law/day.ts'
import { event, type Method, type Remedies } from './events.ts'
import { areConsultationsEnded, isNotArchived, isRegistered } from './guards.ts'
import { qualityGate } from './quality-gate.ts'
import { refuse } from './refusal.ts'
import { hasDraft } from './review.ts'
import { type Dated, dayOf, type Guard, missing, says, verb } from './verb.ts'

export interface Dispatch extends Dated {
  readonly method: Method
  /** Who carries what is posted. */
  readonly carrier?: 'postOffice' | 'courier'
  /** Number of the posting, which proves its day. */
  readonly trackingNo?: string
  /** What the letter tells about remedies; null where none is open. */
  readonly remedies: Remedies | null
}

/** Sealed and not sent. A letter that came back may be sent again; the day of the answer stays that of the first. */
const isReady: Guard = ({ progress, draft, dispatched }) => {
  if (dispatched !== null)
    return refuse('alreadyDispatched', '答复已经发出；退回的，请先登记送达不成。', '送达函')
  if (progress.ended !== null && progress.ended.how !== 'answered')
    return refuse('closed', '办理已经终止，没有需要发出的答复。', '条例§33')
  if (draft!.approvedOn === null)
    return refuse('notApproved', '处理决定尚未签发，不能发出；请先签发。', '条例§45')
  return draft!.seal === null ? refuse('notSealed', '尚未用印，不能发出；请先用印。', '公文格式') : null
}

/**
 * 发出, through the quality gate. Posted letters go by the post office: couriers may not carry the papers of state
 * organs (邮政法§55), and the day of posting is the day of the answer (送达函).
 */
export const dispatch = verb<Dispatch>(
  'dispatch',
  [isRegistered, isNotArchived, hasDraft, isReady, areConsultationsEnded(true)],
  (state, command, context) => {
    const { method, carrier, trackingNo, remedies } = command
    const on = dayOf(command, context)
    const fault = qualityGate(state, { method, remedies }, context).find(({ refusal }) => refusal !== null)
    if (fault !== undefined) return fault.refusal!
    const { letterNo, datedOn } = state.draft!.seal!
    if (on < datedOn)
      return refuse('tooEarly', `发出早于成文日期${formatChinese(datedOn)}，请核对日期。`, '公文格式')
    if (method === 'post' && carrier === 'courier')
      return refuse('carrier', '快递企业不得寄递国家机关公文；请交邮政企业寄递。', '送达函', '邮政法§55')
    if (method === 'post' && !says(trackingNo)) return missing('邮寄凭证号码，交邮之日以其为据', '送达函')
    return [event('dispatched', on, { method, letterNo, trackingNo: trackingNo ?? null, remedies })]
  },
)
