import { decode } from '../../reader/formats/encoding.ts'
import type { Inspector } from './workroom.ts'

/** Plain text and CSV, line by line. The first line of a table names its columns for the lines below. */
export const inspectText: Inspector = (bytes, room) => {
  const { text } = decode(bytes)
  const lines = text.split(/\r\n|\n|\r/)
  const heads = lines[0]?.split(/[,\t]/).map((head) => head.replaceAll('"', '').trim()) ?? []
  const table = heads.length > 1
  for (const [i, line] of lines.entries()) {
    const spot = `第 ${i + 1} 行`
    const cells = table && i > 0 ? line.split(/[,\t]/) : [line]
    if (cells.length !== heads.length) room.findings.text(line, room.part('正文'), spot)
    else
      for (const [column, cell] of cells.entries())
        room.findings.text(cell, room.part('正文'), spot, heads[column] ?? '')
  }
  return undefined
}

/** Rich text: control words tell what is hidden, digits and Latin letters stand as they are. */
export const inspectRtf: Inspector = (bytes, room) => {
  const text = new TextDecoder('latin1').decode(bytes)
  const part = room.part('正文')
  if (/\\(?:author|operator|company|manager) ?[^{}\\\s]/.test(text))
    room.findings.hide('properties', room.part('文件属性'))
  if (/\\(?:revised|deleted|revauth)/.test(text)) room.findings.hide('trackedChange', part)
  if (/\\annotation\b/.test(text)) room.findings.hide('comment', part)
  if (/\\v(?![a-z0-9])/.test(text)) room.findings.hide('hiddenText', part)
  if (/\\(?:object|objdata)\b/.test(text)) room.findings.hide('embedded', room.part('文件'))
  // Chinese stands as \'xx pairs; turned back into bytes it is GBK.
  const plain = text
    .replace(/\\u(-?\d{1,6}) ?\??/g, (_, code: string) =>
      String.fromCharCode((Number(code) + 65_536) % 65_536),
    )
    .replace(/(?:\\'[0-9a-f]{2})+/gi, (pairs) =>
      new TextDecoder('gb18030').decode(
        Uint8Array.from(pairs.matchAll(/[0-9a-f]{2}/gi), ([pair]) => Number.parseInt(pair, 16)),
      ),
    )
    .replace(/\\(?:par|line|cell|row)\b ?/g, '\n')
    .replace(/\\[a-z]+-?\d{0,10} ?|[{}]/gi, '')
  for (const [i, line] of plain.split('\n').entries()) room.findings.text(line, part, `第 ${i + 1} 段`)
  return undefined
}
