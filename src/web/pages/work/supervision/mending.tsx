import { data, Form, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { attachmentLimits } from '../../../../office/attachments/limits.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { byteSize } from '../../../ui/byte-size.ts'
import { Cites } from '../../../ui/cite.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Tally } from '../../../ui/tiles.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { FilingButton } from '../assessment/filing-button.tsx'
import { namesAt } from '../colleagues.ts'
import { DeedFields, type Typed } from '../deed-fields.tsx'
import { faultsOf, typedIn } from '../filled-in.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/mending.ts'
import { mendingFileHref, mendingHref } from './hrefs.ts'
import { Steps } from './steps.tsx'
import './supervision.css'

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const [called, me, names] = await Promise.all([
    api.call('listMending', { params: { organ } }),
    api.call('readMe', {}),
    namesAt(api, organ),
  ])
  const fieldsOf = (kind: 'task' | 'finding', steps: readonly string[]) =>
    Object.fromEntries(steps.map((step) => [step, forms.supervisionFields(kind, step) ?? []]))
  return {
    organ,
    ...told(called),
    names,
    answers: mayAt(told(me), organ, 'answerMending'),
    files: mayAt(told(me), organ, 'answerAssessment'),
    fields: {
      task: fieldsOf('task', ['report', 'sendBack', 'extend']),
      finding: fieldsOf('finding', ['mend', 'sendBack', 'extend', 'notify']),
    },
    done: searchParams.get('done'),
    chosen: searchParams.get('record'),
  }
}

export async function action({ params: { organ }, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const [by = '', kind = '', record = ''] = String(form.get('record') ?? '').split(' ')
  const fields = forms.supervisionFields(kind, kind === 'task' ? 'report' : 'mend') ?? []
  const sent = new FormData()
  sent.append('answer', JSON.stringify({ data: forms.read(fields, form) }))
  for (const file of form.getAll('files'))
    if (typeof file !== 'string' && file.size > 0) sent.append('files', file)
  const called = await api.send('answerMending', { params: { organ, by, kind, record }, form: sent })
  if (called.ok) return redirect(`${mendingHref(organ)}?done=${encodeURIComponent(kind)}`)
  return data({ record, ...faultsOf(called.problem, fields), typed: typedIn(form) }, called.problem.status)
}

export const meta = () => [{ title: '督办整改' }]

type Asked = AnsweredBy<'listMending'>['rows'][number]
type Loaded = Route.ComponentProps['loaderData']

/** What superiors ask of an organ: repeated faults first, what is done last. */
export default function Mending({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, mocks, asOf, done } = loaderData
  const open = rows.filter(({ closedOn }) => closedOn === null)
  const closed = rows.filter(({ closedOn }) => closedOn !== null)
  const first = open.toSorted((a, b) => weightOf(b) - weightOf(a))
  return (
    <div className="stack">
      <PageHead title="督办整改" note={`上级机关交办的任务、通报的问题 · ${formatChinese(asOf)}`} />
      {done !== null && actionData === undefined && (
        <Note state="ok" live>
          已经报送，等待上级机关{done === 'task' ? '验收' : '核验'}。
        </Note>
      )}
      <Tally
        counts={[
          { label: '要办的', count: open.filter((row) => row.open.length > 0).length },
          { label: '逾期', count: open.filter(({ overdue }) => overdue).length, bad: true },
          { label: '已报送', count: open.filter((row) => row.open.length === 0).length },
          { label: '办结', count: closed.length },
        ]}
      />
      {open.length === 0 && (
        <Panel>
          <EmptyState title="没有要办的">上级机关交办任务、通报问题以后，在这里报送办理情况。</EmptyState>
        </Panel>
      )}
      {first.map((row) => (
        <One key={row.id} row={row} loaderData={loaderData} answer={actionData} />
      ))}
      {mocks.length > 0 && (
        <Panel title="上级机关的模拟申请" aside="已经告知的">
          <ul className="stack">
            {mocks.map(({ record, score }) => (
              <li key={record.id}>
                {String(record.data.code)}（登记编号 {String(record.data.number ?? '—')}）：
                {String(record.data.scenario)}，{score} 分
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {closed.length > 0 && (
        <Panel title="已经办结">
          <ul className="stack">
            {closed.map((row) => (
              <li key={row.id}>
                {nameOf(row)} · {row.stateCaption}（{formatChinese(row.closedOn!)}）
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}

const nameOf = ({ kind, data }: Asked): string => String(kind === 'task' ? data.title : data.what)
const weightOf = ({ data, overdue, open }: Asked): number =>
  Number(data.repeatedUnmended === true) * 4 + Number(overdue) * 2 + Number(open.length > 0)

/** One task or finding, and what can be told of it. */
function One({
  row,
  loaderData: { organ, answers, files, chosen, fields, names, asOf },
  answer,
}: {
  readonly row: Asked
  readonly loaderData: Loaded
  readonly answer: Route.ComponentProps['actionData']
}) {
  const { id, organ: by, kind, due, overdue, data: told, open, cites } = row
  const of: Readonly<Record<string, readonly FormField[]>> = fields[kind as 'task' | 'finding']
  const here = answer?.record === id ? answer : undefined
  const typed: Typed = here?.typed ?? {}
  return (
    <Panel title={nameOf(row)} aside={`${row.kindCaption} · ${row.stateCaption}`}>
      <div className="stack">
        {told.repeatedUnmended === true && <Note state="late">上次通报过，至今没有整改到位。</Note>}
        {told.repeats !== null && told.repeats !== undefined && told.repeatedUnmended !== true && (
          <Note state="soon">上次通报后整改过，又出现了。</Note>
        )}
        <Facts
          grid
          facts={[
            {
              label: '期限',
              value: due === null ? '—' : `${formatChinese(due)}${overdue ? '（逾期）' : ''}`,
            },
            ...(kind === 'task'
              ? [
                  { label: '工作要点', value: String(told.plan) },
                  { label: '内容', value: String(told.detail ?? '') || '—' },
                ]
              : [
                  { label: '位置', value: String(told.where) },
                  {
                    label: '依据',
                    value: String(told.basis ?? '') || <Cites of={cites as never} audience="staff" />,
                  },
                  { label: '轮次', value: String(told.round ?? '—') },
                ]),
          ]}
        />
        <Steps
          steps={row.steps}
          names={names}
          fieldsOf={(step) => of[step] ?? []}
          fileHref={(file) => mendingFileHref(organ, by, kind, id, file)}
        />
        {files && kind === 'task' && row.steps.some(({ step }) => step === 'report') && (
          <div className="deed__acts">
            <FilingButton organ={organ} thing={id} />
          </div>
        )}
        {answers &&
          open.map(({ step, caption }) =>
            (answer?.record ?? chosen) !== id ? (
              <div key={step} className="deed__acts">
                <LinkButton to={`?record=${encodeURIComponent(id)}`} preventScrollReset>
                  {caption}
                </LinkButton>
              </div>
            ) : (
              <Form
                key={step}
                method="post"
                encType="multipart/form-data"
                noValidate
                className="stack supervision__form"
              >
                <ErrorSummary errors={here?.errors} />
                <RefusedNote message={here?.message} />
                <input type="hidden" name="record" value={`${by} ${kind} ${id}`} />
                <DeedFields fields={of[step] ?? []} typed={typed} errors={here?.errors ?? {}} today={asOf} />
                <FileField
                  name="files"
                  label="佐证文件"
                  hint={`可以不附；每个不超过 ${byteSize(attachmentLimits.bytes)}。文件名里不要有个人信息。只有上级机关和本机关看得到。`}
                  multiple
                  limit={attachmentLimits.bytes}
                />
                <div className="deed__acts">
                  <SubmitButton>{caption}</SubmitButton>
                </div>
              </Form>
            ),
          )}
      </div>
    </Panel>
  )
}
