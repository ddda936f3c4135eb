import { Form } from 'react-router'
import { longestRating, ratingLevels } from '../../../office/feedback/rating-levels.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-group.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { textIn } from './apply-form.ts'
import type { TrackAnswer } from './track-action.ts'

interface RatingProps {
  readonly rating: AnsweredBy<'readOwnRating'>
  readonly answer: TrackAnswer | undefined
}

/** After the end: how content the applicant was, once, with words if they like. */
export function TrackRating({ rating: { open, level }, answer }: RatingProps) {
  if (level !== null)
    return (
      <Panel title="您的评价" kind="wide">
        <p>{ratingLevels[level]}。谢谢，每件申请评价一次。</p>
      </Panel>
    )
  if (!open) return null
  const wrong = answer !== undefined && 'errors' in answer && answer.intent === 'rating' ? answer : undefined
  return (
    <Panel title="评价这次服务" kind="wide">
      <Form className="stack noprint" method="post" noValidate data-keep>
        <p>
          评价的是服务，不影响答复，也不代替复议、诉讼。满意程度只用于统计；所写的意见只有本机关可以阅看。
        </p>
        <input type="hidden" name="intent" value="rating" />
        <RadioGroup
          name="level"
          label="是否满意"
          required
          options={Object.entries(ratingLevels).map(([value, label]) => ({ value, label }))}
          defaultValue={wrong === undefined ? undefined : textIn(wrong.typed, 'level')}
          error={wrong?.errors.level}
        />
        <TextArea
          name="words"
          label="意见"
          hint="可以不写。"
          rows={3}
          limit={longestRating}
          defaultValue={wrong === undefined ? '' : textIn(wrong.typed, 'words')}
        />
        <SubmitButton kind="plain">提交评价</SubmitButton>
      </Form>
    </Panel>
  )
}
