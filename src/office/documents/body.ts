/** The text of a document: HTML of which nothing is kept but what a text needs, and what is found in it. */
import { createHash } from 'node:crypto'
import { parseDocument } from 'htmlparser2'
import sanitizeHtml from 'sanitize-html'
import { docNumbersIn } from '../../law/doc-number.ts'
import { maskPersonalData, scanPersonalData } from '../attachments/personal-data.ts'
import { secrecyMarkIn } from '../attachments/secrecy-mark.ts'
import type { BodyFacts } from './content.ts'
import { textOfHtml } from './html-text.ts'
import { classified } from './life/draft.ts'
import { type DocumentRefusal, refuse } from './life/refusal.ts'

/** Characters of HTML; a text of half a million is a book. */
export const mostHtml = 2_000_000

const excerptLength = 180

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h2', 'h3', 'h4', 'h5', 'strong', 'b', 'em', 'i', 'u', 'sub', 'sup', 'blockquote', 'hr'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a', 'img', 'figure', 'figcaption', 'pre', 'div', 'span'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt', 'width', 'height'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  // The title of the page is its first heading.
  transformTags: { h1: 'h2' },
  exclusiveFilter: ({ tag, text, mediaChildren }) =>
    (tag === 'p' || tag === 'span' || tag === 'div') && text.trim() === '' && mediaChildren.length === 0,
  enforceHtmlBoundary: false,
  nestingLimit: 40,
}

export interface Body {
  readonly html: string
  readonly facts: BodyFacts
}

/** The text as it may be kept and shown, or why it is not taken in. A text without a tag is divided by its lines. */
export function bodyOf(source: string): Body | DocumentRefusal {
  if (source.length > mostHtml) return refuse('incomplete', '正文过长，请把大段内容作为附件提供。', '条例§24')
  const plain = withoutControls(source)
  const html = sanitizeHtml(/<[a-z!/]/i.test(plain) ? plain : paragraphsOf(plain), options).trim()
  const text = textOfHtml(html)
  if (secrecyMarkIn(text) === 'mark') return classified
  return { html, facts: factsOfText(html, text) }
}

/** Signs that show as nothing and that no database takes. */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const paragraphsOf = (text: string): string =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line.trim())}</p>`)
    .join('')

function factsOfText(html: string, text: string): BodyFacts {
  const personal: Record<string, number> = {}
  for (const { kind } of scanPersonalData(text)) personal[kind] = (personal[kind] ?? 0) + 1
  const flat = text.replace(/\s+/g, ' ').trim()
  return {
    hash: createHash('sha256').update(html).digest('hex'),
    length: [...flat.replace(/\s/g, '')].length,
    excerpt: maskPersonalData([...flat].slice(0, excerptLength).join('')),
    links: linksOf(html),
    quotes: docNumbersIn(text),
    personal,
  }
}

/** Addresses of links and pictures, each once. */
function linksOf(html: string): readonly string[] {
  const found = new Set<string>()
  const waiting = [...parseDocument(html).children]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('attribs' in node)) continue
    const { href, src } = node.attribs
    for (const address of [href, src])
      if (address !== undefined && /^(?:https?:|\/)/.test(address)) found.add(address)
    waiting.push(...node.children)
  }
  return [...found].slice(0, 500).toSorted()
}
