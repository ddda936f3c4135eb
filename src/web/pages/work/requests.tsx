import { Form } from 'react-router'
import { dispositions } from '../../../law/dispositions.ts'
import { type Status, statuses } from '../../../office/requests/progress.ts'
import { Button, buttonClass, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type Option, SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/requests.ts'
import { BulkChoice, bulkForm } from './bulk-choice.tsx'
import { CaseTable } from './case-table.tsx'
import { namesAt } from './colleagues.ts'
import { find, removeView, saveView } from './list-answer.ts'
import { askedIn, type Filter, queryOf } from './list-filter.ts'
import { NextPage } from './next-page.tsx'
import { RefusedNote } from './refused-note.tsx'
import { requestsHref } from './rooms.ts'
import { SavedViews } from './saved-views.tsx'
import { told } from './told.ts'
import { mayAt } from './who.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const asked = askedIn(searchParams)
  const { organ } = params
  const [me, board, views, names] = await Promise.all([
    api.call('readMe', {}),
    api.call('readBoard', { params: { organ } }),
    api.call('listViews', { params: { organ } }),
    namesAt(api, organ),
  ])
  const { asOf, soonUntil } = told(board)
  const listed = await api.call('listRequests', {
    params: { organ },
    query: {
      ...queryOf(asked),
      ...(searchParams.has('after') && { after: searchParams.get('after') }),
    } as object,
  })
  const organName = told(me).grants.find((grant) => grant.organ === organ)?.organName ?? ''
  const wrong = !listed.ok && listed.problem.status === 400 ? listed.problem : null
  const page = wrong === null ? told(listed) : { rows: [], next: null }
  const errors = Object.fromEntries((wrong?.errors ?? []).map(({ field, message }) => [field, message]))
  const kept = told(views).rows.map(({ id, name, filter }) => ({
    id,
    name,
    href: `?${new URLSearchParams(filter as Record<string, string>)}`,
  }))
  const exports = mayAt(told(me), organ, 'exportRequests')
  const handles = mayAt(told(me), organ, 'assign')
  return {
    organ,
    organName,
    asked,
    kept,
    exports,
    handles,
    names,
    now: { today: asOf, soonUntil },
    ...page,
    wrong: wrong?.detail ?? null,
    errors,
  }
}

export async function action({ params: { organ }, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const { searchParams } = new URL(request.url)
  switch (form.get('intent')) {
    case 'saveView':
      return saveView(api, organ, form, searchParams)
    case 'removeView':
      return removeView(api, organ, form, searchParams)
    default:
      return find(api, organ, String(form.get('q') ?? ''))
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `办件 · ${loaderData?.organName ?? ''}` }]

const optionsOf = (table: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

const statusOptions = optionsOf(statuses satisfies Record<Status, string>)
const dispositionOptions = Object.entries(dispositions).map(([value, { caption }]) => ({
  value,
  label: caption,
}))

/** All requests of an organ, the newest first, narrowed down as one likes. The filter is the address. */
export default function Requests({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, asked, names, now, rows, next, wrong, errors, kept, exports, handles } = loaderData
  const search = new URLSearchParams(asked)
  const select = (name: Filter, label: string, options: readonly Option[]) => (
    <SelectField name={name} label={label} empty="全部" options={options} defaultValue={asked[name] ?? ''} />
  )
  const day = (name: Filter, label: string) => (
    <TextField
      name={name}
      label={label}
      placeholder="如 2026-3-6"
      autoComplete="off"
      defaultValue={asked[name]}
      error={errors[name]}
    />
  )
  return (
    <div className="stack">
      <PageHead
        title="办件"
        note={loaderData.organName}
        acts={
          exports && (
            <>
              <a className={buttonClass({})} href={`${requestsHref(organ)}/export?${search}`}>
                导出 XLSX
              </a>
              <a className={buttonClass({})} href={`${requestsHref(organ)}/export?format=csv&${search}`}>
                导出 CSV
              </a>
            </>
          )
        }
      />
      {actionData?.field === 'find' && <RefusedNote message={actionData.message} />}
      <SavedViews
        views={kept}
        mayKeep={search.size > 0}
        error={actionData?.field === 'name' ? actionData.message : undefined}
      />
      <Panel title="筛选">
        <Form method="get" className="work-filter noprint" noValidate key={JSON.stringify(asked)}>
          <TextField
            name="numbered"
            label="登记编号"
            placeholder="编号的一部分"
            autoComplete="off"
            defaultValue={asked.numbered}
            error={errors.numbered}
          />
          {select('open', '是否办结', optionsOf({ true: '尚未办结', false: '已经办结' }))}
          {select('status', '环节', statusOptions)}
          {select('handler', '承办', optionsOf(names))}
          {select('disposition', '办理结果', dispositionOptions)}
          {select('disputed', '复议、诉讼', optionsOf({ true: '有' }))}
          {day('receivedFrom', '收到之日起于')}
          {day('receivedTo', '收到之日止于')}
          <div className="work-filter__acts">
            <Button type="submit" kind="primary">
              筛选
            </Button>
            {Object.keys(asked).length > 0 && (
              <LinkButton kind="quiet" to={requestsHref(organ)}>
                清除
              </LinkButton>
            )}
          </div>
        </Form>
      </Panel>
      <Panel kind="list" title="申请件" aside="最近收到的在前">
        <CaseTable
          caption="申请件"
          rows={rows}
          now={now}
          names={names}
          {...(rows.length > 0 && { picks: bulkForm })}
          empty={
            <EmptyState title={wrong === null ? '没有这样的申请' : '筛选的条件需要改正'}>
              {wrong ?? '放宽或者清除筛选的条件再看。'}
            </EmptyState>
          }
        />
      </Panel>
      {rows.length > 0 && <BulkChoice organ={organ} handles={handles} exports={exports} />}
      <NextPage next={next} />
    </div>
  )
}
