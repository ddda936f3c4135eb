import { attributes } from '../../../../law/classification.ts'
import { Note } from '../../../ui/note.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { deskOf } from '../../load-context.ts'
import { outlineOf } from '../../portal/document-outline.ts'
import { PublishedSheet } from '../../portal/published-sheet.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/preview.ts'
import { DocumentHead } from './document-head.tsx'
import { documentFileHref } from './document-href.ts'
import { openDocument } from './open-document.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const version = new URL(request.url).searchParams.get('version')
  const query = version === null ? {} : { version: version as unknown as number }
  const { versions, work } = await openDocument(api, params)
  const of = (version === null ? work : null) ?? versions[Number(version ?? versions.length) - 1] ?? work
  return {
    attribute: of?.attribute?.attribute ?? ('proactive' as const),
    shown: told(await api.call('previewDocument', { params, query })),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `预览 · ${loaderData?.shown.title ?? ''}` }]

/** The document as everybody will read it; nothing of it is public by this. */
export default function Preview({
  loaderData: { shown, attribute },
  params: { organ, id },
}: Route.ComponentProps) {
  const document = shown.document!
  return (
    <>
      <DocumentHead
        organ={organ}
        document={{ id, title: shown.title }}
        title="公众所见的样子"
        note={`第 ${document.version} 版`}
        acts={<PrintButton>打印</PrintButton>}
      />
      <div className="stack work-narrow">
        <div className="noprint">
          <Note state="info">
            {attribute === 'proactive'
              ? '这是预览，不因此公开。附件经核查放行的才列出。'
              : `这份文件的公开属性是${attributes[attribute]}，公众看不到。`}
          </Note>
        </div>
        <article className="published__sheet document__sheet panel" aria-labelledby="title">
          <PublishedSheet
            document={document}
            html={outlineOf(document.html ?? '').html}
            heading="h2"
            attribute={attribute}
            hrefOf={(file) => documentFileHref(organ, id, file)}
          />
        </article>
      </div>
    </>
  )
}
