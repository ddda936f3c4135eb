import { paperOf } from './add-paper.ts'
import { hasEnclosure } from './clear-paper.ts'
import { event } from './events.ts'
import { isOpen, isRegistered } from './guards.ts'
import { refuse } from './refusal.ts'
import { missing, says, verb } from './verb.ts'

export interface WithholdPaper {
  /** SHA-256 of the enclosure, hex. */
  readonly hash: string
  readonly because: string
  /** SHA-256 of the enclosure on file that goes in its place, such as one with parts struck out (条例§37). */
  readonly replacedBy?: string
}

/** 条例§15, §17, §37: an enclosure is not to leave, or another goes in its place. It stays on file. */
export const withholdPaper = verb<WithholdPaper>(
  'withholdPaper',
  [isRegistered, isOpen, hasEnclosure],
  (state, { hash, because, replacedBy }, { today }) => {
    const paper = paperOf(state, hash, 'enclosure')
    if (paper === undefined) return refuse('paperUnknown', '没有这份随附答复提供的文件，请核对。', '条例§17')
    if (paper.decided?.as === 'withheld')
      return refuse('paperRepeated', '这份文件已经决定不提供，请勿重复登记。', '条例§17')
    if (!says(because)) return missing('不提供这份文件的理由', '条例§37')
    if (replacedBy === hash || (replacedBy && paperOf(state, replacedBy, 'enclosure') === undefined))
      return refuse(
        'paperUnknown',
        '没有可以替换它的文件，请先添加处理后的文件，用途选“随附答复提供的文件”。',
        '条例§37',
      )
    return [event('paperWithheld', today, { hash, because, replacedBy: replacedBy ?? null })]
  },
)
