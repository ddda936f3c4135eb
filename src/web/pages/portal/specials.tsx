import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/specials.ts'
import { frameOf } from './frame.ts'
import { specialsHref } from './portal-href.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, listed] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('listSpecials', { params, query: { limit: 100 } }),
  ])
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  return { frame, rows: listed.body.rows }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

const title = '专题'

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.frame.organ.name ?? ''}` },
]

/** Specials (专题) of an organ. It sends no script. */
export default function Specials({ loaderData: { frame, rows }, params }: Route.ComponentProps) {
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: title }}>
      <div className="portal portal--narrow">
        <h1>{title}</h1>
        <Panel kind="wide">
          {rows.length === 0 ? (
            <EmptyState title="还没有专题">同一件事的文件、解读和进展集中公开时，列在这里。</EmptyState>
          ) : (
            <ul className="rows">
              {rows.map(({ id, title: name, summary, openedOn }) => (
                <li key={id}>
                  <div>
                    <Link to={specialsHref(params.organ, id)}>{name}</Link>
                    {summary !== '' && <p>{summary}</p>}
                    <p className="portal__quiet">{formatChinese(openedOn)}开设</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </PublicShell>
  )
}
