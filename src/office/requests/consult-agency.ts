import { consultation } from './consult.ts'
import { clockAllows } from './guards.ts'

/**
 * 条例§34: of information made by several organs, the leading one may ask the others; they have 15 working days,
 * and their silence is consent.
 */
export const consultAgency = consultation('consultAgency', 'agency', [
  clockAllows((on) => ({ kind: 'consultationSent', on, id: '相关机关', party: 'agency' })),
])
