import { data, Link, redirect } from 'react-router'
import type { AnsweredBy } from '../../desk/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/organs.ts'
import { homeHref, policiesHref } from './portal-href.ts'
import { siteFrame } from './site-frame.ts'
import { feedLinks, Subscribe } from './subscribe.tsx'
import './portal.css'

type Row = AnsweredBy<'listPublicOrgans'>['rows'][number]

/** An organ with those below it. */
interface Branch extends Row {
  readonly below: readonly Branch[]
}

/** The organs as they stand under each other; whose superior is not among them stands at the top. */
export function branchesOf(rows: readonly Row[]): readonly Branch[] {
  const known = new Set(rows.map(({ id }) => id))
  const under = (above: string | null): readonly Branch[] =>
    rows
      .filter(({ parent }) => (parent !== null && known.has(parent) ? parent : null) === above)
      .map((row) => ({ ...row, below: under(row.id) }))
  return under(null)
}

export async function loader({ context }: Route.LoaderArgs) {
  const organs = await deskOf(context).api.call('listPublicOrgans', { query: { closed: 'true' } })
  if (!organs.ok) throw data(null, { status: organs.problem.status })
  if (organs.body.rows.length === 0 && (await deskOf(context).signIn.wantsSetUp())) throw redirect('/set-up')
  const works = ({ closed }: Row) => closed === null
  return {
    branches: branchesOf(organs.body.rows.filter(works)),
    closed: organs.body.rows.filter((row) => !works(row)),
  }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = () => [{ title: '政府信息公开' }, ...feedLinks('', '各机关最新公开')]

/** Where to apply. It sends no script. */
export default function Organs({ loaderData: { branches, closed } }: Route.ComponentProps) {
  const organ = siteFrame(branches.length === 1 ? branches[0]!.name : '依申请公开')
  return (
    <PublicShell organ={organ} place={null}>
      <div className="portal portal--narrow">
        <h2>向哪个机关申请</h2>
        {branches.length === 0 ? (
          <EmptyState title="还没有受理申请的机关">系统管理员设置机关后，在这里列出。</EmptyState>
        ) : (
          <>
            <p>
              公民、法人和其他组织可以向制作或者保存该信息的机关申请公开。已经申请的，在该机关的页面查询办理进度。
            </p>
            <Tree branches={branches} />
            <p>
              要看已经公开的，点机关的名称；各机关的政策文件连同解读，集中在
              <Link to={policiesHref()}>政策文件库</Link>。
            </p>
            <Closed rows={closed} />
            <Subscribe of="" what="各机关最新公开" />
          </>
        )}
      </div>
    </PublicShell>
  )
}

const Closed = ({ rows }: { readonly rows: readonly Row[] }) =>
  rows.length > 0 && (
    <section aria-labelledby="closed">
      <h2 id="closed">已经撤销的机关，公开的信息仍可查看</h2>
      <ul className="tree">
        {rows.map(({ id, name, closed }) => (
          <li key={id}>
            <Link to={homeHref(id)}>{name}</Link>
            {closed?.successor != null && <span>由{closed.successor.name}承接</span>}
          </li>
        ))}
      </ul>
    </section>
  )

const Tree = ({ branches }: { readonly branches: readonly Branch[] }) => (
  <ul className="tree">
    {branches.map(({ id, name, channels, below }) => (
      <li key={id}>
        <Link to={`/organs/${id}`}>{name}</Link>
        <span>{channels.includes('online') ? '可以网上申请' : '当面、邮寄申请'}</span>
        {below.length > 0 && <Tree branches={below} />}
      </li>
    ))}
  </ul>
)
