import { data, Form, Link, redirect } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { formatChinese, partsOf } from '../../../../law/day.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import type { Route } from './+types/inspections.ts'
import { inspectionHref } from './hrefs.ts'
import { SupervisionTabs } from './supervision-tabs.tsx'
import './supervision.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { rows, asOf } = told(await api.call('listSupervision', { params: { organ, kind: 'inspection' } }))
  const { year, month } = partsOf(asOf)
  const quarter = chineseNumeral(Math.ceil(month / 3))
  return {
    organ,
    rows: rows.map(({ id, data, openedOn, stateCaption }) => ({
      ...{ id, caption: String(data.caption), openedOn, stateCaption },
    })),
    suggested: `${year}年第${quarter}季度`,
  }
}

export async function action({ params: { organ }, request, context }: Route.ActionArgs) {
  const caption = String((await request.formData()).get('caption') ?? '').trim()
  if (caption === '') return data({ errors: { caption: '请填写这一轮的名称。' } }, 422)
  const called = await deskOf(context).api.call('beginInspection', { params: { organ }, body: { caption } })
  return called.ok
    ? redirect(inspectionHref(organ, called.body.id))
    : data({ errors: { caption: called.problem.detail } }, called.problem.status)
}

export const meta = () => [{ title: '巡查 · 监督保障' }]

/** Runs over all organs below, and a new one. */
export default function Inspections({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, rows, suggested } = loaderData
  return (
    <div className="stack">
      <PageHead title="巡查" note="系统自己看得见的：逾期、陈旧和空白栏目、缺项、个人信息、年报……" />
      <SupervisionTabs organ={organ} current="inspection" />
      <Panel title="开始一轮巡查">
        <Form method="post" noValidate className="stack supervision__form">
          <ErrorSummary errors={actionData?.errors} />
          <TextField
            name="caption"
            label="轮次"
            hint="通报问题时写明；下一轮用另一个名称，重复的问题才认得出来。"
            required
            defaultValue={suggested}
            error={actionData?.errors.caption}
          />
          <div className="deed__acts">
            <SubmitButton>巡查全部下级机关</SubmitButton>
          </div>
        </Form>
      </Panel>
      <Panel kind="list" title="各次巡查" aside="每天早晨自动巡查一次">
        <DataTable
          caption="各次巡查"
          keyOf={({ id }) => id}
          groups={[{ key: 'all', rows }]}
          columns={[
            {
              key: 'caption',
              head: '轮次',
              names: true,
              cell: ({ id, caption }) => <Link to={inspectionHref(organ, id)}>{caption}</Link>,
            },
            { key: 'on', head: '日期', kind: 'keep', cell: ({ openedOn }) => formatChinese(openedOn) },
            { key: 'state', head: '状态', kind: 'keep', cell: ({ stateCaption }) => stateCaption },
          ]}
          empty={<EmptyState title="还没有巡查过">填写轮次，开始第一轮巡查。</EmptyState>}
        />
      </Panel>
    </div>
  )
}
