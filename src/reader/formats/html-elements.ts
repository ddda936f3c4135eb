import { type AnyNode, type Element, isTag, type ParentNode } from 'domhandler'

/** What an element is for the layout of text: nothing at all, its own block, or part of a line. */
export type Display = 'none' | 'block' | 'inline' | 'table' | 'group' | 'row' | 'cell'

/** Never shown, or shown as something that is not text of the page. */
export const DROPPED: ReadonlySet<string> = new Set(
  'script style noscript template head iframe noframes noembed object embed applet svg canvas audio video datalist select rt rp button'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'html body address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary ul caption textarea listing xmp'.split(
    ' ',
  ),
)
const TABLE_TAGS: Record<string, Display> = {
  table: 'table',
  thead: 'group',
  tbody: 'group',
  tfoot: 'group',
  tr: 'row',
  td: 'cell',
  th: 'cell',
}
const TABLE_ROLES: Record<string, Display> = {
  table: 'table',
  grid: 'table',
  rowgroup: 'group',
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
}
const TABLE_DISPLAYS: Record<string, Display> = {
  table: 'table',
  'inline-table': 'table',
  'table-row-group': 'group',
  'table-header-group': 'group',
  'table-footer-group': 'group',
  'table-row': 'row',
  'table-cell': 'cell',
  none: 'none',
  block: 'block',
  'list-item': 'block',
  flex: 'block',
  grid: 'block',
}

/** Styles given to classes by the page itself: class name to a `display` that makes a table of other elements. */
export type ClassDisplays = ReadonlyMap<string, Display>

/**
 * Reads `.name { display: table-row }` rules out of the page's style sheets. Rules under '@' are left alone
 * (print and small screens), and so is `display: none`, which scripts switch on and off.
 */
export function classDisplays(sheets: readonly string[]): ClassDisplays {
  const found = new Map<string, Display>()
  for (const sheet of sheets) {
    const plain = sheet.slice(0, 500_000).replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    for (const rule of plain.split('}').slice(0, 5_000)) {
      const [selectors = '', body = ''] = rule.split('{')
      const display = TABLE_DISPLAYS[/display\s*:\s*([\w-]+)/i.exec(body)?.[1]?.toLowerCase() ?? '']
      if (display === undefined || display === 'none' || display === 'block' || selectors.includes('@'))
        continue
      for (const selector of selectors.split(',')) {
        const name = /^\s*[\w-]*\.([\w-]+)\s*$/.exec(selector)?.[1]
        if (name !== undefined) found.set(name, display)
      }
    }
  }
  return found
}

const CLASS_ROLES: readonly [RegExp, Display][] = [
  [/(?:^|[\s_-])(?:table|tbl)(?:$|[\s_-])/i, 'table'],
  [/(?:^|[\s_-])(?:tbody|thead)(?:$|[\s_-])/i, 'group'],
  [/(?:^|[\s_-])(?:row|tr)(?:$|[\s_-])/i, 'row'],
  [/(?:^|[\s_-])(?:cell|td|th)(?:$|[\s_-])/i, 'cell'],
]

/** The role an element's class name suggests; only believed where a whole table of such names fits together. */
export const roleByName = (element: Element): Display | undefined => {
  const names = element.attribs.class ?? element.attribs.id
  return names === undefined ? undefined : CLASS_ROLES.find(([pattern]) => pattern.test(names))?.[1]
}

/** How an element is laid out, from its tag, ARIA role, inline style and the page's simple class rules. */
export function displayOf(element: Element, classes: ClassDisplays): Display {
  const { name, attribs } = element
  if (DROPPED.has(name)) return 'none'
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return 'none'
  if (name === 'input' && attribs.type?.toLowerCase() === 'hidden') return 'none'
  const style = attribs.style
  if (style !== undefined && /display|visibility/i.test(style)) {
    if (/visibility\s*:\s*hidden/i.test(style)) return 'none'
    const display = /(?:^|[;\s])display\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase()
    const known = display === undefined ? undefined : TABLE_DISPLAYS[display]
    if (known === 'none') return 'none'
    // A <td> stays a cell however it is styled: pages for small screens turn tables into blocks.
    if (known !== undefined && TABLE_TAGS[name] === undefined) return known
  }
  const tag = TABLE_TAGS[name]
  if (tag !== undefined) return tag
  const role = attribs.role === undefined ? undefined : TABLE_ROLES[attribs.role.toLowerCase()]
  if (role !== undefined) return role
  if (classes.size > 0 && attribs.class !== undefined) {
    for (const token of attribs.class.split(/\s+/)) {
      const display = classes.get(token)
      if (display !== undefined) return display
    }
  }
  return BLOCKS.has(name) ? 'block' : 'inline'
}

/**
 * Walks a tree in document order without recursion, so that depth costs no stack. `enter` returning false
 * skips the children; `leave` is called for every element that was entered, skipped or not.
 */
export function walk(
  root: ParentNode,
  enter: (node: AnyNode) => boolean,
  leave: (node: Element) => void,
): void {
  const stack: { nodes: readonly AnyNode[]; at: number; of: Element | undefined }[] = [
    { nodes: root.children, at: 0, of: undefined },
  ]
  while (stack.length > 0) {
    const frame = stack.at(-1)!
    const node = frame.nodes[frame.at++]
    if (node === undefined) {
      stack.pop()
      if (frame.of !== undefined) leave(frame.of)
      continue
    }
    const descend = enter(node)
    if (!isTag(node)) continue
    if (descend) stack.push({ nodes: node.children, at: 0, of: node })
    else leave(node)
  }
}
