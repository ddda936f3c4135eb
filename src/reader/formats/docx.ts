import { Numbering } from './docx-lists.ts'
import { treeOf } from './docx-tree.ts'
import { blocksOf } from './html.ts'
import type { Observed, Refusal } from './observed.ts'
import { refuse } from './refusal.ts'
import { unzip } from './zip.ts'

// The document is walked here rather than by mammoth: mammoth drops automatic numbers ('一、' in front of the
// headings), tracked deletions in tables and hidden text are its own choice, and its tree cost 943 MB for a
// 293 KB file in trials. A stream of tags needs none of that.

const DAMAGED = '这份 Word 文件已损坏，读不出内容。请用 Word 或 WPS 打开后另存为新的 docx 文件，再读。'
const PARTS = /^(?:_rels\/\.rels|docProps\/core\.xml|[^/]+\/[^/]+\.xml|[^/]+\.xml|word\/media\/.*)$/

const decodeXml = (bytes: Uint8Array | undefined): string => {
  if (bytes === undefined) return ''
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}

const entity: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const property = (xml: string, name: string): string =>
  (new RegExp(`<${name}(?:\\s[^>]{0,200})?>([^<]{0,1000})<`).exec(xml)?.[1] ?? '')
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, key: string) => entity[key]!)
    .trim()

/**
 * Reads a DOCX: paragraphs as lines with their automatic numbers, tables with merged cells as spans. Title and
 * dates come from the properties; the author is personal data and stays out. Meant to run in a worker.
 * Refusals: 'bomb', 'too-large', 'damaged', 'no-text'.
 */
export async function parseDocx(bytes: Uint8Array): Promise<Observed | Refusal> {
  let pictures = false
  const members = await unzip(bytes, (name) => {
    if (name.startsWith('word/media/')) pictures = true
    return PARTS.test(name) && !name.startsWith('word/media/')
  })
  if (!Array.isArray(members)) return members.code === 'damaged' ? refuse('damaged', DAMAGED) : members
  const parts = new Map(members.map((member) => [member.name, member.bytes]))
  const relations = decodeXml(parts.get('_rels/.rels'))
  const target = /officeDocument"[^>]*?Target="\/?([^"]+)"|Target="\/?([^"]+)"[^>]*?\/officeDocument"/.exec(
    relations,
  )
  const path = target?.[1] ?? target?.[2] ?? ''
  const body = parts.get(path) ?? parts.get('word/document.xml')
  if (body === undefined) return refuse('damaged', DAMAGED)
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : 'word/'
  const numbering = new Numbering(
    decodeXml(parts.get(`${folder}numbering.xml`)),
    decodeXml(parts.get(`${folder}styles.xml`)),
  )
  const { blocks } = blocksOf(treeOf(decodeXml(body), numbering), { keepSpaces: true })
  if (blocks.length === 0) {
    return pictures
      ? refuse(
          'no-text',
          '这份 Word 文件里只有图片，没有文字（可能是扫描件），暂时读不了。请使用可以选中文字的原始文件。',
        )
      : refuse('empty', '这份 Word 文件里没有内容。请确认选择的是报告文件。')
  }
  const core = decodeXml(parts.get('docProps/core.xml'))
  const title = property(core, 'dc:title')
  const meta = ['dcterms:created', 'dcterms:modified'].flatMap((name) => {
    const value = property(core, name)
    return value === '' ? [] : [{ name: name.slice(8), value }]
  })
  return { format: 'docx', ...(title === '' ? {} : { title }), meta, blocks, notices: [] }
}
