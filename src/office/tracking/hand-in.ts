/** What an applicant can do to their request themselves: correct it, give reasons, take it back, suggest publication. */

import { hasFailed } from '../handling/all-or-nothing.ts'
import type { Handled, Outcome } from '../handling/handle-request.ts'
import { tidyText } from '../intake/content.ts'
import { notifyApplicant } from '../messages/notify.ts'
import { inspectPapers, type PaperInput, type PaperRefusal } from '../papers/inspect-papers.ts'
import { keepPapersWithin } from '../papers/keep-paper.ts'
import type { Conflict, Office } from '../ports.ts'
import type { PaperPurpose, Refusal } from '../requests/index.ts'
import { refuse } from '../requests/refusal.ts'
import { type NoRequest, type OwnDesk, onOwnRequest, type Tracked } from './own-request.ts'
import { longestWords, type OwnWordsKind, ownWords, ownWordsEntry } from './own-words.ts'

export interface HandIn extends Tracked {
  /** Id of the entry in the vault for what is written. */
  readonly entry: string
  readonly text: string
  readonly papers?: readonly Omit<PaperInput, 'purpose'>[]
}

export type HandInOutcome = Handled | Refusal | PaperRefusal | NoRequest | Conflict

/**
 * Hands in what was wanting (条例§30). In time it is accepted and the period begins anew; after its day it is kept for
 * the office to judge whether there was a good reason: `state.correction.offered` then has it.
 */
export const handInCorrection = (office: Office, command: HandIn): Promise<HandInOutcome> =>
  handIn(office, command, {
    kind: 'correction',
    purpose: 'correction',
    words: '提交补正',
    async act({ act }, entry) {
      const accepted = await act('acceptCorrection', { entry })
      const isLate = 'code' in accepted && accepted.code === 'correctionLate'
      return isLate ? act('offerCorrection', { entry }) : accepted
    },
  })

/** Gives the reasons for the number or frequency of requests that were asked for (条例§35). */
export const giveReasons = (office: Office, command: HandIn): Promise<HandInOutcome> =>
  handIn(office, command, {
    kind: 'reasons',
    purpose: 'evidence',
    words: '说明申请理由',
    act: ({ act }, entry) => act('recordReasons', { entry }),
  })

/** Suggests that information be open to all (条例§44). */
export const suggestPublication = (office: Office, command: HandIn): Promise<HandInOutcome> =>
  handIn(office, command, {
    kind: 'suggestion',
    purpose: 'evidence',
    words: '建议主动公开',
    act: ({ act }, entry) => act('suggestProactive', { by: 'applicant', entry }),
  })

/** Takes the request back. A confirmation goes to where the applicant is reached, in case it was somebody else. */
export const withdrawOwn = (
  office: Office,
  tracked: Tracked,
): Promise<Handled | Refusal | NoRequest | Conflict> =>
  onOwnRequest(office, tracked, '撤回申请', async ({ unit, act }) => {
    const outcome = await act('withdraw', { how: '申请人在线撤回' })
    if (hasFailed(outcome)) return outcome
    const { request, today, at } = tracked
    const once = String(outcome.version)
    await notifyApplicant(unit, { kind: 'withdrawn', about: request, facts: {}, once, today, at })
    return outcome
  })

interface Deed {
  readonly kind: OwnWordsKind
  /** What the papers that come with it are on file for. */
  readonly purpose: PaperPurpose
  /** In the words of the message to the handler. */
  readonly words: string
  readonly act: (desk: OwnDesk, entry: string) => Promise<Outcome>
}

async function handIn(
  office: Office,
  { entry, text, papers = [], ...tracked }: HandIn,
  { kind, purpose, words, act }: Deed,
): Promise<HandInOutcome> {
  const written = tidyText(text) ?? ''
  const fault = wordsFault(kind, written, papers.length)
  if (fault !== null) return fault
  const inspected = await inspectPapers(papers.map((paper) => ({ ...paper, purpose })))
  if ('refused' in inspected) return inspected
  const { request, at } = tracked
  return onOwnRequest(office, tracked, words, async (desk) => {
    const outcome = await act(desk, entry)
    if (hasFailed(outcome)) return outcome
    const { unit, context, calendar } = desk
    const erased = await unit.vault.put(ownWordsEntry(entry, kind, { request, text: written }), at)
    if (erased !== null) throw new Error(`The entry ${entry} of the vault was erased`)
    return (await keepPapersWithin(unit, { request, context, at }, inspected, calendar)) ?? outcome
  })
}

function wordsFault(kind: OwnWordsKind, text: string, papers: number): Refusal | null {
  const { caption, cite } = ownWords[kind]
  if (text === '' && papers === 0)
    return refuse('incomplete', `没有填写${caption}，也没有提交文件；请填写后再提交。`, cite)
  return text.length > longestWords
    ? refuse('incomplete', `${caption}超过${longestWords}字，请精简，或者作为文件提交。`, cite)
    : null
}
