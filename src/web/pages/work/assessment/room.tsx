import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { StateMark } from '../../../ui/state.ts'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/room.ts'
import {
  evidenceHref,
  newRoundHref,
  newSurveyHref,
  ownSheetHref,
  roundHref,
  surveyHref,
  systemFileHref,
  systemHref,
} from './assessment-href.ts'
import { scoreText } from './score-text.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const me = told(await api.call('readMe', {}))
  const supervises = mayAt(me, params.organ, 'supervise')
  const [own, held] = await Promise.all([
    api.call('listOwnAssessments', { params }).then(told),
    supervises
      ? Promise.all([
          api.call('listRounds', { params }).then(told),
          api.call('listIndicatorSystems', { params }).then(told),
          api.call('listSurveys', { params }).then(told),
        ])
      : null,
  ])
  const [rounds, systems, surveys] = held ?? []
  return {
    organ: params.organ,
    own: own.rows,
    held: rounds &&
      systems &&
      surveys && { rounds: rounds.rows, systems: systems.rows, surveys: surveys.rows },
  }
}

/** Takes a system in from a file. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const called = await deskOf(context).api.send('importIndicatorSystem', { params, form })
  if (called.ok) return redirect(systemHref(params.organ, called.body.id))
  const { detail, errors = [] } = called.problem
  return data({ fault: detail, errors: errors.map(({ message }) => message) }, called.problem.status)
}

export const meta = () => [{ title: '考核评议' }]

type Held = NonNullable<Route.ComponentProps['loaderData']['held']>
type Rounds = AnsweredBy<'listRounds'>['rows']

export const roundMarks: Readonly<Record<Rounds[number]['state'], StateMark>> = {
  open: 'new',
  fedBack: 'wait',
  closed: 'ok',
}

/** 考核评议: what an organ holds over those below it, and what is held over itself. */
export default function Room({ loaderData: { organ, own, held }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="考核评议"
        note="考核、社会评议和佐证材料"
        acts={
          <>
            <LinkButton to={evidenceHref(organ)}>佐证材料</LinkButton>
            {held && (
              <LinkButton kind="primary" to={newRoundHref(organ)}>
                开展考核
              </LinkButton>
            )}
          </>
        }
      />
      <div className="stack">
        {actionData !== undefined && (
          <Note state="late" title="没有导入" live>
            {actionData.errors.length > 1 ? (
              <ul className="list">
                {actionData.errors.map((each) => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            ) : (
              (actionData.errors[0] ?? actionData.fault)
            )}
          </Note>
        )}
        {held && <HeldRounds organ={organ} {...held} />}
        {(!held || own.length > 0) && <Own organ={organ} own={own} />}
        {held && <Systems organ={organ} {...held} />}
        {held && <Surveys organ={organ} {...held} />}
      </div>
    </>
  )
}

const HeldRounds = ({ organ, rounds }: { readonly organ: string } & Pick<Held, 'rounds'>) => (
  <Panel kind="list" title="对下级机关的考核" aside={<Cites of={['条例§46']} audience="staff" />}>
    <DataTable
      caption="对下级机关的考核"
      keyOf={({ id }) => id}
      groups={[{ key: 'all', rows: rounds }]}
      empty={
        <EmptyState title="还没有开展考核">
          选定指标体系和被考核的机关，就可以开始；也可以先修改下面的指标体系。
        </EmptyState>
      }
      columns={[
        {
          key: 'name',
          head: '考核',
          names: true,
          cell: ({ id, name }) => <Link to={roundHref(organ, id)}>{name}</Link>,
        },
        {
          key: 'state',
          head: '进展',
          kind: 'keep',
          cell: ({ state, stateCaption }) => <Badge state={roundMarks[state]}>{stateCaption}</Badge>,
        },
        { key: 'organs', head: '机关', kind: 'number', cell: ({ organs }) => organs },
        { key: 'opened', head: '开展', kind: 'keep', cell: ({ openedOn }) => formatChinese(openedOn) },
        {
          key: 'closed',
          head: '办结',
          kind: 'keep',
          cell: ({ closedOn }) => (closedOn === null ? '—' : formatChinese(closedOn)),
        },
      ]}
    />
  </Panel>
)

type OwnRows = Route.ComponentProps['loaderData']['own']

const Own = ({ organ, own }: { readonly organ: string; readonly own: OwnRows }) => (
  <Panel kind="list" title="本机关接受的考核">
    <DataTable
      caption="本机关接受的考核"
      keyOf={({ round }) => round.id}
      groups={[{ key: 'all', rows: own }]}
      empty={
        <EmptyState title="还没有接受过考核">上级机关开展考核后，在这里自评、查看失分、提出异议。</EmptyState>
      }
      columns={[
        {
          key: 'name',
          head: '考核',
          names: true,
          cell: ({ round }) => <Link to={ownSheetHref(organ, round.id)}>{round.name}</Link>,
        },
        {
          key: 'state',
          head: '进展',
          kind: 'keep',
          cell: ({ round }) => <Badge state={roundMarks[round.state]}>{round.stateCaption}</Badge>,
        },
        { key: 'self', head: '自评', kind: 'keep', cell: ({ selfScored }) => (selfScored ? '已报' : '未报') },
        {
          key: 'total',
          head: '得分',
          kind: 'number',
          cell: ({ total }) => (total === null ? '—' : scoreText(total)),
        },
        {
          key: 'rank',
          head: '同类名次',
          kind: 'number',
          cell: ({ result }) => (result === null ? '—' : `第${result.rank}名`),
        },
      ]}
    />
  </Panel>
)

const trees = { points: '分值相加', percent: '权重相乘' } as const

const Systems = ({ organ, systems }: { readonly organ: string } & Pick<Held, 'systems'>) => (
  <Panel kind="list" title="指标体系" aside="按年份保存版本，已开展的考核不受修改影响">
    <DataTable
      caption="指标体系"
      keyOf={({ id }) => id}
      groups={[{ key: 'all', rows: systems }]}
      empty={null}
      columns={[
        {
          key: 'name',
          head: '名称',
          names: true,
          cell: ({ id, name }) => <Link to={systemHref(organ, id)}>{name}</Link>,
        },
        { key: 'year', head: '年份', kind: 'number', cell: ({ year }) => year },
        { key: 'tree', head: '计分', kind: 'keep', cell: ({ tree }) => trees[tree] },
        { key: 'leaves', head: '指标', kind: 'number', cell: ({ leaves }) => leaves },
        {
          key: 'version',
          head: '版本',
          kind: 'keep',
          cell: ({ versions }) => (versions.length === 0 ? '随系统附带' : `第 ${versions.length} 版`),
        },
        {
          key: 'files',
          head: '导出',
          kind: 'keep',
          cell: ({ id, name }) => (
            <>
              <a href={systemFileHref(organ, id, 'xlsx')} aria-label={`导出 Excel：${name}`}>
                Excel
              </a>{' '}
              <a href={systemFileHref(organ, id, 'json')} aria-label={`导出 JSON：${name}`}>
                JSON
              </a>
            </>
          ),
        },
      ]}
    />
    <div className="panel__foot noprint">
      <Form method="post" encType="multipart/form-data" className="work-filter">
        <FileField
          name="file"
          label="导入指标体系"
          hint="导出的 Excel 或者 JSON，修改后再导入。"
          accept=".xlsx,.json"
        />
        <SubmitButton kind="plain">导入</SubmitButton>
      </Form>
    </div>
  </Panel>
)

const Surveys = ({ organ, surveys }: { readonly organ: string } & Pick<Held, 'surveys'>) => (
  <Panel
    kind="list"
    title="社会评议"
    aside={
      <LinkButton small to={newSurveyHref(organ)}>
        开展社会评议
      </LinkButton>
    }
  >
    <DataTable
      caption="社会评议"
      keyOf={({ id }) => id}
      groups={[{ key: 'all', rows: surveys }]}
      empty={
        <EmptyState title="还没有开展社会评议">公众在公开网页上不记名作答，结束后可以公布结果。</EmptyState>
      }
      columns={[
        {
          key: 'title',
          head: '评议',
          names: true,
          cell: ({ id, title }) => <Link to={surveyHref(organ, id)}>{title}</Link>,
        },
        {
          key: 'state',
          head: '进展',
          kind: 'keep',
          cell: ({ state, stateCaption }) => (
            <Badge state={state === 'open' ? 'new' : state === 'published' ? 'ok' : 'wait'}>
              {stateCaption}
            </Badge>
          ),
        },
        { key: 'until', head: '截止', kind: 'keep', cell: ({ until }) => formatChinese(until) },
      ]}
    />
  </Panel>
)
