import { data, Link, redirect } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { attachmentLimits } from '../../../office/attachments/limits.ts'
import { type PaperPurpose, paperPurposes } from '../../../office/requests/paper-purposes.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { byteSize } from '../../ui/byte-size.ts'
import { RadioGroup } from '../../ui/choice-group.tsx'
import { Cites } from '../../ui/cite.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/papers.ts'
import { CaseTrail } from './case-trail.tsx'
import { namesAt } from './colleagues.ts'
import { refusalOf } from './moves-of-case.ts'
import { namelessPaper, type Paper, PaperState } from './paper-state.tsx'
import { paperHref, papersHref, requestHref } from './rooms.ts'
import { told } from './told.ts'

export async function loader({ params: { organ, id }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [called, names] = await Promise.all([
    api.call('readRequest', { params: { organ, id } }),
    namesAt(api, organ),
  ])
  const file = told(called)
  const { number, papers } = file
  return {
    number,
    papers,
    names,
    refusal: refusalOf(file, 'addPaper'),
    mayDecide: refusalOf(file, 'clearPaper') === null,
  }
}

export async function action({ params: { organ, id }, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const [file, purpose, description] = ['file', 'purpose', 'description'].map((name) => form.get(name))
  const typed = { purpose: String(purpose ?? ''), description: String(description ?? '') }
  const errors: { readonly file?: string; readonly purpose?: string } = {
    ...((!(file instanceof File) || file.size === 0) && { file: '请选择要添加的文件。' }),
    ...(typed.purpose === '' && { purpose: '请选择这份材料的用途。' }),
  }
  if (Object.keys(errors).length > 0) return data({ errors, typed }, { status: 422 })
  const sent = await api.send('addPaper', { params: { organ, id }, form })
  if (!sent.ok) {
    const wrong: typeof errors = { file: sent.problem.detail }
    return data({ errors: wrong, typed }, { status: sent.problem.status })
  }
  const { paper } = sent.body
  const gate = paper.purpose === ('enclosure' satisfies PaperPurpose)
  return redirect(gate ? `${paperHref(organ, id, paper.id)}/gate` : papersHref(organ, id))
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `材料 · ${loaderData?.number ?? '申请件'}` },
]

const purposes = Object.entries(paperPurposes).map(([value, { caption }]) => ({
  value,
  label: caption,
  ...(value === 'enclosure' && { note: '添加后随即核查：有无隐藏内容、个人信息、密级标志。' }),
}))

/** The papers of a case: what is on file, and adding to it. */
export default function Papers({ loaderData, actionData, params: { organ, id } }: Route.ComponentProps) {
  const { number, papers, names, refusal, mayDecide } = loaderData
  const columns: readonly Column<Paper>[] = [
    {
      key: 'name',
      head: '材料',
      names: true,
      cell: (paper) =>
        paper.name === null ? (
          namelessPaper
        ) : (
          <>
            <a href={paperHref(organ, id, paper.id)}>{paper.name}</a>
            {paper.description !== null && <span className="text-ink-2"> {paper.description}</span>}
          </>
        ),
    },
    { key: 'purpose', head: '用途', cell: ({ purpose }) => paperPurposes[purpose].caption },
    {
      key: 'added',
      head: '添加',
      cell: ({ addedOn, addedBy }) => `${formatChinese(addedOn)}，${names[addedBy] ?? '申请人或者第三方'}`,
    },
    {
      key: 'size',
      head: '大小',
      kind: 'number',
      cell: ({ size }) => (size === null ? '' : byteSize(size)),
    },
    {
      key: 'state',
      head: '检查',
      cell: (paper) => (
        <PaperState
          organ={organ}
          request={id}
          paper={paper}
          papers={papers}
          names={names}
          mayDecide={mayDecide}
        />
      ),
    },
  ]
  return (
    <div className="stack">
      <CaseTrail organ={organ} id={id} number={number} here="材料" />
      <PageHead title="材料" note="随附答复提供的文件，核查放行之后答复才能发出。" />
      <Panel kind="list" title="在卷材料" aside={`${papers.length} 份`}>
        <DataTable
          caption="在卷材料"
          columns={columns}
          groups={[{ key: 'all', rows: papers }]}
          keyOf={({ id: paper }) => paper}
          empty={<EmptyState title="还没有材料">申请人提交的和办理中添加的材料列在这里。</EmptyState>}
        />
      </Panel>
      <Panel title="添加材料">
        {refusal !== null ? (
          <Note state="soon" title="现在不能添加">
            {refusal.message} <Cites of={refusal.cites as never} audience="staff" />{' '}
            <Link to={requestHref(organ, id)}>返回该件</Link>
          </Note>
        ) : (
          <GuardedForm
            method="post"
            encType="multipart/form-data"
            className="stack work-narrow"
            key={papers.length}
          >
            <ErrorSummary errors={actionData?.errors} />
            <FileField
              name="file"
              label="文件"
              required
              limit={attachmentLimits.bytes}
              hint="入卷前先检查文件：标有密级、带宏、加密、损坏的不收。涉密文件不得在本系统处理。"
              error={actionData?.errors.file}
            />
            <RadioGroup
              name="purpose"
              label="用途"
              required
              options={purposes}
              defaultValue={actionData?.typed.purpose}
              error={actionData?.errors.purpose}
            />
            <TextField
              name="description"
              label="说明"
              hint="随附答复的，文书中以说明为附件的名称；不写的以文件名为名称。"
              maxLength={200}
              autoComplete="off"
              defaultValue={actionData?.typed.description}
            />
            <div className="deed__acts">
              <SubmitButton pending="正在检查并添加…">添加</SubmitButton>
              <Link to={requestHref(organ, id)}>返回该件</Link>
            </div>
          </GuardedForm>
        )}
      </Panel>
    </div>
  )
}
