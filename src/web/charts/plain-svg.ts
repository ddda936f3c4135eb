/**
 * A drawing as it may stand in a page: elements and attributes that draw, and nothing else. No style of its own,
 * which the content policy would drop, no class, no script, no address; ids are the chart's own.
 */
import { Parser } from 'htmlparser2'
import { fontFamily } from './chart-looks.ts'

const elements = new Set([
  'svg',
  'g',
  'path',
  'text',
  'defs',
  'pattern',

  'rect',
  'circle',
  'polyline',
])

const attributes = new Set([
  ...['id', 'xmlns', 'viewBox', 'd', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'points', 'transform'],
  ...[
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
  ],
  ...['stroke-opacity', 'opacity', 'patternUnits', 'patternTransform'],
  ...['font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'xml:space'],
])

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => escapes[letter]!)

/** `font-size:12px;font-weight:700` as the attributes that mean the same. */
const declared = (style: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    style.split(';').flatMap((each) => {
      const at = each.indexOf(':')
      return at < 0 ? [] : [[each.slice(0, at).trim(), each.slice(at + 1).trim()]]
    }),
  )

/** What is drawn with neither filling nor line is there for a mouse. */
const isSeen = (of: Readonly<Record<string, string>>): boolean =>
  !((of.fill === 'none' || of['fill-opacity'] === '0') && (!of.stroke || of['stroke-width'] === '0'))

/** The library counts its drawings; without that number the same data are the same text. */
const uncounted = (id: string): string => id.replace(/^zr\d+-/, '')

export interface Naming {
  /** No other chart of the page has it. */
  readonly id: string
  readonly title: string
  readonly description: string
}

/** The SVG that a library made, cleaned, with a title and a description for those who hear it. */
export function plainSvg(drawn: string, { id, title, description }: Naming): string {
  const out: string[] = []
  /** Depth within an element that is left out. */
  let left = 0
  const own = (name: string): string => `${id}-${uncounted(name)}`
  const reference = (value: string): string =>
    value.replace(/^url\(#(.*)\)$/, (_, name: string) => `url(#${own(name)})`)
  const parser = new Parser(
    {
      onopentag(name, { style = '', ...given }) {
        const wanted = { ...given, ...declared(style) }
        if (left > 0 || !elements.has(name) || (name === 'path' && !isSeen(wanted))) {
          left += 1
          return
        }
        const root = name === 'svg'
        const kept = Object.entries(wanted)
          .filter(([key]) => attributes.has(key) && !(root && (key === 'width' || key === 'height')))
          .map(([key, value]) => ` ${key}="${escaped(key === 'id' ? own(value) : reference(value))}"`)
        const naming = root
          ? ` role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" font-family="${fontFamily}"`
          : ''
        out.push(`<${name}${kept.join('')}${naming}>`)
        if (root)
          out.push(
            `<title id="${id}-title">${escaped(title)}</title>`,
            `<desc id="${id}-desc">${escaped(description)}</desc>`,
          )
      },
      ontext(text) {
        if (left === 0 && text.trim() !== '') out.push(escaped(text))
      },
      onclosetag(name) {
        if (left > 0) left -= 1
        else out.push(`</${name}>`)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(drawn)
  return out.join('')
}
