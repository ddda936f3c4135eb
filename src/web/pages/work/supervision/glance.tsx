import { Fragment } from 'react'
import { Link } from 'react-router'
import { dayOf, formatChinese, formatWeekday, yearOf } from '../../../../law/day.ts'
import { contentShare } from '../../../../office/feedback/rating-levels.ts'
import { figures } from '../../../../office/overview/figures.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { type Column, DataTable, type RowGroup } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type Tile, Tiles } from '../../../ui/tiles.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { roundHref } from '../assessment/assessment-href.ts'
import { filedHref, filingsHref } from '../filings/filings-href.ts'
import { casesHref } from '../overview/overview-href.ts'
import { feedbackHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/glance.ts'
import { inspectionHref, mocksHref, recordsHref } from './hrefs.ts'
import { SupervisionTabs } from './supervision-tabs.tsx'
import './supervision.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [glance, ratings, rounds, runs] = await Promise.all([
    api.call('readGlance', { params: { organ } }),
    api.call('countRatings', { params: { organ }, query: { below: 'true' } }),
    api.call('listRounds', { params: { organ } }),
    api.call('listSupervision', { params: { organ, kind: 'inspection' }, query: { state: 'finished' } }),
  ])
  const last = told(runs).rows[0]
  const run =
    last === undefined ? null : told(await api.call('readInspection', { params: { organ, record: last.id } }))
  return {
    organ,
    ...told(glance),
    assessed: told(rounds).rows.filter(({ state }) => state !== 'closed'),
    ratings: Object.fromEntries(told(ratings).rows.map((row) => [row.organ, row])),
    run: run && {
      ...{ id: run.id, caption: run.caption },
      counts: Object.fromEntries(run.results.map((result) => [result.organ, result.counts])),
    },
  }
}

export const meta = () => [{ title: '监督保障' }]

type Row = AnsweredBy<'readGlance'>['rows'][number]

/** The organs below at a glance, like with like. */
export default function Glance({ loaderData }: Route.ComponentProps) {
  const { organ, asOf, rows, run, ratings, assessed, complaints, sought } = loaderData
  // As the run counted them, since that is what the number opens onto.
  const seen = (id: string, check: string): number => run?.counts[id]?.[check] ?? 0
  const amiss = (id: string): number =>
    Object.values(run?.counts[id] ?? {}).reduce((sum, count) => sum + count, 0)
  const period = { from: dayOf(yearOf(asOf), 1, 1), to: asOf }
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const link = (count: number, href: string) =>
    count === 0 ? <span className="zero">0</span> : <Link to={href}>{count}</Link>
  const request = (figure: keyof Row['requests']): Column<Row> => ({
    key: figure,
    head: figure === 'corrected' ? '复议诉讼未维持' : figures[figure].caption,
    kind: 'number',
    cell: ({ organ: { id }, requests }) =>
      link(requests[figure], casesHref(organ, figure, period, { at: id })),
  })
  const columns: readonly Column<Row>[] = [
    { key: 'organ', head: '机关', names: true, cell: (row) => row.organ.name },
    ...(['overdue', 'soon', 'late', 'corrected'] as const).map(request),
    {
      key: 'filing',
      head: `${yearOf(asOf) - 1}年报`,
      kind: 'keep',
      cell: ({ filing, organ: { id } }) => (
        <Link to={filedHref(organ, yearOf(asOf) - 1, id)}>
          {filing.statusCaption}
          {filing.late && '（逾期）'}
        </Link>
      ),
    },
    {
      key: 'columns',
      head: '栏目陈旧、空白',
      kind: 'number',
      cell: ({ columns: { stale, blank }, organ: { id } }) =>
        run === null
          ? stale + blank
          : (['columns.stale', 'columns.blank'] as const).map((check, at) => (
              <Fragment key={check}>
                {at > 0 && '、'}
                {link(seen(id, check), inspectionHref(organ, run.id, { at: id, check }))}
              </Fragment>
            )),
    },
    ...(run === null
      ? []
      : [
          {
            key: 'amiss',
            head: '巡查发现',
            kind: 'number' as const,
            cell: ({ organ: { id } }: Row) => link(amiss(id), inspectionHref(organ, run.id, { at: id })),
          },
        ]),
    {
      key: 'tasks',
      head: '任务在办（逾期）',
      kind: 'number',
      cell: ({ tasks, organ: { id } }) => (
        <>
          {link(tasks.open, recordsHref(organ, 'task', { about: id, standing: 'open' }))}（
          {link(tasks.overdue, recordsHref(organ, 'task', { about: id, standing: 'overdue' }))}）
        </>
      ),
    },
    {
      key: 'findings',
      head: '待整改（重复）',
      kind: 'number',
      cell: ({ findings, organ: { id } }) => (
        <>
          {link(findings.open, recordsHref(organ, 'finding', { about: id, standing: 'open' }))}（
          {link(findings.repeated, recordsHref(organ, 'finding', { about: id, standing: 'repeated' }))}）
        </>
      ),
    },
    {
      key: 'content',
      head: '好评率（评价）',
      kind: 'number',
      cell: ({ organ: { id } }) => {
        const { counts = [], total = 0 } = ratings[id] ?? {}
        return (
          <>
            {contentShare(counts) ?? '—'}（{link(total, feedbackHref(organ, { below: id }))}）
          </>
        )
      },
    },
  ]
  const tiles: readonly Tile[] = [
    {
      href: casesHref(organ, 'overdue', period),
      label: `申请${figures.overdue.caption}`,
      count: sum(({ requests }) => requests.overdue),
      state: 'late',
    },
    {
      href: filingsHref(organ, yearOf(asOf) - 1, { late: 'true' }),
      label: '年报逾期',
      count: sum(({ filing }) => Number(filing.late)),
      state: 'late',
    },
    ...(
      [
        ['task', 'overdue', '任务逾期', 'late'],
        ['finding', 'overdue', '整改逾期', 'late'],
        ['task', 'waiting', '任务待验收', 'wait'],
        ['finding', 'waiting', '整改待核验', 'wait'],
        ['finding', 'repeated', '重复的问题', 'soon'],
      ] as const
    ).map(([kind, standing, label, state]) => ({
      ...{ label, state, href: recordsHref(organ, kind, { standing }) },
      count: sum((row) => row[kind === 'task' ? 'tasks' : 'findings'][standing]),
    })),
    {
      href: recordsHref(organ, 'complaint', { standing: 'overdue' }),
      label: '投诉举报逾期',
      count: complaints.overdue,
      state: 'late',
    },
    {
      href: mocksHref(organ, { standing: 'sought' }),
      label: '模拟申请未指认',
      count: sought,
      state: 'soon',
    },
  ]
  return (
    <div className="stack">
      <PageHead
        title="监督保障"
        note={`下级机关 ${rows.length} 个 · ${formatChinese(asOf)} ${formatWeekday(asOf)}`}
      />
      <SupervisionTabs organ={organ} current="glance" />
      <Tiles
        label="需要督促的"
        tiles={tiles.map(({ state, ...tile }) => ({
          ...tile,
          ...(tile.count > 0 && state !== undefined && { state }),
        }))}
      />
      {assessed.length > 0 && (
        <Note state="info" title="正在进行的考核">
          <ul>
            {assessed.map(({ id, name, organs, stateCaption }) => (
              <li key={id}>
                <Link to={roundHref(organ, id)}>{name}</Link>，{organs} 个机关，{stateCaption}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Panel
        kind="list"
        title="各机关"
        aside={run === null ? '按类别分列；还没有巡查过' : `按类别分列；巡查：${run.caption}`}
      >
        <DataTable
          caption="各机关"
          keyOf={(row) => row.organ.id}
          groups={byKind(rows, run === null ? null : amiss)}
          columns={columns}
          empty={<EmptyState title="没有下级机关">管理员登记下级机关以后，在这里督促检查。</EmptyState>}
        />
      </Panel>
    </div>
  )
}

/** Organs of one class together, with what each of them has on the average: a department is no measure for a township. */
const byKind = (rows: readonly Row[], amiss: ((organ: string) => number) | null): readonly RowGroup<Row>[] =>
  [...Map.groupBy(rows, (row) => row.organ.kindCaption)].map(([kind, some]) => {
    const mean = (of: (row: Row) => number) =>
      Math.round((some.reduce((sum, row) => sum + of(row), 0) / some.length) * 10) / 10
    const means = [
      `逾期 ${mean(({ requests }) => requests.overdue)} 件`,
      ...(amiss === null ? [] : [`巡查发现 ${mean((row) => amiss(row.organ.id))} 个`]),
      `待整改 ${mean(({ findings }) => findings.open)} 个`,
    ]
    return {
      key: kind,
      title: `${kind} · ${some.length} 个机关 · 平均每个机关：${means.join('，')}`,
      rows: some,
    }
  })
