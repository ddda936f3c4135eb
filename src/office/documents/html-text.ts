import type { ChildNode } from 'domhandler'
import { parseDocument } from 'htmlparser2'

/** Elements that begin a line of their own. */
export const ownLine = /^(?:p|br|div|h[1-6]|li|tr|dt|dd|blockquote|pre|caption|figcaption|table|hr)$/

/** What a reader reads of sanitised HTML, a paragraph or row of a table a line, cells divided by a tab. */
export function textOfHtml(html: string): string {
  const parts: string[] = []
  // Without recursion: what comes from outside may be nested however deep.
  const waiting: (ChildNode | string)[] = [...parseDocument(html).children].toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next)
    // The wide space behind 第一条 is part of the text.
    else if (next.type === 'text') parts.push(next.data.replace(/[\t\n\f\r ]+/g, ' '))
    else if ('children' in next) {
      const name = 'name' in next ? next.name : ''
      if (name === 'script' || name === 'style') continue
      if (ownLine.test(name)) waiting.push('\n')
      else if (name === 'td' || name === 'th') waiting.push('\t')
      waiting.push(...[...next.children].toReversed())
    }
  }
  return parts
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
