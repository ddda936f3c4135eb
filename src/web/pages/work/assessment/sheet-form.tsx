import type { ReactNode } from 'react'
import type { Mark, Occurrence } from '../../../../office/supervision/assessment/facts.ts'
import type { Findings } from '../../../../office/supervision/assessment/record.ts'
import {
  allLeaves,
  type Indicator,
  type IndicatorSystem,
  isBranch,
  type Leaf,
} from '../../../../office/supervision/assessment/system.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Findable, findableAt, lineField, vetoPlace } from './findings-form.ts'
import './assessment.css'

interface SheetFormProps {
  readonly system: IndicatorSystem
  /** Class of the organ: what does not apply to it is left out. */
  readonly ownClass: string
  readonly findings: Findings | null
}

/** Every leaf to be filled in, by the top indicators; those with something in them stand open. */
export const SheetForm = ({ system, ownClass, findings }: SheetFormProps) => (
  <div className="assess__sheet">
    {system.vetoes.length > 0 && (
      <Part caption="单项否决" note="有一项就不得分" open={(findings?.vetoes.length ?? 0) > 0}>
        <Lines leaf={vetoPlace} findable={system.vetoes} found={findings?.vetoes ?? []} what="否决项" />
      </Part>
    )}
    {system.indicators.map((each) => (
      <Branch key={each.id} indicator={each} {...{ ownClass, findings, system }} />
    ))}
    {system.bonus !== null && (
      <section aria-label="加分">
        <h3>加分（超过 {system.bonus.gate} 分的才计）</h3>
        {system.bonus.indicators.map((each) => (
          <Branch key={each.id} indicator={each} {...{ ownClass, findings, system }} />
        ))}
      </section>
    )}
  </div>
)

function Branch({ indicator, ...given }: SheetFormProps & { readonly indicator: Indicator }): ReactNode {
  const { ownClass, findings, system } = given
  if (indicator.classes !== undefined && !indicator.classes.includes(ownClass)) return null
  const unit = system.tree === 'percent' ? '%' : ' 分'
  if (isBranch(indicator))
    return (
      <section className="assess__branch" aria-label={indicator.caption}>
        <h3>
          {indicator.id} {indicator.caption}
          <small>
            {indicator.weight}
            {unit}
          </small>
        </h3>
        {indicator.children.map((each) => (
          <Branch key={each.id} indicator={each} {...given} />
        ))}
      </section>
    )
  const mark = findings?.marks[indicator.id] ?? {}
  return (
    <Part
      caption={`${indicator.id} ${indicator.caption}`}
      note={`${indicator.weight}${unit} · ${saidOf(indicator, mark)}`}
      open={(mark.found?.length ?? 0) > 0 || mark.notApplicable !== undefined}
    >
      <LeafFields leaf={indicator} mark={mark} />
    </Part>
  )
}

/** How a leaf stands, in a few words. */
function saidOf(leaf: Leaf, { found = [], level, sample, notApplicable }: Mark): string {
  const { rule } = leaf
  if (notApplicable !== undefined) return '不适用'
  if (rule.kind === 'levels') return rule.levels.find(({ id }) => id === level)?.caption ?? '待评定'
  if (rule.kind === 'ratio')
    return sample === undefined ? '待抽查' : `抽查 ${sample.of}，合格 ${sample.passed}`
  if (found.length === 0) return rule.kind === 'earn' ? '没有加分' : '没有问题'
  return `${found.length} 处`
}

interface PartProps {
  readonly caption: string
  readonly note: string
  readonly open: boolean
  readonly children: ReactNode
}

const Part = ({ caption, note, open, children }: PartProps) => (
  <details className="assess__part" open={open}>
    <summary>
      <span>{caption}</span>
      <small>{note}</small>
    </summary>
    <div className="assess__fields">{children}</div>
  </details>
)

const LeafFields = ({ leaf, mark }: { readonly leaf: Leaf; readonly mark: Mark }) => {
  const { id, rule, sampling, evidence } = leaf
  const asks = [sampling && `采样：${sampling}`, evidence && `材料：${evidence}`].filter((each) => each)
  return (
    <>
      {asks.length > 0 && <p className="assess__quiet">{asks.join('；')}</p>}
      {rule.kind === 'levels' && (
        <SelectField
          name={`level:${id}`}
          label="档次"
          empty="尚未评定"
          options={rule.levels.map((level) => ({
            value: level.id,
            label: `${level.caption}（得 ${Math.round(level.share * 100)}%）`,
          }))}
          defaultValue={mark.level ?? ''}
          short
        />
      )}
      {rule.kind === 'ratio' && (
        <div className="work-filter">
          <TextField
            name={`of:${id}`}
            label="抽查"
            inputMode="numeric"
            short
            defaultValue={textOf(mark.sample?.of)}
          />
          <TextField
            name={`passed:${id}`}
            label="合格"
            inputMode="numeric"
            short
            defaultValue={textOf(mark.sample?.passed)}
          />
        </div>
      )}
      {(rule.kind === 'deduct' || rule.kind === 'earn') && (
        <Lines
          leaf={id}
          findable={findableAt(leaf)}
          found={mark.found ?? []}
          what={rule.kind === 'earn' ? '加分事项' : '问题'}
        />
      )}
      <TextField
        name={`absent:${id}`}
        label="不适用的理由"
        hint="该机关没有这项工作的才填；填了就不计分。"
        defaultValue={mark.notApplicable ?? ''}
      />
    </>
  )
}

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value))

interface LinesProps {
  readonly leaf: string
  readonly findable: readonly Findable[]
  readonly found: readonly Occurrence[]
  readonly what: string
}

/** What was found, a line each, and one more to be filled in; a line without a fault is dropped. */
const Lines = ({ leaf, findable, found, what }: LinesProps) => (
  <>
    {[...found, null].map((each, line) => (
      <fieldset key={each?.id ?? 'new'} className="assess__line">
        <legend>{each === null ? `新增${what}` : `${what} ${line + 1}`}</legend>
        <input type="hidden" name={lineField(leaf, line, 'id')} value={each?.id ?? ''} />
        <input type="hidden" name={lineField(leaf, line, 'check')} value={each?.check ?? ''} />
        <SelectField
          name={lineField(leaf, line, 'kind')}
          label={what}
          empty={each === null ? '没有' : '去掉这一条'}
          options={findable.map(({ id, caption }) => ({ value: id, label: caption }))}
          defaultValue={each?.kind ?? ''}
        />
        <TextField name={lineField(leaf, line, 'what')} label="是什么" defaultValue={each?.what ?? ''} />
        <TextField name={lineField(leaf, line, 'where')} label="在哪里" defaultValue={each?.where ?? ''} />
        <TextField
          name={lineField(leaf, line, 'times')}
          label="次数"
          inputMode="numeric"
          short
          defaultValue={String(each?.times ?? 1)}
        />
      </fieldset>
    ))}
  </>
)

/** Leaves of a system that apply to a class. */
export const leavesFor = (system: IndicatorSystem, ownClass: string): readonly Leaf[] =>
  allLeaves(system).filter(({ classes }) => classes === undefined || classes.includes(ownClass))
