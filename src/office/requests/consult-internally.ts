import { consultation } from './consult.ts'

/** 协办: a unit of the organ is asked. Its time counts: 条例§33¶3 leaves out that of third parties and other organs. */
export const consultInternally = consultation('consultInternally', 'internal')
