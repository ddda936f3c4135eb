import { isUtf8 } from 'node:buffer'
import { repair } from './mojibake.ts'
import type { Notice } from './observed.ts'
import { plausibility } from './plausibility.ts'

export interface Decoded {
  readonly text: string
  /** 'utf-8', 'utf-16le', 'utf-16be', 'gb18030' or 'big5'. */
  readonly encoding: string
  readonly notices: readonly Notice[]
}

const SAMPLE = 200_000

const decodeAs = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)

const starts = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte)

/** Bytes that cannot be UTF-8, and well-formed multi-byte sequences. */
function countUtf8(bytes: Uint8Array): { bad: number; good: number } {
  // The usual case, told by the platform many times faster; nobody asks how many there are of the good ones.
  if (isUtf8(bytes)) return { bad: 0, good: 0 }
  let bad = 0
  let good = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!
    if (lead < 0x80) {
      i++
      continue
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
    let k = 1
    while (k < length && (bytes[i + k]! & 0xc0) === 0x80) k++
    if (length > 0 && lead < 0xf5 && k === length) good++
    // A sequence cut off by the end of the file is a truncated file, not another encoding.
    else if (i + k < bytes.length || length === 0) bad++
    i += Math.max(k, 1)
  }
  return { bad, good }
}

/** UTF-16 without a mark shows in its high bytes: all zero for ASCII, all from few rows for Chinese. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(bytes.length & ~1, SAMPLE)
  if (end < 8) return undefined
  const high = (byte: number): boolean =>
    byte === 0 || (byte >= 0x4e && byte <= 0x9f) || byte === 0x30 || byte === 0xff || byte === 0x20
  let even = 0
  let odd = 0
  let zeros = 0
  for (let i = 0; i < end; i += 2) {
    if (high(bytes[i]!)) even++
    if (high(bytes[i + 1]!)) odd++
    if (bytes[i] === 0 || bytes[i + 1] === 0) zeros++
  }
  const pairs = end / 2
  const order = odd > even ? 'utf-16le' : 'utf-16be'
  if (Math.max(odd, even) < pairs * 0.95 || zeros === 0) return undefined
  const text = decodeAs(bytes.subarray(0, end), order)
  return !text.includes('\0') && plausibility(text) >= 0 && /[\n\r 0-9<，。]/.test(text) ? order : undefined
}

const declared = (bytes: Uint8Array): string | undefined => {
  const head = decodeAs(bytes.subarray(0, 4096), 'latin1')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
}

/**
 * GB18030 or Big5, by which reading has the commoner characters. Both accept almost any pair of high bytes,
 * so validity alone decides nothing, and a page that is mostly ASCII may offer only a dozen characters.
 */
function chineseEncoding(bytes: Uint8Array): 'gb18030' | 'big5' {
  const sample = bytes.subarray(0, SAMPLE)
  const label = declared(bytes) ?? ''
  const gb = plausibility(decodeAs(sample, 'gb18030')) + (/^(gb|x-gbk)/.test(label) ? 0.15 : 0)
  const big5 = plausibility(decodeAs(sample, 'big5')) + (label.startsWith('big5') ? 0.15 : 0)
  return big5 > gb ? 'big5' : 'gb18030'
}

function choose(bytes: Uint8Array): { encoding: string; skip: number; damaged: boolean } {
  const plain = { skip: 0, damaged: false }
  if (starts(bytes, 0xef, 0xbb, 0xbf))
    return { encoding: 'utf-8', skip: 3, damaged: countUtf8(bytes).bad > 0 }
  if (starts(bytes, 0xff, 0xfe)) return { ...plain, encoding: 'utf-16le', skip: 2 }
  if (starts(bytes, 0xfe, 0xff)) return { ...plain, encoding: 'utf-16be', skip: 2 }
  if (starts(bytes, 0x84, 0x31, 0x95, 0x33)) return { ...plain, encoding: 'gb18030', skip: 4 }
  const { bad, good } = countUtf8(bytes)
  const wide = bad > 0 || bytes.subarray(0, SAMPLE).includes(0) ? utf16WithoutMark(bytes) : undefined
  if (wide !== undefined) return { ...plain, encoding: wide }
  // Valid UTF-8 is never an accident once it holds a few characters, whatever the page declares.
  if (bad === 0) return { ...plain, encoding: 'utf-8' }
  if (good > 10 && bad / (good + bad) < 0.02) return { encoding: 'utf-8', skip: 0, damaged: true }
  return { ...plain, encoding: chineseEncoding(bytes) }
}

/**
 * Decodes text of unknown encoding: byte order mark, UTF-16 by its bytes, UTF-8 by validity, else GB18030 or
 * Big5 by plausibility with the page's own declaration as a tie-breaker. Text that was decoded wrongly once
 * before is put right where that is provable (`repair`). Never throws; what was lost is told in `notices`.
 */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, skip, damaged } = choose(bytes)
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(skip))
  const { text, notices } = repair(decoded)
  const lost = damaged
    ? [
        {
          code: 'encoding-damaged',
          message: '文件里有少量字节不合 UTF-8 编码，对应的字已无法认出，以“�”代替。请对照原件核对这些地方。',
        },
      ]
    : []
  return { text, encoding, notices: [...lost, ...notices] }
}
