import { data, Form, Link, redirect } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/sheet.ts'
import { assessmentHref, evidenceHref, roundHref, sheetHref } from './assessment-href.ts'
import { CompositeParts } from './composite-parts.tsx'
import { findingsIn } from './findings-form.ts'
import { Objections } from './objections.tsx'
import { ScoreTree } from './score-tree.tsx'
import { SheetForm } from './sheet-form.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const sheet = told(await api.call('readSheet', { params }))
  return { params, sheet, done: new URL(request.url).searchParams.has('done') }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const back = `${sheetHref(params.organ, params.round, params.subject)}?done`
  const decides = String(form.get('objection') ?? '')
  if (decides !== '') {
    const body = { upheld: form.get('upheld') === 'yes', reason: String(form.get(`reason:${decides}`) ?? '') }
    if (body.reason.trim() === '') return data({ fault: '请写明答复的理由。', typed: null }, 422)
    const called = await api.call('decideObjection', { params: { ...params, objection: decides }, body })
    return called.ok
      ? redirect(back)
      : data({ fault: called.problem.detail, typed: null }, called.problem.status)
  }
  if (form.get('deed') === 'figures') {
    const called = await api.call('takeFigures', { params })
    return called.ok
      ? redirect(back)
      : data({ fault: called.problem.detail, typed: null }, called.problem.status)
  }
  const { system } = told(await api.call('readSheet', { params }))
  const findings = findingsIn(form, system)
  const called = await api.call('assessSheet', { params, body: { findings } })
  return called.ok
    ? redirect(back)
    : data({ fault: called.problem.detail, typed: findings }, called.problem.status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `考核表 · ${loaderData?.sheet.organ.name ?? ''}` },
]

type Sheet = AnsweredBy<'readSheet'>

/** The sheet of an organ as the assessor fills it: what the organ says of itself beside it. */
export default function SheetPage({ loaderData: { params, sheet, done }, actionData }: Route.ComponentProps) {
  const { organ, round, system, self, assessed, objections, open } = sheet
  const closed = round.state === 'closed'
  return (
    <>
      <Breadcrumb
        above={[
          { title: '考核评议', href: assessmentHref(params.organ) },
          { title: round.periodName, href: roundHref(params.organ, params.round) },
        ]}
        here={organ.name}
      />
      <PageHead
        title={`${organ.name}考核表`}
        note={`${round.name} · ${sheet.stateCaption}${self === null ? '' : ` · 自评 ${self.score.total} 分`}`}
        acts={<PrintButton>打印</PrintButton>}
      />
      <div className="stack">
        <RefusedNote title="没有保存" message={actionData?.fault} />
        {done && actionData === undefined && (
          <Note state="ok" title="已经保存" live>
            {open.length === 0
              ? '各项都已评定。'
              : `还有 ${open.length} 项没有评定：${open.slice(0, 3).join('、')}${open.length > 3 ? '等' : ''}。`}
          </Note>
        )}
        <Objections
          system={system}
          findings={assessed?.findings ?? null}
          objections={objections}
          answer={(objection) => closed || <Decide id={objection.id} />}
        />
        {sheet.result?.parts !== undefined && (
          <CompositeParts composed={sheet.result.composed} parts={sheet.result.parts} />
        )}
        {assessed !== null && <ScoreTree title="得分和失分" score={assessed.score} />}
        {!closed && (
          <Panel
            title="评分"
            mark={open.length > 0 ? <Badge state="wait">{`待评 ${open.length}`}</Badge> : undefined}
            aside={<Link to={evidenceHref(organ.id, round.period.year)}>该机关的佐证材料</Link>}
          >
            <Form method="post" className="noprint">
              <SubmitButton kind="plain" small name="deed" value="figures">
                取用系统检查的数字
              </SubmitButton>
            </Form>
            <GuardedForm method="post" className="stack">
              <SheetForm
                system={system}
                ownClass={sheet.class}
                findings={actionData?.typed ?? assessed?.findings ?? null}
                key={JSON.stringify(actionData?.typed ?? assessed?.findings ?? null)}
              />
              <div className="deed__acts assess__save">
                <SubmitButton>保存评分</SubmitButton>
                <Link to={roundHref(params.organ, params.round)}>返回这轮考核</Link>
              </div>
            </GuardedForm>
          </Panel>
        )}
        <SelfScore sheet={sheet} />
      </div>
    </>
  )
}

const SelfScore = ({ sheet: { self } }: { readonly sheet: Sheet }) =>
  self === null ? <Note>该机关还没有报送自评。</Note> : <ScoreTree title="该机关的自评" score={self.score} />

const Decide = ({ id }: { readonly id: string }) => (
  <Form method="post" className="work-filter noprint" noValidate>
    <input type="hidden" name="objection" value={id} />
    <TextField name={`reason:${id}`} label="答复的理由" />
    <SubmitButton kind="plain" name="upheld" value="yes">
      异议成立
    </SubmitButton>
    <SubmitButton kind="plain" name="upheld" value="no">
      异议不成立
    </SubmitButton>
  </Form>
)
