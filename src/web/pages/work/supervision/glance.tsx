import { Link } from 'react-router'
import { dayOf, formatChinese, formatWeekday, yearOf } from '../../../../law/day.ts'
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
import { told } from '../told.ts'
import type { Route } from './+types/glance.ts'
import { inspectionHref, recordsHref } from './hrefs.ts'
import { SupervisionTabs } from './supervision-tabs.tsx'
import './supervision.css'

export async function loader({ params: { organ }, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [glance, rounds, runs] = await Promise.all([
    api.call('readGlance', { params: { organ } }),
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
    run: run && {
      id: run.id,
      caption: run.caption,
      amiss: Object.fromEntries(
        run.results.map((result) => [
          result.organ,
          Object.values(result.counts).reduce((sum, n) => sum + n, 0),
        ]),
      ),
    },
  }
}

export const meta = () => [{ title: '监督保障' }]

type Row = AnsweredBy<'readGlance'>['rows'][number]

/** The organs below at a glance, like with like. */
export default function Glance({ loaderData }: Route.ComponentProps) {
  const { organ, asOf, rows, run, assessed } = loaderData
  const period = { from: dayOf(yearOf(asOf), 1, 1), to: asOf }
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const link = (count: number, href: string) =>
    count === 0 ? <span className="zero">0</span> : <Link to={href}>{count}</Link>
  const request = (figure: keyof Row['requests']): Column<Row> => ({
    key: figure,
    head: figures[figure].caption,
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
        run === null ? (
          stale + blank
        ) : (
          <>
            {link(stale, inspectionHref(organ, run.id, { at: id, check: 'columns.stale' }))}、
            {link(blank, inspectionHref(organ, run.id, { at: id, check: 'columns.blank' }))}
          </>
        ),
    },
    ...(run === null
      ? []
      : [
          {
            key: 'amiss',
            head: '巡查发现',
            kind: 'number' as const,
            cell: ({ organ: { id } }: Row) =>
              link(run.amiss[id] ?? 0, inspectionHref(organ, run.id, { at: id })),
          },
        ]),
    {
      key: 'tasks',
      head: '任务在办（逾期）',
      kind: 'number',
      cell: ({ tasks, organ: { id } }) => (
        <>
          {link(tasks.open, recordsHref(organ, 'task', { about: id }))}（
          {link(tasks.overdue, recordsHref(organ, 'task', { about: id, overdue: 'true' }))}）
        </>
      ),
    },
    {
      key: 'findings',
      head: '待整改（重复）',
      kind: 'number',
      cell: ({ findings, organ: { id } }) => (
        <>
          {link(findings.open, recordsHref(organ, 'finding', { about: id }))}（{findings.repeats}）
        </>
      ),
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
    {
      href: recordsHref(organ, 'task', { overdue: 'true' }),
      label: '任务逾期',
      count: sum(({ tasks }) => tasks.overdue),
      state: 'late',
    },
    {
      href: recordsHref(organ, 'finding', { overdue: 'true' }),
      label: '整改逾期',
      count: sum(({ findings }) => findings.overdue),
      state: 'late',
    },
    {
      href: recordsHref(organ, 'task'),
      label: '待验收、核验',
      count: sum(({ tasks, findings }) => tasks.waiting + findings.waiting),
      state: 'wait',
    },
    {
      href: recordsHref(organ, 'finding'),
      label: '重复出现的问题',
      count: sum(({ findings }) => findings.repeats),
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
          groups={byKind(rows)}
          columns={columns}
          empty={<EmptyState title="没有下级机关">管理员登记下级机关以后，在这里督促检查。</EmptyState>}
        />
      </Panel>
    </div>
  )
}

/** Organs of one class together. */
const byKind = (rows: readonly Row[]): readonly RowGroup<Row>[] =>
  [...Map.groupBy(rows, (row) => row.organ.kindCaption)].map(([kind, some]) => ({
    key: kind,
    title: `${kind} · ${some.length} 个机关`,
    rows: some,
  }))
