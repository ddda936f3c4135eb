import type { Day } from '../../../law/day.ts'
import { formatChinese } from '../../../law/day.ts'
import type { DocumentAction } from '../../requests/document-actions.ts'
import { type Ending, event, type WithdrawalReason } from './events.ts'
import { exists, hasNotEnded, isNotWithdrawn, isPublished, isSigned, mayEnd } from './guards.ts'
import { refuse } from './refusal.ts'
import { lastSigned } from './state.ts'
import { missing, says, verb } from './verb.ts'

export interface EndDocument {
  /** The day from which it no longer binds. */
  readonly on?: Day
  /** The document by which it ended, as people name it. */
  readonly by?: string | null
  /** Its id, where it is one of this system. */
  readonly document?: string
  readonly because: string
}

const ending = (action: DocumentAction, as: Ending) =>
  verb<EndDocument>(
    action,
    [exists, isNotWithdrawn, isSigned, mayEnd, hasNotEnded],
    (state, { on, by = null, because, document }, { today }) => {
      if (!says(because)) return missing('依据或者理由', '规范性文件通知')
      if (as === 'superseded' && !says(by)) return missing('取代它的文件', '规范性文件通知')
      const day = on ?? today
      const { madeOn } = lastSigned(state)!.content
      return madeOn !== null && day < madeOn
        ? refuse('tooEarly', `不能早于成文日期${formatChinese(madeOn)}，请核对日期。`, '规范性文件通知')
        : [event('documentEnded', day, { as, by, because, ...(document !== undefined && { document }) })]
    },
  )

export const repealDocument = ending('repealDocument', 'repealed')
export const expireDocument = ending('expireDocument', 'expired')
export const supersedeDocument = ending('supersedeDocument', 'superseded')

/** An ending that was recorded in error is taken back; both stay in the log. */
export const reviveDocument = verb<{ readonly because: string }>(
  'reviveDocument',
  [
    exists,
    isNotWithdrawn,
    (state) =>
      state.ending === null
        ? refuse('notEnded', '文件没有登记废止、失效或者被取代。', '规范性文件通知')
        : null,
  ],
  (_, { because }, { today }) =>
    says(because)
      ? [event('documentRevived', today, { because })]
      : missing('恢复效力的依据', '规范性文件通知'),
)

/** 限制查看: at once and for a time, while something is looked into. */
export const restrictDocument = verb<{ readonly because: string }>(
  'restrictDocument',
  [
    exists,
    isNotWithdrawn,
    isPublished,
    ({ restricted }) =>
      restricted === null ? null : refuse('alreadyRestricted', '文件已经限制查看。', '条例§17¶1'),
  ],
  (_, { because }, { today }) =>
    says(because) ? [event('documentRestricted', today, { because })] : missing('限制的理由', '条例§17¶1'),
)

export const liftRestriction = verb<{ readonly because: string }>(
  'liftRestriction',
  [
    exists,
    isNotWithdrawn,
    ({ restricted }) =>
      restricted === null ? refuse('notRestricted', '文件没有限制查看。', '条例§17¶1') : null,
  ],
  (_, { because }, { today }) =>
    says(because) ? [event('restrictionLifted', today, { because })] : missing('解除限制的理由', '条例§17¶1'),
)

/** 撤下: what remains says what stood here and why it is gone. `told` is what the public reads. */
export const withdrawDocument = verb<{ readonly reason: WithdrawalReason; readonly told: string }>(
  'withdrawDocument',
  [exists, isNotWithdrawn, isPublished],
  (_, { reason, told }, { today }) =>
    says(told) ? [event('documentWithdrawn', today, { reason, told })] : missing('向公众的说明', '条例§6¶1'),
)
