import {
  absences,
  faultsOf,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  type Leaf,
  leavesOf,
  ruleKinds,
} from '../../../../office/supervision/assessment/system.ts'
import {
  ActButton,
  ChoiceInput,
  Folded,
  NumberInput,
  RowsInput,
  ShareInput,
  TextInput,
  TickInput,
} from './typed-inputs.tsx'

export interface Check {
  readonly id: string
  readonly caption: string
}

/** How a leaf is scored, as fields. */
export function RuleFields({ leaf }: { readonly leaf: Leaf }) {
  const { id, caption, rule } = leaf
  switch (rule.kind) {
    case 'deduct':
      return (
        <>
          {rule.faults.map((fault) => (
            <div key={fault.id} className="assess__cells">
              <TextInput name={`caption:${fault.id}`} label="扣分的问题" value={fault.caption} />
              <NumberInput name={`each:${fault.id}`} label="每次扣" value={fault.each} />
              <NumberInput name={`most:${fault.id}`} label="最多扣" value={fault.most} />
              <TextInput name={`basis:${fault.id}`} label="依据" value={fault.basis} />
              <div className="deed__acts">
                <ActButton act={`dropFault|${fault.id}`} says={fault.caption}>
                  删去
                </ActButton>
              </div>
            </div>
          ))}
          <ActButton act={`addFault|${id}`} says={caption}>
            加扣分的问题
          </ActButton>
        </>
      )
    case 'levels':
      return (
        <RowsInput
          list={`levels:${id}`}
          rows={rule.levels}
          add="加一档"
          keyOf={(level) => level.id}
          says={(level) => level.caption}
        >
          {(level, prefix) => (
            <>
              <TextInput name={`${prefix}.caption`} label="档次" value={level.caption} />
              <ShareInput name={`${prefix}.share`} label="得分比例（%）" value={level.share} />
            </>
          )}
        </RowsInput>
      )
    case 'earn':
      return (
        <RowsInput
          list={`merits:${id}`}
          rows={rule.merits}
          add="加一个加分事项"
          keyOf={(merit) => merit.id}
          says={(merit) => merit.caption}
        >
          {(merit, prefix) => (
            <>
              <TextInput name={`${prefix}.caption`} label="加分事项" value={merit.caption} />
              <NumberInput name={`${prefix}.each`} label="每次加" value={merit.each} />
            </>
          )}
        </RowsInput>
      )
    case 'ratio':
      return <p className="assess__quiet">按抽查合格的比例得分，抽查几项、合格几项在评分时填。</p>
  }
}

interface MoreProps {
  readonly indicator: Indicator
  readonly system: IndicatorSystem
  readonly checks: readonly Check[]
}

/** What bears on an indicator beside its rule: whom it applies to, what limits it, what it is seen by. */
export function MoreFields({ indicator, system, checks }: MoreProps) {
  const { id, caption } = indicator
  const said = moreSaid(indicator, system)
  return (
    <Folded
      summary={
        <>
          <span className="sr">{caption}：</span>
          {said.length === 0 ? '适用机关、限制得分等' : said.join('；')}
        </>
      }
      names={['classes', 'limits', 'reads', 'sampling', 'evidence'].flatMap((each) => [
        `${each}:${id}.`,
        `${each}:${id}|`,
      ])}
    >
      {system.classes.length > 1 && (
        <TickInput
          name={`classes:${id}`}
          label="只适用于哪几类机关"
          hint={`都不选的，适用于全部。${absences[system.absent]}。`}
          options={system.classes.map(({ key, caption: label }) => ({ value: key, label }))}
          value={indicator.classes ?? []}
        />
      )}
      <LimitFields indicator={indicator} />
      {!isBranch(indicator) && <LeafFields leaf={indicator} checks={checks} />}
    </Folded>
  )
}

/** In short what is folded away. */
function moreSaid(indicator: Indicator, { classes }: IndicatorSystem): readonly string[] {
  const { limits = [] } = indicator
  const of = (indicator.classes ?? []).map((key) => classes.find((each) => each.key === key)?.caption ?? key)
  const faults = leavesOf([indicator]).flatMap((leaf) => faultsOf(leaf))
  return [
    ...(isBranch(indicator) ? [] : [ruleKinds[indicator.rule.kind]]),
    ...(!isBranch(indicator) && indicator.sampling ? [`采样：${indicator.sampling}`] : []),
    ...(of.length === 0 ? [] : [`只适用于${of.join('、')}`]),
    ...limits.map(({ fault, effect, share }) => {
      const named = faults.find((each) => each.id === fault)?.caption ?? fault
      return `有“${named}”的，${effect === 'times' ? `得分乘以 ${share}` : `最多得 ${Math.round(share * 100)}%`}`
    }),
    ...(!isBranch(indicator) && (indicator.reads ?? []).length > 0
      ? [`取用 ${indicator.reads!.length} 项巡查的数字`]
      : []),
  ]
}

function LimitFields({ indicator }: { readonly indicator: Indicator }) {
  const faults = leavesOf([indicator]).flatMap((leaf) => faultsOf(leaf))
  if (faults.length === 0 && (indicator.limits ?? []).length === 0) return null
  const options = faults.map(({ id, caption }) => ({ value: id, label: caption }))
  return (
    <fieldset className="assess__list">
      <legend>限制得分</legend>
      <RowsInput
        list={`limits:${indicator.id}`}
        rows={indicator.limits ?? []}
        add="加一条限制"
        keyOf={({ fault }, at) => `${fault}${at}`}
        says={({ fault }) => faults.find(({ id }) => id === fault)?.caption ?? fault}
      >
        {({ fault, effect, share }, prefix) => (
          <>
            <ChoiceInput name={`${prefix}.fault`} label="有这个问题的" value={fault} options={options} />
            <ChoiceInput
              name={`${prefix}.effect`}
              label="怎样限制"
              value={effect}
              options={[
                { value: 'atMost', label: '最多得本项的' },
                { value: 'times', label: '得分减为原来的' },
              ]}
            />
            <ShareInput name={`${prefix}.share`} label="百分之几" value={share} />
          </>
        )}
      </RowsInput>
    </fieldset>
  )
}

function LeafFields({ leaf, checks }: { readonly leaf: Leaf; readonly checks: readonly Check[] }) {
  const { id, caption, rule, sampling, evidence } = leaf
  const faults = faultsOf(leaf)
  return (
    <>
      <div className="assess__cells">
        <TextInput name={`sampling:${id}`} label="采样方式" value={sampling} />
        <TextInput name={`evidence:${id}`} label="要求的佐证材料" value={evidence} />
      </div>
      {faults.length > 0 && (
        <fieldset className="assess__list">
          <legend>取用巡查的数字</legend>
          <RowsInput
            list={`reads:${id}`}
            rows={leaf.reads ?? []}
            add="取用一项巡查的数字"
            keyOf={({ check }, at) => `${check}${at}`}
            says={({ check }) => checks.find((each) => each.id === check)?.caption ?? check}
          >
            {({ check, fault }, prefix) => (
              <>
                <ChoiceInput
                  name={`${prefix}.check`}
                  label="巡查的检查项"
                  value={check}
                  empty="请选择"
                  options={checks.map((each) => ({ value: each.id, label: each.caption }))}
                />
                <ChoiceInput
                  name={`${prefix}.fault`}
                  label="记作哪个问题"
                  value={fault}
                  options={faults.map((each) => ({ value: each.id, label: each.caption }))}
                />
              </>
            )}
          </RowsInput>
        </fieldset>
      )}
      <div className="deed__acts">
        {Object.entries(ruleKinds)
          .filter(([kind]) => kind !== rule.kind)
          .map(([kind, name]) => (
            <ActButton key={kind} act={`setRule|${kind}:${id}`} says={caption}>
              {`改为${name}`}
            </ActButton>
          ))}
      </div>
    </>
  )
}
