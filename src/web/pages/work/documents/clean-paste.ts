/**
 * What is pasted from Word, WPS or a page, brought down to what an official text needs. The server cleans everything
 * once more; this is so that nobody writes on in what will not be kept.
 */

const kept: Readonly<Record<string, string>> = {
  P: 'p',
  H1: 'h2',
  H2: 'h2',
  H3: 'h3',
  H4: 'h4',
  H5: 'h5',
  H6: 'h5',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  TABLE: 'table',
  CAPTION: 'caption',
  THEAD: 'thead',
  TBODY: 'tbody',
  TFOOT: 'tfoot',
  TR: 'tr',
  TD: 'td',
  TH: 'th',
  B: 'strong',
  STRONG: 'strong',
  I: 'em',
  EM: 'em',
  U: 'u',
  SUB: 'sub',
  SUP: 'sup',
  BLOCKQUOTE: 'blockquote',
  HR: 'hr',
}

const dropped = /^(?:STYLE|SCRIPT|META|LINK|TITLE|XML|OBJECT|IFRAME|INPUT|SELECT|TEXTAREA|BUTTON|NOSCRIPT)$/
const blocks = 'p,h1,h2,h3,h4,h5,h6,ul,ol,table,div,blockquote'

export interface Pasted {
  readonly html: string
  /** Pictures that lie on the other machine and could not come along. */
  readonly pictures: number
}

/** Needs a browser's parser; what it parses runs nothing and loads nothing. */
export function cleanPaste(html: string): Pasted {
  const source = new DOMParser().parseFromString(html, 'text/html')
  const out = document.implementation.createHTMLDocument('').createElement('div')
  let pictures = 0
  const walk = (from: Node, to: Element): void => {
    for (const node of from.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (!isBetween(node, to)) to.append(textOf(node))
      } else if (node instanceof Element) {
        if (node.tagName === 'IMG') pictures++
        else take(node, to)
      }
    }
  }
  const take = (node: Element, to: Element): void => {
    if (dropped.test(node.tagName) || node.tagName.includes(':')) {
      if (node.tagName.includes(':')) walk(node, to)
      return
    }
    if (node.tagName === 'BR') {
      to.append(out.ownerDocument.createElement('br'))
      return
    }
    const name = nameOf(node)
    if (name === null) {
      walk(node, to)
      return
    }
    const made = out.ownerDocument.createElement(name)
    if (name === 'td' || name === 'th')
      for (const attribute of ['colspan', 'rowspan'])
        if (/^[2-9]$|^\d{2}$/.test(node.getAttribute(attribute) ?? ''))
          made.setAttribute(attribute, node.getAttribute(attribute)!)
    if (name === 'a') made.setAttribute('href', node.getAttribute('href')!)
    walk(node, made)
    const says = (made.textContent ?? '').trim() !== '' || name === 'td' || name === 'th' || name === 'hr'
    if (says) to.append(made)
  }
  walk(source.body, out)
  // A cell holds its text itself; Word puts a paragraph into each.
  for (const cell of out.querySelectorAll('td,th,li')) {
    const [only] = cell.children
    if (cell.children.length === 1 && only?.tagName === 'P') only.replaceWith(...only.childNodes)
  }
  return { html: out.innerHTML.trim(), pictures }
}

/** Lines of a text without marks, a paragraph each. */
export const cleanPlain = (text: string): string => {
  const box = document.createElement('div')
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      box.textContent = line.trim()
      return `<p>${box.innerHTML}</p>`
    })
    .join('')
}

/** What was typed where there was no editor: lines, or marks of HTML. */
export const cleanTyped = (text: string): string =>
  /<[a-z]/i.test(text) ? cleanPaste(text).html : cleanPlain(text)

/** What only divides the lines of the source, where there are paragraphs, rows or items and no words. */
const isBetween = (node: Node, to: Element): boolean =>
  (node.textContent ?? '').trim() === '' &&
  (/^(?:TABLE|THEAD|TBODY|TFOOT|TR|UL|OL)$/.test(to.tagName) ||
    (to.tagName === 'DIV' && /\n/.test(node.textContent ?? '')))

const chinese = '[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]'
/** Where Word broke the lines of its source: between characters that stand without a space. */
const brokenLine = new RegExp(`(${chinese})[ \\t]*[\\r\\n]+[ \\t]*(?=${chinese})`, 'g')

/** Breaks of lines in the source mean nothing; the wide space of 第一条　 does. */
const textOf = (node: Node): string =>
  (node.textContent ?? '').replace(brokenLine, '$1').replace(/[ \t\r\n\u00a0]+/g, ' ')

function nameOf(node: Element): string | null {
  const { tagName } = node
  const style = node.getAttribute('style') ?? ''
  if (tagName === 'P') return headingOf(style, node.className) ?? 'p'
  if (tagName === 'A') return /^(?:https?:|mailto:|tel:)/.test(node.getAttribute('href') ?? '') ? 'a' : null
  if (tagName === 'DIV' || tagName === 'SECTION' || tagName === 'ARTICLE')
    return node.querySelector(blocks) === null ? 'p' : null
  if (tagName === 'SPAN' || tagName === 'FONT')
    return /font-weight:\s*(?:bold|[6-9]00)/.test(style) ? 'strong' : null
  // Some put everything into a bold that is none.
  if (tagName === 'B' && /font-weight:\s*normal/.test(style)) return null
  return kept[tagName] ?? null
}

/** Word tells by outline level or by style that a paragraph is a heading. */
function headingOf(style: string, named: string): string | null {
  const level = Number(/mso-outline-level:\s*(\d)/.exec(style)?.[1] ?? /MsoHeading(\d)/.exec(named)?.[1] ?? 0)
  return level >= 1 && level <= 4 ? `h${level + 1}` : null
}
