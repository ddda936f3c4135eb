import { consultationOf } from './consult.ts'
import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import type { Consultation } from './state.ts'
import { missing, says, verb } from './verb.ts'

export interface TellThirdParty {
  readonly id: string
  /** Content disclosed and reasons, as told. */
  readonly because: string
  readonly letterNo: string
}

/**
 * 条例§32: a third party whose information is disclosed over its objection is told in writing what is disclosed and
 * why. Before the information leaves: afterwards no remedy could undo it.
 */
export const tellThirdParty = verb<TellThirdParty>(
  'tellThirdParty',
  [
    isForInformation,
    (state) =>
      state.consultations.some(objects)
        ? null
        : refuse('thirdPartyNotAsked', '没有不同意公开的第三方，无需告知。', '条例§32'),
    ({ draft }) =>
      draft?.approvedOn
        ? null
        : refuse('notApproved', '决定公开并经签发后，才能告知第三方；请先签发。', '条例§32'),
  ],
  (state, { id, because, letterNo }, { today }) => {
    const found = consultationOf(state, id)
    if (found === undefined || !objects(found))
      return refuse('consultationUnknown', `没有第三方在征求意见（${id}）中不同意公开，请核对。`, '条例§32')
    if (!says(because)) return missing('决定公开的政府信息内容和理由', '条例§32')
    if (!says(letterNo)) return missing('告知书文号', '条例§32')
    return [event('thirdPartyTold', today, { id, because, letterNo })]
  },
)

/** A third party that does not agree, wholly or in part. */
export function objects({ party, opinion }: Consultation): boolean {
  return party === 'thirdParty' && (opinion === 'objects' || opinion === 'partly')
}
