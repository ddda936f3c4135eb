/** Writes Atom (RFC 4287) and RSS 2.0. */
import { Feed } from 'feed'
import type { Day } from '../../law/day.ts'
import type { FeedData, FeedKind } from './feed-data.ts'

/** The first moment of a day, as the country has it. */
const momentOf = (day: Day): Date => new Date(`${day}T00:00:00+08:00`)

/** Where nothing was published yet; feeds must say when they changed. */
const never: Day = '2000-01-01'

/** Texts are plain; what is read as HTML (titles of Atom, summaries of both) has to say so of its signs. */
const asHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export function writeFeed({ title, page, self, author, updatedOn, items }: FeedData, kind: FeedKind): string {
  const feed = new Feed({
    title,
    id: page,
    link: page,
    description: title,
    language: 'zh-CN',
    updated: momentOf(updatedOn ?? never),
    generator: false,
    author: { name: author },
    feedLinks: { [kind]: self },
  })
  for (const item of items)
    feed.addItem({
      title: kind === 'atom' ? asHtml(item.title) : item.title,
      id: item.address,
      link: item.address,
      ...(item.summary !== '' && { description: asHtml(item.summary) }),
      published: momentOf(item.publishedOn),
      date: momentOf(item.updatedOn),
      author: [{ name: item.author }],
      category: item.categories.map((name) => ({ name, term: name })),
    })
  return kind === 'atom' ? feed.atom1() : feed.rss2()
}
