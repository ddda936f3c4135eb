/** The form of the lexicon, and the words its parts share. */

import type { Metric } from '../claim.ts'

/** What a text is about at a point; some words count something only there. */
export type Topic = 'requests' | 'normative' | 'fee'

/**
 * What officers write around a figure, and what the figure then counts. The language of the phrases is that of
 * `phrase.ts`; 上年, 本年, 下年, 往年, 某年 stand for years however they are written (去年度, 2023年).
 */
export interface Entry {
  readonly metric: Metric
  readonly phrases: readonly string[]
  /** Units with which the phrase counts; those of cases where absent. */
  readonly units?: readonly string[]
  /** Words which in the clause forbid the reading. */
  readonly not?: readonly string[]
  /** The phrase has this meaning only where the text is about this. */
  readonly topic?: Topic
}

/** Units in which requests and disputes are counted; empty for a bare nought. */
export const caseUnits = ['件', '起', '宗', '例', '份', '条', '个', '项', '次', '件次', '']
/** Units in which documents are counted. */
export const documentUnits = ['件', '份', '个', '部', '项', '条', '篇']
/** Units in which pieces of information are counted. */
export const pieceUnits = ['条', '件', '篇', '份', '则', '项', '个', '条次', '件次', '次', '期']
