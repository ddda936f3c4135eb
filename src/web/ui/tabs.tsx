import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs'
import { Link } from 'react-router'
import { useHydrated } from './use-hydrated.ts'

/** One of several sheets that lie over each other. */
export interface Sheet {
  readonly key: string
  readonly title: string
  readonly content: ReactNode
}

/** Sheets over each other, to be turned by mouse or arrow keys. Without script they lie one below the other. */
export function Tabs({ label, sheets }: { readonly label: string; readonly sheets: readonly Sheet[] }) {
  if (!useHydrated()) {
    return sheets.map(({ key, title, content }) => (
      <section key={key}>
        <h3>{title}</h3>
        <div className="tabs__panel">{content}</div>
      </section>
    ))
  }
  return (
    <AriaTabs>
      <TabList className="tabs" aria-label={label}>
        {sheets.map(({ key, title }) => (
          <Tab key={key} id={key} className="tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {sheets.map(({ key, content }) => (
        <TabPanel key={key} id={key} className="tabs__panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

/** One of several pages about the same thing. */
export interface TabLink {
  readonly href: string
  readonly title: string
  readonly current?: boolean
}

/** Pages about the same thing, each with its address. */
export function TabLinks({ label, links }: { readonly label: string; readonly links: readonly TabLink[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {links.map(({ href, title, current }) => (
        <Link key={href} className="tab" to={href} aria-current={current ? 'page' : undefined}>
          {title}
        </Link>
      ))}
    </nav>
  )
}
