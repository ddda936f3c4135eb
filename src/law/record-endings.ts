import type { Citation } from './citation.ts'
import type { DispositionKey } from './dispositions.ts'

/** How a demand to correct a record about the applicant ends (条例§41). Not in the annual report. */
export type RecordEndingKey = 'recordCorrected' | 'recordTransferred' | 'recordDirected' | 'recordKept'

export interface RecordEnding {
  readonly caption: string
  readonly cites: readonly Citation[]
  readonly ground: null
  /** The disposition by whose remedies it is judged: none of them is a refusal that wants review first (条例§51). */
  readonly remedyAs: DispositionKey
  /** Number of the letter in the set of reply instruments. */
  readonly letter: string
  readonly letterTitle: string
  /** What the letter must say beyond what every letter says. */
  readonly mustState: readonly string[]
}

/**
 * 条例§41: where the organ may correct and finds the demand true, it corrects and tells; where another organ may,
 * it passes the demand on and tells, or tells where to go. That a demand not borne out is turned down follows
 * from "审核属实的".
 */
export const recordEndings: Readonly<Record<RecordEndingKey, RecordEnding>> = {
  recordCorrected: ending('予以更正', '政府信息更正告知书', '更正的内容和日期'),
  recordTransferred: ending('转送有权更正的机关', '政府信息更正申请转送告知书', '接收机关的名称、联系方式'),
  recordDirected: ending(
    '告知向有权更正的机关提出',
    '政府信息更正申请告知书',
    '有权更正的机关的名称、联系方式',
  ),
  recordKept: ending('不予更正', '政府信息不予更正告知书', '证据不能证明记录不准确的理由'),
}

function ending(caption: string, letterTitle: string, ...mustState: readonly string[]): RecordEnding {
  return {
    caption,
    cites: ['条例§41'],
    ground: null,
    remedyAs: 'granted',
    letter: '23',
    letterTitle,
    mustState,
  }
}
