import { parseDocument } from 'htmlparser2'
import { dayIn } from '../../lists/day-cell.ts'
import { type FoundPage, type FoundPages, isAddress, type NotUnderstood } from './found-page.ts'

/** Addresses of a sitemap. It knows no titles: they are the last part of the address until somebody tells them. */
export function readSitemap(xml: string): FoundPages {
  const pages: FoundPage[] = []
  const notUnderstood: NotUnderstood[] = []
  const waiting = [...parseDocument(xml, { xmlMode: true }).children].toReversed()
  let count = 0
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('children' in node) || !('name' in node)) continue
    if (node.name !== 'url') {
      waiting.push(...[...node.children].toReversed())
      continue
    }
    count += 1
    const where = `第 ${count} 条`
    const told = (name: string): string =>
      node.children
        .filter((child) => 'name' in child && child.name === name)
        .flatMap((child) => ('children' in child ? child.children : []))
        .map((child) => ('data' in child ? String(child.data) : ''))
        .join('')
        .trim()
    const address = told('loc')
    if (!isAddress(address)) {
      notUnderstood.push({ where, message: '没有完整的网址（loc）' })
      continue
    }
    const title = told('news:title') || lastPart(address)
    const publishedOn = dayIn(told('lastmod').slice(0, 10))
    pages.push({
      where,
      address,
      title: title.slice(0, 300),
      docNo: null,
      publishedOn,
      summary: '',
      html: null,
    })
  }
  if (count === 0) notUnderstood.push({ where: '文件', message: '没有找到网站地图的条目（url）' })
  return { source: 'sitemap', pages, notUnderstood }
}

function lastPart(address: string): string {
  const { pathname, hostname } = new URL(address)
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
