import { find, parse } from 'cfb'
import { refused } from './refused.ts'
import type { Inspector, Workroom } from './workroom.ts'

/**
 * Word, Excel and PowerPoint of 97 to 2003. Their revisions and hidden parts cannot be listed with certainty, so a
 * person must look or save them anew; macros, passwords, properties and numbers in the text are found.
 */
export const inspectLegacy: Inspector = (bytes, room) => {
  let container: ReturnType<typeof parse>
  try {
    container = parse(bytes)
  } catch {
    return refused('damaged', '文件已损坏，打不开。请用 Word、Excel 或 WPS 打开后另存为新的文件。')
  }
  if (find(container, '/EncryptedPackage') !== null)
    return refused('locked', '文件设有打开密码，无法检查。请去除密码后再上传。')
  const paths = container.FullPaths.map((path) => path.toLowerCase())
  if (paths.some((path) => /\/(?:macros|_vba_project_cur|vba|_vba_project)(?:\/|$)/.test(path)))
    return refused(
      'macro',
      '文件带有宏，打开时可能运行，不能作为附件。请另存为不带宏的 docx、xlsx 或者 PDF。',
    )
  if (!paths.some((path) => /\/(?:worddocument|workbook|book|powerpoint document)$/.test(path)))
    return refused('unsupported', '这是旧式的复合文件，但不是 Word、Excel 或 PowerPoint，不能作为附件。')
  for (const [i, entry] of container.FileIndex.entries()) {
    if (entry.type !== 2 || entry.size === 0) continue
    const content = Uint8Array.from(entry.content as ArrayLike<number>)
    const path = paths[i] ?? ''
    if (/summaryinformation$/.test(path)) inspectSummary(content, room)
    else if (/\/objectpool\/|\/mbd[0-9a-f]+\//.test(path)) room.findings.hide('embedded', room.part('文件'))
    scan(content, room)
  }
  const part = room.part('旧版格式文件的修订、批注、隐藏内容')
  room.findings.hide('notChecked', part)
  return undefined
}

/** Author, last author, manager and company are strings of the property set, each behind its number. */
function inspectSummary(content: Uint8Array, room: Workroom): void {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const wanted = content.length > 44 && view.getUint32(28, true) === 0xf29f85e0 ? [4, 8] : [14, 15]
  const section = content.length > 48 ? view.getUint32(44, true) : 0
  if (section === 0 || section + 8 > content.length) return
  const count = Math.min(view.getUint32(section + 4, true), 200)
  let filled = 0
  for (let i = 0; i < count && section + 16 + i * 8 <= content.length; i++) {
    const id = view.getUint32(section + 8 + i * 8, true)
    const at = section + view.getUint32(section + 12 + i * 8, true)
    if (!wanted.includes(id) || at + 8 > content.length) continue
    const text = content.subarray(at + 8, at + 8 + Math.min(view.getUint32(at + 4, true), 500))
    if (text.some((byte) => byte > 32)) filled++
  }
  if (filled > 0) room.findings.hide('properties', room.part('文件属性'), '', filled)
}

/** Text stands in the streams in one or two bytes a character, the latter beginning anywhere. */
function scan(content: Uint8Array, room: Workroom): void {
  const part = room.part('正文')
  const readings = [
    new TextDecoder('gb18030').decode(content),
    new TextDecoder('utf-16le').decode(content),
    new TextDecoder('utf-16le').decode(content.subarray(1)),
  ]
  // Control characters part the text from what is none.
  for (const text of readings)
    for (const piece of text.split(/[\x00-\x08\x0e-\x1f\ufffd]+/)) {
      if (piece.length >= 4) room.findings.text(piece, part)
    }
}
