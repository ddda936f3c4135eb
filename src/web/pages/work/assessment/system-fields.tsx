import {
  type Indicator,
  type IndicatorSystem,
  isBranch,
} from '../../../../office/supervision/assessment/system.ts'
import { type Check, MoreFields, RuleFields } from './rule-fields.tsx'
import { ActButton, NumberInput, TextInput } from './typed-inputs.tsx'
import './assessment.css'

interface SystemProps {
  readonly system: IndicatorSystem
  readonly checks: readonly Check[]
}

/** The tree of a system as fields; each button keeps what was typed and does one thing. */
export const SystemFields = (shown: SystemProps) => (
  <div className="stack">
    {shown.system.indicators.map((each) => (
      <IndicatorFields key={each.id} indicator={each} {...shown} />
    ))}
    <ActButton act="addBelow|">加一项指标</ActButton>
  </div>
)

/** One indicator, what bears on it, and what is below it. */
export function IndicatorFields({
  indicator,
  alone = false,
  ...shown
}: SystemProps & {
  readonly indicator: Indicator
  /** Nothing goes below it. */
  readonly alone?: boolean
}) {
  const { id, caption, weight, origin } = indicator
  return (
    <div>
      <div className="assess__row">
        <TextInput
          name={`caption:${id}`}
          label={`${id} 指标${origin === 'filledIn' ? '（补足）' : ''}`}
          value={caption}
        />
        <NumberInput
          name={`weight:${id}`}
          label={shown.system.tree === 'percent' ? '权重（%）' : '分值'}
          value={weight}
        />
        <div className="deed__acts">
          {!alone && (
            <ActButton act={`addBelow|${id}`} says={caption}>
              加下级
            </ActButton>
          )}
          <ActButton act={`remove|${id}`} says={`指标“${caption}”`}>
            删去
          </ActButton>
        </div>
      </div>
      <div className="assess__tree">
        <MoreFields indicator={indicator} {...shown} />
        {isBranch(indicator) ? (
          indicator.children.map((each) => <IndicatorFields key={each.id} indicator={each} {...shown} />)
        ) : (
          <RuleFields leaf={indicator} />
        )}
      </div>
    </div>
  )
}
