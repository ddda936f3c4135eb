import { formatChinese } from '../../law/day.ts'
import { type DisputeResult, event, type Instance } from './events.ts'
import { isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Dated, dayOf, missing, says, verb } from './verb.ts'

export interface DecideReview extends Dated {
  readonly id: string
  /**
   * upheld: 维持, 驳回诉讼请求. corrected: 撤销、变更、确认违法、责令履行. other: 撤回、终止、驳回申请或者起诉、调解.
   */
  readonly result: DisputeResult
  /** The decision in words. */
  readonly what: string
  /** False for a judgment under appeal: for the annual report the case stays pending. */
  readonly effective?: boolean
  readonly instance?: Instance
  /** Where they are others than those of the filing, as on appeal. */
  readonly caseNo?: string
  readonly forum?: string
}

/** A reconsideration or a suit was decided; an effective decision goes into the annual report (条例§50(3)). */
export const decideReview = verb<DecideReview>(
  'decideReview',
  [
    isRegistered,
    ({ disputes }) =>
      disputes.some(({ decided }) => decided === null)
        ? null
        : refuse('disputeUnknown', '没有尚未审结的行政复议、行政诉讼。', '条例§51'),
  ],
  ({ disputes }, command, context) => {
    const { id, result, what, effective = true } = command
    const on = dayOf(command, context)
    const found = disputes.find((each) => each.id === id)
    if (found === undefined) return refuse('disputeUnknown', `没有登记过案件（${id}），请核对。`, '条例§51')
    if (found.decided !== null)
      return refuse('disputeDecided', `案件（${id}）已于${formatChinese(found.decided.on)}审结。`, '条例§51')
    if (on < found.filedOn)
      return refuse('tooEarly', `审结早于立案之日${formatChinese(found.filedOn)}，请核对日期。`, '条例§51')
    if (!says(what)) return missing('复议决定或者裁判的内容', '条例§51')
    const { instance = null, caseNo = null, forum = null } = command
    return [event('disputeDecided', on, { id, result, what, effective, instance, caseNo, forum })]
  },
)
