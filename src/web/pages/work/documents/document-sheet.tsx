import type { AnsweredBy } from '../../../desk/api.ts'
import { byteSize } from '../../../ui/byte-size.ts'

export type ShownDocument = NonNullable<AnsweredBy<'previewDocument'>['document']>

interface SheetProps {
  readonly document: Pick<ShownDocument, 'title' | 'docNo' | 'html'>
  readonly files?: readonly { readonly id: string; readonly name: string; readonly size: number }[]
  readonly fileHref?: (id: string) => string
}

/** The text of a document on its sheet. It was cleaned when it was taken in: nothing is left in it but text. */
export function DocumentSheet({ document: { title, docNo, html }, files = [], fileHref }: SheetProps) {
  return (
    <article className="doc-sheet" aria-label={title}>
      <h2 className="doc-sheet__title">{title}</h2>
      {docNo !== null && <p className="doc-sheet__no">{docNo}</p>}
      {html === null || html === '' ? (
        <p className="text-ink-2">还没有正文。</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised before it was kept, and the content policy runs no script
        <div className="doc-text" dangerouslySetInnerHTML={{ __html: html }} />
      )}
      {files.length > 0 && (
        <div className="doc-sheet__files">
          <strong>附件</strong>
          <ol>
            {files.map(({ id, name, size }) => (
              <li key={id}>
                {fileHref === undefined ? name : <a href={fileHref(id)}>{name}</a>}（{byteSize(size)}）
              </li>
            ))}
          </ol>
        </div>
      )}
    </article>
  )
}
