import type { Citation } from '../../law/citation.ts'
import { type DispositionKey, dispositions } from '../../law/dispositions.ts'
import type { GroundKey } from '../../law/grounds.ts'

/** How a demand to correct a record about the applicant ends (条例§41). Not in the annual report. */
export type RecordEnding = 'recordCorrected' | 'recordTransferred' | 'recordDirected' | 'recordKept'

export type EndingKey = DispositionKey | RecordEnding

/** What the office needs to know of an ending, whichever kind it is. */
export interface Ending {
  readonly caption: string
  readonly cites: readonly Citation[]
  readonly ground: GroundKey | null
  /** Number of the letter in the set of reply instruments. */
  readonly letter: string
  readonly letterTitle: string
  /** What the letter must say beyond what every letter says; a draft answers each of them. */
  readonly mustState: readonly string[]
}

/**
 * 条例§41: where the organ may correct and finds the demand true, it corrects and tells; where another organ may,
 * it passes the demand on and tells, or tells where to go. That a demand not borne out is turned down follows
 * from "审核属实的".
 */
const recordEndings: Readonly<Record<RecordEnding, Ending>> = {
  recordCorrected: record('予以更正', '更正告知书', ['更正的内容和日期']),
  recordTransferred: record('转送有权更正的机关', '更正申请转送告知书', ['接收机关的名称、联系方式']),
  recordDirected: record('告知向有权更正的机关提出', '更正申请告知书', ['有权更正的机关的名称、联系方式']),
  recordKept: record('不予更正', '不予更正告知书', ['证据不能证明记录不准确的理由']),
}

export const endings: Readonly<Record<EndingKey, Ending>> = { ...dispositions, ...recordEndings }

export function isDisposition(ending: EndingKey): ending is DispositionKey {
  return Object.hasOwn(dispositions, ending)
}

function record(caption: string, letterTitle: string, mustState: readonly string[]): Ending {
  return { caption, cites: ['条例§41'], ground: null, letter: '23', letterTitle, mustState }
}
