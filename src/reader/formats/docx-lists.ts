import { Parser } from 'htmlparser2'
import { getOrMake } from './get-or-make.ts'
import { Counter, type Level } from './word-numbers.ts'

interface List {
  readonly levels: (Level | undefined)[]
  /** Style a level is tied to, by depth. */
  readonly styles: (string | undefined)[]
  /** Name of the style whose list is meant instead. */
  link: string | undefined
}

interface Instance {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

interface Style {
  basedOn?: string
  list?: string
  depth?: number
}

/** Element and attribute names without their namespace prefix: the parts read here use one namespace. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1)
const attribute = (attribs: Record<string, string>, name: string): string | undefined =>
  attribs[`w:${name}`] ?? attribs[name] ?? Object.entries(attribs).find(([key]) => local(key) === name)?.[1]

function scan(
  xml: string,
  open: (name: string, value: (name: string) => string | undefined) => void,
  close: (name: string) => void,
): void {
  const parser = new Parser(
    {
      onopentag: (name, attribs) => open(local(name), (key) => attribute(attribs, key)),
      onclosetag: (name) => close(local(name)),
    },
    { xmlMode: true },
  )
  parser.end(xml)
}

const isOff = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off'

function readNumbering(xml: string): { lists: Map<string, List>; instances: Map<string, Instance> } {
  const lists = new Map<string, List>()
  const instances = new Map<string, Instance>()
  let list: List | undefined
  let instance: Instance | undefined
  let depth = 0
  let level: { -readonly [K in keyof Level]: Level[K] } | undefined
  const open = (name: string, value: (name: string) => string | undefined): void => {
    const val = value('val')
    if (name === 'abstractNum') {
      list = { levels: [], styles: [], link: undefined }
      lists.set(value('abstractNumId') ?? '', list)
    } else if (name === 'num') {
      instance = { abstract: '', starts: new Map(), levels: new Map() }
      instances.set(value('numId') ?? '', instance)
    } else if (name === 'abstractNumId' && instance) instance.abstract = val ?? ''
    else if (name === 'numStyleLink' && list) list.link = val
    else if (name === 'lvlOverride' || name === 'lvl')
      depth = Math.min(Math.max(Number(value('ilvl')) || 0, 0), 8)
    else if (name === 'startOverride') instance?.starts.set(depth, Number(val) || 0)
    if (name === 'lvl') {
      level = { start: 1, format: 'decimal', text: '', suffix: 'tab', legal: false, endless: false }
    }
    if (level === undefined) return
    if (name === 'start') level.start = Number(val) || 0
    else if (name === 'numFmt') level.format = val ?? 'decimal'
    else if (name === 'lvlText') level.text = val ?? ''
    else if (name === 'suff') level.suffix = val === 'nothing' || val === 'space' ? val : 'tab'
    else if (name === 'isLgl') level.legal = !isOff(val)
    else if (name === 'lvlRestart') level.endless = val === '0'
    else if (name === 'pStyle' && list) list.styles[depth] = val
  }
  const close = (name: string): void => {
    if (name === 'lvl' && level !== undefined) {
      if (instance !== undefined) instance.levels.set(depth, level)
      else if (list !== undefined) list.levels[depth] = level
      level = undefined
    } else if (name === 'abstractNum') list = undefined
    else if (name === 'num') instance = undefined
  }
  scan(xml, open, close)
  return { lists, instances }
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  scan(
    xml,
    (name, value) => {
      if (name === 'style') {
        style = {}
        styles.set(value('styleId') ?? '', style)
      } else if (style !== undefined) {
        const val = value('val')
        if (name === 'basedOn' && val !== undefined) style.basedOn = val
        else if (name === 'numId' && val !== undefined) style.list = val
        else if (name === 'ilvl') style.depth = Number(val) || 0
      }
    },
    (name) => {
      if (name === 'style') style = undefined
    },
  )
  return styles
}

/** What a paragraph says about its own list and style. */
export interface ListMark {
  style?: string
  list?: string
  depth?: number
}

/**
 * The automatic numbers of a Word document: '一、' in front of a heading is usually not in its text but in
 * numbering.xml. Ask once for every paragraph, in order; the answer is the printed label, or ''.
 */
export class Numbering {
  private readonly lists: Map<string, List>
  private readonly instances: Map<string, Instance>
  private readonly styles: Map<string, Style>
  private readonly counters = new Map<List, Counter>()
  private readonly begun = new Set<string>()

  constructor(numbering: string, styles: string) {
    const read = readNumbering(numbering)
    this.lists = read.lists
    this.instances = read.instances
    this.styles = readStyles(styles)
  }

  label(mark: ListMark): string {
    let { list: id, depth } = mark
    if (id === undefined && mark.style !== undefined) {
      const inherited = this.inherited(mark.style)
      id = inherited.list
      depth ??= inherited.depth
    }
    const instance = id === undefined ? undefined : this.instances.get(id)
    const list = instance === undefined ? undefined : this.resolve(instance)
    if (id === undefined || instance === undefined || list === undefined) return ''
    const tied = mark.list === undefined && mark.style !== undefined ? list.styles.indexOf(mark.style) : -1
    const at = Math.min(Math.max(tied >= 0 ? tied : (depth ?? 0), 0), 8)
    const counter = getOrMake(this.counters, list, () => new Counter(list.levels))
    if (!this.begun.has(id)) {
      this.begun.add(id)
      for (const [level, start] of instance.starts) counter.restart(level, start)
    }
    return counter.next(at, instance.levels.get(at))
  }

  private inherited(style: string): Style {
    let at = this.styles.get(style)
    for (let steps = 0; at !== undefined && steps < 20; steps++) {
      if (at.list !== undefined) return at
      at = at.basedOn === undefined ? undefined : this.styles.get(at.basedOn)
    }
    return {}
  }

  private resolve(instance: Instance): List | undefined {
    const list = this.lists.get(instance.abstract)
    if (list?.link === undefined) return list
    const other = this.styles.get(list.link)?.list
    const linked = other === undefined ? undefined : this.instances.get(other)
    return (linked === undefined ? undefined : this.lists.get(linked.abstract)) ?? list
  }
}
