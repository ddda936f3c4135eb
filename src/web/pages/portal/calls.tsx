import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/calls.ts'
import { frameOf } from './frame.ts'
import { callsHref, columnHref } from './portal-href.ts'
import { feedLinks, Subscribe } from './subscribe.tsx'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, listed] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('listCalls', { params, query: { limit: 100 } }),
  ])
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  return { frame, rows: listed.body.rows }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

const title = '征求意见'

export const meta = ({ loaderData, params }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.frame.organ.name ?? ''}` },
  ...feedLinks(columnHref(params.organ, 'consultations'), title),
]

/** 公开征求意见 (条例§19): what may be said now, and what came of it before. It sends no script. */
export default function Calls({ loaderData: { frame, rows }, params: { organ } }: Route.ComponentProps) {
  const groups = [
    { title: '正在征求意见', rows: rows.filter(({ open }) => open) },
    { title: '已经结束', rows: rows.filter(({ open }) => !open) },
  ]
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: title }}>
      <div className="portal portal--narrow">
        <h1>{title}</h1>
        {rows.length === 0 && (
          <Panel kind="wide">
            <EmptyState title="还没有征求意见的事项">涉及公众利益调整的事项征求意见时，列在这里。</EmptyState>
          </Panel>
        )}
        {groups
          .filter((group) => group.rows.length > 0)
          .map((group) => (
            <Panel key={group.title} title={group.title} kind="wide">
              <ul className="rows">
                {group.rows.map(({ id, title: about, openedOn, until, open, result }) => (
                  <li key={id}>
                    <div>
                      <Link className="published__title" to={callsHref(organ, id)}>
                        {about}
                      </Link>
                      <p className="portal__quiet">
                        {formatChinese(openedOn)}开始
                        {until !== null && `，${formatChinese(until)}截止`}
                      </p>
                    </div>
                    {open ? (
                      <Badge state="ok">征求中</Badge>
                    ) : (
                      <Badge state="plain">{result === null ? '已截止' : '有结果'}</Badge>
                    )}
                  </li>
                ))}
              </ul>
            </Panel>
          ))}
        <Subscribe of={columnHref(organ, 'consultations')} what="征求意见和采纳情况" />
      </div>
    </PublicShell>
  )
}
