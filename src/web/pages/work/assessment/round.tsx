import { data, Form, Link, redirect } from 'react-router'
import { addDays, type Day, formatChinese } from '../../../../law/day.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { ConfirmButton, confirmedField } from '../../../ui/confirm-button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/round.ts'
import { assessmentHref, noticeHref, packHref, roundHref, sheetHref, systemHref } from './assessment-href.ts'
import { roundMarks } from './room.tsx'
import { changeText, scoreText } from './score-text.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [round, board] = await Promise.all([
    api.call('readRound', { params }).then(told),
    api.call('readBoard', { params }).then(told),
  ])
  const done = new URL(request.url).searchParams.get('done')
  return { organ: params.organ, round, today: board.asOf as Day, done }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const day = readDay(String(form.get('day') ?? ''))
  const deed = String(form.get('deed') ?? '')
  const fault = (message: string, status: number) => data({ fault: message, told: null }, status)
  if (deed === 'tell') {
    if (form.get(confirmedField) !== 'yes') return fault('通知发出后不能收回。确认要发的，请再按一次。', 422)
    const called = await api.call('tellLosses', { params })
    return called.ok
      ? data({ fault: null, told: called.body.rows })
      : fault(called.problem.detail, called.problem.status)
  }
  if (day === null) return fault('请填写日期，例如 2026年9月30日。', 422)
  const called =
    deed === 'feedBack'
      ? await api.call('feedBackRound', { params, body: { objectBy: day } })
      : await api.call('closeRound', { params, body: { mendBy: day } })
  return called.ok
    ? redirect(`${roundHref(params.organ, params.round)}?done=${deed}`)
    : fault(called.problem.detail, called.problem.status)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.round.name ?? '考核' }]

type Round = Route.ComponentProps['loaderData']['round']

/** A round: who has been scored, how they stand among their like, and what comes next. */
export default function RoundPage({
  loaderData: { organ, round, today, done },
  actionData,
}: Route.ComponentProps) {
  const { state, stateCaption, selfBy, objectBy, closedOn, sampled, sealed } = round
  return (
    <>
      <Breadcrumb above={[{ title: '考核评议', href: assessmentHref(organ) }]} here={round.periodName} />
      <PageHead
        title={round.name}
        note={`${round.organs} 个机关 · ${stateCaption}`}
        acts={<PrintButton>打印</PrintButton>}
      />
      <div className="stack">
        <RefusedNote title="没有办成" message={actionData?.fault} />
        {actionData?.told != null && (
          <Note state="ok" title="失分告知" live>
            <ul className="list">
              {actionData.told.map((each) => (
                <li key={each.organ}>
                  {each.name}：{each.outcomeCaption}
                </li>
              ))}
            </ul>
          </Note>
        )}
        {done === 'closeRound' && (
          <Note state="ok" title="考核已经办结" live>
            结果已经封存，每一处问题已经转入整改。
          </Note>
        )}
        <Facts
          facts={[
            { label: '进展', value: <Badge state={roundMarks[state]}>{stateCaption}</Badge> },
            {
              label: '指标体系',
              value: <Link to={systemHref(organ, round.system.id)}>{round.system.name}</Link>,
            },
            ...(selfBy === null ? [] : [{ label: '自评截止', value: formatChinese(selfBy) }]),
            ...(objectBy === null ? [] : [{ label: '异议截止', value: formatChinese(objectBy) }]),
            ...(sampled.length === 0 ? [] : [{ label: '抽取的领域', value: sampled.join('、') }]),
            ...(closedOn === null ? [] : [{ label: '办结', value: formatChinese(closedOn) }]),
            ...(sealed === null ? [] : [{ label: '封存校验值', value: <code>{sealed.slice(0, 16)}</code> }]),
          ]}
        />
        <Next organ={organ} round={round} today={today} />
        <Sheets organ={organ} round={round} />
        <Ranking round={round} />
      </div>
    </>
  )
}

/** The one thing that is to be done now. */
function Next({
  organ,
  round,
  today,
}: {
  readonly organ: string
  readonly round: Round
  readonly today: Day
}) {
  const waiting = round.sheets.filter(({ state }) => state !== 'assessed').length
  const undecided = round.sheets.reduce((sum, each) => sum + each.undecided, 0)
  if (round.state === 'open')
    return (
      <Panel title="下一步：反馈">
        {waiting > 0 ? (
          <p>还有 {waiting} 个机关没有评分。评完以后向各机关反馈，听取异议。</p>
        ) : (
          <Form method="post" className="work-filter noprint" key="feedBack">
            <input type="hidden" name="deed" value="feedBack" />
            <DateField name="day" label="异议可以提到" defaultValue={addDays(today, 7)} today={today} />
            <SubmitButton>向各机关反馈</SubmitButton>
          </Form>
        )}
      </Panel>
    )
  if (round.state === 'fedBack')
    return (
      <Panel title="下一步：办结">
        {undecided > 0 ? (
          <p>还有 {undecided} 项异议没有答复，请在该机关的考核表中答复。</p>
        ) : (
          <Form method="post" className="work-filter noprint" key="closeRound">
            <input type="hidden" name="deed" value="closeRound" />
            <DateField name="day" label="问题应当整改到" defaultValue={addDays(today, 30)} today={today} />
            <SubmitButton>办结并转入整改</SubmitButton>
          </Form>
        )}
      </Panel>
    )
  return (
    <Panel title="下一步：通报">
      <div className="deed__acts noprint">
        <LinkButton kind="primary" to={noticeHref(organ, round.id)}>
          {round.notice?.publishedOn == null ? '考核通报' : '查看已经公布的通报'}
        </LinkButton>
        <ConfirmButton
          label="告知各机关失分"
          title="告知各机关自己的失分？"
          confirm="确认告知"
          values={{ deed: 'tell' }}
        >
          以邮件、短信发给各机关的负责人，每个机关只收到自己的失分；22时至次日7时不发送，早上再发。已经告知过的不重复。
        </ConfirmButton>
      </div>
    </Panel>
  )
}

const Sheets = ({ organ, round }: { readonly organ: string; readonly round: Round }) => (
  <Panel kind="list" title="各机关的考核表" aside="点开机关名称评分">
    <DataTable
      caption="各机关的考核表"
      keyOf={(row) => row.organ}
      groups={[{ key: 'all', rows: round.sheets }]}
      empty={null}
      columns={[
        {
          key: 'name',
          head: '机关',
          names: true,
          cell: (row) => <Link to={sheetHref(organ, round.id, row.organ)}>{row.name}</Link>,
        },
        {
          key: 'state',
          head: '评分',
          kind: 'keep',
          cell: ({ state, stateCaption }) => (
            <Badge state={state === 'assessed' ? 'ok' : state === 'selfScored' ? 'new' : 'wait'}>
              {stateCaption}
            </Badge>
          ),
        },
        {
          key: 'total',
          head: '得分',
          kind: 'number',
          cell: ({ state, total }) => (state === 'assessed' ? scoreText(total) : '—'),
        },
        { key: 'open', head: '待评定', kind: 'number', cell: ({ open }) => open },
        {
          key: 'objections',
          head: '异议',
          kind: 'keep',
          cell: ({ objections, undecided }) =>
            objections === 0
              ? '—'
              : undecided > 0
                ? `${objections} 项，${undecided} 项待答复`
                : `${objections} 项`,
        },
        {
          key: 'pack',
          head: '佐证材料',
          kind: 'keep',
          cell: (row) => (
            <a href={packHref(row.organ, round.period.year)} aria-label={`打包下载${row.name}的佐证材料`}>
              打包下载
            </a>
          ),
        },
      ]}
    />
  </Panel>
)

/** Like with like: each class by itself, with the change since last time. */
const Ranking = ({ round }: { readonly round: Round }) => (
  <Panel
    kind="list"
    title={round.state === 'closed' ? '名次' : '名次（暂计）'}
    aside={round.before === null ? '没有可以相比的上一次' : `与${round.before}相比`}
  >
    <DataTable
      caption="名次"
      keyOf={(row) => row.organ}
      groups={[...Map.groupBy(round.results, (row) => row.classCaption)].map(([title, rows]) => ({
        key: title,
        title,
        rows,
      }))}
      empty={null}
      stateOf={({ verdict }) => (verdict === 'passed' ? null : 'late')}
      columns={[
        { key: 'rank', head: '名次', kind: 'number', cell: ({ rank }) => rank },
        { key: 'name', head: '机关', names: true, cell: ({ name }) => name },
        {
          key: 'total',
          head: '得分',
          kind: 'number',
          cell: ({ verdict, composed, total }) =>
            verdict === 'vetoed'
              ? '单项否决'
              : `${scoreText(composed)}${composed === total ? '' : `（本次 ${scoreText(total)}）`}`,
        },
        { key: 'grade', head: '等次', kind: 'keep', cell: ({ grade }) => grade ?? '—' },
        { key: 'points', head: '得分变化', kind: 'number', cell: ({ points }) => changeText(points) },
        {
          key: 'places',
          head: '名次变化',
          kind: 'keep',
          cell: ({ places }) =>
            places === null ? '—' : places === 0 ? '持平' : places > 0 ? `上升 ${places}` : `下降 ${-places}`,
        },
      ]}
    />
  </Panel>
)
