import type { Member } from '../../reader/formats/zip.ts'
import type { AttachmentRefusal, HiddenKind } from './inspection.ts'
import { personalProperties } from './office-package.ts'
import { refused } from './refused.ts'
import type { Workroom } from './workroom.ts'
import { walkXml } from './xml.ts'

/** Elements whose presence is the finding, by their names without prefix. */
const telling: Readonly<Record<'ofd' | 'odf', Readonly<Record<string, HiddenKind>>>> = {
  ofd: { Annot: 'annotation', Attachment: 'attachment', Version: 'history' },
  odf: { 'changed-region': 'trackedChange', annotation: 'comment', 'hidden-text': 'hiddenText' },
}

/** Elements that end a piece of text. */
const paragraphs = new Set(['p', 'h', 'TextCode', 'TextObject', 'table-cell', 'span'])

/** Every XML part of an OFD or OpenDocument file. What such a file may hide beyond this is for people to look at. */
export function inspectParts(
  members: readonly Member[],
  kind: 'ofd' | 'odf',
  room: Workroom,
): AttachmentRefusal | undefined {
  for (const { name, bytes } of members) {
    if (bytes === undefined) return refused('locked', '文件设有密码，无法检查。请去除密码后再上传。')
    if (/(?:^|\/)(?:Basic|Scripts)\/.+/.test(name))
      return refused(
        'macro',
        '文件带有宏，打开时可能运行，不能作为附件。请另存为不带宏的文件，或者转成 PDF。',
      )
    if (!/\.xml$/i.test(name)) continue
    inspectPart(bytes, kind, room)
  }
  room.findings.hide('notChecked', room.part(kind === 'ofd' ? 'OFD 的图层和图片' : '文件的隐藏区域和图片'))
  return undefined
}

function inspectPart(bytes: Uint8Array, kind: 'ofd' | 'odf', room: Workroom): void {
  const part = room.part('正文')
  let element = ''
  let text = ''
  walkXml(bytes, {
    open: (name) => {
      element = name
      const found = telling[kind][name]
      if (found !== undefined) room.findings.hide(found, room.part('文件'))
    },
    text: (piece) => {
      text += piece
      if (personalProperties.has(element) && piece.trim() !== '')
        room.findings.hide('properties', room.part('文件属性'))
    },
    close: (name) => {
      element = ''
      if (!paragraphs.has(name) && text.length < 2_000) return
      room.findings.text(text, part)
      text = ''
    },
  })
  room.findings.text(text, part)
}
