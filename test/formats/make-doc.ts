import { utils, write } from 'cfb'

export interface MadeCell {
  readonly text: string
  /** Columns it takes; 1 if left out. */
  readonly span?: number
  readonly merge?: 'restart' | 'continue'
}
export type MadeBlock =
  | { readonly text: string; readonly level?: number; readonly hidden?: boolean }
  | { readonly rows: readonly (readonly MadeCell[])[] }

interface Run {
  readonly from: number
  readonly to: number
  readonly changes: Buffer
}

const u16 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [i, value] of values.entries()) buffer.writeUInt16LE(value & 0xffff, i * 2)
  return buffer
}
const u32 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [i, value] of values.entries()) buffer.writeInt32LE(value | 0, i * 4)
  return buffer
}

/** Pages of 512 bytes with property runs, as Word lays them out: runs from the front, changes from the back. */
function pages(runs: readonly Run[], entry: 13 | 1): { from: number; to: number; page: Buffer }[] {
  const made: { from: number; to: number; page: Buffer }[] = []
  for (let i = 0; i < runs.length; ) {
    const page = Buffer.alloc(512)
    const kept: Run[] = []
    const offsets: number[] = []
    let free = 510
    for (; i < runs.length; i++) {
      const { changes } = runs[i]!
      const body =
        entry === 1
          ? Buffer.concat([Buffer.of(changes.length), changes])
          : changes.length % 2 === 1
            ? Buffer.concat([Buffer.of((changes.length + 3) / 2, 0, 0), changes])
            : Buffer.concat([Buffer.of(0, (changes.length + 2) / 2, 0, 0), changes])
      const at = (free - body.length) & ~1
      if (at < (kept.length + 2) * 4 + (kept.length + 1) * entry) break
      body.copy(page, at)
      offsets.push(at)
      kept.push(runs[i]!)
      free = at
    }
    for (const [k, run] of kept.entries()) page.writeUInt32LE(run.from, k * 4)
    page.writeUInt32LE(kept.at(-1)!.to, kept.length * 4)
    for (const [k, at] of offsets.entries()) page[(kept.length + 1) * 4 + k * entry] = at / 2
    page[511] = kept.length
    made.push({ from: kept[0]!.from, to: kept.at(-1)!.to, page })
  }
  return made
}

/** A list '一、' with a second level '（一）', as PlfLst with its levels and PlfLfo. */
function lists(): { heads: Buffer; levels: Buffer; uses: Buffer } {
  const level = (label: (string | number)[]): Buffer => {
    const text = label.flatMap((part) => (typeof part === 'number' ? [part] : [part.charCodeAt(0)]))
    const head = Buffer.alloc(28)
    head.writeInt32LE(1, 0)
    head[4] = 39
    head[15] = 2
    return Buffer.concat([head, u16(text.length, ...text)])
  }
  const head = Buffer.alloc(28)
  head.writeInt32LE(77, 0)
  const levels = [level([0, '、']), level(['（', 1, '）']), ...Array.from({ length: 7 }, () => level([]))]
  return {
    heads: Buffer.concat([u16(1), head]),
    levels: Buffer.concat(levels),
    uses: Buffer.concat([u32(1, 77, 0, 0, 0), u32(-1)]),
  }
}

/** A Word 97 file with paragraphs, numbered headings and tables: enough of the format for a reader's tests. */
export function makeDoc(blocks: readonly MadeBlock[]): Buffer {
  let text = ''
  const start = 0x600
  const paragraphs: Run[] = []
  const characters: Run[] = []
  const add = (content: string, changes: Buffer, hidden = false): void => {
    const from = start + text.length * 2
    text += content
    const to = start + text.length * 2
    paragraphs.push({ from, to, changes })
    characters.push({
      from,
      to: hidden ? to - 2 : to,
      changes: hidden ? Buffer.of(0x3c, 0x08, 1) : Buffer.of(0x60, 0x4a, 1, 0),
    })
    if (hidden) characters.push({ from: to - 2, to, changes: Buffer.alloc(0) })
  }
  const inTable = Buffer.of(0x16, 0x24, 1)
  for (const block of blocks) {
    if ('text' in block) {
      const numbered = block.level === undefined ? [] : [Buffer.of(0x0a, 0x26, block.level), u16(0x460b, 1)]
      add(`${block.text}\r`, Buffer.concat(numbered), block.hidden)
      continue
    }
    for (const row of block.rows) {
      for (const cell of row) add(`${cell.text}\x07`, inTable)
      const edges = [0]
      for (const cell of row) edges.push(edges.at(-1)! + (cell.span ?? 1) * 1000)
      const flags = row.map((cell) => {
        const description = Buffer.alloc(20)
        description.writeUInt16LE(cell.merge === 'restart' ? 0x60 : cell.merge === 'continue' ? 0x20 : 0, 0)
        return description
      })
      const definition = Buffer.concat([Buffer.of(row.length), u16(...edges), ...flags])
      add(
        '\x07',
        Buffer.concat([inTable, Buffer.of(0x17, 0x24, 1), u16(0xd608, definition.length + 1), definition]),
      )
    }
  }
  add('\r', Buffer.alloc(0))
  const body = Buffer.alloc(Math.ceil((start + text.length * 2) / 512) * 512)
  Buffer.from(text, 'utf16le').copy(body, start)
  const papx = pages(paragraphs, 13)
  const chpx = pages(characters, 1)
  const bins = (made: { from: number; to: number }[], first: number): Buffer =>
    Buffer.concat([
      u32(...made.map(({ from }) => from), made.at(-1)!.to),
      u32(...made.map((_, i) => first + i)),
    ])
  const main = Buffer.concat([body, ...papx.map(({ page }) => page), ...chpx.map(({ page }) => page)])
  const first = body.length / 512
  const { heads, levels, uses } = lists()
  const clx = Buffer.concat([Buffer.of(2), u32(16, 0, text.length), u16(0), u32(start), u16(0)])
  const table: Buffer[] = []
  const part = (at: number, bytes: Buffer, after: Buffer = Buffer.alloc(0)): void => {
    main.writeUInt32LE(Buffer.concat(table).length, at)
    main.writeUInt32LE(bytes.length, at + 4)
    table.push(bytes, after)
  }
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0x00c1, 2)
  main.writeUInt16LE(0x0200, 0x0a)
  main.writeUInt32LE(start, 0x18)
  main.writeUInt32LE(start + text.length * 2, 0x1c)
  main.writeUInt16LE(0x0e, 0x20)
  main.writeUInt16LE(0x16, 0x3e)
  main.writeUInt32LE(text.length, 0x4c)
  main.writeUInt16LE(0x5d, 0x98)
  part(0x1a2, clx)
  part(0x102, bins(papx, first))
  part(0xfa, bins(chpx, first + papx.length))
  part(0x2e2, heads, levels)
  part(0x2ea, uses)
  const container = utils.cfb_new()
  utils.cfb_add(container, '/WordDocument', main)
  utils.cfb_add(container, '/1Table', Buffer.concat([...table, Buffer.alloc(8192)]))
  return Buffer.from(write(container, { type: 'buffer' }) as Uint8Array)
}
