/** Reads a QR code from its dark modules (ISO/IEC 18004), as a phone would from an undamaged print. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const codes = require('qrcode/lib/core/error-correction-code')
const levels = require('qrcode/lib/core/error-correction-level')
const { getPositions } = require('qrcode/lib/core/alignment-pattern')
const { getSymbolTotalCodewords } = require('qrcode/lib/core/utils')

/** Whether a module is turned over by a mask, by its row and column. */
const masks: readonly ((r: number, c: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

const formatMask = 0x5412
const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** What is written in the `path` of a code of our own, whose dark modules are `M3 4h1v1h-1z`. */
export function readQr(path: string): string {
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1/g)].map(([, x, y]) => `${y},${x}`))
  const size = 1 + Math.max(...[...dark].map((at) => Number(at.split(',')[0])))
  const isDark = (row: number, column: number) => dark.has(`${row},${column}`)
  const { level, mask } = formatOf(isDark)
  const version = (size - 17) / 4
  return textIn(dataOf(bytesOf(size, version, masks[mask]!, isDark), version, level), version)
}

function formatOf(isDark: (row: number, column: number) => boolean) {
  const rows = [0, 1, 2, 3, 4, 5, 7, 8]
  const low = rows.reduce((bits, row, i) => bits | (Number(isDark(row, 8)) << i), 0)
  const columns = [7, 5, 4, 3, 2, 1, 0]
  const all = columns.reduce((bits, column, i) => bits | (Number(isDark(8, column)) << (8 + i)), low)
  const told = (all ^ formatMask) >> 10
  const level = [levels.M, levels.L, levels.H, levels.Q][told >> 3]
  return { level, mask: told & 7 }
}

/** Modules that bear no data: finders, timing, alignment, format, version. */
function isFixed(size: number, version: number) {
  const centres: readonly (readonly [number, number])[] = getPositions(version)
  const near = (a: number, b: number) => Math.abs(a - b) <= 2
  return (row: number, column: number): boolean =>
    (row < 9 && column < 9) ||
    (row < 9 && column >= size - 8) ||
    (row >= size - 8 && column < 9) ||
    row === 6 ||
    column === 6 ||
    (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) ||
    centres.some(([r, c]) => near(row, r) && near(column, c))
}

/** In columns of two, up and down from the right, without what is fixed. */
function bytesOf(
  size: number,
  version: number,
  masked: (row: number, column: number) => boolean,
  isDark: (row: number, column: number) => boolean,
): readonly number[] {
  const fixed = isFixed(size, version)
  const bits: boolean[] = []
  let up = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--
    for (let step = 0; step < size; step++) {
      const row = up ? size - 1 - step : step
      for (const column of [right, right - 1])
        if (!fixed(row, column)) bits.push(isDark(row, column) !== masked(row, column))
    }
    up = !up
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, n) =>
    bits.slice(8 * n, 8 * n + 8).reduce((byte, bit) => byte * 2 + Number(bit), 0),
  )
}

/** The data of the blocks one after another; they are written a byte of each in turn. */
function dataOf(bytes: readonly number[], version: number, level: unknown): readonly number[] {
  const all = getSymbolTotalCodewords(version)
  const data = all - codes.getTotalCodewordsCount(version, level)
  const count = codes.getBlocksCount(version, level)
  const longer = all % count
  const length = Math.floor(data / count)
  const blocks: number[][] = Array.from({ length: count }, () => [])
  let at = 0
  for (let n = 0; n <= length; n++)
    for (const [place, block] of blocks.entries())
      if (n < length || place >= count - longer) block.push(bytes[at++]!)
  return blocks.flat()
}

/** Numbers, letters and bytes, as the segments say; the bytes are UTF-8. */
function textIn(data: readonly number[], version: number): string {
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  let at = 0
  const take = (count: number) => {
    at += count
    return Number.parseInt(bits.slice(at - count, at) || '0', 2)
  }
  const wide = version > 9
  const read: Buffer[] = []
  for (let mode = take(4); mode !== 0; mode = take(4)) {
    if (mode === 4) {
      const length = take(wide ? 16 : 8)
      read.push(Buffer.from(Array.from({ length }, () => take(8))))
    } else if (mode === 2) {
      let left = take(wide ? 11 : 9)
      let text = ''
      for (; left > 1; left -= 2) {
        const pair = take(11)
        text += alphanumeric.charAt(Math.floor(pair / 45)) + alphanumeric.charAt(pair % 45)
      }
      if (left === 1) text += alphanumeric.charAt(take(6))
      read.push(Buffer.from(text))
    } else if (mode === 1) {
      let left = take(wide ? 12 : 10)
      let text = ''
      for (; left > 0; left -= 3) {
        const digits = Math.min(3, left)
        text += String(take([0, 4, 7, 10][digits]!)).padStart(digits, '0')
      }
      read.push(Buffer.from(text))
    } else throw new Error(`Mode ${mode} is none of ours`)
    if (at + 4 > bits.length) break
  }
  return Buffer.concat(read).toString('utf8')
}
