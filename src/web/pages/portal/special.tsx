import { data } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/special.ts'
import { DocumentList } from './document-list.tsx'
import { frameOf } from './frame.ts'
import { listedOf } from './listed-document.ts'
import { specialsHref } from './portal-href.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, told] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('readSpecial', { params }),
  ])
  if (!told.ok) throw data(null, { status: told.problem.status })
  const { documents, ...special } = told.body
  return { frame, special, documents: documents.map((row) => listedOf(row, true)) }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.special.title ?? ''} · 专题 · ${loaderData?.frame.organ.name ?? ''}` },
]

/** One special: what it is about, and the documents of it in their order. It sends no script. */
export default function Special({ loaderData: { frame, special, documents }, params }: Route.ComponentProps) {
  const { title, summary, openedOn, closed } = special
  return (
    <PublicShell
      organ={frame.organ}
      place={{ above: [{ title: '专题', href: specialsHref(params.organ) }], here: title }}
    >
      <div className="portal portal--narrow">
        <h1>{title}</h1>
        {summary !== '' && <p>{summary}</p>}
        <Panel kind="wide">
          {documents.length === 0 ? (
            <EmptyState title="还没有列入的信息">列入后在这里查看。</EmptyState>
          ) : (
            <DocumentList documents={documents} />
          )}
        </Panel>
        <p className="portal__quiet">
          {formatChinese(openedOn)}开设{closed && '，不再增加内容'}。
        </p>
      </div>
    </PublicShell>
  )
}
