import { data, Link } from 'react-router'
import { type SearchOrder, searchOrders } from '../../../office/search/entry.ts'
import { Note } from '../../ui/note.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/search.ts'
import { FacetLinks } from './facet-links.tsx'
import { frameOf } from './frame.ts'
import { type SearchQuery, searchHref, searchIn, searchPathOf } from './search-query.ts'
import { ChosenLinks, FoundList, NothingFound } from './search-results.tsx'
import { choicesLeft, kindTabs } from './search-view.ts'
import { siteFrame, siteName } from './site-frame.ts'
import './documents.css'
import './portal.css'
import './search.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const own = 'organ' in params ? params.organ : undefined
  const asked = searchIn(request.url, own)
  const [organs, frame, found] = await Promise.all([
    api.call('listPublicOrgans', { query: { closed: 'true' } }),
    own === undefined ? null : frameOf(context, own),
    asked.q === '' ? null : api.call('search', { query: { ...asked, page: asked.page || 1 } }),
  ])
  for (const each of [organs, found])
    if (each !== null && !each.ok) throw data(null, { status: each.problem.status })
  const rows = organs.ok ? organs.body.rows : []
  return {
    organ: { ...(frame?.organ ?? siteFrame(siteName(rows))), search: null },
    apply: frame?.apply?.href ?? null,
    names: Object.fromEntries(rows.map(({ id, name }) => [id, name])),
    own: own ?? null,
    asked,
    found: found?.ok ? found.body : null,
  }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const handle: PageHandle = { script: 'forms' }

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `检索${loaderData?.asked.q ? `“${loaderData.asked.q}”` : ''} · ${loaderData?.organ.name ?? ''}` },
]

/** Search over what is public, of one organ or of all. Its script suggests titles; nothing needs it. */
export default function Search({ loaderData }: Route.ComponentProps) {
  const { organ, apply, names, own, asked, found } = loaderData
  const at = searchPathOf(own)
  const page = asked.page ?? 1
  return (
    <PublicShell organ={organ} place={{ above: [], here: '检索' }}>
      <div className="catalogue searching">
        <header className="stack">
          <h1>{own === null ? '检索各机关的政府信息' : `检索${organ.name}的政府信息`}</h1>
          <div className="searching__box noprint">
            <SearchField
              action={at}
              label="检索政府信息"
              placeholder="标题、文号、索引号或正文"
              defaultValue={asked.q}
              suggest={own === null ? {} : { organ: own }}
            />
            {own !== null && <Link to={searchHref('/search', { q: asked.q })}>在各机关中检索</Link>}
          </div>
        </header>
        {found === null ? (
          <div className="searching__help">
            <p>可以输入词语、发文字号，例如“示政发〔2026〕3号”；加上引号的，按原样查找。繁体、简体都可以。</p>
            <p>查的是已经公开的文件、解读、年报和机关。要查的文字不作记录。</p>
          </div>
        ) : found.total === 0 ? (
          <NothingFound asked={asked} at={at} names={names} apply={apply} own={own} />
        ) : (
          <>
            <FacetLinks
              facets={choicesLeft(found.choices, asked, own)}
              hrefOf={(name, value) => searchHref(at, asked, { [name]: value })}
            />
            <section className="catalogue__main" aria-labelledby="found">
              {found.corrected !== null && (
                <Note state="info" live>
                  <p>
                    没有查到“{asked.q}”，下面是“
                    <Link to={searchHref(at, asked, { q: found.corrected })}>{found.corrected}</Link>
                    ”的结果。
                  </p>
                </Note>
              )}
              <div className="catalogue__told">
                <h2 id="found">{found.more ? `${found.total} 条以上` : `共 ${found.total} 条`}</h2>
                <ChosenLinks asked={asked} at={at} names={names} own={own} />
              </div>
              <TabLinks label="种类" links={kindTabs(found.choices.kind, asked, at)} />
              <p className="searching__order">
                次序：
                <OrderLink order="relevance" asked={asked} at={at} />
                <OrderLink order="date" asked={asked} at={at} />
              </p>
              {found.more && (
                <p className="portal__quiet">
                  命中很多，这里是最近公开的和标题有这些词的，旁边的条数也按这些计算。可以多写几个词，或者选择年份。
                </p>
              )}
              <FoundList rows={found.rows} several={own === null} />
              <Pagination
                page={page}
                pages={found.pages}
                total={`${found.total} 条`}
                hrefOf={(n) => searchHref(at, asked, { page: n })}
              />
              <p className="portal__quiet">
                没有需要的信息？可以
                <Link to={apply ?? '/'}>{apply === null ? '选择机关申请公开' : '向本机关申请公开'}</Link>。
              </p>
            </section>
          </>
        )}
      </div>
    </PublicShell>
  )
}

interface OrderLinkProps {
  readonly order: SearchOrder
  readonly asked: SearchQuery
  readonly at: string
}

const OrderLink = ({ order, asked, at }: OrderLinkProps) => {
  const current = (asked.order ?? 'relevance') === order
  return (
    <Link to={searchHref(at, asked, { order })} aria-current={current ? 'true' : undefined}>
      {searchOrders[order]}
    </Link>
  )
}
