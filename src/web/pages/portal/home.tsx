import { data, Link } from 'react-router'
import { chineseNumeral } from '../../../law/chinese-numeral.ts'
import { formatMonthDay } from '../../../law/day.ts'
import type { OrganHome } from '../../desk/portal-desk.ts'
import { LinkButton, SubmitButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/home.ts'
import { DocumentList } from './document-list.tsx'
import { feedLinks, Subscribe } from './subscribe.tsx'
import './home.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const home = await deskOf(context).portal.home(params.organ)
  if (home === null) throw data(null, { status: 404 })
  return home
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `政府信息公开 · ${loaderData?.organ.name ?? ''}` },
  ...feedLinks(loaderData?.organ.home ?? '', '最新公开'),
]

/** Home of an organ. It sends no script. */
export default function Home({ loaderData: home }: Route.ComponentProps) {
  return (
    <PublicShell organ={home.organ} place={null}>
      <div className="home">
        <Columns columns={home.columns} more={home.more} />
        <Latest {...home.latest} works={home.organ.closed == null} />
        {home.organ.closed == null && <Apply apply={home.apply} inPerson={home.inPerson} />}
        <Catalogue entries={home.catalogue} home={home.organ.home} />
      </div>
    </PublicShell>
  )
}

const Columns = ({ columns, more }: Pick<OrganHome, 'columns' | 'more'>) => (
  <nav className="home__columns" aria-label="政府信息公开栏目">
    <ul>
      {columns.map(({ title, href, current, entries }) => (
        <li key={href}>
          <Link to={href} aria-current={current ? 'true' : undefined}>
            {title}
          </Link>
          {entries.length > 0 && (
            <ul>
              {entries.map((entry) => (
                <li key={entry.href}>
                  <Link to={entry.href}>
                    {entry.title}
                    <span>{entry.count}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
    <div className="home__more">
      {more.map(({ title, href }) => (
        <Link key={href} to={href}>
          {title}
        </Link>
      ))}
    </div>
  </nav>
)

const Latest = ({
  documents,
  total,
  allHref,
  columns,
  works,
}: OrganHome['latest'] & { readonly works: boolean }) => (
  <section className="home__latest" aria-labelledby="latest">
    <div className="home__head">
      <h2 id="latest">最新公开</h2>
      {total > 0 && <Link to={allHref}>全部 {total} 条</Link>}
    </div>
    {columns.length > 0 && (
      <TabLinks label="栏目" links={[{ title: '全部', href: allHref, current: true }, ...columns]} />
    )}
    {documents.length === 0 ? (
      <EmptyState title={works ? '还没有公开的信息' : '没有公开的信息'}>
        {works ? '需要的信息可以向本机关申请公开。' : '需要的信息可以在承接机关或者全部机关中查找。'}
      </EmptyState>
    ) : (
      <DocumentList documents={documents} />
    )}
  </section>
)

const Apply = ({ apply, inPerson }: Pick<OrganHome, 'apply' | 'inPerson'>) => (
  <aside className="home__apply panel" aria-label="申请和查询">
    {apply !== null && (
      <>
        <section>
          <h2>没有找到需要的信息？</h2>
          <p>可以向本机关申请公开，不收取费用；数量、频次明显超过合理范围的除外。</p>
          <LinkButton kind="primary" block to={apply.href}>
            申请公开
          </LinkButton>
        </section>
        <section>
          <h2>查询办理进度</h2>
          <form className="home__track noprint" method="post" action={apply.trackHref} noValidate>
            <TextField
              name="number"
              label="登记编号"
              placeholder={`如 ${apply.numberExample}`}
              autoComplete="off"
            />
            <TextField name="secret" label="查询码" placeholder="写在回执上" autoComplete="off" />
            <SubmitButton kind="plain" block>
              查询
            </SubmitButton>
          </form>
        </section>
      </>
    )}
    {inPerson !== '' && (
      <section>
        <h2>不便上网？</h2>
        <p>{inPerson}</p>
      </section>
    )}
  </aside>
)

const Catalogue = ({ entries, home }: { readonly entries: OrganHome['catalogue']; readonly home: string }) =>
  entries.length > 0 && (
    <section className="home__catalogue" aria-labelledby="catalogue">
      <div className="home__head">
        <h2 id="catalogue">公开目录</h2>
        <span>按《条例》第二十条各项</span>
      </div>
      <ul>
        {entries.map(({ item, title, href, updatedOn }) => (
          <li key={item}>
            <Link to={href}>
              <span>（{chineseNumeral(item)}）</span>
              {title}
              <small>{updatedOn === null ? '没有内容' : `${formatMonthDay(updatedOn)}更新`}</small>
            </Link>
          </li>
        ))}
      </ul>
      <Subscribe of={home} what="最新公开" />
    </section>
  )
