import { decode } from '../../../reader/formats/encoding.ts'
import { unzip } from '../../../reader/formats/zip.ts'
import type { ListRefusal } from '../../lists/list-file.ts'
import type { OrganId } from '../../ports.ts'
import { planPublished, readPublishedList } from '../../published/published-list.ts'
import type { FoundPage, FoundPages, NotUnderstood } from './found-page.ts'
import { readFeed } from './read-feed.ts'
import { readPage } from './read-page.ts'
import { readSitemap } from './read-sitemap.ts'

export interface ReadSite {
  readonly organ: OrganId
  readonly bytes: Uint8Array
  /** Address of the folder that was packed: what stands in it was below that. Of no use for other sources. */
  readonly base: string
}

/** What a file tells of an existing site: a list, a feed, a sitemap, or its pages in a ZIP. */
export async function readSite({ organ, bytes, base }: ReadSite): Promise<FoundPages | ListRefusal> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const pages = isZip ? await pagesIn(bytes, base) : null
  if (pages !== null) return pages
  const start = isZip ? '' : decode(bytes.subarray(0, 2000)).text.trimStart()
  if (/^(?:<\?xml|<rss|<feed|<urlset|<sitemapindex|<rdf)/i.test(start)) {
    const xml = decode(bytes).text
    return /<(?:urlset|sitemapindex)[\s>]/i.test(xml) ? readSitemap(xml) : readFeed(xml)
  }
  const grid = await readPublishedList(bytes)
  const plan = 'refused' in grid ? grid : planPublished(grid, organ)
  if (!('items' in plan)) return plan
  return {
    source: 'csv',
    pages: plan.items.map(({ line, item }) => ({ ...item, where: `第 ${line} 行`, html: null })),
    notUnderstood: plan.refused.flatMap(({ line, faults }) =>
      faults.map(({ message }) => ({ where: `第 ${line} 行`, message })),
    ),
  }
}

const isPage = (name: string): boolean => /\.(?:s?html?|xhtml)$/i.test(name) && !name.startsWith('__MACOSX/')

/** The pages of a packed folder; null where there are none, as in a workbook. */
async function pagesIn(bytes: Uint8Array, base: string): Promise<FoundPages | ListRefusal | null> {
  const members = await unzip(bytes, isPage)
  if (!Array.isArray(members)) return { refused: true, message: members.message }
  if (members.length === 0) return null
  const pages: FoundPage[] = []
  const notUnderstood: NotUnderstood[] = []
  for (const { name, bytes: content } of members) {
    const where = `文件 ${name}`
    if (content === undefined) notUnderstood.push({ where, message: '文件有密码，打不开' })
    else {
      const read = readPage(decode(content).text, where, addressOf(base, name))
      if ('message' in read) notUnderstood.push(read)
      else pages.push(read)
    }
  }
  return { source: 'html', pages, notUnderstood }
}

const addressOf = (base: string, name: string): string =>
  new URL(name.split('/').map(encodeURIComponent).join('/'), base.endsWith('/') ? base : `${base}/`).href
