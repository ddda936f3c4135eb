import {
  type FaultKind,
  faultsOf,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  type Leaf,
  ruleKinds,
} from '../../../../office/supervision/assessment/system.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import './assessment.css'

/** The tree of a system as fields; each button keeps what was typed and does one thing. */
export const SystemFields = ({ system }: { readonly system: IndicatorSystem }) => (
  <div className="stack">
    {system.indicators.map((each) => (
      <Fields key={each.id} indicator={each} unit={system.tree === 'percent' ? '权重（%）' : '分值'} />
    ))}
    <SubmitButton kind="plain" small name="act" value="addBelow|">
      加一项指标
    </SubmitButton>
  </div>
)

interface FieldsProps {
  readonly indicator: Indicator
  readonly unit: string
}

function Fields({ indicator, unit }: FieldsProps) {
  const { id, caption, weight, origin } = indicator
  return (
    <div>
      <div className="assess__row">
        <TextField
          name={`caption:${id}`}
          label={`${id} 指标${origin === 'filledIn' ? '（补足）' : ''}`}
          defaultValue={caption}
        />
        <TextField name={`weight:${id}`} label={unit} defaultValue={String(weight)} inputMode="decimal" />
        <div className="deed__acts">
          <SubmitButton
            kind="quiet"
            small
            name="act"
            value={`addBelow|${id}`}
            aria-label={`加下级：${caption}`}
          >
            加下级
          </SubmitButton>
          <SubmitButton
            kind="quiet"
            small
            name="act"
            value={`remove|${id}`}
            aria-label={`删去指标“${caption}”`}
          >
            删去
          </SubmitButton>
        </div>
      </div>
      <div className="assess__tree">
        {isBranch(indicator) ? (
          indicator.children.map((each) => <Fields key={each.id} indicator={each} unit={unit} />)
        ) : (
          <RuleFields leaf={indicator} />
        )}
      </div>
    </div>
  )
}

const RuleFields = ({ leaf }: { readonly leaf: Leaf }) => {
  const { id, caption, rule, sampling, limits = [] } = leaf
  return (
    <>
      <p className="assess__quiet">
        {ruleKinds[rule.kind]}
        {rule.kind === 'levels' &&
          `：${rule.levels.map((each) => `${each.caption} ${Math.round(each.share * 100)}%`).join('，')}`}
        {sampling !== undefined && `；采样：${sampling}`}
        {limits.map(
          ({ fault, effect, share }) =>
            `；有“${faultsOf(leaf).find((each) => each.id === fault)?.caption ?? fault}”的，${effect === 'times' ? `得分乘以 ${share}` : `最多得 ${Math.round(share * 100)}%`}`,
        )}
      </p>
      {rule.kind === 'deduct' && (
        <>
          {rule.faults.map((each) => (
            <FaultFields key={each.id} fault={each} />
          ))}
          <SubmitButton
            kind="quiet"
            small
            name="act"
            value={`addFault|${id}`}
            aria-label={`在“${caption}”中加扣分的问题`}
          >
            加扣分的问题
          </SubmitButton>
        </>
      )}
    </>
  )
}

const FaultFields = ({ fault: { id, caption, each, most } }: { readonly fault: FaultKind }) => (
  <div className="assess__row assess__row--fault">
    <TextField name={`caption:${id}`} label="扣分的问题" defaultValue={caption} />
    <TextField name={`each:${id}`} label="每次扣" defaultValue={String(each)} inputMode="decimal" />
    <TextField
      name={`most:${id}`}
      label="最多扣"
      defaultValue={most === undefined ? '' : String(most)}
      inputMode="decimal"
    />
    <div className="deed__acts">
      <SubmitButton
        kind="quiet"
        small
        name="act"
        value={`dropFault|${id}`}
        aria-label={`删去问题“${caption}”`}
      >
        删去
      </SubmitButton>
    </div>
  </div>
)
