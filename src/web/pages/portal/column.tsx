import { data } from 'react-router'
import { type ColumnKey, columns } from '../../../office/documents/columns.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/column.ts'
import { DocumentList } from './document-list.tsx'
import { frameOf } from './frame.ts'
import { listedOf } from './listed-document.ts'
import { columnHref, documentsHref } from './portal-href.ts'
import { feedLinks, Subscribe } from './subscribe.tsx'
import './portal.css'

/** Documents on a page of a column. */
const perPage = 30

export async function loader({ params, request, context }: Route.LoaderArgs) {
  if (!Object.hasOwn(columns, params.column)) throw data(null, { status: 404 })
  const column = params.column as ColumnKey
  const { caption, classes } = columns[column]
  const after = new URL(request.url).searchParams.get('after')
  const query = { class: classes as never, limit: perPage, ...(after !== null && { after }) }
  const [frame, listed] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('listPublished', { params, query }),
  ])
  if (!listed.ok) throw data(null, { status: listed.problem.status === 400 ? 404 : listed.problem.status })
  return {
    frame,
    caption,
    href: columnHref(params.organ, column),
    next: listed.body.next,
    later: after !== null,
    documents: listed.body.rows.map((row) => listedOf(row)),
  }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.caption ?? ''} · ${loaderData?.frame.organ.name ?? ''}` },
  ...feedLinks(loaderData?.href ?? '', loaderData?.caption ?? ''),
]

/** A column (栏目) of an organ: what is new in it, to be subscribed to. It sends no script. */
export default function Column({ loaderData, params }: Route.ComponentProps) {
  const { frame, caption, href, next, later, documents } = loaderData
  const above = [{ title: '法定主动公开内容', href: documentsHref(params.organ) }]
  return (
    <PublicShell organ={frame.organ} place={{ above, here: caption }}>
      <div className="portal portal--narrow">
        <h1>{caption}</h1>
        <Subscribe of={href} what="本栏目" />
        <Panel kind="wide">
          {documents.length === 0 ? (
            <EmptyState title="还没有公开的信息">新公开的列在这里；可以订阅本栏目，有新的就知道。</EmptyState>
          ) : (
            <DocumentList documents={documents} />
          )}
        </Panel>
        {(next !== null || later) && (
          <nav className="portal__buttons noprint" aria-label="分页">
            {later && <LinkButton to="?">回到第一页</LinkButton>}
            {next !== null && <LinkButton to={`?after=${encodeURIComponent(next)}`}>下一页</LinkButton>}
          </nav>
        )}
      </div>
    </PublicShell>
  )
}
