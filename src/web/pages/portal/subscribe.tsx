import type { MetaDescriptor } from 'react-router'
import { type FeedFormat, feedFormats, feedHref } from './portal-href.ts'
import './documents.css'

const formats = Object.entries(feedFormats) as [FeedFormat, (typeof feedFormats)[FeedFormat]][]

/** Tells readers of feeds where the feeds of a page are. `of`: the page that they follow. */
export const feedLinks = (of: string, title: string): MetaDescriptor[] =>
  formats.map(([format, { type }]) => ({
    tagName: 'link',
    rel: 'alternate',
    type,
    title,
    href: feedHref(of, format),
  }))

/** Where whoever wants to be told of what is new finds the feeds of a page. */
export const Subscribe = ({ of, what }: { readonly of: string; readonly what: string }) => (
  <p className="subscribe noprint">
    <span>订阅{what}：</span>
    {formats.map(([format, { caption, type }]) => (
      <a key={format} href={feedHref(of, format)} type={type} aria-label={`订阅${what} ${caption}`}>
        {caption}
      </a>
    ))}
  </p>
)
