import { type Day, formatChinese } from '../../law/day.ts'
import { isLetterNumber, letterNumberForm } from '../../law/letter-number.ts'
import { event } from './events.ts'
import { isInHandling } from './guards.ts'
import { letterOf } from './issue-letter.ts'
import { refuse } from './refusal.ts'
import { hasDraft } from './review.ts'
import { missing, says, verb } from './verb.ts'

export interface Seal {
  /** Which seal. */
  readonly seal: string
  /** 发文字号, such as 某公复〔2026〕12号. */
  readonly letterNo: string
  /** 成文日期; the day the head signed, unless another is given. */
  readonly datedOn?: Day
}

/** 编号、用印: only what was signed is sealed, and only with a number on it (GB/T 9704-2012). */
export const seal = verb<Seal>(
  'seal',
  [
    isInHandling,
    hasDraft,
    ({ draft }) =>
      draft!.approvedOn === null
        ? refuse('notApproved', '处理决定尚未签发，不能用印；请先签发。', '条例§45')
        : draft!.seal !== null
          ? refuse('alreadySealed', '处理决定已经用印，不再重复用印；请发出。', '公文格式')
          : null,
  ],
  (state, command, { today }) => {
    const { draft } = state
    const { letterNo } = command
    const datedOn = command.datedOn ?? draft!.approvedOn!
    if (!says(command.seal)) return missing('所用的印章', '公文格式')
    if (!isLetterNumber(letterNo))
      return refuse(
        'letterNumber',
        `发文字号应为“${letterNumberForm}”，年份用六角括号，序号不编虚位；请核对。`,
        '公文格式',
      )
    if (letterOf(state, letterNo) !== undefined)
      return refuse('letterRepeated', `文号${letterNo}已经用于另一份文书，请另行编号。`, '公文格式')
    if (datedOn < draft!.approvedOn! || datedOn > today)
      return refuse(
        'letterDate',
        `成文日期应为签发之日${formatChinese(draft!.approvedOn!)}或者其后、不晚于今天；请核对。`,
        '公文格式',
      )
    return [event('sealed', today, { seal: command.seal, letterNo, datedOn })]
  },
)
