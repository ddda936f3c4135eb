import { Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Qr } from '../../ui/qr.tsx'
import type { OutlinePart } from './document-outline.ts'
import { type PaperFormatKey, paperFormats, paperHref, versionHref } from './portal-href.ts'
import { relatedGroups, type WholeDocument } from './published-document.ts'

interface DocumentSideProps {
  readonly document: WholeDocument
  readonly parts: readonly OutlinePart[]
  /** The whole address of the document, as it is given on. */
  readonly address: string
}

/** What stands beside a document: to take it along, what explains it, where its parts are, what belongs to it. */
export function DocumentSide({ document, parts, address }: DocumentSideProps) {
  const { organ, id, version, versions, related } = document
  return (
    <aside className="published__side" aria-label="下载和相关信息">
      <section className="noprint" aria-label="打印和下载">
        <p className="published__buttons">
          <Button small data-print hidden>
            打印
          </Button>
          {(Object.keys(paperFormats) as PaperFormatKey[]).map((format) => (
            <a
              key={format}
              className={buttonClass({ small: true })}
              href={paperHref(organ, id, version, format)}
              aria-label={`下载 ${paperFormats[format]}`}
            >
              {paperFormats[format]}
            </a>
          ))}
        </p>
      </section>
      {parts.length > 1 && (
        <nav className="noprint" aria-label="目录">
          <h2>目录</h2>
          <ul>
            {parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {relatedGroups(related).map((group) => (
        <section key={group.caption}>
          <h2>{group.caption}</h2>
          <ul>
            {group.related.map((each) => (
              <li key={each.path}>
                <Link to={each.path}>{each.title}</Link>
                <small>
                  {[each.docNo, each.publishedOn && formatChinese(each.publishedOn)]
                    .filter(Boolean)
                    .join('　')}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {versions.length > 1 && (
        <nav aria-label="各版本">
          <h2>各版本</h2>
          <ul>
            {versions.map(({ number, publishedOn, title }) => (
              <li key={number}>
                <Link
                  to={versionHref(organ, id, number)}
                  aria-current={number === version ? 'page' : undefined}
                  aria-label={`第${number}版：${title}`}
                >
                  第{number}版
                </Link>
                <small>
                  {publishedOn !== null && `${formatChinese(publishedOn)}发布`}
                  {number === versions[0]!.number && '，现行'}
                </small>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <section>
        <h2>在手机上看、转给别人</h2>
        <Qr address={address} label={document.title} />
        <div className="published__buttons noprint" data-share={address} data-title={document.title}>
          <Button small hidden>
            分享
          </Button>
          <Button small hidden>
            复制网址
          </Button>
          <span role="status" />
        </div>
        <p className="published__address">{address}</p>
      </section>
    </aside>
  )
}
