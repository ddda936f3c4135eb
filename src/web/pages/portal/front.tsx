import { data, Link, redirect } from 'react-router'
import type { AnsweredBy } from '../../desk/api.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { type Option, SelectField } from '../../ui/select-field.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/front.ts'
import { DocumentList } from './document-list.tsx'
import { listedOf } from './listed-document.ts'
import { homeHref, policiesHref } from './portal-href.ts'
import { siteFrame, siteName } from './site-frame.ts'
import { feedLinks, Subscribe } from './subscribe.tsx'
import './home.css'
import './portal.css'
import './front.css'

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

/** Where an organ that was chosen is asked for something. */
const doors = { apply: '申请公开', track: '查询办理进度' } as const

const doorOf = (url: URL, rows: readonly Row[]): string | null => {
  const organ = rows.find(({ id }) => id === url.searchParams.get('organ'))
  const to = url.searchParams.get('to') ?? ''
  return organ === undefined || !(to in doors) ? null : `${homeHref(organ.id)}/${to}`
}

const most = '8'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { api, signIn } = deskOf(context)
  const [organs, latest] = await Promise.all([
    api.call('listPublicOrgans', { query: { closed: 'true' } }),
    api.call('listAllPublished', { query: { limit: most } }),
  ])
  if (!organs.ok) throw data(null, { status: organs.problem.status })
  const { rows } = organs.body
  if (rows.length === 0 && (await signIn.wantsSetUp())) throw redirect('/set-up')
  if (rows.length === 1) throw redirect(homeHref(rows[0]!.id))
  const working = rows.filter(({ closed }) => closed === null)
  const door = doorOf(new URL(request.url), working)
  if (door !== null) throw redirect(door)
  return {
    name: siteName(rows),
    branches: branchesOf(working),
    closed: rows.filter(({ closed }) => closed !== null),
    options: working.map(({ id, name }) => ({ value: id, label: name })),
    latest: latest.ok ? latest.body.rows.map((row) => listedOf(row, true)) : [],
  }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = () => [{ title: '政府信息公开' }, ...feedLinks('', '各机关最新公开')]

/** The first page of a site of several organs: what they published last, the organs, and the way to an application. It sends no script. */
export default function Front({
  loaderData: { name, branches, closed, options, latest },
}: Route.ComponentProps) {
  return (
    <PublicShell organ={siteFrame(name)} place={null}>
      {branches.length === 0 ? (
        <EmptyState title="还没有公开信息的机关">系统管理员设置机关后，在这里列出。</EmptyState>
      ) : (
        <div className="home">
          <nav className="front__organs" aria-labelledby="organs">
            <h2 id="organs">各机关政府信息公开</h2>
            <Tree branches={branches} />
            <Closed rows={closed} />
          </nav>
          <section className="home__latest" aria-labelledby="latest">
            <div className="home__head">
              <h2 id="latest">最新公开</h2>
              <Link to={policiesHref()}>政策文件库</Link>
            </div>
            {latest.length === 0 ? (
              <EmptyState title="还没有公开的信息">需要的信息可以向制作或者保存它的机关申请公开。</EmptyState>
            ) : (
              <DocumentList documents={latest} />
            )}
            <Subscribe of="" what="各机关最新公开" />
          </section>
          <Ways options={options} />
        </div>
      )}
    </PublicShell>
  )
}

const Closed = ({ rows }: { readonly rows: readonly Row[] }) =>
  rows.length > 0 && (
    <>
      <h2>已经撤销的机关，公开的信息仍可查看</h2>
      <ul className="tree">
        {rows.map(({ id, name, closed }) => (
          <li key={id}>
            <Link to={homeHref(id)}>{name}</Link>
            {closed?.successor != null && <span>由{closed.successor.name}承接</span>}
          </li>
        ))}
      </ul>
    </>
  )

const Tree = ({ branches }: { readonly branches: readonly Branch[] }) => (
  <ul className="tree">
    {branches.map(({ id, name, channels, below }) => (
      <li key={id}>
        <Link to={homeHref(id)}>{name}</Link>
        {!channels.includes('online') && <span>当面、邮寄申请</span>}
        {below.length > 0 && <Tree branches={below} />}
      </li>
    ))}
  </ul>
)

const Ways = ({ options }: { readonly options: readonly Option[] }) => (
  <aside className="home__apply panel" aria-label="申请和查询">
    <section>
      <h2>没有找到需要的信息？</h2>
      <p>公民、法人和其他组织可以向制作或者保存该信息的机关申请公开；已经申请的，在该机关查询办理进度。</p>
      <form className="front__ways noprint" method="get" action="/" noValidate>
        <SelectField name="organ" label="机关" options={options} />
        {Object.entries(doors).map(([to, caption]) => (
          <SubmitButton key={to} kind={to === 'apply' ? 'primary' : 'plain'} block name="to" value={to}>
            {caption}
          </SubmitButton>
        ))}
      </form>
    </section>
  </aside>
)
