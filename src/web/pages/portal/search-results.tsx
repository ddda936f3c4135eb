import { Link } from 'react-router'
import { validities } from '../../../office/documents/validity.ts'
import { searchKinds } from '../../../office/search/entry.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Marked } from '../../ui/marked.tsx'
import { hasEnded, withNote } from './listed-document.ts'
import { type SearchQuery, searchHref } from './search-query.ts'
import { chosenOf, type Names } from './search-view.ts'

type Found = AnsweredBy<'search'>['rows'][number]

/** What was found: title, what it is and whose, whether it still holds, and where the words stand. */
export const FoundList = ({
  rows,
  several,
}: {
  readonly rows: readonly Found[]
  readonly several: boolean
}) => (
  <ul className="documents found">
    {rows.map(({ organ, kind, id, title, docNo, publishedOn, address, validity, snippet, ...whose }) => (
      <li key={`${organ} ${kind} ${id}`}>
        <a href={address}>
          <Marked parts={title} />
        </a>
        {publishedOn !== null && <time dateTime={publishedOn}>{publishedOn}</time>}
        {snippet.length > 0 && (
          <p className="found__snippet">
            <span>
              <Marked parts={snippet} />
            </span>
          </p>
        )}
        <p>
          {hasEnded(validity) && <Badge state="plain">{validities[validity!]}</Badge>}
          {validity === 'notYet' && <Badge state="prov">{validities.notYet}</Badge>}
          <span>{searchKinds[kind]}</span>
          {docNo !== null && <span>{docNo}</span>}
          {several && kind !== 'organ' && <span>{withNote(whose)}</span>}
        </p>
      </li>
    ))}
  </ul>
)

interface AskedProps {
  readonly asked: SearchQuery
  readonly at: string
  readonly names: Names
  readonly own: string | null
}

/** What the search is narrowed by, each to be taken away. */
export function ChosenLinks({ asked, at, names, own }: AskedProps) {
  const chosen = chosenOf(asked, names, own)
  return (
    chosen.length > 0 && (
      <nav className="catalogue__chosen noprint" aria-label="已选条件">
        {chosen.map(({ name, title, caption }) => (
          <Link
            key={name}
            to={searchHref(at, asked, { [name]: null })}
            aria-label={`取消：${title} ${caption}`}
          >
            {caption}
          </Link>
        ))}
      </nav>
    )
  )
}

/** Says what was looked for and where, and what else can be done. */
export function NothingFound(props: AskedProps & { readonly apply: string | null }) {
  const { asked, names, own, apply } = props
  const chosen = chosenOf(asked, names, own)
  const where = own === null ? '各机关' : (names[own] ?? '本机关')
  return (
    <section className="searching__nothing" aria-labelledby="found">
      <h2 className="sr" id="found">
        没有结果
      </h2>
      <EmptyState title={`没有查到“${asked.q}”`}>
        查的是{where}已经公开的文件、解读、年报和机关的标题、文号、索引号和正文
        {chosen.length > 0 && `，限于${chosen.map(({ caption }) => caption).join('、')}`}。
      </EmptyState>
      <ul>
        {chosen.length > 0 && (
          <li>
            减少条件：
            <ChosenLinks {...props} />
          </li>
        )}
        <li>换一个说法，或者少写几个词；发文字号写全年份和号数，例如“〔2026〕3号”。</li>
        {own !== null && (
          <li>
            <Link to={searchHref('/search', { q: asked.q })}>在各机关中检索“{asked.q}”</Link>
          </li>
        )}
        <li>没有公开的信息，可以向制作或者保存它的机关申请公开。</li>
      </ul>
      <LinkButton kind="primary" to={apply ?? '/'}>
        {apply === null ? '选择机关，申请公开' : '向本机关申请公开'}
      </LinkButton>
    </section>
  )
}
