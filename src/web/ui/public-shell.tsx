import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Day, formatChinese } from '../../law/day.ts'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'
import { Note } from './note.tsx'
import { SearchField } from './search-field.tsx'
import { TextSizes } from './text-sizes.tsx'

/** What every public page of an organ shows of it. */
export interface PublicOrgan {
  readonly name: string
  readonly home: string
  /** The government it belongs to, at the top edge. */
  readonly government: { readonly name: string; readonly href: string } | null
  /** Where documents are searched; null where nothing can be searched. */
  readonly search: string | null
  /** Contact lines at the foot: 信息公开工作机构电话 … */
  readonly contacts: readonly string[]
  /** Since when the organ is no more, and its page that took over, where that is known; null or absent: it works. */
  readonly closed?: { readonly since: Day; readonly successor: Crumb | null } | null
  readonly footLinks: readonly Crumb[]
  /** Page on accessibility. */
  readonly accessibility: string | null
}

interface PublicShellProps {
  readonly organ: PublicOrgan
  /** Pages above this one, and this one; null on the home page. */
  readonly place: { readonly above: readonly Crumb[]; readonly here: string } | null
  readonly children: ReactNode
}

/** The name of the site; it is the same for every organ. */
const title = '政府信息公开'

const ClosedNote = ({ since, successor }: NonNullable<PublicOrgan['closed']>) => (
  <Note state="soon" title={`本机关已于${formatChinese(since)}撤销，公开的信息仍可查看`}>
    {successor !== null && (
      <p>
        职责由<Link to={successor.href}>{successor.title}</Link>
        承接；申请公开、咨询、反映问题，请向该机关提出。
      </p>
    )}
  </Note>
)

/** Frame of every public page. Nothing in it needs script. */
export function PublicShell({ organ, place, children }: PublicShellProps) {
  const { government, search, accessibility } = organ
  const name = <Link to={organ.home}>{title}</Link>
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <div className="util on-blue">
        <div className="wrap">
          {government !== null && <a href={government.href}>{government.name}</a>}
          <TextSizes />
          {accessibility !== null && (
            <Link className="util__wide" to={accessibility}>
              无障碍说明
            </Link>
          )}
        </div>
      </div>
      <header className="masthead">
        <div className="wrap">
          <div>
            <p className="masthead__organ">{organ.name}</p>
            {place === null ? (
              <h1 className="masthead__title">{name}</h1>
            ) : (
              <p className="masthead__title">{name}</p>
            )}
          </div>
          {search !== null && (
            <SearchField action={search} label="检索政府信息" placeholder="标题、文号、索引号或正文" />
          )}
        </div>
      </header>
      {place !== null && (
        <div className="wrap">
          <Breadcrumb above={[{ title, href: organ.home }, ...place.above]} here={place.here} />
        </div>
      )}
      <main id="main" className="wrap">
        {organ.closed != null && <ClosedNote {...organ.closed} />}
        {children}
      </main>
      <footer className="foot">
        <div className="wrap">
          <span>主办：{organ.name}</span>
          {organ.contacts.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {accessibility !== null && <Link to={accessibility}>无障碍说明</Link>}
          {organ.footLinks.map(({ title: text, href }) => (
            <Link key={href} to={href}>
              {text}
            </Link>
          ))}
        </div>
      </footer>
    </div>
  )
}
