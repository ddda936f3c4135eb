import { Link } from 'react-router'
import { formatChinese, yearOf } from '../../../../law/day.ts'
import { type Channel, channels } from '../../../../law/receipt.ts'
import { type FigureKey, figures } from '../../../../office/overview/figures.ts'
import { Cites } from '../../../ui/cite.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { CaseTable } from '../case-table.tsx'
import { namesAt } from '../colleagues.ts'
import { NextPage } from '../next-page.tsx'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/cases.ts'
import { captionOfOutcome } from './outcome-rows.ts'
import { overviewHref } from './overview-href.ts'

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const one = (name: string) => searchParams.get(name) ?? undefined
  const row = one('row')
  const query = {
    from: one('from'),
    to: one('to'),
    figure: one('figure'),
    at: one('at'),
    after: one('after'),
    channel: searchParams.getAll('channel'),
    row,
  } as object
  const params = { organ }
  const [listed, organs, names] = await Promise.all([
    api.call('listOverviewCases', { params, query }),
    organsBelow(api, organ),
    namesAt(api, organ),
  ])
  const { rows, next, asOf, soonUntil, period } = told(listed)
  return {
    organ,
    figure: one('figure') as FigureKey,
    time: period,
    asOf,
    soonUntil,
    rows,
    next,
    names,
    organNames: Object.fromEntries(organs.map(({ id, name }) => [id, name])),
    narrowed: [
      ...organs.filter(({ id }) => id === one('at')).map(({ name }) => name),
      ...searchParams.getAll('channel').map((key) => channels[key as Channel].caption),
      ...(row === undefined ? [] : [captionOfOutcome(row, yearOf(period.to))]),
    ],
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData ? figures[loaderData.figure].caption : ''} · 领导看板` },
]

/** The cases that a figure counts. */
export default function Cases({ loaderData }: Route.ComponentProps) {
  const { organ, figure, time, asOf, soonUntil, rows, next, names, organNames, narrowed } = loaderData
  const { caption, says, cites, today } = figures[figure]
  return (
    <div className="stack">
      <PageHead
        title={[caption, ...narrowed].join(' · ')}
        note={today ? `截至${formatChinese(asOf)}` : `${formatChinese(time.from)}至${formatChinese(time.to)}`}
      />
      <p>
        {says} <Cites of={cites} audience="staff" />{' '}
        <Link className="noprint" to={overviewHref(organ, time)}>
          回到领导看板
        </Link>
      </p>
      <Panel kind="list" title="申请件" aside="最近收到的在前">
        <CaseTable
          caption={caption}
          rows={rows}
          now={{ today: asOf, soonUntil }}
          names={names}
          organs={organNames}
          empty={<EmptyState title="没有这样的申请">换一个期间再看。</EmptyState>}
        />
      </Panel>
      <NextPage next={next} />
    </div>
  )
}
