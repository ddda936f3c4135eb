import { parseFeed } from 'htmlparser2'
import type { Day } from '../../../law/day.ts'
import { dayAt } from '../../beijing-time.ts'
import { textOfHtml } from '../html-text.ts'
import { type FoundPage, type FoundPages, isAddress, type NotUnderstood } from './found-page.ts'

const dayOfDate = (date: Date | undefined): Day | null =>
  date === undefined || Number.isNaN(date.getTime()) ? null : dayAt(date.toISOString())

/** Entries of RSS, RDF or Atom. */
export function readFeed(xml: string): FoundPages {
  const items = parseFeed(xml)?.items ?? []
  const pages: FoundPage[] = []
  const notUnderstood: NotUnderstood[] = []
  if (items.length === 0) notUnderstood.push({ where: '文件', message: '没有找到 RSS、Atom 的条目' })
  for (const [index, { title = '', link = '', pubDate, description = '' }] of items.entries()) {
    const where = `第 ${index + 1} 条`
    const name = textOfHtml(title)
    if (name === '' || !isAddress(link)) {
      notUnderstood.push({ where, message: name === '' ? '没有标题' : '没有完整的网址' })
      continue
    }
    const html = description.trim() === '' ? null : description
    pages.push({
      ...{ where, address: link, title: name.slice(0, 300), docNo: null, html },
      publishedOn: dayOfDate(pubDate),
      summary: '',
    })
  }
  return { source: 'feed', pages, notUnderstood }
}
