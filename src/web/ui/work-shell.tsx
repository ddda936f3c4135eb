import type { ComponentProps, ReactNode } from 'react'
import { Form, Link, useNavigation } from 'react-router'
import type { Crumb } from './breadcrumb.tsx'
import { LeaveGuard } from './guarded-form.tsx'
import { SearchField } from './search-field.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Toasts } from './toast.tsx'
import { type Duty, WorkNav } from './work-nav.tsx'

interface WorkShellProps {
  /** Where the day begins; null for those who only administer. */
  readonly home: Crumb | null
  /** The rooms of the workbench that this person may enter, by duty. */
  readonly duties: readonly Duty[]
  readonly organ: string
  readonly person: string
  /** The person's own page. */
  readonly personHref: string
  /** Where a number is looked for; null for those who see no cases. */
  readonly search: string | null
  readonly signOut: string
  /** Keys that lead somewhere. */
  readonly shortcuts?: ComponentProps<typeof Shortcuts>['places']
  readonly children: ReactNode
}

/** Frame of every page of the workbench. */
export function WorkShell({
  home,
  duties,
  organ,
  person,
  personHref,
  search,
  signOut,
  shortcuts,
  children,
}: WorkShellProps) {
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="shell work" data-busy={busy || undefined}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="bar on-blue">
        <div className="bar__in">
          <Link className="bar__logo" to={home?.href ?? duties[0]?.rooms[0]?.href ?? '/'}>
            <Mark />
            公开
          </Link>
          <WorkNav home={home} duties={duties} />
          <div className="bar__who">
            {search !== null && (
              <SearchField post action={search} label="查找" placeholder="登记编号、文号" />
            )}
            <span>{organ}</span>
            <Link to={personHref}>{person}</Link>
            {shortcuts !== undefined && <Shortcuts places={shortcuts} />}
            <Form method="post" action={signOut}>
              <button type="submit" className="bar__out">
                退出
              </button>
            </Form>
          </div>
        </div>
      </header>
      <main id="main" className="page" aria-busy={busy || undefined}>
        <LeaveGuard>{children}</LeaveGuard>
      </main>
      <Toasts />
    </div>
  )
}

/** The mark of the software: a sheet that is open at one side. */
export const Mark = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M17.5 6V2h-15v16h15v-4M7 7.5h9M7 12.5h11" fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
)

interface PageHeadProps {
  readonly title: string
  /** Below the title: the day, the number of things. */
  readonly note?: ReactNode
  /** Buttons; at most one of them primary. */
  readonly acts?: ReactNode
}

/** Title of a page of the workbench and what can be done on it. */
export function PageHead({ title, note, acts }: PageHeadProps) {
  return (
    <div className="pagehead">
      <div>
        <h1>{title}</h1>
        {note !== undefined && <p>{note}</p>}
      </div>
      {acts !== undefined && <div className="pagehead__acts">{acts}</div>}
    </div>
  )
}
