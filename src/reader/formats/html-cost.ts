export interface Cost {
  /** Deepest nesting of tables. */
  readonly tables: number
  /** Deepest nesting of elements that need an end tag. */
  readonly depth: number
  /** Open elements summed over all tags: what an HTML parser that looks up its stack has to do. */
  readonly work: number
}

const NO_DEPTH = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot option optgroup dt dd colgroup caption html body head rt rp'.split(
    ' ',
  ),
)
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/**
 * Estimates what parsing a page will cost, in one linear pass and before any tree is built: the standard's
 * algorithm looks through its open elements at almost every tag, so that nesting makes it quadratic.
 */
export function estimate(html: string): Cost {
  const open = new Map<string, number>()
  const tag = /<(?:!--|(\/?)([a-zA-Z][^\s/>]*))/g
  let depth = 0
  let formatting = 0
  let tables = 0
  let deepest = 0
  let work = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const name = match[2]?.toLowerCase()
    if (name === undefined) {
      const end = html.indexOf('-->', tag.lastIndex)
      if (end < 0) break
      tag.lastIndex = end
      continue
    }
    // An unclosed formatting element is opened again in every block after it.
    work += depth + (formatting > 30 ? formatting * 10 : 0)
    const count = open.get(name) ?? 0
    if (match[1] === '/') {
      if (count === 0) continue
      open.set(name, count - 1)
      depth--
      if (FORMATTING.has(name)) formatting--
      continue
    }
    if (name === 'script' || name === 'style') {
      const end = html.slice(tag.lastIndex).search(name === 'script' ? /<\/script/i : /<\/style/i)
      if (end < 0) break
      tag.lastIndex += end
      continue
    }
    if (NO_DEPTH.has(name)) continue
    open.set(name, count + 1)
    depth++
    if (FORMATTING.has(name)) formatting++
    if (name === 'table') tables = Math.max(tables, count + 1)
    deepest = Math.max(deepest, depth)
  }
  return { tables, depth: deepest, work }
}
