import { consultation } from './consult.ts'

/** 条例§17¶3: where it is not clear whether information may be disclosed, the competent authority determines it. */
export const referForDetermination = consultation('referForDetermination', 'determination')
