import { data, Form, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/survey.ts'
import { assessmentHref, publicSurveyHref, surveyHref } from './assessment-href.ts'
import { scoreText } from './score-text.ts'
import { SurveyTally } from './survey-tally.tsx'

export async function loader({ params, context }: Route.LoaderArgs) {
  return { organ: params.organ, survey: told(await deskOf(context).api.call('readSurvey', { params })) }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const body = { published: form.get('deed') === 'publish' }
  const called = await deskOf(context).api.call('closeSurvey', { params, body })
  return called.ok
    ? redirect(surveyHref(params.organ, params.survey))
    : data({ fault: called.problem.detail }, called.problem.status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.survey.title ?? '社会评议' }]

/** How organs fared with their readers, with what applicants said of the answers they got beside it. */
export default function SurveyPage({ loaderData: { organ, survey }, actionData }: Route.ComponentProps) {
  const { id, title, state, stateCaption, until, results, questions } = survey
  const ballots = results.reduce((sum, each) => sum + each.ballots, 0)
  return (
    <>
      <Breadcrumb above={[{ title: '考核评议', href: assessmentHref(organ) }]} here={title} />
      <PageHead title={title} note={`${ballots} 份答卷`} acts={<PrintButton>打印</PrintButton>} />
      <div className="stack">
        <RefusedNote title="没有办成" message={actionData?.fault} />
        <Facts
          facts={[
            {
              label: '进展',
              value: (
                <Badge state={state === 'open' ? 'new' : state === 'published' ? 'ok' : 'wait'}>
                  {stateCaption}
                </Badge>
              ),
            },
            { label: '截止', value: formatChinese(until) },
            { label: '问卷', value: <a href={publicSurveyHref(organ, id)}>公开网页上的问卷</a> },
          ]}
        />
        {state !== 'published' && (
          <Form method="post" className="deed__acts noprint">
            <SubmitButton name="deed" value="publish">
              结束并公布结果
            </SubmitButton>
            {state === 'open' && (
              <SubmitButton kind="plain" name="deed" value="close">
                结束，暂不公布
              </SubmitButton>
            )}
          </Form>
        )}
        <Panel kind="list" title="结果" aside="百分制；旁列当年办结申请的评价">
          <DataTable
            caption="结果"
            keyOf={(row) => row.organ}
            groups={[{ key: 'all', rows: results }]}
            empty={<EmptyState title="没有被评议的机关" />}
            columns={[
              { key: 'name', head: '机关', names: true, cell: ({ name }) => name },
              { key: 'ballots', head: '答卷', kind: 'number', cell: (row) => row.ballots },
              {
                key: 'mean',
                head: '得分',
                kind: 'number',
                cell: ({ mean }) => (mean === null ? '—' : scoreText(mean)),
              },
              { key: 'ratings', head: '申请人评价', kind: 'number', cell: ({ ratings }) => ratings },
              { key: 'content', head: '基本满意以上', kind: 'number', cell: ({ content }) => content },
            ]}
          />
        </Panel>
        <SurveyTally questions={questions} results={results} />
      </div>
    </>
  )
}
