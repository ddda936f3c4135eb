import { useEffect, useRef } from 'react'
import { data, Form, Link, redirect, useSubmit } from 'react-router'
import { addDays, formatChinese } from '../../../../law/day.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { requestHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/inspection.ts'
import { inspectionHref, inspectionsHref, recordsHref } from './hrefs.ts'
import { SupervisionTrail } from './supervision-trail.tsx'
import './supervision.css'

/** Days that organs have to mend what was found, unless told otherwise. */
const daysToMend = 15

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ } = params
  const { searchParams } = new URL(request.url)
  const [at, check] = [searchParams.get('at'), searchParams.get('check')]
  const [run, organs, board, items] = await Promise.all([
    api.call('readInspection', { params }),
    organsBelow(api, organ),
    api.call('readBoard', { params: { organ } }),
    at === null
      ? null
      : api.call('listInspectionItems', { params, query: { at, ...(check !== null && { check }) } }),
  ])
  return {
    organ,
    run: told(run),
    names: Object.fromEntries(organs.map(({ id, name }) => [id, name])),
    today: told(board).asOf,
    behind: items === null ? null : { at: at!, check, rows: told(items).rows },
    done: searchParams.get('done'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const here = inspectionHref(params.organ, params.record)
  if (form.get('intent') === 'next') {
    told(await api.call('carryOnInspection', { params }))
    return redirect(here)
  }
  const due = readDay(String(form.get('due') ?? ''))
  const chosen = form.getAll('chosen').map((each) => {
    const [organ = '', check = ''] = String(each).split(' ')
    return { organ, check }
  })
  const errors = {
    ...(due === null && { due: '请填写整改期限，如 2026年6月30日。' }),
    ...(chosen.length === 0 && { chosen: '请勾选要通报的问题。' }),
  }
  if (due === null || chosen.length === 0) return data({ errors }, 422)
  const called = await api.call('notifyInspection', { params, body: { due, chosen } })
  if (!called.ok) return data({ errors: { due: called.problem.detail } }, called.problem.status)
  const { opened, repeats, known, refused } = called.body
  return redirect(`${here}?done=${[opened, repeats, known, refused.length].join('-')}`)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.run.caption ?? '巡查'} · 监督保障` },
]

/** What a run found: a line for each check that found anything, a column for each organ; each number opens. */
export default function Inspection({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, run, names, today, done, behind } = loaderData
  return (
    <div className="stack">
      <SupervisionTrail organ={organ} list="巡查" href={inspectionsHref(organ)} here={run.caption} />
      <PageHead title={`${run.caption}巡查`} note={`${formatChinese(run.openedOn)} · ${run.organs} 个机关`} />
      {done !== null && <Done told={done} organ={organ} round={run.caption} />}
      {!run.finished && <Running run={run} />}
      {behind !== null && <Behind {...loaderData} behind={behind} />}
      {run.finished && (
        <Form method="post" noValidate className="stack">
          <ErrorSummary errors={actionData?.errors as Readonly<Record<string, string>> | undefined} />
          <Panel kind="list" title="发现的问题" aside="点开数字看是哪些">
            <Found organ={organ} run={run} names={names} />
          </Panel>
          {run.results.some(({ counts }) => Object.keys(counts).length > 0) && (
            <Panel title="通报并限期整改">
              <div className="stack supervision__form">
                <p>勾选的每一项成为该机关的一个问题，通知其联络员；上次通报过的自动认出，排在最前。</p>
                <DateField
                  name="due"
                  label="整改期限"
                  required
                  today={today}
                  defaultValue={addDays(today, daysToMend)}
                  error={(actionData?.errors as { due?: string } | undefined)?.due}
                />
                <div className="deed__acts">
                  <SubmitButton pending="正在通报…">通报所选的问题</SubmitButton>
                </div>
              </div>
            </Panel>
          )}
        </Form>
      )}
    </div>
  )
}

type Run = AnsweredBy<'readInspection'>

/** Goes on by itself where script runs, and by a press of the button where not. */
function Running({ run }: { readonly run: Run }) {
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  // Each answer brings another count, and with it the next step.
  useEffect(() => {
    if (run.looked <= run.organs) void submit(form.current, { replace: true })
  }, [run.looked, run.organs, submit])
  return (
    <Panel title="正在巡查">
      <Form method="post" ref={form} className="stack">
        <Progress label="已经看过的机关" done={run.looked} of={run.organs} />
        <input type="hidden" name="intent" value="next" />
        <div className="deed__acts">
          <SubmitButton kind="plain" pending="正在巡查…">
            继续巡查
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}

interface FoundRow {
  readonly organ: string
  readonly check: Run['checks'][number]
  readonly count: number
}

function Found({ organ, run, names }: { readonly organ: string; readonly run: Run; readonly names: Names }) {
  const groups = run.checks
    .map((check) => ({
      check,
      rows: run.results.flatMap((result): readonly FoundRow[] => {
        const count = result.counts[check.id] ?? 0
        return count === 0 ? [] : [{ organ: result.organ, check, count }]
      }),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ check, rows }) => ({
      key: check.id,
      title: `${check.room} · ${check.caption}（${rows.reduce((sum, { count }) => sum + count, 0)} 项，${rows.length} 个机关）`,
      rows,
    }))
  return (
    <DataTable
      caption="发现的问题"
      keyOf={({ organ: of, check }) => `${of} ${check.id}`}
      groups={groups}
      columns={[
        {
          key: 'chosen',
          head: '通报',
          kind: 'keep',
          cell: ({ organ: of, check }) => (
            <input
              type="checkbox"
              name="chosen"
              value={`${of} ${check.id}`}
              defaultChecked
              aria-label={`通报${names[of] ?? ''}：${check.caption}`}
            />
          ),
        },
        { key: 'organ', head: '机关', names: true, cell: ({ organ: of }) => names[of] ?? of },
        {
          key: 'count',
          head: '项数',
          kind: 'number',
          cell: ({ organ: of, check, count }) => (
            <Link to={inspectionHref(organ, run.id, { at: of, check: check.id })}>{count}</Link>
          ),
        },
        { key: 'advice', head: '怎样整改', cell: ({ check }) => check.advice },
        {
          key: 'cites',
          head: '依据',
          cell: ({ check }) => (
            <span>
              <Cites of={check.cites as never} audience="staff" />
            </span>
          ),
        },
      ]}
      empty={<EmptyState title="没有发现问题">各项检查在所有机关都没有发现问题。</EmptyState>}
    />
  )
}

type Names = Readonly<Record<string, string>>

/** What one number counts. */
function Behind({
  organ,
  run,
  names,
  behind: { at, check, rows },
}: Route.ComponentProps['loaderData'] & {
  readonly behind: NonNullable<Route.ComponentProps['loaderData']['behind']>
}) {
  const caption = run.checks.find(({ id }) => id === check)?.caption
  return (
    <Panel
      kind="list"
      title={`${names[at] ?? at}${caption === undefined ? '' : ` · ${caption}`}`}
      aside={<Link to={inspectionHref(organ, run.id)}>收起</Link>}
    >
      <DataTable
        caption="这个数字背后的条目"
        keyOf={({ check: of, what, message }) => `${of} ${what} ${message}`}
        groups={[{ key: 'all', rows }]}
        columns={[
          {
            key: 'what',
            head: '条目',
            names: true,
            cell: ({ ref, what }) =>
              ref?.kind === 'request' ? <Link to={requestHref(at, ref.id)}>{what}</Link> : what,
          },
          { key: 'check', head: '检查项', cell: (row) => row.caption },
          { key: 'message', head: '说明', cell: ({ message }) => message },
        ]}
        empty={<EmptyState title="没有条目">这一项没有发现问题。</EmptyState>}
      />
    </Panel>
  )
}

function Done({
  told: text,
  organ,
  round,
}: {
  readonly told: string
  readonly organ: string
  readonly round: string
}) {
  const [opened = 0, repeats = 0, known = 0, refused = 0] = text.split('-').map(Number)
  return (
    <Note state={refused > 0 ? 'soon' : 'ok'} live>
      已经通报 {opened} 个问题{repeats > 0 && `，其中 ${repeats} 个上次通报过`}
      {known > 0 && `；${known} 个本轮已经通报，没有重复登记`}
      {refused > 0 && `；${refused} 个没有登记，请在整改页逐项登记`}。
      <Link to={recordsHref(organ, 'finding', { round })}>查看问题</Link>
    </Note>
  )
}
