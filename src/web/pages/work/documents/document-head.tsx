import type { ReactNode } from 'react'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { documentHref, documentsHref } from './document-href.ts'
import './documents.css'

interface HeadProps {
  readonly organ: string
  /** The document, where the page is about one; without it the page itself is the document's. */
  readonly document?: { readonly id: string; readonly title: string }
  readonly title: string
  readonly note?: ReactNode
  readonly acts?: ReactNode
}

/** Where one is among the documents, and what the page is. */
export function DocumentHead({ organ, document, title, note, acts }: HeadProps) {
  const above = [
    { title: '主动公开', href: documentsHref(organ) },
    ...(document === undefined ? [] : [{ title: document.title, href: documentHref(organ, document.id) }]),
  ]
  return (
    <>
      <Breadcrumb above={above} here={title} />
      <PageHead
        title={title}
        {...(note !== undefined && { note: note as string })}
        {...(acts !== undefined && { acts })}
      />
    </>
  )
}
