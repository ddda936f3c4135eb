import { redirect } from 'react-router'
import { formatChinese, formatWeekday } from '../../../law/day.ts'
import type { Api } from '../../desk/api.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Term } from '../../ui/term.tsx'
import { type Tile, Tiles } from '../../ui/tiles.tsx'
import { PageHead } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/board.ts'
import { CaseTable } from './case-table.tsx'
import { namesAt } from './colleagues.ts'
import { documentTiles, waitingDocuments } from './documents/waiting-documents.ts'
import { NextPage } from './next-page.tsx'
import { OrganChoice } from './organ-choice.tsx'
import { administrationRoomsFor, requestsHref } from './rooms.ts'
import { waiting } from './row-state.ts'
import { told } from './told.ts'
import { organInView, organsOf } from './who.ts'

const views = {
  all: { label: '全部在办', empty: '没有在办的申请' },
  today: { label: '今天到期', empty: '今天没有到期的申请' },
  soon: { label: '五个工作日内到期', empty: '近日没有到期的申请' },
  overdue: { label: '逾期', empty: '没有逾期的申请' },
  waiting: { label: '等待他人', empty: '没有等待他人的申请' },
  untouched: { label: '尚未分派', empty: '申请都已经分派' },
  mentions: { label: '请您看的备注', empty: '没有请您看的备注' },
} as const
type View = keyof typeof views

const viewOf = (asked: string | null): View =>
  asked !== null && Object.hasOwn(views, asked) ? (asked as View) : 'all'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams: asked } = new URL(request.url)
  const me = told(await api.call('readMe', {}))
  const organ = organInView(me, asked.get('organ'))
  if (organ === null) {
    const [room] = administrationRoomsFor(me, undefined)
    if (room !== undefined) throw redirect(room.href)
    return null
  }
  const view = viewOf(asked.get('view'))
  const after = asked.get('after') ?? undefined
  const params = { organ: organ.id }
  const [board, listed, waits, names] = await Promise.all([
    api.call('readBoard', { params }),
    listOf(api, organ.id, view, after),
    api.call('tally', { params, query: { open: 'true', status: [...waiting] } }),
    namesAt(api, organ.id),
  ])
  const { asOf, open, soon, soonUntil, dueToday, overdue, unassigned, unconfirmed, mentioned } = told(board)
  const documents = await waitingDocuments(api, me, organ.id, asOf)
  const counts: Readonly<Record<View, number>> = {
    all: open,
    today: dueToday,
    soon,
    overdue,
    waiting: told(waits).rows.reduce((sum, { count }) => sum + count, 0),
    untouched: unassigned,
    mentions: mentioned,
  }
  const { rows, next } = told(listed)
  return {
    organ,
    organs: organsOf(me),
    view,
    asOf,
    soonUntil,
    counts,
    unconfirmed,
    rows,
    next,
    names,
    documents,
  }
}

/** The list under the tile that is chosen. */
function listOf(api: Api, organ: string, view: View, after: string | undefined) {
  const params = { organ }
  const page = after === undefined ? {} : { after }
  switch (view) {
    case 'today':
      return api.call('listDue', { params, query: { ...page, kind: 'soon', days: 0 } })
    case 'soon':
    case 'overdue':
      return api.call('listDue', { params, query: { ...page, kind: view } })
    case 'waiting':
      return api.call('listRequests', { params, query: { ...page, open: 'true', status: [...waiting] } })
    case 'untouched':
      return api.call('listRequests', { params, query: { ...page, open: 'true', handler: '' } })
    case 'mentions':
      return api.call('listRequests', { params, query: { ...page, mentioned: 'me' } })
    case 'all':
      return api.call('listRequests', { params, query: { ...page, open: 'true' } })
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `今日 · ${loaderData?.organ.name ?? '政府信息公开工作台'}` },
]

const marks = {
  overdue: 'late',
  today: 'soon',
  soon: 'soon',
  waiting: 'wait',
  untouched: 'new',
  mentions: 'new',
} as const

/** What is to be done today. */
export default function Board({ loaderData }: Route.ComponentProps) {
  if (loaderData === null) {
    return (
      <>
        <PageHead title="今日" />
        <Panel title="办件">
          <EmptyState title="没有办件的权限">
            您的岗位不经办申请。需要查看的，请本机关安全管理员授予权限。
          </EmptyState>
        </Panel>
      </>
    )
  }
  const { organ, organs, view, asOf, soonUntil, counts, unconfirmed, rows, next, names, documents } =
    loaderData
  const hrefOf = (to: View) => `/work?${new URLSearchParams({ organ: organ.id, view: to })}`
  const tiles = (Object.keys(views) as View[]).map(
    (each): Tile => ({
      href: hrefOf(each),
      label: views[each].label,
      count: counts[each],
      current: each === view,
      ...(each !== 'all' && { state: marks[each] }),
      ...(each === 'untouched' && unconfirmed > 0 && { note: `待确认收到 ${unconfirmed} 件` }),
    }),
  )
  return (
    <div className="stack">
      <PageHead
        title="今日"
        note={`${formatChinese(asOf)} ${formatWeekday(asOf)} · ${organ.name}`}
        acts={<LinkButton to={requestsHref(organ.id)}>全部申请</LinkButton>}
      />
      <OrganChoice organs={organs} chosen={organ.id} />
      <Tiles label="在办的申请" tiles={tiles} />
      {documents.length > 0 && <Tiles label="等您办的文件" tiles={documentTiles(organ.id, documents)} />}
      <Panel
        kind="list"
        title={views[view].label}
        aside={
          <>
            {counts[view]} 件
            {view === 'soon' && (
              <>
                ，按
                <Term of="workingDay" audience="staff" />计
              </>
            )}
          </>
        }
      >
        <CaseTable
          caption={views[view].label}
          rows={rows}
          now={{ today: asOf, soonUntil }}
          names={names}
          empty={<EmptyState title={views[view].empty}>新的申请登记后列在这里。</EmptyState>}
        />
      </Panel>
      <NextPage next={next} />
    </div>
  )
}
