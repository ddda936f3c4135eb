import {
  absences,
  compositeSources,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  trees,
} from '../../../../office/supervision/assessment/system.ts'
import { Panel } from '../../../ui/panel.tsx'
import type { Check } from './rule-fields.tsx'
import { IndicatorFields } from './system-fields.tsx'
import { ActButton, ChoiceInput, NumberInput, RowsInput, TextInput } from './typed-inputs.tsx'

interface PartProps {
  readonly system: IndicatorSystem
}

const options = (captions: Readonly<Record<string, string>>) =>
  Object.entries(captions).map(([value, label]) => ({ value, label }))

/** Name, and how the marks add up. */
export const FactFields = ({ system }: PartProps) => (
  <Panel title="名称和计分">
    <div className="stack">
      <div className="assess__cells">
        <TextInput name="name" label="名称" value={system.name} />
        <NumberInput name="year" label="年份" value={system.year} />
        <TextInput name="id" label="编号" value={system.id} hint="改为新的编号，另存为一个体系" />
      </div>
      <div className="assess__cells">
        <ChoiceInput name="tree" label="计分方式" value={system.tree} options={options(trees)} />
        <NumberInput name="full" label="满分（不含加分）" value={system.full} />
        <NumberInput name="pass" label="及格分" value={system.pass ?? undefined} hint="不设的不填" />
        <ChoiceInput name="absent" label="不适用的指标" value={system.absent} options={options(absences)} />
      </div>
    </div>
  </Panel>
)

/** Indicators that apply to single classes only, that one among them. */
const boundTo = (indicators: readonly Indicator[], key: string): number =>
  indicators.reduce(
    (sum, each) =>
      sum + Number(each.classes?.includes(key) ?? false) + (isBranch(each) ? boundTo(each.children, key) : 0),
    0,
  )

/** Classes of organs, ranked apart. One that indicators are bound to stays until they are not. */
export const ClassFields = ({ system: { classes, indicators } }: PartProps) => (
  <Panel title="机关的类别" aside="名次只在同一类中排列">
    <div className="stack">
      {classes.map(({ key, caption }, at) => {
        const bound = boundTo(indicators, key)
        return (
          <div key={key} className="assess__cells">
            <TextInput name={`classes.${at}.caption`} label={`第 ${at + 1} 类`} value={caption} />
            <div className="deed__acts">
              {bound > 0 ? (
                <span className="assess__quiet">有 {bound} 项指标只适用于这一类</span>
              ) : (
                classes.length > 1 && (
                  <ActButton act={`dropRow|classes.${at}`} says={caption}>
                    删去
                  </ActButton>
                )
              )}
            </div>
          </div>
        )
      })}
      <ActButton act="addRow|classes">加一类机关</ActButton>
    </div>
  </Panel>
)

/** What, once found, leaves nothing else to count. */
export const VetoFields = ({ system, checks }: PartProps & { readonly checks: readonly Check[] }) => (
  <Panel title="单项否决" aside="发现就不再计其他得分">
    <div className="stack">
      <RowsInput
        list="vetoes"
        rows={system.vetoes}
        add="加一项否决"
        keyOf={({ id }) => id}
        says={({ caption }) => caption}
      >
        {({ caption, from, basis, check }, prefix) => (
          <>
            <TextInput name={`${prefix}.caption`} label="否决事项" value={caption} />
            <NumberInput name={`${prefix}.from`} label="几次起否决" value={from} />
            <TextInput name={`${prefix}.basis`} label="依据" value={basis} />
            <ChoiceInput
              name={`${prefix}.check`}
              label="取用巡查的数字"
              value={check}
              empty="不取用"
              options={checks.map((each) => ({ value: each.id, label: each.caption }))}
            />
          </>
        )}
      </RowsInput>
    </div>
  </Panel>
)

/** Points on top, behind a gate. */
export function BonusFields({ system, checks }: PartProps & { readonly checks: readonly Check[] }) {
  const { bonus } = system
  return (
    <Panel title="加分" aside={bonus === null ? '没有加分' : undefined}>
      <div className="stack">
        {bonus === null ? (
          <ActButton act="addBonus|">设加分</ActButton>
        ) : (
          <>
            <div className="assess__cells">
              <NumberInput name="bonus.gate" label="超过几分才加" value={bonus.gate} />
              <NumberInput name="bonus.most" label="最多加几分" value={bonus.most} />
              <div className="deed__acts">
                <ActButton act="dropBonus|">不设加分</ActButton>
              </div>
            </div>
            {bonus.indicators.map((each) => (
              <IndicatorFields key={each.id} indicator={each} system={system} checks={checks} alone />
            ))}
            <ActButton act="addRow|bonus">加一项加分指标</ActButton>
          </>
        )}
      </div>
    </Panel>
  )
}

export const GradeFields = ({ system: { grades } }: PartProps) => (
  <Panel title="等次" aside="从高到低">
    <div className="stack">
      <RowsInput
        list="grades"
        rows={grades}
        add="加一个等次"
        keyOf={({ caption }, at) => `${caption}${at}`}
        says={({ caption }) => caption}
      >
        {({ from, caption }, prefix) => (
          <>
            <TextInput name={`${prefix}.caption`} label="等次" value={caption} />
            <NumberInput name={`${prefix}.from`} label="从几分起" value={from} />
          </>
        )}
      </RowsInput>
    </div>
  </Panel>
)

/** What the result of a year is made of. */
export const CompositeFields = ({ system: { composite } }: PartProps) => (
  <Panel title="综合得分" aside="合计 100%；都不填的，没有综合得分">
    <div className="stack">
      <div className="assess__cells">
        {options(compositeSources).map(({ value, label }) => (
          <NumberInput
            key={value}
            name={`composite:${value}`}
            label={`${composite.find(({ of }) => of === value)?.caption ?? label}（%）`}
            value={composite.find(({ of }) => of === value)?.weight}
          />
        ))}
      </div>
      <p className="assess__quiet">缺少的部分，权重按比例并入其他部分。</p>
    </div>
  </Panel>
)
