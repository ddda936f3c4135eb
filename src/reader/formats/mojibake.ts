import type { Notice } from './observed.ts'
import { plausibility } from './plausibility.ts'

/** The characters windows-1252 puts on bytes 0x80 to 0x9f; the undefined five stay themselves. */
const CP1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

let gbkTable: Map<string, number> | undefined

/** Character to its two GBK bytes, made once from the decoder itself. */
function gbk(): Map<string, number> {
  if (gbkTable) return gbkTable
  gbkTable = new Map()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if (char.length === 1 && !gbkTable.has(char)) gbkTable.set(char, lead * 256 + trail)
    }
  }
  return gbkTable
}

/** The bytes a text had before somebody read them as windows-1252, if every character allows it. */
function bytesOfLatin(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const high = code > 0xff ? CP1252.indexOf(text[i]!) : -1
    if (code > 0xff && high < 0) return undefined
    bytes[i] = code > 0xff ? 0x80 + high : code
  }
  return bytes
}

function bytesOfGbk(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else if (code === 0x20ac) bytes.push(0x80)
    else {
      const pair = gbk().get(char)
      if (pair === undefined) return undefined
      bytes.push(pair >> 8, pair & 0xff)
    }
  }
  return Uint8Array.from(bytes)
}

function strictly(bytes: Uint8Array | undefined, label: string): string | undefined {
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Undoes one wrong decoding of a whole text. Proof is that every byte comes back and is strict UTF-8 (or GBK)
 * whose characters are common ones, where those of the given text are not.
 */
function undo(text: string): string | undefined {
  const sample = text.slice(0, 20_000)
  if (!/[^\x00-\x7f]{4}/.test(sample)) return undefined
  const before = plausibility(sample)
  if (before > 0.45) return undefined
  const latin = bytesOfLatin(text)
  for (const candidate of [
    strictly(latin, 'utf-8'),
    strictly(latin, 'gb18030'),
    strictly(bytesOfGbk(text), 'utf-8'),
  ]) {
    if (candidate === undefined || candidate.includes('\ufffd')) continue
    const after = plausibility(candidate.slice(0, 20_000))
    if (after > 0.5 && after > before + 0.3) return candidate
  }
  return undefined
}

/** Stretches that read as common Chinese when their GBK bytes are shifted by one or taken as UTF-8. */
function garbled(text: string): boolean {
  let tried = 0
  for (const [run] of text.matchAll(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]{8,40}/g)) {
    if (plausibility(run) > 0.3) continue
    if (++tried > 200) return false
    const bytes = bytesOfGbk(run)
    if (bytes === undefined) continue
    const shifted = new TextDecoder('gb18030').decode(bytes.subarray(1, bytes.length - 1))
    const utf8 = new TextDecoder('utf-8').decode(bytes)
    if (plausibility(shifted) > 0.6 || plausibility(utf8.replaceAll('\ufffd', '')) > 0.6) return true
  }
  return false
}

/**
 * Puts text right that had been decoded in the wrong encoding and saved again, where that is provable for the
 * whole text; otherwise leaves it as it is and says in a notice that part of it is garbled.
 */
export function repair(text: string): { text: string; notices: readonly Notice[] } {
  const undone = undo(text)
  if (undone !== undefined) {
    const message = '原文曾被按错误的编码保存过（乱码），已逐字节还原。数字不受影响，文字请抽查。'
    return { text: undone, notices: [{ code: 'mojibake-undone', message }] }
  }
  if (/锟斤拷|烫烫烫|屯屯屯|ï¿½/.test(text) || garbled(text)) {
    const message =
      '原文中有一部分是乱码（曾被按错误的编码保存，原字已经丢失），未作改动。请找未损坏的原件重新读取。'
    return { text, notices: [{ code: 'mojibake', message }] }
  }
  return { text, notices: [] }
}
