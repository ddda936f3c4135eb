import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { allLeaves } from '../../../../office/supervision/assessment/system.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/own-sheet.ts'
import { assessmentHref, evidenceHref, ownSheetHref } from './assessment-href.ts'
import { CompositeParts } from './composite-parts.tsx'
import { findingsIn } from './findings-form.ts'
import { Objections, subjectOf } from './objections.tsx'
import { scoreText } from './score-text.ts'
import { ScoreTree } from './score-tree.tsx'
import { SheetForm } from './sheet-form.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [me, sheet] = await Promise.all([
    api.call('readMe', {}).then(told),
    api.call('readOwnSheet', { params }).then(told),
  ])
  const answers = mayAt(me, params.organ, 'answerAssessment')
  return { organ: params.organ, sheet, answers, done: new URL(request.url).searchParams.get('done') }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const back = ownSheetHref(params.organ, params.round)
  if (form.has('about')) {
    const [leaf = '', found = ''] = String(form.get('about')).split('|')
    const reason = String(form.get('reason') ?? '').trim()
    const errors = {
      ...(leaf === '' && { about: '请选择对哪一处有异议。' }),
      ...(reason === '' && { reason: '请写明异议的理由。' }),
    }
    if (Object.keys(errors).length > 0)
      return data({ fault: null, errors: errors as Record<string, string>, reason, typed: null }, 422)
    const called = await api.call('objectToFinding', { params, body: { leaf, found: found || null, reason } })
    return called.ok
      ? redirect(`${back}?done=objection`)
      : data({ fault: called.problem.detail, errors: undefined, reason, typed: null }, called.problem.status)
  }
  const { system } = told(await api.call('readOwnSheet', { params }))
  const findings = findingsIn(form, system)
  const called = await api.call('scoreOneself', { params, body: { findings } })
  return called.ok
    ? redirect(`${back}?done=self`)
    : data(
        { fault: called.problem.detail, errors: undefined, reason: '', typed: findings },
        called.problem.status,
      )
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `本机关的考核 · ${loaderData?.sheet.round.name ?? ''}` },
]

type Sheet = AnsweredBy<'readOwnSheet'>

const says = {
  self: '自评已经报送，截止以前可以再改。',
  objection: '异议已经提出，答复后在这里查看。',
} as const

/** What an organ sees of its own assessment: its self-assessment, then its losses with reasons, and how to object. */
export default function OwnSheet({
  loaderData: { organ, sheet, answers, done },
  actionData,
}: Route.ComponentProps) {
  const { round, self, assessed, result, system } = sheet
  return (
    <>
      <Breadcrumb above={[{ title: '考核评议', href: assessmentHref(organ) }]} here={round.periodName} />
      <PageHead
        title={`本机关的考核：${round.periodName}`}
        note={`${round.name} · ${round.stateCaption}`}
        acts={<PrintButton>打印</PrintButton>}
      />
      <div className="stack">
        <RefusedNote title="没有提交" message={actionData?.fault} />
        {done !== null && done in says && actionData === undefined && (
          <Note state="ok" title="已经提交" live>
            {says[done as keyof typeof says]}
          </Note>
        )}
        <Facts
          facts={[
            { label: '进展', value: round.stateCaption },
            ...(round.selfBy === null ? [] : [{ label: '自评截止', value: formatChinese(round.selfBy) }]),
            ...(round.objectBy === null ? [] : [{ label: '异议截止', value: formatChinese(round.objectBy) }]),
            ...(result === null
              ? []
              : [
                  { label: '最后得分', value: `${scoreText(result.composed)} 分` },
                  { label: '同类名次', value: `第 ${result.rank} 名` },
                ]),
            { label: '佐证材料', value: <Link to={evidenceHref(organ, round.period.year)}>留存和查看</Link> },
          ]}
        />
        {assessed === null ? (
          round.state !== 'open' && <EmptyState title="没有评分">考核的机关没有给出评分。</EmptyState>
        ) : (
          <>
            {result?.parts !== undefined && (
              <CompositeParts composed={result.composed} parts={result.parts} />
            )}
            <ScoreTree title="得分和失分" score={assessed.score} />
            <Objections system={system} findings={assessed.findings} objections={sheet.objections} />
            {answers && round.state === 'fedBack' && (
              <ObjectTo sheet={sheet} errors={actionData?.errors} reason={actionData?.reason ?? ''} />
            )}
          </>
        )}
        {answers && round.state === 'open' && (
          <Panel title="自评" aside={self === null ? '还没有报送' : `自评 ${scoreText(self.score.total)} 分`}>
            <GuardedForm method="post" className="stack">
              <p>逐项填写本机关自己查到的问题；没有问题的不用填。</p>
              <SheetForm
                system={system}
                ownClass={sheet.class}
                findings={actionData?.typed ?? self?.findings ?? null}
                key={JSON.stringify(actionData?.typed ?? self?.findings ?? null)}
              />
              <SubmitButton>报送自评</SubmitButton>
            </GuardedForm>
          </Panel>
        )}
        {self !== null && <ScoreTree title="自评" score={self.score} />}
      </div>
    </>
  )
}

interface ObjectToProps {
  readonly sheet: Sheet
  readonly errors: Readonly<Record<string, string>> | undefined
  readonly reason: string
}

/** Everything that can be objected to, to choose from. */
function ObjectTo({ sheet: { system, assessed }, errors, reason }: ObjectToProps) {
  if (assessed === null) return null
  const { findings } = assessed
  const options = [
    ...allLeaves(system).flatMap(({ id, rule }) => {
      const mark = findings.marks[id]
      const found = (mark?.found ?? []).map((each) => ({ leaf: id, found: each.id as string | null }))
      const whole = rule.kind === 'levels' || rule.kind === 'ratio'
      return whole && mark !== undefined ? [{ leaf: id, found: null }] : found
    }),
    ...findings.vetoes.map(({ id }) => ({ leaf: 'vetoes', found: id })),
  ]
  if (options.length === 0) return null
  return (
    <Panel title="提出异议">
      <Form method="post" className="stack noprint" noValidate>
        <ErrorSummary errors={errors} />
        <SelectField
          name="about"
          label="对哪一处有异议"
          empty="请选择"
          options={options.map((each) => ({
            value: `${each.leaf}|${each.found ?? ''}`,
            label: subjectOf(system, findings, each),
          }))}
          error={errors?.about}
        />
        <TextArea
          name="reason"
          label="理由"
          hint="写明事实和依据；有材料的，先留存到佐证材料。"
          rows={3}
          limit={1000}
          defaultValue={reason}
          error={errors?.reason}
        />
        <SubmitButton>提出异议</SubmitButton>
      </Form>
    </Panel>
  )
}
