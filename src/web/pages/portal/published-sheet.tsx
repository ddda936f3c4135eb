import type { AttributeKey } from '../../../law/classification.ts'
import { byteSize } from '../../ui/byte-size.ts'
import { Facts } from '../../ui/facts.tsx'
import { fileHref } from './portal-href.ts'
import { channelsOf, itemOf, metadataOf, type WholeDocument } from './published-document.ts'
import { ValidityMark, ValidityNote } from './validity-note.tsx'
import './annual-report.css'
import './document.css'

type File = WholeDocument['files'][number]

interface SheetProps {
  readonly document: WholeDocument
  /** The text as it is shown, with its outline. */
  readonly html: string
  /** The title is the heading of a page of its own, or of a part of one. */
  readonly heading?: 'h1' | 'h2'
  /** Of a preview: what is not proactively public says so, and has no basis for being public. */
  readonly attribute?: AttributeKey
  /** Attachments other than those that are public, and where they are. */
  readonly files?: readonly File[]
  readonly hrefOf?: (file: string) => string
}

/** A document as it is read: whether it binds, its metadata, its text, its attachments. For its page and its preview. */
export function PublishedSheet({
  document,
  html,
  heading: Heading = 'h1',
  attribute = 'proactive',
  files,
  hrefOf,
}: SheetProps) {
  const { organ, id, title, docNo, validity } = document
  return (
    <>
      <ValidityNote document={document} />
      <Facts
        grid
        facts={metadataOf(
          document,
          validity === null ? null : <ValidityMark document={document} />,
          attribute,
        )}
      />
      <Heading className="published__head" id="title">
        {title}
      </Heading>
      {docNo !== null && <p className="document__number">{docNo}</p>}
      <Text document={document} html={html} />
      <Files files={files ?? document.files} hrefOf={hrefOf ?? ((file) => fileHref(organ, id, file))} />
      {attribute === 'proactive' && (
        <p className="document__basis">
          公开依据：条例第二十条“{itemOf(document)}”。
          {channelsOf(document).length > 0 && `同时发布：${channelsOf(document).join('、')}。`}
        </p>
      )}
    </>
  )
}

const Text = ({ document, html }: { readonly document: WholeDocument; readonly html: string }) =>
  html === '' && document.address !== null ? (
    <p className="published__text">
      正文在原网站：<a href={document.address}>{document.address}</a>
    </p>
  ) : (
    <div
      className="published__text document__text"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was taken in (office/documents/body.ts)
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )

const Files = ({
  files,
  hrefOf,
}: {
  readonly files: readonly File[]
  readonly hrefOf: (file: string) => string
}) =>
  files.length > 0 && (
    <section className="document__files" aria-labelledby="files">
      <h2 id="files">附件</h2>
      <ol>
        {files.map((file) => (
          <li key={file.id}>
            <a href={hrefOf(file.id)}>{file.name}</a> <small>{byteSize(file.size)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
