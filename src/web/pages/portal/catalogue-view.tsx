import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import type { FacetKey } from '../../../office/documents/facets.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Chosen, changed, chosenWords, type FacetView, type Names } from './catalogue-query.ts'
import { DocumentList } from './document-list.tsx'
import { FacetLinks } from './facet-links.tsx'
import type { ListedDocument } from './listed-document.ts'
import './documents.css'
import './portal.css'

interface CatalogueViewProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly chosen: Chosen
  readonly asked: readonly FacetKey[]
  readonly organs?: Names
  readonly facets: readonly FacetView[]
  readonly documents: readonly ListedDocument[]
  readonly total: number
  /** Where the next page begins; null at the end. */
  readonly next: string | null
  /** In place of the plain list. */
  readonly list?: ReactNode
  /** Below the list: feeds, files. */
  readonly children?: ReactNode
}

/** Documents beside the ways to look through them. Every step is a link; nothing needs script. */
export function CatalogueView(props: CatalogueViewProps) {
  const { title, lead, chosen, asked, organs, facets, documents, total, next, list, children } = props
  const words = chosenWords(chosen, asked, organs)
  return (
    <div className="catalogue">
      <header className="stack">
        <h1>{title}</h1>
        {lead}
      </header>
      <FacetLinks facets={facets} hrefOf={(key, value) => changed(chosen, { [key]: value })} />
      <section className="catalogue__main" aria-labelledby="found">
        <div className="catalogue__told">
          <h2 id="found">共 {total} 条</h2>
          {words.length > 0 && (
            <nav className="catalogue__chosen noprint" aria-label="已选条件">
              {words.map(({ title: of, caption, without }) => (
                <Link key={of} to={changed(chosen, without)} aria-label={`取消：${of} ${caption}`}>
                  {caption}
                </Link>
              ))}
              {words.length > 1 && <Link to="?">全部取消</Link>}
            </nav>
          )}
        </div>
        <TitleForm chosen={chosen} />
        {documents.length === 0 ? (
          <EmptyState title="没有符合条件的信息">
            可以取消一些条件，或者换一个词。仍然没有的，可以向制作或者保存该信息的机关申请公开。
          </EmptyState>
        ) : (
          (list ?? <DocumentList documents={documents} />)
        )}
        <OnPages chosen={chosen} next={next} />
        {children}
      </section>
    </div>
  )
}

const TitleForm = ({ chosen }: { readonly chosen: Chosen }) => (
  <Form className="catalogue__title noprint" method="get">
    {Object.entries(chosen).map(
      ([name, value]) =>
        name !== 'title' && name !== 'after' && <input key={name} type="hidden" name={name} value={value} />,
    )}
    <TextField name="title" label="标题中的文字" defaultValue={chosen.title ?? ''} autoComplete="off" />
    <Button type="submit">查找</Button>
  </Form>
)

const OnPages = ({ chosen, next }: { readonly chosen: Chosen; readonly next: string | null }) =>
  (next !== null || chosen.after !== undefined) && (
    <nav className="portal__buttons noprint" aria-label="分页">
      {chosen.after !== undefined && <LinkButton to={changed(chosen, {})}>回到第一页</LinkButton>}
      {next !== null && <LinkButton to={changed(chosen, { after: next })}>下一页</LinkButton>}
    </nav>
  )
