import { data, Form, Link, redirect } from 'react-router'
import { type Day, formatChinese, yearOf } from '../../../law/day.ts'
import { ratingLevels } from '../../../office/feedback/rating-levels.ts'
import { reportedPages } from '../../../office/feedback/reported-pages.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/feedback.ts'
import { RatingsBelow } from './feedback-below.tsx'
import { feedbackHref, requestHref } from './rooms.ts'
import { told } from './told.ts'
import { mayAt } from './who.ts'
import './intake.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ } = params
  const { searchParams } = new URL(request.url)
  const asked = Number(searchParams.get('year')) || undefined
  const query = asked === undefined ? {} : { year: asked }
  const me = told(await api.call('readMe', {}))
  const [counted, own] = await Promise.all([
    api.call('countRatings', { params: { organ }, query: { ...query, below: 'true' } }),
    mayAt(me, organ, 'annotate') ? api.call('readFeedback', { params: { organ }, query }).then(told) : null,
  ])
  const { rows, year } = told(counted)
  const below = rows.find((row) => row.organ === searchParams.get('below') && row.organ !== organ) ?? null
  return { organ, year, counts: rows.find((row) => row.organ === organ) ?? null, rows, own, below }
}

/** Records what was done about a fault. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const [report, reportedOn] = ['report', 'reportedOn'].map((name) => String(form.get(name) ?? ''))
  const how = String(form.get(`how-${report}`) ?? '').trim()
  if (how === '') return data({ report: report!, error: '请写明怎样处理。' }, 422)
  const body = { reportedOn: reportedOn!, how: how! } as never
  const done = await deskOf(context).api.call('settleFault', {
    params: { organ: params.organ, report: report! },
    body,
  })
  return done.ok
    ? redirect(feedbackHref(params.organ, { year: yearOf(reportedOn as Day) }))
    : data({ report: report!, error: done.problem.detail }, done.problem.status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `公众反馈 · ${loaderData?.year ?? ''}年` }]

/** What people outside say: how content applicants were, in their words, and what is wrong on the pages. */
export default function Feedback({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, year, counts, rows, own, below } = loaderData
  return (
    <>
      <PageHead
        title="公众反馈"
        note={`${year}年办结的申请${own === null ? '' : '和指出的差错'}`}
        acts={
          <Form method="get" className="work-filter noprint" key={year}>
            {below !== null && <input type="hidden" name="below" value={below.organ} />}
            <TextField name="year" label="年份" defaultValue={String(year)} inputMode="numeric" short />
            <Button type="submit">查看</Button>
          </Form>
        }
      />
      <div className="stack work-narrow">
        {below === null ? (
          <>
            <Panel kind="list" title="满意程度" aside={`${counts?.total ?? 0} 件评价`}>
              <DataTable
                caption="满意程度"
                keyOf={({ level }) => level}
                groups={[{ key: 'all', rows: counts?.counts ?? [] }]}
                empty={<EmptyState title="还没有评价">办结以后，申请人在查询页上评价。</EmptyState>}
                columns={[
                  { key: 'level', head: '程度', names: true, cell: ({ level }) => ratingLevels[level] },
                  { key: 'count', head: '件数', kind: 'number', cell: ({ count }) => count },
                ]}
              />
            </Panel>
            {rows.length > 1 && <RatingsBelow rows={rows} />}
            {own !== null && <Own organ={organ} {...own} actionData={actionData} />}
          </>
        ) : (
          <RatingsBelow rows={[below]} allHref={feedbackHref(organ, { year })} />
        )}
        <p className="noprint">
          <Link to={feedbackHref(organ, { year: year - 1, ...(below !== null && { below: below.organ }) })}>
            看{year - 1}年
          </Link>
        </p>
      </div>
    </>
  )
}

interface OwnProps extends AnsweredBy<'readFeedback'> {
  readonly organ: string
  readonly actionData: { readonly report: string; readonly error: string } | undefined
}

/** What the organ alone may read and settle. */
const Own = ({ organ, words, reports, actionData }: OwnProps) => (
  <>
    <Panel kind="list" title="申请人的意见" aside="只有本机关可以阅看">
      <DataTable
        caption="申请人的意见"
        keyOf={({ request }) => request}
        groups={[{ key: 'all', rows: words.filter(({ text }) => text !== null) }]}
        empty={<EmptyState title="没有写下意见">评价时所写的意见在这里阅看。</EmptyState>}
        columns={[
          {
            key: 'number',
            head: '申请件',
            names: true,
            cell: ({ request, number }) => <Link to={requestHref(organ, request)}>{number ?? '未编号'}</Link>,
          },
          { key: 'level', head: '程度', kind: 'keep', cell: ({ level }) => ratingLevels[level] },
          { key: 'text', head: '意见', cell: ({ text }) => text },
          { key: 'on', head: '日期', kind: 'keep', cell: ({ on }) => formatChinese(on) },
        ]}
      />
    </Panel>
    <Panel
      title="指出的页面差错"
      aside={`${reports.filter(({ settled }) => settled === null).length} 条未处理`}
    >
      {reports.length === 0 ? (
        <EmptyState title="没有指出的差错">公众在联系方式页指出的差错在这里处理。</EmptyState>
      ) : (
        <ul className="stack">
          {reports.map((report) => (
            <li key={report.report}>
              <Report
                report={report}
                error={actionData?.report === report.report ? actionData.error : undefined}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  </>
)

interface ReportProps {
  readonly report: AnsweredBy<'readFeedback'>['reports'][number]
  readonly error: string | undefined
}

const Report = ({ report: { report, page, on, text, reach, settled }, error }: ReportProps) => (
  <Note state={settled === null ? 'soon' : 'plain'} title={`${formatChinese(on)} · ${reportedPages[page]}`}>
    <p>{text ?? '内容已经删除。'}</p>
    {reach !== null && <p className="intake__quiet">联系方式：{reach}</p>}
    {settled !== null ? (
      <p>
        {formatChinese(settled.on)}处理：{settled.how}
      </p>
    ) : (
      <Form method="post" className="work-filter noprint" noValidate>
        <input type="hidden" name="report" value={report} />
        <input type="hidden" name="reportedOn" value={on} />
        <TextField
          name={`how-${report}`}
          label="怎样处理"
          placeholder="例如：电话已经更正"
          autoComplete="off"
          error={error}
        />
        <SubmitButton kind="plain">登记处理</SubmitButton>
      </Form>
    )}
  </Note>
)
