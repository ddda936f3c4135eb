import type { Citation } from '../../law/citation.ts'
import type { ConsultedParty } from '../../law/clock-events.ts'
import type { Party } from './events.ts'

export interface PartyRule {
  readonly caption: string
  readonly cite: Citation
  /** The period the law gives for an answer; null where it gives none and the office may name a day,
   *  or has to where the time of asking is left out of the count, which must end some day. */
  readonly period: 'thirdPartyOpinion' | 'agencyOpinion' | null
  /** As whom law/clock knows the party; null where the time of asking counts. */
  readonly clock: ConsultedParty | null
}

/**
 * Whom the office may ask. 条例§33¶3 leaves out the time of asking third parties and other organs: not that of a unit
 * of the organ itself. Of a determination by an authority (条例§17¶3) the Regulation does not say so, and a day too
 * many in the count harms nobody.
 */
export const parties: Readonly<Record<Party, PartyRule>> = {
  thirdParty: { caption: '第三方', cite: '条例§32', period: 'thirdPartyOpinion', clock: 'thirdParty' },
  agency: { caption: '共同制作的行政机关', cite: '条例§34', period: 'agencyOpinion', clock: 'agency' },
  otherAgency: { caption: '其他有关机关', cite: '条例§11¶1', period: null, clock: 'otherAgency' },
  determination: { caption: '有关主管部门、保密行政管理部门', cite: '条例§17¶3', period: null, clock: null },
  internal: { caption: '本机关内设机构', cite: '条例§45', period: null, clock: null },
}
