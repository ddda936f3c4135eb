import { consultation } from './consult.ts'
import { clockAllows } from './guards.ts'

/**
 * 条例§11¶1: what concerns another organ, though it did not make it, is agreed with that organ before it is disclosed.
 * 条例§33¶3 leaves the time out, but no article gives that organ a period or a meaning to its silence. So the office
 * names the last day; the time left out ends with it, and after silence the organ decides by itself. It is no consent,
 * as the silence of those who made the information too is (条例§34).
 */
export const consultOtherAgency = consultation('consultOtherAgency', 'otherAgency', [
  clockAllows((on) => ({ kind: 'consultationSent', on, id: '其他机关', party: 'otherAgency', by: on })),
])
