import { paperOf } from './add-paper.ts'
import { event } from './events.ts'
import { isOpen, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Guard, missing, says, verb } from './verb.ts'

export interface ClearPaper {
  /** SHA-256 of the enclosure, hex. */
  readonly hash: string
  /** How many things the inspection found. */
  readonly findings: number
  /** Every one of them, with why it may leave all the same. */
  readonly acknowledged: readonly { readonly finding: string; readonly reason: string }[]
}

/** What is decided of enclosures wants one on file. */
export const hasEnclosure: Guard = ({ papers }) =>
  papers.some(({ purpose }) => purpose === 'enclosure')
    ? null
    : refuse('paperUnknown', '没有随附答复提供的文件，无需核查；请先添加文件。', '条例§17')

/**
 * 条例§15, §17: an enclosure was inspected, the gate of office/attachments opened, and whoever acts answers for what
 * was found. Bound to the content: the same file changed by a byte is another paper.
 */
export const clearPaper = verb<ClearPaper>(
  'clearPaper',
  [isRegistered, isOpen, hasEnclosure],
  (state, { hash, findings, acknowledged }, { today }) => {
    const paper = paperOf(state, hash, 'enclosure')
    if (paper === undefined)
      return refuse('paperUnknown', '没有这份随附答复提供的文件，请先添加文件再核查。', '条例§17')
    if (paper.decided?.as === 'cleared')
      return refuse('paperRepeated', '这份文件已经核查，内容改动的请作为新的文件添加。', '条例§17')
    const answered = new Set(acknowledged.filter(({ reason }) => says(reason)).map(({ finding }) => finding))
    if (answered.size !== findings || acknowledged.length !== findings)
      return missing('对每一项核查发现的确认和理由', '条例§15', '条例§17')
    return [
      event('paperCleared', today, {
        hash,
        findings,
        acknowledged: acknowledged.map(({ finding, reason }) => ({ finding, reason })),
      }),
    ]
  },
)
