import { data, Link, redirect } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { SubmitButton } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayText } from '../../ui/due-date.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/letters.ts'
import { CaseTrail } from './case-trail.tsx'
import { faultsOf, typedIn } from './filled-in.ts'
import { LetterLinks } from './letter-links.tsx'
import { refusalOf } from './moves-of-case.ts'
import { RefusedNote } from './refused-note.tsx'
import { lettersHref, requestHref } from './rooms.ts'
import { told } from './told.ts'
import { mayAt } from './who.ts'

type Letter = AnsweredBy<'readRequest'>['letters'][number]

/** To whom letters go. */
const addressees = { applicant: '申请人', thirdParty: '第三方', agency: '其他机关' } as const

export async function loader({ params: { organ, id }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [me, called] = await Promise.all([
    api.call('readMe', {}),
    api.call('readRequest', { params: { organ, id } }),
  ])
  const file = told(called)
  const { number, version, letters, receivedOn, state } = file
  const valid = letters.filter(({ voided }) => voided === null)
  return {
    number,
    version,
    letters,
    voidable: mayAt(told(me), organ, 'seal')
      ? valid.filter(({ letterNo }) => letterNo !== state.draft?.seal?.letterNo)
      : [],
    receiptDue:
      receivedOn !== null &&
      file.variant === 'disclosure' &&
      refusalOf(file, 'issueLetter') === null &&
      !valid.some(({ kind }) => kind === 'receipt'),
  }
}

export async function action({ params: { organ, id }, request, context }: Route.ActionArgs) {
  const { api, forms } = deskOf(context)
  const form = await request.formData()
  const sent = { params: { organ, id }, seen: Number(form.get('seen')) }
  const fields = forms.fieldsOf('voidLetter') ?? []
  const done =
    form.get('intent') === 'receipt'
      ? await api.call('issueLetter', sent)
      : await api.call('voidLetter', {
          ...sent,
          body: {
            letterNo: String(form.get('letterNo') ?? ''),
            reason: String(form.get('reason') ?? ''),
          },
        })
  if (done.ok) return redirect(lettersHref(organ, id))
  const { errors, message } = faultsOf(done.problem, fields)
  return data({ errors, message, typed: typedIn(form) }, { status: done.problem.status })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `文书 · ${loaderData?.number ?? '申请件'}` },
]

/** The letters of a case: each with number, days and files; a spoilt number voided, the receipt made out again. */
export default function Letters({ loaderData, actionData, params: { organ, id } }: Route.ComponentProps) {
  const { number, version, letters, voidable, receiptDue } = loaderData
  const { errors, message = null, typed = {} } = actionData ?? {}
  const columns: readonly Column<Letter>[] = [
    { key: 'title', head: '文书', names: true, cell: ({ title }) => title },
    { key: 'number', head: '文号', kind: 'keep', cell: ({ letterNo }) => letterNo },
    { key: 'to', head: '致', cell: ({ to }) => addressees[to] },
    { key: 'issued', head: '出具', cell: ({ issuedOn }) => <DayText day={issuedOn} /> },
    {
      key: 'state',
      head: '现在',
      cell: ({ voided, sentOn, servedOn }) =>
        voided !== null ? (
          <span>
            <Badge state="plain">作废</Badge> <span className="text-ink-2">{voided}</span>
          </span>
        ) : sentOn === null ? (
          '有效'
        ) : (
          <span>
            {formatChinese(sentOn)}发出
            {servedOn !== null && `，${formatChinese(servedOn)}送达`}
          </span>
        ),
    },
    {
      key: 'files',
      head: '下载',
      cell: (letter) => <LetterLinks organ={organ} request={id} letter={letter} />,
    },
  ]
  return (
    <div className="stack">
      <CaseTrail organ={organ} id={id} number={number} here="文书" />
      <PageHead title="文书" />
      <RefusedNote message={message} />
      <Panel kind="list" title="出具的文书" aside={`${letters.length} 份`}>
        <DataTable
          caption="出具的文书"
          columns={columns}
          groups={[{ key: 'all', rows: letters }]}
          keyOf={(letter) => letter.id}
          empty={<EmptyState title="还没有文书">确认收到后出具回执。</EmptyState>}
        />
      </Panel>
      {receiptDue && (
        <Panel title="登记回执">
          <GuardedForm method="post" className="stack work-narrow">
            <p>已经收到申请，没有有效的回执。补出的另行编号，原来的文号留痕，不再使用。</p>
            <input type="hidden" name="seen" value={version} />
            <SubmitButton name="intent" value="receipt" pending="正在出具…">
              补出登记回执
            </SubmitButton>
          </GuardedForm>
        </Panel>
      )}
      {voidable.length > 0 && (
        <Panel title="文号作废">
          <GuardedForm method="post" className="stack work-narrow" key={voidable.length}>
            <ErrorSummary errors={errors} />
            <p>打印有误等不再使用的文号，登记作废。文号不再使用，文书和作废的理由留在卷内，不能撤销。</p>
            <SelectField
              name="letterNo"
              label="文号"
              required
              empty="请选择"
              options={voidable.map(({ letterNo, title }) => ({
                value: letterNo,
                label: `${letterNo} ${title}`,
              }))}
              defaultValue={typed.letterNo?.[0] ?? ''}
              error={errors?.letterNo}
            />
            <TextArea
              name="reason"
              label="作废的理由"
              hint="进入办理记录，不得写入个人信息。"
              required
              rows={2}
              limit={500}
              defaultValue={typed.reason?.[0]}
              error={errors?.reason}
            />
            <input type="hidden" name="seen" value={version} />
            <div className="deed__acts">
              <SubmitButton kind="danger" name="intent" value="void" pending="正在登记…">
                作废
              </SubmitButton>
              <Link to={requestHref(organ, id)}>返回该件</Link>
            </div>
          </GuardedForm>
        </Panel>
      )}
    </div>
  )
}
