import { consultation } from './consult.ts'
import { clockAllows } from './guards.ts'

/**
 * 条例§32: where disclosure may harm a third party, its opinion is asked in writing; it has 15 working days from
 * receipt. Silence leaves the decision to the organ.
 */
export const consultThirdParty = consultation('consultThirdParty', 'thirdParty', [
  clockAllows((on) => ({ kind: 'consultationSent', on, id: '第三方', party: 'thirdParty' })),
])
