/** The text of a document as its page shows it: headings that can be jumped to, articles that stand out. Pure. */

export interface OutlinePart {
  readonly id: string
  readonly title: string
}

const numeral = '[〇零一二三四五六七八九十百千]+'
/** A heading, or a paragraph that is the name of a chapter and no more. */
const headings = new RegExp(
  `<(h2|h3)>(.*?)</\\1>|<p>\\s*(第${numeral}[编章](?:[\\s\\u3000][^<]{1,40})?)\\s*</p>`,
  'gs',
)
const articles = new RegExp(`<p>(第${numeral}条(?:之${numeral})?)(?=[\\s\\u3000])`, 'g')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all)
    .trim()

/** `html`: sanitised, as the API gives it. Headings without words are left as they are. */
export function outlineOf(html: string): { readonly html: string; readonly parts: readonly OutlinePart[] } {
  const parts: OutlinePart[] = []
  const marked = html.replace(headings, (all, tag: string | undefined, text = '', chapter = '') => {
    const title = plain(tag === undefined ? chapter : text)
    if (title === '') return all
    const id = `part-${parts.length + 1}`
    parts.push({ id, title })
    return tag === undefined ? `<h2 id="${id}">${chapter}</h2>` : `<${tag} id="${id}">${text}</${tag}>`
  })
  return { html: marked.replace(articles, '<p><strong>$1</strong>'), parts }
}
