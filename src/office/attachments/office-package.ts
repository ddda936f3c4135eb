/**
 * What Word, Excel and PowerPoint files have in common: a ZIP of XML parts with properties, relations, pictures
 * and files within.
 */
import type { Member } from '../../reader/formats/zip.ts'
import { unzip } from '../../reader/formats/zip.ts'
import type { AttachmentRefusal } from './inspection.ts'
import { refused } from './refused.ts'
import type { Workroom } from './workroom.ts'
import { walkXml } from './xml.ts'

export type Parts = ReadonlyMap<string, Uint8Array>

const BOMB = '文件解压后大得不合常理，未检查。请确认来源，并使用原始文件。'

/** All members of a ZIP under the limits of the reader and what is left to unpack in all. */
export async function membersOf(bytes: Uint8Array, room: Workroom): Promise<Member[] | AttachmentRefusal> {
  const members = await unzip(bytes, () => true)
  if (!Array.isArray(members))
    return refused(
      members.code === 'damaged' ? 'damaged' : members.code === 'too-large' ? 'tooLarge' : 'bomb',
      members.message,
    )
  const unpacked = members.reduce((sum, member) => sum + (member.bytes?.length ?? 0), 0)
  return room.spend(unpacked) ? members : refused('bomb', BOMB)
}

/** The parts of an office file by name. A part under a password is refused: nobody could answer for it. */
export async function partsOf(bytes: Uint8Array, room: Workroom): Promise<Parts | AttachmentRefusal> {
  const members = await membersOf(bytes, room)
  if (!Array.isArray(members)) return members
  const parts = new Map<string, Uint8Array>()
  for (const { name, bytes: content } of members) {
    if (content === undefined) return refused('locked', '文件设有密码，无法检查。请去除密码后再上传。')
    parts.set(name, content)
  }
  return parts
}

export const isParts = (parts: Parts | AttachmentRefusal): parts is Parts => parts instanceof Map

const MACRO = '文件带有宏，打开时可能运行，不能作为附件。请另存为不带宏的 docx、xlsx 或 pptx，或者转成 PDF。'

/** Properties, links to the outside, files within and pictures. */
export async function inspectPackage(parts: Parts, room: Workroom): Promise<AttachmentRefusal | undefined> {
  for (const name of parts.keys())
    if (/(?:^|\/)vbaProject\.bin$|(?:^|\/)macrosheets\/|(?:^|\/)activeX\/.*\.bin$/i.test(name))
      return refused('macro', MACRO)
  let embedded = 0
  let pictures = 0
  for (const [name, bytes] of parts) {
    if (/^docProps\/(?:core|app)\.xml$/.test(name)) inspectProperties(bytes, room)
    else if (name === 'docProps/custom.xml') inspectCustom(bytes, room)
    else if (/^customXml\/item\d+\.xml$/.test(name)) inspectCustomXml(bytes, room)
    else if (name.endsWith('.rels')) inspectRelations(bytes, room)
    else if (/(?:^|\/)(?:embeddings\/|afchunk)/i.test(name)) {
      room.findings.hide('embedded', room.part('文件'))
      const refusal = await room.nested(bytes, '', `第 ${++embedded} 个嵌入文件`)
      if (refusal !== undefined && refusal.reason !== 'unsupported') return refusal
      if (refusal !== undefined) room.findings.hide('notChecked', room.part(`第 ${embedded} 个嵌入文件`))
    } else if (/\/media\/[^/]+\.(?:jpe?g|png|tiff?|webp|heic)$/i.test(name)) {
      const refusal = await room.nested(bytes, '', `第 ${++pictures} 幅插图`)
      if (refusal?.reason === 'classified') return refusal
    } else if (/\/media\//.test(name)) pictures++
  }
  if (pictures > 0) room.findings.hide('notChecked', room.part('插图中的文字'), '', pictures)
  return undefined
}

/** Names of people and organs in the properties; what program made the file is nobody's secret. */
export const personalProperties = new Set([
  'creator',
  'lastModifiedBy',
  'Company',
  'Manager',
  'HyperlinkBase',
  'initial-creator',
  'Author',
])

export function inspectProperties(bytes: Uint8Array, room: Workroom): void {
  let element = ''
  let filled = 0
  walkXml(bytes, {
    open: (name) => {
      element = name
    },
    text: (text) => {
      if (text.trim() === '') return
      if (personalProperties.has(element)) filled++
      room.findings.text(text, room.part('文件属性'))
    },
    close: () => {
      element = ''
    },
  })
  if (filled > 0) room.findings.hide('properties', room.part('文件属性'), '', filled)
}

function inspectCustom(bytes: Uint8Array, room: Workroom): void {
  let count = 0
  walkXml(bytes, {
    open: (name) => {
      if (name === 'property') count++
    },
    text: (text) => room.findings.text(text, room.part('自定义属性')),
  })
  if (count > 0) room.findings.hide('customData', room.part('自定义属性'), '', count)
}

/** An empty list of sources comes with every Word file; only XML that says something counts. */
function inspectCustomXml(bytes: Uint8Array, room: Workroom): void {
  let says = false
  walkXml(bytes, {
    text: (text) => {
      if (text.trim() === '') return
      says = true
      room.findings.text(text, room.part('附带的 XML 数据'))
    },
  })
  if (says) room.findings.hide('customData', room.part('附带的 XML 数据'))
}

/** A link a reader clicks is seen; a template, picture or workbook fetched from elsewhere is not. */
function inspectRelations(bytes: Uint8Array, room: Workroom): void {
  let count = 0
  walkXml(bytes, {
    open: (_, attribute) => {
      if (attribute('TargetMode') === 'External' && !/\/hyperlink$/i.test(attribute('Type') ?? '')) count++
    },
  })
  if (count > 0) room.findings.hide('externalLink', room.part('文件'), '', count)
}
