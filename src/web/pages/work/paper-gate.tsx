import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { attachmentLimits } from '../../../office/attachments/limits.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { byteSize } from '../../ui/byte-size.ts'
import { Cites } from '../../ui/cite.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/paper-gate.ts'
import { CaseTrail } from './case-trail.tsx'
import { namesAt } from './colleagues.ts'
import { GateFindings } from './gate-findings.tsx'
import { refusalOf } from './moves-of-case.ts'
import { becauseField, release, withhold } from './paper-gate-answer.ts'
import { PaperState } from './paper-state.tsx'
import { RefusedNote } from './refused-note.tsx'
import { paperHref, papersHref } from './rooms.ts'
import { told } from './told.ts'

/** The enclosure of the address and what is in it. */
async function inspected(context: Route.LoaderArgs['context'], params: Route.LoaderArgs['params']) {
  const { api } = deskOf(context)
  const { organ, id } = params
  const file = told(await api.call('readRequest', { params: { organ, id } }))
  const paper = file.papers.find((each) => each.id === params.paper && each.purpose === 'enclosure')
  if (paper === undefined) throw data(null, { status: 404 })
  const inspection = told(await api.call('inspectEnclosure', { params: { organ, id, hash: paper.hash } }))
  return { api, file, paper, inspection, findings: [...inspection.hidden, ...inspection.personal] }
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api, file, paper, inspection } = await inspected(context, params)
  return {
    version: file.version,
    number: file.number,
    paper,
    papers: file.papers,
    inspection,
    names: await namesAt(api, params.organ),
    refusal: refusalOf(file, 'clearPaper'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const { api, paper, findings } = await inspected(context, params)
  const deed = { organ: params.organ, id: params.id, hash: paper.hash, findings, form }
  return form.get('decision') === 'release' ? release(api, deed) : withhold(api, deed)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `核查随附文件 · ${loaderData?.number ?? '申请件'}` },
]

/** The gate before a file leaves with a reply: what was found in it, and what a person decides. */
export default function PaperGate({ loaderData, actionData, params }: Route.ComponentProps) {
  const { version, number, paper, papers, inspection, names, refusal } = loaderData
  const { organ, id } = params
  const { hidden, personal } = inspection
  const findings = [...hidden, ...personal]
  const { typed = {}, errors = {}, message = null } = actionData ?? {}
  const decision = typed.decision ?? 'release'
  const at = (form: string) => (decision === form ? errors : {})
  const sent = (form: string) => (
    <>
      {decision === form && Object.keys(errors).length > 0 && <ErrorSummary errors={errors} />}
      {decision === form && <RefusedNote message={message} />}
    </>
  )
  const carried = (form: string) => (
    <>
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="decision" value={form} />
    </>
  )
  const because = (form: string) => (
    <TextArea
      name={becauseField(form)}
      label="不提供原文件的理由"
      hint="进入办理记录，不得写入个人信息。"
      required
      rows={2}
      limit={500}
      defaultValue={typed[becauseField(form)]}
      error={at(form)[becauseField(form)]}
    />
  )
  return (
    <>
      <CaseTrail
        organ={organ}
        id={id}
        number={number}
        below={[{ title: '材料', href: papersHref(organ, id) }]}
        here="核查"
      />
      <PageHead title="核查随附文件" note={paper.name ?? '文件名已经删除'} />
      <div className="case__facts">
        <Facts
          facts={[
            { label: '大小', value: byteSize(inspection.size) },
            { label: '添加', value: formatChinese(paper.addedOn) },
            {
              label: '现在',
              value: (
                <PaperState
                  organ={organ}
                  request={id}
                  paper={paper}
                  papers={papers}
                  names={names}
                  mayDecide={false}
                />
              ),
            },
            { label: '文件', value: <a href={paperHref(organ, id, paper.id)}>下载查看</a> },
          ]}
        />
      </div>
      <div className="case">
        <div className="case__main">
          <GuardedForm method="post" className="stack" key={paper.id}>
            {sent('release')}
            <GateFindings inspection={inspection} typed={typed} errors={at('release')} purpose="提供" />
            <Panel title="原样提供">
              {refusal === null ? (
                <div className="stack">
                  <p>
                    {findings.length === 0
                      ? '自动检查不能代替人的核对。打开文件看过、确认没有不应提供的内容后放行。'
                      : '每一项发现都写明仍可提供的理由，方可放行；写不出理由的，处理文件后替换。'}{' '}
                    <Cites of={['条例§15', '条例§17']} audience="staff" />
                  </p>
                  <div className="deed__acts">
                    <SubmitButton pending="正在放行…">确认放行</SubmitButton>
                    <Link to={papersHref(organ, id)}>返回材料</Link>
                  </div>
                </div>
              ) : (
                <Note state="soon" title="现在不能核查">
                  {refusal.message} <Cites of={refusal.cites as never} audience="staff" />
                </Note>
              )}
            </Panel>
            {carried('release')}
          </GuardedForm>
        </div>
        {refusal === null && paper.decided?.as !== 'withheld' && (
          <div className="case__side">
            <Panel title="换成处理后的文件">
              <GuardedForm method="post" encType="multipart/form-data" className="stack">
                {sent('replace')}
                <p>
                  删去不应提供的部分后另存，在此添加。原文件留在卷内，不随答复发出。{' '}
                  <Cites of={['条例§37']} audience="staff" />
                </p>
                <FileField
                  name="file"
                  label="处理后的文件"
                  required
                  limit={attachmentLimits.bytes}
                  error={at('replace').file}
                />
                <TextField
                  name="description"
                  label="文书中附件的名称"
                  maxLength={200}
                  autoComplete="off"
                  defaultValue={typed.description ?? paper.description ?? undefined}
                />
                {because('replace')}
                <SubmitButton kind="plain" pending="正在检查并替换…">
                  替换
                </SubmitButton>
                {carried('replace')}
              </GuardedForm>
            </Panel>
            <Panel title="不提供">
              <GuardedForm method="post" className="stack">
                {sent('withhold')}
                <p>这份文件留在卷内，不随答复发出。以后改变决定的，可以重新核查。</p>
                {because('withhold')}
                <SubmitButton kind="danger" pending="正在登记…">
                  不提供
                </SubmitButton>
                {carried('withhold')}
              </GuardedForm>
            </Panel>
          </div>
        )}
      </div>
    </>
  )
}
