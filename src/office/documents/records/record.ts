/**
 * What an organ keeps beside its documents: accounts of new media, public concerns and what was answered to them, calls
 * for opinions, opinions, reports of errors, what readers thought, specials. All live the same short life: opened, noted, closed.
 */

import type { Day } from '../../../law/day.ts'
import { zh } from '../../../law/glossary.ts'
import type { StoredEvent } from '../../ports.ts'
import type { Action } from '../../requests/permissions.ts'

export const recordKinds = {
  account: zh('newMediaAccount'),
  concern: zh('concern'),
  call: '征求意见',
  opinion: '公众意见',
  correction: '纠错和举报',
  appraisal: '读者评价',
  special: zh('special'),
} as const

/** Working days in which a report of an error is answered; stricter than the three months of the inspection. */
export const correctionDays = 5

export type RecordKind = keyof typeof recordKinds

/** Kinds that staff keep; what readers thought is only counted. */
export type KeptKind = Exclude<RecordKind, 'appraisal'>

/** What somebody has to be permitted to open, note and close them. */
export const recordActions = {
  account: 'manageChannels',
  concern: 'respondConcern',
  call: 'draftDocument',
  opinion: 'answerFeedback',
  correction: 'answerFeedback',
  special: 'draftDocument',
} as const satisfies Readonly<Record<KeptKind, Action>>

/** Plain data of a record. Who wrote a text is in the vault under `entry`, never here. */
export type RecordData = Readonly<Record<string, string | number | boolean | null>>

export interface RecordNote {
  readonly on: Day
  readonly at: string
  readonly data: RecordData
}

export interface RecordFacts {
  readonly kind: RecordKind
  readonly state: 'open' | 'closed'
  /** What it is about: a document, a call. */
  readonly about: string | null
  readonly openedOn: Day
  readonly openedAt: string
  readonly due: Day | null
  readonly closedOn: Day | null
  readonly data: RecordData
  readonly notes: readonly RecordNote[]
}

export interface OpenedData {
  readonly about: string | null
  readonly due: Day | null
  readonly data: RecordData
}

/** The facts after one more event; null while nothing was opened. Pure. */
export function recordAfter(
  kind: RecordKind,
  facts: RecordFacts | null,
  { kind: what, on, at, data }: Pick<StoredEvent, 'kind' | 'on' | 'at' | 'data'>,
): RecordFacts | null {
  if (what === 'recordOpened') {
    const opened = data as OpenedData
    return {
      ...{ kind, state: 'open', about: opened.about, openedOn: on, openedAt: at },
      ...{ due: opened.due, closedOn: null, data: opened.data, notes: [] },
    }
  }
  if (facts === null) return null
  const told = (data as { readonly data: RecordData }).data
  if (what === 'recordNoted') return { ...facts, notes: [...facts.notes, { on, at, data: told }] }
  if (what === 'recordChanged') return { ...facts, data: { ...facts.data, ...told } }
  if (what === 'recordClosed')
    return { ...facts, state: 'closed', closedOn: on, data: { ...facts.data, ...told } }
  return facts
}
