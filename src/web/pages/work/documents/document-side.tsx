import { Link } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { publicationChannels } from '../../../../office/documents/channels.ts'
import { documentClasses } from '../../../../office/documents/classes.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { byteSize } from '../../../ui/byte-size.ts'
import { Panel } from '../../../ui/panel.tsx'
import { documentFileHref, documentHref, documentPageHref, newDocumentHref } from './document-href.ts'
import type { StaffDocument } from './open-document.ts'

interface Of {
  readonly document: StaffDocument
}

export interface Account {
  readonly id: string
  readonly channel: string
  readonly title: string
}

/** Every act of publication, the newest version first. */
export function PublicationActs({
  document: { versions },
  accounts,
}: Of & { readonly accounts: readonly Account[] }) {
  const acts = versions
    .toReversed()
    .flatMap(({ number, acts: done }) => done.map((act) => ({ ...act, number })))
  return (
    <Panel title="发布" aside={`${acts.length} 次`}>
      {acts.length === 0 && <p className="text-ink-2">还没有发布。</p>}
      <ul className="case__files">
        {acts.map(({ number, channel, account, place, time, on }) => (
          <li key={`${number} ${channel} ${account} ${place}`}>
            <div>
              {publicationChannels[channel].caption}
              {account !== null && `：${accounts.find(({ id }) => id === account)?.title ?? account}`}
              {place !== null && (
                <>
                  <br />
                  <span>{place}</span>
                </>
              )}
            </div>
            <span>
              {formatChinese(on)}
              {time !== null && ` ${time}`}，第 {number} 版
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** How often everybody opened it. */
export const Visits = ({
  visits: { since, month, year },
}: {
  readonly visits: AnsweredBy<'countVisits'>
}) => (
  <Panel title="阅读" aside={`今年 ${year} 次`}>
    <p className="text-ink-2">
      {since === null
        ? '还没有开始计数。'
        : `本月 ${month} 次。${formatChinese(since)}起计数：打开页面，下载文稿、附件；不计自称程序的访问，不记录是谁。`}
    </p>
  </Panel>
)

/** Attachments, and whether they were looked into. */
export function DocumentFiles({ document }: Of) {
  const { organ, id, work, versions } = document
  const { files } = (work ?? versions.at(-1))!
  return (
    <Panel
      title="附件"
      aside={<Link to={documentPageHref(organ, id, 'files')}>{work === null ? '查看' : '添加、核查'}</Link>}
    >
      {files.length === 0 && <p className="text-ink-2">没有附件。</p>}
      <ul className="case__files">
        {files.map(({ id: file, name, size, cleared }) => (
          <li key={file}>
            <a href={documentFileHref(organ, id, file)}>{name}</a>
            <span>
              {byteSize(size)} <Badge state={cleared ? 'ok' : 'soon'}>{cleared ? '已放行' : '待核查'}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Other documents from either side, and the interpretation that has to be there. */
export function DocumentLinks({ document, mayDraft }: Of & { readonly mayDraft: boolean }) {
  const { organ, id, links, work, versions } = document
  const { content } = (work ?? versions.at(-1))!
  const interpreted = documentClasses[content.class].interpreted
  const read = links.some(({ relation, class: of }) => relation === 'interprets' && of === 'interpretation')
  return (
    <Panel title="关联" aside={<Link to={documentPageHref(organ, id, 'links')}>添加、取消</Link>}>
      <div className="stack">
        {links.length === 0 && <p className="text-ink-2">没有关联的文件。</p>}
        <ul className="case__files">
          {links.map((link) => (
            <li key={`${link.relation} ${link.caption} ${link.id}`}>
              <div>
                {link.caption}：
                {link.organ === organ ? (
                  <Link to={documentHref(organ, link.id)}>{link.title}</Link>
                ) : (
                  link.title
                )}
              </div>
              <span>{link.publishedOn === null ? '尚未公开' : `${formatChinese(link.publishedOn)}公开`}</span>
            </li>
          ))}
        </ul>
        {interpreted && !read && (
          <div className="stack">
            <p>政策性文件应当与解读同步起草、同步审签、同步发布。</p>
            {mayDraft && (
              <div>
                <LinkButton small to={newDocumentHref(organ, { class: 'interpretation', interprets: id })}>
                  起草解读
                </LinkButton>
              </div>
            )}
          </div>
        )}
      </div>
    </Panel>
  )
}

/** Versions that were signed, each to be read as everybody reads it. */
export function DocumentVersions({ document: { organ, id, versions, work } }: Of) {
  if (versions.length === 0) return null
  const compared = versions.length + (work === null ? 0 : 1) > 1
  return (
    <Panel title="版本" aside={compared && <Link to={documentPageHref(organ, id, 'versions')}>比较</Link>}>
      <ul className="case__files">
        {versions.toReversed().map(({ number, signedOn, acts }) => {
          const published = acts.find(({ channel }) => channel === 'website')
          return (
            <li key={number}>
              <Link to={`${documentPageHref(organ, id, 'preview')}?version=${number}`}>第 {number} 版</Link>
              <span>
                {signedOn !== null && `${formatChinese(signedOn)}签发`}
                {published !== undefined && `，${formatChinese(published.on)}公开`}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
