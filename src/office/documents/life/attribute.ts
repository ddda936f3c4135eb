import { addMonths } from '../../../law/day.ts'
import { grounds } from '../../../law/grounds.ts'
import { type AttributeDecision, event } from './events.ts'
import { exists, isInDraft, isNotWithdrawn, isSigned } from './guards.ts'
import { refuse } from './refusal.ts'
import { lastSigned } from './state.ts'
import { missing, says, verb } from './verb.ts'

/** Months after which what is withheld is looked at again, where nobody sets a day: 条例§18 names no period. */
export const defaultReviewMonths = 12

export type DecideAttribute = Pick<AttributeDecision, 'attribute'> & Partial<AttributeDecision>

/** 公文公开属性源头认定: with reasons where it is not public, and with the ground of the law where it is withheld. */
export const decideAttribute = verb<DecideAttribute>(
  'decideAttribute',
  [exists, isNotWithdrawn, isInDraft],
  (_, command, { today }) => {
    const { attribute, ground = null, law = null, because = null } = command
    if (attribute === 'proactive')
      return [
        event('attributeDecided', today, {
          attribute,
          ground: null,
          law: null,
          because: null,
          reviewOn: null,
        }),
      ]
    if (ground === 'stateSecret')
      return refuse(
        'classified',
        '国家秘密不得进入本系统（涉密不上网）。请停止处理本文件，撤出内容，报告本机关保密工作机构。',
        '保密法',
        '条例§14',
      )
    if (!says(because)) return missing('不主动公开的理由', '条例§13¶1')
    if (attribute === 'withheld' && ground === null)
      return refuse(
        'groundWithoutBasis',
        '不予公开应当有法定理由：请在《条例》第十四条至第十六条的情形中选择。',
        '条例§13¶1',
      )
    if (ground === 'otherLaw' && !says(law))
      return refuse('groundWithoutBasis', `缺少法律依据：请${grounds.otherLaw.mustExplain}。`, '条例§14')
    const reviewOn = command.reviewOn ?? addMonths(today, defaultReviewMonths)
    return reviewOn <= today
      ? refuse('badDays', '下次评估审查的日期应当在今天之后。', '条例§18')
      : [event('attributeDecided', today, { attribute, ground, law, because, reviewOn })]
  },
)

/** 条例§18: what is withheld was looked at again and stays so; to open it, amend and decide anew. */
export const reviewWithheld = verb<{
  readonly because: string
  readonly reviewOn?: AttributeDecision['reviewOn']
}>(
  'reviewWithheld',
  [
    exists,
    isNotWithdrawn,
    isSigned,
    (state) =>
      lastSigned(state)!.attribute.attribute === 'proactive'
        ? refuse('notWithheld', '文件已经确定主动公开，不需要作不公开的评估审查。', '条例§18')
        : null,
  ],
  (_, { because, reviewOn }, { today }) => {
    if (!says(because)) return missing('评估审查的意见', '条例§18')
    const next = reviewOn ?? addMonths(today, defaultReviewMonths)
    return next <= today
      ? refuse('badDays', '下次评估审查的日期应当在今天之后。', '条例§18')
      : [event('withheldReviewed', today, { because, reviewOn: next })]
  },
)
