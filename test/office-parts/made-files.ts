/** Small files of every kind, made part by part, so that a test can put into them what an office program would. */
import { crc32 } from 'node:zlib'
import { makeZip } from '../formats/make-zip.ts'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r></w:p>`

export const core = (author: string): string =>
  `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${author}</dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>`

export function makeDocx(body: string, more: Record<string, string | Uint8Array> = {}): Uint8Array {
  return makeZip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships/>',
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

export interface MadeSheet {
  readonly rows: string
  readonly columns?: string
  readonly state?: 'hidden' | 'veryHidden'
}

export const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

export const row = (number: number, cells: string, attributes = ''): string =>
  `<row r="${number}" ${attributes}>${cells}</row>`

export function makeXlsx(
  sheets: readonly MadeSheet[],
  more: Record<string, string | Uint8Array> = {},
  names = '',
): Uint8Array {
  const list = sheets.map(
    ({ state }, i) =>
      `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="r${i}" ${state ? `state="${state}"` : ''}/>`,
  )
  const relations = sheets.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i + 1}.xml"/>`)
  const parts = sheets.map(({ rows, columns = '' }, i) => [
    `xl/worksheets/sheet${i + 1}.xml`,
    `<worksheet>${columns && `<cols>${columns}</cols>`}<sheetData>${rows}</sheetData></worksheet>`,
  ])
  return makeZip({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><sheets>${list.join('')}</sheets><definedNames>${names}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(parts),
    ...more,
  })
}

/** A TIFF block with a camera, a caption and, if wanted, a place and a second directory. */
export function makeExif({ gps = false, thumbnail = false, caption = '' } = {}): Buffer {
  const words = Buffer.from(`${caption}\0`)
  const entries: [number, number, number, number][] = [[0x010f, 2, 4, Buffer.from('Cam\0').readUInt32LE()]]
  const count = 1 + (caption ? 1 : 0) + (gps ? 1 : 0)
  const after = 8 + 2 + count * 12 + 4
  if (caption) entries.push([0x010e, 2, words.length, after])
  if (gps) entries.push([0x8825, 4, 1, after + words.length])
  const head = Buffer.alloc(after)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(count, 8)
  for (const [i, [tag, type, size, value]] of entries.entries()) {
    head.writeUInt16LE(tag, 10 + i * 12)
    head.writeUInt16LE(type, 12 + i * 12)
    head.writeUInt32LE(size, 14 + i * 12)
    head.writeUInt32LE(value, 18 + i * 12)
  }
  const place = Buffer.alloc(gps ? 18 : 0)
  if (gps) {
    place.writeUInt16LE(1, 0)
    place.writeUInt16LE(2, 2)
  }
  const second = Buffer.alloc(thumbnail ? 6 : 0)
  if (thumbnail) head.writeUInt32LE(after + words.length + place.length, after - 4)
  return Buffer.concat([head, words, place, second])
}

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export const makeJpeg = (exif?: Buffer, behind = Buffer.alloc(0)): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(exif ? [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))] : []),
    Buffer.from([0xff, 0xda, 0, 2, 0, 0xff, 0xd9]),
    behind,
  ])

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

export const makePng = (chunks: readonly [string, Buffer][] = []): Uint8Array =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...chunks.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', Buffer.alloc(4)),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** A PDF from bodies of objects beginning with number 3: 1 is the catalogue, 2 the pages. */
export function makeRawPdf(catalog: string, kids: string, objects: readonly string[], trailer = ''): Buffer {
  const bodies = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${kids.split('R').length - 1}>>`,
    ...objects,
  ]
  let file = '%PDF-1.7\n'
  const offsets = bodies.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${bodies.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF`
  return Buffer.from(file, 'latin1')
}

export const pdfStream = (content: string, dictionary = ''): string =>
  `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`

/** A page with Latin text, as objects 3 to 5: page, content, font. */
export const makeTextPdf = (
  content: string,
  page = '',
  catalog = '',
  trailer = '',
  more: string[] = [],
): Buffer =>
  makeRawPdf(
    catalog,
    '3 0 R',
    [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R${page}>>`,
      pdfStream(content),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      ...more,
    ],
    trailer,
  )
