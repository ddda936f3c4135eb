import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { type DrawnCase, type Verdict, verdicts } from '../../../../office/supervision/samples/drawn-case.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { DeedFields } from '../deed-fields.tsx'
import { faultsOf, typedIn } from '../filled-in.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { requestHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/sample.ts'
import { sampleHref, samplesHref } from './hrefs.ts'
import { SupervisionTrail } from './supervision-trail.tsx'
import './supervision.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { organ, record } = params
  const of = { organ, kind: 'sample', record } as const
  const request_ = new URL(request.url).searchParams.get('request')
  const [called, organs, letters] = await Promise.all([
    api.call('readSupervision', { params: of }),
    organsBelow(api, organ),
    request_ === null ? null : api.call('readDrawnReplies', { params: { organ, record, request: request_ } }),
  ])
  const row = told(called)
  const cases = row.data.cases as readonly DrawnCase[]
  return {
    organ,
    row,
    cases: cases.map((drawn) => {
      const judged = row.steps.findLast(
        ({ step, data: of }) => step === 'judge' && of.request === drawn.request,
      )
      return {
        ...drawn,
        verdict: (judged?.data.verdict as Verdict | undefined) ?? null,
        text: String(judged?.data.text ?? ''),
      }
    }),
    names: Object.fromEntries(organs.map(({ id, name }) => [id, name])),
    opened: letters === null ? null : { request: request_!, letters: told(letters).letters },
    fields: (forms.supervisionFields('sample', 'judge') ?? []).filter(({ name }) => name !== 'request'),
    today: row.openedOn,
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const { organ, record } = params
  const step = form.get('intent') === 'finish' ? 'finish' : 'judge'
  const fields = forms.supervisionFields('sample', step) ?? []
  const called = await api.call('stepSupervision', {
    params: { organ, kind: 'sample', record, step },
    body: { data: forms.read(fields, form) as never },
  })
  if (called.ok) return redirect(sampleHref(organ, record))
  return data({ ...faultsOf(called.problem, fields), typed: typedIn(form) }, called.problem.status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${String(loaderData?.row.data.title ?? '案卷评查')} · 监督保障` },
]

/** Cases that were drawn: each opened, read and judged. */
export default function Sample({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, row, cases, names, opened, fields, today } = loaderData
  const judged = cases.filter(({ verdict }) => verdict !== null).length
  const current = cases.find(({ request }) => request === opened?.request)
  return (
    <div className="stack">
      <SupervisionTrail
        organ={organ}
        list="案卷评查"
        href={samplesHref(organ)}
        here={String(row.data.title)}
      />
      <PageHead
        title={String(row.data.title)}
        note={`种子“${String(row.data.seed)}”，每个机关 ${String(row.data.each)} 件 · ${row.stateCaption}`}
      />
      {opened !== null && current !== undefined && (
        <Panel
          title={`${names[current.organ] ?? ''} ${current.number ?? ''}的答复`}
          aside="申请人的信息以 ××× 代替"
        >
          <div className="stack">
            {opened.letters.length === 0 && <p>这件没有发给申请人的文书，或者内容已经依法删除。</p>}
            {opened.letters.map(({ number, title, paragraphs, date, signature }) => (
              <article key={number} className="stack">
                <h3>
                  {title} {number}
                </h3>
                {paragraphs.map((text) => (
                  <p key={text} className="supervision__told">
                    {text}
                  </p>
                ))}
                <p>
                  {signature} {formatChinese(date)}
                </p>
              </article>
            ))}
            <p>
              <Link to={requestHref(current.organ, current.request)}>看办理经过</Link>
            </p>
            {row.state === 'open' && (
              <Form method="post" noValidate className="stack supervision__form" key={current.request}>
                <ErrorSummary errors={actionData?.errors} />
                <input type="hidden" name="request" value={current.request} />
                <DeedFields
                  fields={fields}
                  typed={
                    actionData?.typed ?? {
                      verdict: current.verdict === null ? [] : [current.verdict],
                      text: [current.text],
                    }
                  }
                  errors={actionData?.errors ?? {}}
                  today={today}
                />
                <div className="deed__acts">
                  <SubmitButton name="intent" value="judge">
                    登记评查意见
                  </SubmitButton>
                </div>
              </Form>
            )}
          </div>
        </Panel>
      )}
      <Panel kind="list" title="抽中的案卷" aside={`${judged} / ${cases.length} 件已评查`}>
        <DataTable
          caption="抽中的案卷"
          keyOf={({ request }) => request}
          groups={[{ key: 'all', rows: cases }]}
          columns={[
            {
              key: 'number',
              head: '申请件',
              names: true,
              cell: ({ request, number }) => (
                <Link to={sampleHref(organ, row.id, { request })}>{number ?? '未编号'}</Link>
              ),
            },
            { key: 'organ', head: '机关', cell: (drawn) => names[drawn.organ] ?? drawn.organ },
            {
              key: 'verdict',
              head: '结论',
              kind: 'keep',
              cell: ({ verdict }) => (verdict === null ? '未评查' : verdicts[verdict]),
            },
            { key: 'text', head: '意见', cell: ({ text }) => text },
          ]}
          empty={
            <EmptyState title="没有抽到案卷">这段时间没有已经办结的申请件，请换一段时间再抽。</EmptyState>
          }
        />
        {row.state === 'open' && cases.length > 0 && judged === cases.length && (
          <Form method="post" className="panel__foot deed__acts">
            <SubmitButton name="intent" value="finish">
              结束评查
            </SubmitButton>
          </Form>
        )}
      </Panel>
    </div>
  )
}
