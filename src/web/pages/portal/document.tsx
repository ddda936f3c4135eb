import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { documentClasses } from '../../../office/documents/classes.ts'
import { correctionDays } from '../../../office/documents/records/record.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { type PublicOrgan, PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/document.ts'
import { documentData } from './document-data.ts'
import { outlineOf } from './document-outline.ts'
import { DocumentSide } from './document-side.tsx'
import { type Frame, frameOf } from './frame.ts'
import { contactHref, correctionOfHref, documentsHref, versionHref } from './portal-href.ts'
import type { PublishedAnswer, WholeDocument } from './published-document.ts'
import { PublishedSheet } from './published-sheet.tsx'
import './portal.css'
import './annual-report.css'
import './document.css'

/** To print; everything else works without. */
export const handle: PageHandle = { script: 'forms' }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { organ, id } = params
  const { version } = params as { version?: string }
  const [frame, told] = await Promise.all([
    frameOf(context, organ),
    deskOf(context).api.call('readPublished', {
      params: { organ, document: id },
      query: version === undefined ? {} : { version: version as never },
    }),
  ])
  // An address that no document can have is not found either.
  if (!told.ok) throw data(null, { status: told.problem.status === 400 ? 404 : told.problem.status })
  const { document } = told.body
  const { html, parts } = outlineOf(document?.html ?? '')
  const page = {
    frame,
    told: told.body,
    html,
    parts,
    older: version !== undefined && document?.current === false,
    thanks: new URL(request.url).searchParams.get('done') === 'useful',
    address: new URL(versionHref(organ, id), request.url).href,
    machine: document === null ? null : documentData(document, request.url),
  }
  // What was withdrawn is gone, and its page says so to people and to programs alike.
  return told.body.tombstone?.final ? data(page, { status: 410 }) : data(page)
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

/** Whether it was of use; counted, and nothing else. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const useful = (await request.formData()).get('useful') === 'yes'
  const told = await deskOf(context).api.call('appraise', {
    params: { organ: params.organ, document: params.id },
    body: { useful },
  })
  if (!told.ok) throw data(null, { status: told.problem.status })
  return redirect('?done=useful#useful')
}

export const meta = ({ loaderData }: Route.MetaArgs) => {
  if (loaderData === undefined) return []
  const { told, machine, address, older } = loaderData
  return [
    { title: `${told.title} · ${told.publisher}` },
    { tagName: 'link', rel: 'canonical', href: address },
    ...(machine === null || older
      ? [{ name: 'robots', content: 'noindex' }]
      : [{ 'script:ld+json': machine }]),
    ...(told.document?.abstract ? [{ name: 'description', content: told.document.abstract }] : []),
  ]
}

/** A published document: what it is, whether it binds, its text, what belongs to it; or the stone that is left. */
export default function DocumentPage({ loaderData, params: { organ } }: Route.ComponentProps) {
  const { frame, told, html, parts, older, thanks, address } = loaderData
  const { document } = told
  const above = [{ title: '法定主动公开内容', href: documentsHref(organ) }]
  if (document === null) return <Stone frame={frame} told={told} above={above} />
  const { caption } = documentClasses[document.class]
  const place = {
    above: [...above, { title: caption, href: documentsHref(organ, { class: document.class }) }],
    here: '正文',
  }
  return (
    <PublicShell organ={frame.organ} place={place}>
      <div className="published">
        <div>
          <article className="published__sheet document__sheet panel" aria-labelledby="title">
            {older && (
              <Note state="soon" title={`这是第${document.version}版，已经修改`}>
                <p>
                  <Link to={versionHref(organ, document.id)}>看现行的版本</Link>
                </p>
              </Note>
            )}
            <PublishedSheet document={document} html={html} />
          </article>
          <Useful document={document} thanks={thanks} organ={frame.organ} />
        </div>
        <DocumentSide document={document} parts={parts} address={address} />
      </div>
    </PublicShell>
  )
}

interface UsefulProps {
  readonly document: WholeDocument
  readonly thanks: boolean
  readonly organ: PublicOrgan
}

const Useful = ({ document, thanks, organ: { closed } }: UsefulProps) => (
  <section className="document__useful panel noprint" id="useful" aria-label="这份信息对您有用吗">
    {thanks ? (
      <Note state="ok" title="谢谢，已经计数" live>
        <p>只计数，不记录是谁。</p>
      </Note>
    ) : (
      <Form className="portal__buttons" method="post" action={versionHref(document.organ, document.id)}>
        <span>这份信息对您有用吗？</span>
        <Button type="submit" name="useful" value="yes" small>
          有用
        </Button>
        <Button type="submit" name="useful" value="no" small>
          没有用
        </Button>
      </Form>
    )}
    {closed == null && (
      <p>
        内容有误、链接打不开、附件读不出，请
        <Link to={correctionOfHref(document.organ, document.id)}>纠错</Link>，{correctionDays}个工作日内答复。
      </p>
    )}
  </section>
)

interface StoneProps {
  readonly frame: Frame
  readonly told: PublishedAnswer
  readonly above: readonly { readonly title: string; readonly href: string }[]
}

/** What stands where something was taken down: that it was here, since when it is gone, and why. */
const Stone = ({ frame, told, above }: StoneProps) => (
  <PublicShell organ={frame.organ} place={{ above, here: '说明' }}>
    <div className="portal portal--narrow">
      <h1>{told.title}</h1>
      {told.tombstone !== null && (
        <Note state="late" title={`${formatChinese(told.tombstone.on)}起不再提供：${told.tombstone.reason}`}>
          <p>{told.tombstone.told}</p>
        </Note>
      )}
      <Facts
        grid
        facts={[
          { label: '索引号', value: told.indexNo ?? '' },
          { label: '发文字号', value: told.docNo ?? '' },
          { label: '发布机构', value: told.publisher },
          { label: '发布日期', value: told.publishedOn === null ? '' : formatChinese(told.publishedOn) },
        ].filter(({ value }) => value !== '')}
      />
      <p>
        {frame.organ.closed == null && (
          <>
            需要了解的，请联系{told.publisher}，见
            <a href={contactHref(told.organ)}>联系方式和投诉、举报</a>。
          </>
        )}
        可以到
        <Link to={documentsHref(told.organ)}>法定主动公开内容</Link>查找现在的信息。
      </p>
    </div>
  </PublicShell>
)
