import { type CFB$Container, find } from 'cfb'

// The binary format of Word 97 to 2003, as far as text and tables need it. Names in capitals below are those of
// [MS-DOC]. Every offset is checked against its stream: a damaged file gives less, never a wrong stream's bytes.

/** A property run: file positions and the changes ('sprm' list) that hold there. */
interface Run {
  readonly from: number
  readonly to: number
  readonly style: number
  readonly changes: Uint8Array
}

interface Piece {
  readonly from: number
  readonly to: number
  readonly position: number
  readonly width: 1 | 2
}

/** One property change: its code and where its operand lies. */
export interface Change {
  readonly code: number
  readonly at: number
  readonly length: number
}

const MOST_CHARACTERS = 5_000_000
const MOST_RUNS = 500_000

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Property changes of a list, one after the other (`Prl`). */
export function changesOf(list: Uint8Array): Change[] {
  const changes: Change[] = []
  const data = view(list)
  for (let at = 0; at + 2 < list.length; ) {
    const code = data.getUint16(at, true)
    at += 2
    const kind = code >> 13
    let length = [1, 1, 2, 4, 2, 2, 0, 3][kind]!
    if (kind === 6) {
      // The size stands in front: one byte, but two for the definition of a table.
      const wide = code === 0xd608
      if (wide && at + 2 > list.length) break
      const size = wide ? data.getUint16(at, true) - 1 : list[at]!
      at += wide ? 2 : 1
      length = Math.max(size, 0)
    }
    if (at + length > list.length) break
    changes.push({ code, at, length })
    at += length
  }
  return changes
}

export class DocFile {
  /** The main text; positions in it are character positions (CP). */
  readonly text: string
  /** Text that is hidden, or deleted with its deletion tracked: 1 at its positions. */
  readonly dropped: Uint8Array
  readonly table: Uint8Array
  private readonly main: Uint8Array
  private readonly data: Uint8Array
  private readonly pieces: readonly Piece[]
  private readonly paragraphs: readonly Run[]

  /** Throws where the file is not one of Word 97 or later. */
  constructor(container: CFB$Container) {
    const stream = (name: string): Uint8Array =>
      Uint8Array.from((find(container, `/${name}`)?.content ?? []) as number[])
    this.main = stream('WordDocument')
    if (this.main.length < 0x2f2 || this.u16(0) !== 0xa5ec) throw new Error('not a Word 97 file')
    this.table = stream((this.u16(0x0a) & 0x0200) === 0 ? '0Table' : '1Table')
    this.data = stream('Data')
    const length = Math.min(this.u32(0x4c), MOST_CHARACTERS)
    this.pieces = this.readPieces()
    this.text = this.pieces
      .map((piece) => this.textOf(piece))
      .join('')
      .slice(0, length)
    this.paragraphs = this.readRuns(0x102, 13)
    this.dropped = this.readDropped()
  }

  /** Whether the file needs a password. */
  static encrypted(container: CFB$Container): boolean {
    const head = find(container, '/WordDocument')?.content as Uint8Array | number[] | undefined
    return head !== undefined && ((head[0x0b] ?? 0) & 1) === 1
  }

  private u16(at: number): number {
    return view(this.main).getUint16(at, true)
  }

  private u32(at: number): number {
    return view(this.main).getUint32(at, true)
  }

  /** The bytes of the table stream a pair of offset and size in the file header points at. */
  part(at: number): Uint8Array {
    return this.table.subarray(this.u32(at), this.u32(at) + this.u32(at + 4))
  }

  /** Where such a part begins in the table stream. */
  offset(at: number): number {
    return this.u32(at)
  }

  private readPieces(): Piece[] {
    const clx = this.part(0x1a2)
    const data = view(clx)
    let at = 0
    while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + data.getUint16(at + 1, true)
    if (clx[at] !== 2 || at + 5 > clx.length) throw new Error('no piece table')
    const count = Math.floor((Math.min(data.getUint32(at + 1, true), clx.length - at - 5) - 4) / 12)
    at += 5
    const pieces: Piece[] = []
    for (let i = 0; i < count; i++) {
      const from = data.getUint32(at + i * 4, true)
      const to = data.getUint32(at + i * 4 + 4, true)
      const fc = data.getUint32(at + (count + 1) * 4 + i * 8 + 2, true)
      const narrow = (fc & 0x40000000) !== 0
      const position = narrow ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff
      if (to > from && to <= MOST_CHARACTERS) pieces.push({ from, to, position, width: narrow ? 1 : 2 })
    }
    return pieces
  }

  private textOf({ from, to, position, width }: Piece): string {
    const bytes = this.main.subarray(position, position + (to - from) * width)
    const text = new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes)
    return text.padEnd(to - from, '\0').slice(0, to - from)
  }

  /** Property runs from the pages of 512 bytes a bin table points at (`PlcBtePapx`, `PlcBteChpx`). */
  private readRuns(at: number, entry: 13 | 1): Run[] {
    const bins = this.part(at)
    const data = view(bins)
    const count = Math.floor((bins.length - 4) / 8)
    const runs: Run[] = []
    for (let i = 0; i < count && runs.length < MOST_RUNS; i++) {
      const page = this.main
        .subarray((data.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff) * 512)
        .subarray(0, 512)
      if (page.length < 512) continue
      const words = view(page)
      const size = page[511]!
      if ((size + 1) * 4 + size * entry > 511) continue
      for (let k = 0; k < size; k++) {
        const offset = page[(size + 1) * 4 + k * entry]! * 2
        const [from, to] = [words.getUint32(k * 4, true), words.getUint32(k * 4 + 4, true)]
        if (offset === 0) {
          runs.push({ from, to, style: 0, changes: new Uint8Array(0) })
          continue
        }
        let start = offset + 1
        let length = page[offset]!
        if (entry === 13) {
          if (length === 0) length = page[start++]! * 2
          else length = length * 2 - 1
        }
        const changes = page.subarray(start, Math.min(start + length, 511))
        const style = entry === 13 && changes.length >= 2 ? changes[0]! + changes[1]! * 256 : 0
        runs.push({ from, to, style, changes: entry === 13 ? changes.subarray(2) : changes })
      }
    }
    return runs.sort((a, b) => a.from - b.from)
  }

  private readDropped(): Uint8Array {
    const dropped = new Uint8Array(this.text.length)
    const off = this.readRuns(0xfa, 1).filter((run) =>
      // sprmCFVanish, sprmCFRMarkDel
      changesOf(run.changes).some(
        ({ code, at }) => (code === 0x083c || code === 0x0800) && run.changes[at] === 1,
      ),
    )
    if (off.length * this.pieces.length > 20_000_000) return dropped
    for (const run of off) {
      for (const { from, to, position, width } of this.pieces) {
        const first = from + Math.max(0, Math.ceil((run.from - position) / width))
        const last = Math.min(to, from + Math.floor((run.to - position) / width))
        if (last > first) dropped.fill(1, first, last)
      }
    }
    return dropped
  }

  /** Style and property changes of the paragraph whose mark stands at a character position. */
  paragraphAt(cp: number): { readonly style: number; readonly changes: Uint8Array } {
    const piece = this.pieces.find(({ from, to }) => cp >= from && cp < to)
    if (piece === undefined) return { style: 0, changes: new Uint8Array(0) }
    const position = piece.position + (cp - piece.from) * piece.width
    let [low, high] = [0, this.paragraphs.length]
    while (low < high) {
      const at = (low + high) >>> 1
      if (this.paragraphs[at]!.to <= position) low = at + 1
      else high = at
    }
    const run = this.paragraphs[low]
    if (run === undefined || run.from > position) return { style: 0, changes: new Uint8Array(0) }
    return { style: run.style, changes: this.withData(run.changes) }
  }

  /** Long lists of changes stand in a stream of their own (sprmPHugePapx, sprmPTableProps). */
  private withData(changes: Uint8Array): Uint8Array {
    const pointer = changesOf(changes).find(({ code }) => code === 0x6646 || code === 0x646b)
    if (pointer === undefined) return changes
    const at = view(changes).getUint32(pointer.at, true)
    if (at + 2 > this.data.length) return changes
    const size = view(this.data).getUint16(at, true)
    const more = this.data.subarray(at + 2, at + 2 + size)
    return Uint8Array.from([...changes, ...more])
  }
}
