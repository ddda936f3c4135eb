import type { Calendar } from '../../../law/calendar.ts'
import type { Citation } from '../../../law/citation.ts'
import type { Day } from '../../../law/day.ts'
import type { BrokenLink, DocumentRow, RelatedRow } from '../../ports.ts'
import type { DocumentAction } from '../../requests/document-actions.ts'

/** How grave: what breaks a rule, what is about to, what a person should look at. */
export type Gravity = 'fault' | 'warning' | 'note'

export const gravities: Readonly<Record<Gravity, string>> = {
  fault: '不合规定',
  warning: '需要尽快处理',
  note: '请核对',
}

/** What a check may ask of the surroundings of a document. */
export interface Around {
  readonly today: Day
  readonly calendar: Calendar
  /** Those bound to it, from either side. */
  readonly related: readonly RelatedRow[]
  /** Documents bearing a number, of whatever organ. */
  readonly numbered: (docNo: string) => readonly DocumentRow[]
  /** A document by organ and id; null where there is none. */
  readonly document: (organ: string, id: string) => DocumentRow | null
  /** That an address elsewhere does not open; null where it does, or was not looked at. */
  readonly broken: (address: string) => BrokenLink | null
  /** Whether anybody opened it since the day before which it is long unread; null where that is not known. */
  readonly opened: (id: string) => boolean | null
}

/** One thing to look at after publication (发布后管理), as data with a pure function. */
export interface DocumentCheck {
  readonly caption: string
  readonly gravity: Gravity
  readonly cites: readonly Citation[]
  /** What to do about it. */
  readonly advice: string
  /** The step of the document that does it, where one does. */
  readonly mends?: DocumentAction
  /** What is amiss, in a sentence; null where nothing is. */
  readonly find: (document: DocumentRow, around: Around) => string | null
}
