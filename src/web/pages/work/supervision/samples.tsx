import { data, Form, Link, redirect } from 'react-router'
import { dayOf, formatChinese, yearOf } from '../../../../law/day.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { DeedFields } from '../deed-fields.tsx'
import { faultsOf, typedIn } from '../filled-in.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/samples.ts'
import { sampleHref } from './hrefs.ts'
import { SupervisionTabs } from './supervision-tabs.tsx'
import './supervision.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { rows, asOf } = told(await api.call('listSupervision', { params: { organ, kind: 'sample' } }))
  return {
    organ,
    today: asOf,
    fields: forms.fieldsOf('drawSample') ?? [],
    rows: rows.map(({ id, data: kept, openedOn, stateCaption }) => ({
      ...{ id, openedOn, stateCaption, title: String(kept.title), seed: String(kept.seed) },
      cases: (kept.cases as readonly unknown[]).length,
    })),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const fields = forms.fieldsOf('drawSample') ?? []
  const called = await api.call('drawSample', { params, body: forms.read(fields, form) as never })
  if (called.ok) return redirect(sampleHref(params.organ, called.body.id))
  return data({ ...faultsOf(called.problem, fields), typed: typedIn(form) }, called.problem.status)
}

export const meta = () => [{ title: '案卷评查 · 监督保障' }]

/** Draws of closed cases, and a new one. */
export default function Samples({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, rows, fields, today } = loaderData
  const given = { each: ['2'], from: [dayOf(yearOf(today), 1, 1)], to: [today] }
  return (
    <div className="stack">
      <PageHead title="案卷评查" note="抽取已经办结的申请件，由律师或者法制人员逐件评查" />
      <SupervisionTabs organ={organ} current="sample" />
      <Panel kind="list" title="各次评查" aside={`${rows.length} 次`}>
        <DataTable
          caption="各次评查"
          keyOf={({ id }) => id}
          groups={[{ key: 'all', rows }]}
          columns={[
            {
              key: 'title',
              head: '评查',
              names: true,
              cell: ({ id, title }) => <Link to={sampleHref(organ, id)}>{title}</Link>,
            },
            { key: 'cases', head: '件数', kind: 'number', cell: ({ cases }) => cases },
            { key: 'seed', head: '种子', cell: ({ seed }) => seed },
            { key: 'on', head: '抽取', kind: 'keep', cell: ({ openedOn }) => formatChinese(openedOn) },
            { key: 'state', head: '状态', kind: 'keep', cell: ({ stateCaption }) => stateCaption },
          ]}
          empty={<EmptyState title="还没有评查过">在下面抽取第一批。</EmptyState>}
        />
      </Panel>
      <Panel title="抽取案卷">
        <Form method="post" noValidate className="stack supervision__form">
          <ErrorSummary errors={actionData?.errors} />
          <RefusedNote message={actionData?.message} />
          <p>
            种子可以是任意的数字或者文字，如当众抽出的号码。同样的种子、日期和件数，谁来抽都是同样的案卷。
          </p>
          <DeedFields
            fields={fields}
            typed={actionData?.typed ?? given}
            errors={actionData?.errors ?? {}}
            today={today}
          />
          <div className="deed__acts">
            <SubmitButton>抽取</SubmitButton>
          </div>
        </Form>
      </Panel>
    </div>
  )
}
