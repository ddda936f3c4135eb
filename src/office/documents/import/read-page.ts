import type { Element } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { soundDocNumber } from '../../../law/doc-number.ts'
import { dayIn } from '../../lists/day-cell.ts'
import { textOfHtml } from '../html-text.ts'
import type { FoundPage, NotUnderstood } from './found-page.ts'

/** Names that the norms of government sites give to the metadata of a page, in the order in which they are believed. */
const metaNames = {
  title: ['ArticleTitle', 'title', 'og:title', 'DC.title'],
  publishedOn: ['PubDate', 'publishdate', 'DC.date', 'article:published_time'],
  docNo: ['DocNo', 'wh', 'fileNum'],
  address: ['Url', 'og:url'],
} as const

/** Where the text stands on most pages; else the whole body. */
const textPlaces =
  /(?:^|[\s_-])(?:article|content|TRS_Editor|pages_content|zoom|UCAPCONTENT|view)(?:$|[\s_-])/i

const isElement = (node: unknown): node is Element =>
  typeof node === 'object' && node !== null && 'attribs' in node

/** A page of an existing site. `address`: where it was, where the page itself does not say. */
export function readPage(html: string, where: string, address: string): FoundPage | NotUnderstood {
  const elements = elementsOf(html)
  const meta = (names: readonly string[]): string =>
    names
      .map((name) => {
        const found = elements.find(
          ({ name: tag, attribs }) =>
            tag === 'meta' && (attribs.name ?? attribs.property ?? '').toLowerCase() === name.toLowerCase(),
        )
        return (found?.attribs.content ?? '').trim()
      })
      .find((text) => text !== '') ?? ''
  const said = (tag: string): string => {
    const found = elements.find(({ name }) => name === tag)
    return found === undefined ? '' : textOfHtml(DomUtils.getInnerHTML(found))
  }
  const title =
    meta(metaNames.title) ||
    said('h1') ||
    said('title')
      .split(/[-_|—]/)[0]!
      .trim()
  const places = elements.filter(({ attribs }) =>
    textPlaces.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`),
  )
  const body =
    places.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? elements.find(({ name }) => name === 'body')
  if (title === '') return { where, message: '网页没有标题' }
  if (body === undefined || lengthOf(body) === 0) return { where, message: '网页没有正文（可能由脚本生成）' }
  return {
    where,
    address: meta(metaNames.address) || address,
    title: title.slice(0, 300),
    docNo: soundDocNumber(meta(metaNames.docNo)),
    publishedOn: dayIn(meta(metaNames.publishedOn).slice(0, 10)),
    summary: '',
    html: DomUtils.getInnerHTML(body),
  }
}

const lengthOf = (element: Element): number => textOfHtml(DomUtils.getInnerHTML(element)).length

function elementsOf(html: string): readonly Element[] {
  const found: Element[] = []
  const waiting: unknown[] = [...parseDocument(html).children].toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node) || found.length > 200_000) continue
    found.push(node)
    waiting.push(...[...node.children].toReversed())
  }
  return found
}
