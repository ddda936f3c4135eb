import { ageUnits } from '../../../../law/timeliness.ts'
import { columns } from '../../../../office/documents/columns.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/field.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type Outcome, Said } from '../administration/outcome.tsx'
import { columnKeys, countField, openField, unitField } from './column-settings.ts'

interface FormProps {
  readonly settings: AnsweredBy<'readFreshness'>['rows'][number]['settings']
  readonly answer: Outcome | undefined
}

const units = ['day', 'week', 'month'] as const

/** Which columns the organ opens, and where it wants them kept up more often than the inspection does. */
export function ColumnSettingsForm({ settings: { closed = [], ages = {} }, answer }: FormProps) {
  const { typed, errors = {} } = answer ?? {}
  const isOpen = (column: (typeof columnKeys)[number]) =>
    typed === undefined ? !closed.includes(column) : (typed[openField] ?? []).includes(column)
  return (
    <Panel title="本机关开设的栏目">
      <GuardedForm method="post" className="stack">
        <p>没有这方面信息的栏目可以不开设，不再提示空白。更严的更新要求可以不填，不填的按规定。</p>
        <ErrorSummary errors={answer?.errors} />
        <Said outcome={answer} />
        <DataTable
          caption="开设的栏目和更新要求"
          keyOf={(column) => column}
          groups={[{ key: 'all', rows: columnKeys }]}
          empty={null}
          columns={[
            {
              key: 'column',
              head: '开设',
              names: true,
              cell: (column) => (
                <label className="choice">
                  <input type="checkbox" name={openField} value={column} defaultChecked={isOpen(column)} />
                  <span>{columns[column].caption}</span>
                </label>
              ),
            },
            {
              key: 'age',
              head: '至少多久更新一次',
              cell: (column) => (
                <span className="watch__age">
                  <input
                    id={fieldId(countField(column))}
                    className="input input--short"
                    name={countField(column)}
                    inputMode="numeric"
                    size={4}
                    autoComplete="off"
                    aria-label={`${columns[column].caption}：多少`}
                    aria-invalid={errors[countField(column)] !== undefined || undefined}
                    defaultValue={typed?.[countField(column)]?.[0] ?? ages[column]?.count ?? ''}
                  />
                  <select
                    className="input input--short"
                    name={unitField(column)}
                    aria-label={`${columns[column].caption}：单位`}
                    defaultValue={typed?.[unitField(column)]?.[0] ?? ages[column]?.unit ?? 'month'}
                  >
                    {units.map((unit) => (
                      <option key={unit} value={unit}>
                        {ageUnits[unit]}
                      </option>
                    ))}
                  </select>
                </span>
              ),
            },
          ]}
        />
        <div className="acts">
          <SubmitButton>保存</SubmitButton>
        </div>
      </GuardedForm>
    </Panel>
  )
}
