import { changesOf, type DocFile } from './doc-file.ts'
import { getOrMake } from './get-or-make.ts'
import { Counter, type Level } from './word-numbers.ts'

/** Number formats by their code in the binary format (`MSONFC`), under their names in OOXML. */
const FORMATS: Record<number, string> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'ideographDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** One level of a list (`LVL`) and where the next begins. */
function readLevel(bytes: Uint8Array, at: number): { level: Level; next: number } {
  const data = view(bytes)
  const text = at + 28 + bytes[at + 24]! + bytes[at + 25]!
  const length = data.getUint16(text, true)
  let label = ''
  for (let i = 0; i < length; i++) {
    const code = data.getUint16(text + 2 + i * 2, true)
    // The number of a level stands as its bare depth.
    label += code < 9 ? `%${code + 1}` : String.fromCharCode(code)
  }
  const level: Level = {
    start: data.getInt32(at, true),
    format: FORMATS[bytes[at + 4]!] ?? 'decimal',
    text: label,
    suffix: bytes[at + 15] === 2 ? 'nothing' : bytes[at + 15] === 1 ? 'space' : 'tab',
    legal: (bytes[at + 5]! & 4) !== 0,
    endless: (bytes[at + 5]! & 8) !== 0,
  }
  return { level, next: text + 2 + length * 2 }
}

interface Use {
  readonly list: number
  readonly starts: Map<number, number>
}

/** Lists (`PlfLst`) by their id, and their uses in paragraphs (`PlfLfo`) in order. */
function readLists(file: DocFile): { lists: Map<number, Level[]>; uses: Use[] } {
  const lists = new Map<number, Level[]>()
  const uses: Use[] = []
  const heads = file.part(0x2e2)
  if (heads.length >= 2) {
    const data = view(heads)
    const count = Math.min(data.getUint16(0, true), Math.floor((heads.length - 2) / 28))
    let at = file.offset(0x2e2) + heads.length
    for (let i = 0; i < count; i++) {
      const levels: Level[] = []
      const simple = (heads[2 + i * 28 + 26]! & 1) === 1
      for (let depth = 0; depth < (simple ? 1 : 9); depth++) {
        const { level, next } = readLevel(file.table, at)
        levels.push(level)
        at = next
      }
      lists.set(data.getInt32(2 + i * 28, true), levels)
    }
  }
  const plf = file.part(0x2ea)
  if (plf.length >= 4) {
    const data = view(plf)
    const count = Math.min(data.getUint32(0, true), Math.floor((plf.length - 4) / 16))
    let at = 4 + count * 16
    for (let i = 0; i < count; i++) {
      const starts = new Map<number, number>()
      const overrides = plf[4 + i * 16 + 12]!
      uses.push({ list: data.getInt32(4 + i * 16, true), starts })
      at += 4
      for (let k = 0; k < overrides && at + 8 <= plf.length; k++) {
        const flags = data.getUint32(at + 4, true)
        if ((flags & 0x10) !== 0) starts.set(flags & 0x0f, data.getInt32(at, true))
        at += 8
        if ((flags & 0x20) !== 0) at = readLevel(plf, at).next
      }
    }
  }
  return { lists, uses }
}

/** List and level a style gives its paragraphs, and the style it builds on (`STSH`). */
function readStyles(file: DocFile): { base: number; use?: number; depth?: number }[] {
  const sheet = file.part(0xa2)
  const styles: { base: number; use?: number; depth?: number }[] = []
  if (sheet.length < 8) return styles
  const data = view(sheet)
  const count = data.getUint16(2, true)
  const fixed = data.getUint16(4, true)
  let at = 2 + data.getUint16(0, true)
  for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
    const size = data.getUint16(at, true)
    const start = at + 2
    at = start + size
    const style: { base: number; use?: number; depth?: number } = { base: 0xfff }
    styles.push(style)
    if (size < 12 || at > sheet.length) continue
    const kind = data.getUint16(start + 2, true)
    style.base = kind >> 4
    if ((kind & 0x0f) !== 1) continue
    let upx = start + fixed
    upx += 2 + data.getUint16(upx, true) * 2 + 2
    upx += (upx - start) % 2
    if (upx + 4 > at) continue
    const changes = sheet.subarray(upx + 4, Math.min(upx + 2 + data.getUint16(upx, true), at))
    for (const change of changesOf(changes)) {
      if (change.code === 0x460b) style.use = view(changes).getInt16(change.at, true)
      if (change.code === 0x260a) style.depth = changes[change.at]!
    }
  }
  return styles
}

/** The automatic numbers of a binary Word file; ask once for every paragraph, in order. */
export class DocNumbering {
  private lists = new Map<number, Level[]>()
  private uses: Use[] = []
  private styles: { base: number; use?: number; depth?: number }[] = []
  private readonly counters = new Map<number, Counter>()
  private readonly begun = new Set<number>()

  constructor(file: DocFile) {
    // Numbers are worth having, but a text without them is better than none.
    try {
      Object.assign(this, readLists(file))
      this.styles = readStyles(file)
    } catch {}
  }

  /** Printed label of a paragraph with its own list mark (`use` counts from 1, 0 is none), or its style's. */
  label(style: number, use: number | undefined, depth: number | undefined): string {
    let at = use
    let level = depth
    for (let id = style, steps = 0; at === undefined && id < this.styles.length && steps < 12; steps++) {
      const given = this.styles[id]!
      at = given.use
      level ??= given.depth
      id = given.base
    }
    const chosen = at === undefined || at < 1 ? undefined : this.uses[at - 1]
    const levels = chosen === undefined ? undefined : this.lists.get(chosen.list)
    if (chosen === undefined || levels === undefined) return ''
    const counter = getOrMake(this.counters, chosen.list, () => new Counter(levels))
    if (!this.begun.has(at!)) {
      this.begun.add(at!)
      for (const [where, start] of chosen.starts) counter.restart(where, start)
    }
    return counter.next(Math.min(level ?? 0, levels.length - 1))
  }
}
