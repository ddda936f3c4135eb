/** What the reader of a section knows at a point of its text. */

import type { Draft, PartList } from './draft.ts'
import type { Span } from './squeeze.ts'

export interface Setting {
  /** Year of the report. */
  readonly year: number | null
  /** Name of the organ that reports. */
  readonly organ: string | null
  /** The section is about requests, whatever its sentences say. */
  readonly aboutRequests: boolean
}

export interface State {
  readonly text: string
  readonly setting: Setting
  readonly drafts: Draft[]
  /** Lists of parts that are still open, the innermost last. */
  open: PartList[]
  /** The paragraph is about requests. */
  requests: boolean
  /** The figure before, if it counted something. */
  last: Draft | null
  /** Figures that may have parts, the latest last. */
  totals: Draft[]
  /** The reconsideration or suit that results are said of, within a sentence. */
  dispute: Draft | null
  /** A list began under a figure that was not understood: what follows in the sentence may be its parts. */
  orphaned: boolean
  carriedScope: { readonly scope: string; readonly family: string } | null
  /** Number of the sentence. */
  sentence: number
}

export const begin = (text: string, setting: Setting): State => ({
  text,
  setting,
  drafts: [],
  open: [],
  requests: setting.aboutRequests,
  last: null,
  totals: [],
  dispute: null,
  orphaned: false,
  carriedScope: null,
  sentence: 0,
})

/** Closes the open lists above a depth. */
export const closeLists = (state: State, depth = 0): void => {
  state.open.splice(depth)
}

/** Closes what the brackets between two figures close. */
export const closeBrackets = (state: State, between: string): void => {
  let depth = 0
  for (const c of between) {
    if (c === '(') depth++
    else if (c === ')') {
      if (depth > 0) depth--
      else {
        const list = state.open.findLastIndex((l) => l.bracket)
        if (list >= 0) closeLists(state, list)
      }
    }
  }
}

/** Opens a list of parts under a total. */
export const openList = (
  state: State,
  whole: Draft,
  covers: PartList['covers'],
  bracket: boolean,
  implicit = false,
): PartList => {
  if (!bracket) {
    const same = state.open.findIndex((l) => l.whole === whole && !l.bracket)
    if (same >= 0) closeLists(state, same)
  }
  const list: PartList = { whole, parts: [], bracket, covers, implicit }
  state.open.push(list)
  return list
}

/** How many totals are remembered: a list begins soon after its total. */
const remembered = 6

/** Takes a draft down. */
export const note = (state: State, draft: Draft, total: boolean): void => {
  state.drafts.push(draft)
  state.last = draft
  if (total && draft.list === undefined) state.totals = [...state.totals.slice(1 - remembered), draft]
}

/** How far back the words go that may tell of which year a figure is. */
const headLength = 200

/** The sentence from its beginning, or from its last semicolon, to a place in it. */
export const headOf = (text: string, sentence: Span, to: number): string => {
  const head = text.slice(Math.max(sentence.start, to - headLength), to)
  return head.slice(head.lastIndexOf(';') + 1)
}
