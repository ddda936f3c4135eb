import { Link } from 'react-router'
import { formatChinese, formatWeekday, yearOf } from '../../../../law/day.ts'
import { contentShare } from '../../../../office/feedback/rating-levels.ts'
import { type FigureKey, figureKeys, figures } from '../../../../office/overview/figures.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Chart } from '../../../ui/chart.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { readDay } from '../../../ui/day-text.ts'
import { Pagination } from '../../../ui/pagination.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type Tile, Tiles } from '../../../ui/tiles.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { feedbackHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/overview.ts'
import { inTime, OrganTable } from './organ-table.tsx'
import { outcomeLines } from './outcome-rows.ts'
import { OutcomeTable } from './outcome-table.tsx'
import { chartsOf } from './overview-charts.ts'
import { casesHref, fileHref, overviewHref } from './overview-href.ts'
import { PeriodForm } from './period-form.tsx'
import './overview.css'

/** Organs shown at once; the file has all of them. */
const pageSize = 50

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api, charts } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const [from, to] = ['from', 'to'].map((name) => searchParams.get(name)?.trim() ?? '') as [string, string]
  const query = {
    ...(from !== '' && { from: readDay(from) ?? from }),
    ...(to !== '' && { to: readDay(to) ?? to }),
  } as object
  const asked = await api.call('readOverview', { params: { organ }, query })
  const wrong = !asked.ok && asked.problem.status === 400 ? asked.problem : null
  const overview = wrong === null ? told(asked) : told(await api.call('readOverview', { params: { organ } }))
  const { organs, outcomesByOrgan: _, outcomes, ...rest } = overview
  const [ratings, ratingsBefore] = await Promise.all(
    [0, 1].map((back) => ratingsIn(api, organ, yearOf(overview.period.to) - back)),
  )
  const pages = Math.max(1, Math.ceil(organs.length / pageSize))
  const page = Math.min(pages, Math.max(1, Number(searchParams.get('page')) || 1))
  return {
    organ,
    organName: organs.find(({ id }) => id === organ)?.name ?? '',
    ...rest,
    ...{ ratings: ratings!, ratingsBefore: ratingsBefore! },
    count: organs.length,
    organs: organs.slice((page - 1) * pageSize, page * pageSize),
    page,
    pages,
    lines: outcomeLines(outcomes, yearOf(overview.period.to)),
    charts: chartsOf(overview).map((chart, at) => charts.draw(chart, `chart-${at + 1}`)),
    wrong: wrong === null ? null : (wrong.errors?.[0]?.message ?? wrong.detail ?? ''),
    typed: wrong === null ? null : { from, to },
  }
}

/** What applicants said in cases that ended in the year, all organs together. */
async function ratingsIn(api: ReturnType<typeof deskOf>['api'], organ: string, year: number) {
  const { rows } = told(
    await api.call('countRatings', { params: { organ }, query: { year, below: 'true' } as never }),
  )
  return {
    ...{ year, total: rows.reduce((sum, { total }) => sum + total, 0) },
    share: contentShare(rows.flatMap(({ counts }) => counts)),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `领导看板 · ${loaderData?.organName ?? ''}` },
]

const tiled: readonly FigureKey[] = ['received', 'closed', 'open', 'overdue', 'soon', 'waiting', 'disputed']
const marks = { overdue: 'late', soon: 'soon', waiting: 'wait' } as const

/** How an organ and those below it stand, for those who lead them. */
export default function Overview({ loaderData }: Route.ComponentProps) {
  const { organ, organName, asOf, period, before, total, count, organs, page, pages } = loaderData
  const tiles = tiled.map(
    (key): Tile => ({
      href: casesHref(organ, key, period),
      label: figures[key].caption,
      count: total.now[key] ?? 0,
      note: figures[key].today ? '今天' : `上年同期 ${total.before[key] ?? 0}`,
      ...(key in marks && (total.now[key] ?? 0) > 0 && { state: marks[key as keyof typeof marks] }),
    }),
  )
  return (
    <div className="stack overview">
      <PageHead
        title="领导看板"
        note={`${organName}${count > 1 ? `和下级机关，共 ${count} 个` : ''} · ${formatChinese(period.from)}至${formatChinese(period.to)} · 截至${formatChinese(asOf)} ${formatWeekday(asOf)}`}
        acts={
          <>
            <LinkButton to={fileHref(organ, period, 'xlsx')} reloadDocument>
              导出表格
            </LinkButton>
            <LinkButton kind="quiet" to={fileHref(organ, period, 'csv')} reloadDocument>
              CSV
            </LinkButton>
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      />
      <PeriodForm
        organ={organ}
        today={asOf}
        period={period}
        wrong={loaderData.wrong}
        typed={loaderData.typed}
      />
      <Tiles label="合计" tiles={tiles} />
      <Pace {...loaderData} />
      <Panel title="比较" aside={`上年同期：${formatChinese(before.from)}至${formatChinese(before.to)}`}>
        <div className="overview__charts">
          {loaderData.charts.map((chart) => (
            <Chart key={chart.title} chart={chart} />
          ))}
        </div>
      </Panel>
      <Panel kind="list" title="各机关" aside="按类别分列，小字为上年同期；答复用时：一半 / 九成，工作日">
        <OrganTable organ={organ} organs={organs} period={period} />
      </Panel>
      {pages > 1 && (
        <Pagination
          page={page}
          pages={pages}
          total={`${count} 个机关`}
          hrefOf={(to) => `${overviewHref(organ, period)}&page=${to}`}
        />
      )}
      <Panel kind="list" title="办理结果" aside="按年度报告第三部分的表式">
        <OutcomeTable organ={organ} lines={loaderData.lines} period={period} />
      </Panel>
      <Definitions />
    </div>
  )
}

type Loaded = Route.ComponentProps['loaderData']

const Pace = ({
  organ,
  period,
  total,
  ratings,
  ratingsBefore,
}: Pick<Loaded, 'organ' | 'period' | 'total' | 'ratings' | 'ratingsBefore'>) => {
  const { now, before, pace, paceBefore } = total
  const days = (value: number | null) => (value === null ? '—' : `${value} 个工作日`)
  const link = (figure: FigureKey) => <Link to={casesHref(organ, figure, period)}>{now[figure] ?? 0} 件</Link>
  const facts = [
    ['答复', link('answered'), `${before.answered ?? 0} 件`],
    [
      '按期答复',
      <>
        {inTime(now)}（{link('inTime')}）
      </>,
      inTime(before),
    ],
    ['逾期答复', link('late'), `${before.late ?? 0} 件`],
    ['一半的答复用时不超过', days(pace.median), days(paceBefore.median)],
    ['九成的答复用时不超过', days(pace.ninetieth), days(paceBefore.ninetieth)],
    ['复议、诉讼审结', link('decided'), `${before.decided ?? 0} 件`],
    ['其中结果未维持', link('corrected'), `${before.corrected ?? 0} 件`],
    [
      `${ratings.year}年申请人好评率`,
      <>
        {ratings.share ?? '—'}（
        <Link to={feedbackHref(organ, { year: ratings.year })}>{ratings.total} 份评价</Link>）
      </>,
      `${ratingsBefore.share ?? '—'}（全年 ${ratingsBefore.total} 份）`,
    ],
  ] as const
  return (
    <Panel title="答复快慢、复议诉讼和评价">
      <dl className="overview__facts">
        {facts.map(([name, value, past]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd className="overview__past">上年同期 {past}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

const Definitions = () => (
  <Panel title="数字怎样计算">
    <dl className="overview__says">
      {figureKeys.map((key) => (
        <div key={key}>
          <dt>{figures[key].caption}</dt>
          <dd>
            {figures[key].says} <Cites of={figures[key].cites} audience="staff" />
          </dd>
        </div>
      ))}
      <div>
        <dt>答复用时</dt>
        <dd>
          从期限起算到答复的工作日，与该件期限的计算一致：等待补正、征求意见等不计入期限的时间不计，补正后重新起算的从重新起算之日计。
          <Cites of={['条例§30', '条例§33']} audience="staff" />
        </dd>
      </div>
      <div>
        <dt>好评率</dt>
        <dd>
          当年办结的申请，申请人评价为非常满意、满意、基本满意的份数，占全部评价的比例；按办结的年度计，不随统计期间变化。
        </dd>
      </div>
    </dl>
  </Panel>
)
