import { data, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { type KeptKind, recordActions, recordKinds } from '../../../../office/documents/records/record.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { type Outcome, refusedBy } from '../administration/outcome.tsx'
import { documentHref } from '../documents/document-href.ts'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/record.ts'
import { recordHref, recordsHref } from './disclosure-href.ts'
import { withDocuments } from './document-choice.ts'
import { openDisclosure } from './open-disclosure.ts'
import { Opinions } from './opinions.tsx'
import { factsOfFields } from './record-facts.ts'
import { ClockMark, RecordState, titleOfRecord } from './record-state.tsx'
import { RecordStepForm } from './record-step-form.tsx'
import { recordWords } from './record-words.ts'
import './disclosure.css'

const isKept = (text: string): text is KeptKind => Object.hasOwn(recordActions, text)

export async function loader({ params: { organ, kind, record: id }, context }: Route.LoaderArgs) {
  if (!isKept(kind)) throw data(null, { status: 404 })
  const { api, forms } = deskOf(context)
  const [{ me, frame }, read] = await Promise.all([
    openDisclosure(api, organ),
    api.call('readRecord', { params: { organ, kind, record: id } }),
  ])
  const record = told(read)
  const fieldsOf = (step: string) => forms.fieldsOf(`${step}-${kind}`) ?? []
  const opinions =
    kind === 'call'
      ? told(
          await api.call('listRecords', {
            params: { organ, kind: 'opinion' },
            query: { about: id, limit: 200 },
          }),
        )
      : null
  return {
    frame,
    kind,
    today: me.today,
    record,
    fields: {
      open: fieldsOf('open'),
      note: await withDocuments(api, organ, fieldsOf('note'), '公开信息'),
      close: fieldsOf('close'),
    },
    opinions: opinions === null ? null : { rows: opinions.rows, more: opinions.next !== null },
    mayKeep: mayAt(me, organ, recordActions[kind]),
  }
}

/** What the page says in another place than among the facts. */
const shownApart: ReadonlySet<string> = new Set(['title', 'document', 'until'])

/** What became of one of the two forms. */
interface StepOutcome extends Outcome {
  readonly step: 'note' | 'close'
}

export async function action({ params: { organ, kind, record }, request, context }: Route.ActionArgs) {
  if (!isKept(kind)) throw data(null, { status: 404 })
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const step = form.get('step') === 'close' ? 'close' : 'note'
  const fields: readonly FormField[] = forms.fieldsOf(`${step}-${kind}`) ?? []
  const done = await api.keepRecord({ organ, kind, step, record, body: forms.read(fields, form) })
  if (done.ok) return redirect(recordHref(organ, kind, record))
  const refused = refusedBy(done.problem, form, fields)
  return data<StepOutcome>({ ...refused.data, step }, { status: done.problem.status })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  {
    title: `${loaderData === undefined ? '登记' : recordKinds[loaderData.kind]} · ${loaderData?.frame.organName ?? ''}`,
  },
]

/** One record: what was told, its clocks, what was done, and what may be done now. */
export default function RecordPage({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, kind, today, record, fields, opinions, mayKeep } = loaderData
  const { organ, organName } = frame
  const outcome = actionData as StepOutcome | undefined
  const words = recordWords[kind]
  const { state, notes, clocks, about, due, openedOn, closedOn, text, contact } = record
  const isOpen = state === 'open' && mayKeep
  const above =
    kind === 'opinion' && about !== null
      ? { title: '征求意见的事项', href: recordHref(organ, 'call', about) }
      : { title: recordKinds[kind], href: recordsHref(organ, kind) }
  return (
    <div className="stack">
      <Breadcrumb above={[above]} here={titleOfRecord(record)} />
      <PageHead title={titleOfRecord(record)} note={`${organName} · ${recordKinds[kind]}`} />
      <div className="watch__two">
        <div className="stack">
          <Panel
            title="登记"
            mark={<RecordState record={record} today={today} />}
            aside={`${formatChinese(openedOn)}登记`}
          >
            <div className="stack">
              <Facts
                facts={[
                  ...factsOfFields(
                    fields.open.filter(({ name }) => !shownApart.has(name)),
                    record.data,
                  ),
                  ...(about !== null && kind !== 'opinion'
                    ? [
                        {
                          label: '关于',
                          value: (
                            <Link to={documentHref(organ, about)}>{record.aboutTitle ?? '查看文件'}</Link>
                          ),
                        },
                      ]
                    : []),
                  ...(due === null
                    ? []
                    : [{ label: kind === 'call' ? '截止' : '最迟答复', value: formatChinese(due) }]),
                  ...(record.updatedOn === null
                    ? []
                    : [{ label: '最近更新', value: formatChinese(record.updatedOn) }]),
                  ...(closedOn === null ? [] : [{ label: words.closed, value: formatChinese(closedOn) }]),
                  ...(state === 'closed' ? factsOfFields(fields.close, record.data) : []),
                ]}
              />
              {(kind === 'opinion' || kind === 'correction') && (
                <Note title="公众所写的">
                  <p className="watch__words">{text ?? '只有可以答复的人员能够阅看，或者已经删除。'}</p>
                  {contact !== null && contact !== '' && <p className="watch__small">{contact}</p>}
                </Note>
              )}
              {record.idle && (
                <Note state="late" title="超过两周没有更新">
                  政务新媒体两周不更新，单项否决。在账号上发布信息，或者登记已经发布的更新；不再使用的注销。{' '}
                  <Cites of={['检查指标', '新媒体意见']} audience="staff" />
                </Note>
              )}
            </div>
          </Panel>
          {clocks.length > 0 && (
            <Panel kind="list" title="回应时限">
              <DataTable
                caption="回应时限"
                keyOf={({ caption }) => caption}
                groups={[{ key: 'all', rows: clocks }]}
                stateOf={({ verdict }) =>
                  verdict === 'overdue' ? 'late' : verdict === 'waiting' ? 'soon' : null
                }
                empty={null}
                columns={[
                  { key: 'caption', head: '要求', names: true, cell: ({ caption }) => caption },
                  { key: 'state', head: '情况', cell: (clock) => <ClockMark clock={clock} /> },
                  {
                    key: 'cites',
                    head: '依据',
                    cell: ({ cites }) => <Cites of={cites as never} audience="staff" />,
                  },
                ]}
              />
            </Panel>
          )}
          {opinions !== null && <Opinions organ={organ} {...opinions} today={today} />}
          {words.note !== null && (
            <Panel title={words.notes ?? ''} aside={`${notes.length} 次`}>
              {notes.length === 0 ? (
                <p>还没有登记。</p>
              ) : (
                <ol className="stack">
                  {notes.toReversed().map((note) => (
                    <li key={note.at}>
                      <strong>{momentText(note.at)}登记</strong>
                      <Facts facts={factsOfFields(fields.note, note.data)} />
                    </li>
                  ))}
                </ol>
              )}
            </Panel>
          )}
        </div>
        <div className="stack">
          {isOpen && words.note !== null && (
            <RecordStepForm
              key={`note-${record.version}`}
              step="note"
              title={words.note}
              fields={fields.note}
              today={today}
              outcome={outcome?.step === 'note' ? outcome : undefined}
            />
          )}
          {isOpen && (
            <RecordStepForm
              key={`close-${record.version}`}
              step="close"
              title={words.close}
              fields={fields.close}
              today={today}
              outcome={outcome?.step === 'close' ? outcome : undefined}
            />
          )}
        </div>
      </div>
    </div>
  )
}
