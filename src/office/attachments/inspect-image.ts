/**
 * What pictures carry beside the picture: where and with what they were taken, by whom, and what they looked like
 * before. Segments are walked by their lengths, never searched for; a lying length ends the walk.
 */
import { readExif } from './exif.ts'
import type { Inspector, Workroom } from './workroom.ts'

const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to))

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** All pictures; the words in a picture are for people to read. */
export const inspectImage: Inspector = (bytes, room) => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) inspectJpeg(bytes, room)
  else if (latin(bytes, 1, 4) === 'PNG') inspectPng(bytes, room)
  else if (latin(bytes, 8, 12) === 'WEBP') inspectWebp(bytes, room)
  else if (/^(?:II\*\0|MM\0\*)/.test(latin(bytes, 0, 4))) exif(bytes, room)
  else if (latin(bytes, 4, 8) === 'ftyp') inspectHeic(bytes, room)
  else if (latin(bytes, 0, 3) === 'GIF' && latin(bytes).includes('\x21\xfe'))
    room.findings.hide('imageText', room.part('图片'))
  room.findings.hide('notChecked', room.part('图片中的文字'))
  return undefined
}

function exif(tiff: Uint8Array, room: Workroom): void {
  const found = readExif(tiff)
  const part = room.part('图片')
  if (found.gps) room.findings.hide('gps', part)
  if (found.camera) room.findings.hide('exif', part)
  if (found.words.length > 0) room.findings.hide('imageText', part)
  for (const text of found.words) room.findings.text(text, part)
  if (found.thumbnail) room.findings.hide('thumbnail', part)
}

/** XMP is XML of many schemes: a place, a person or a history in it is told by its names. */
function xmp(text: string, room: Workroom): void {
  const part = room.part('图片')
  if (/exif:GPS|Iptc4xmpCore:Location|photoshop:City/.test(text)) room.findings.hide('gps', part)
  if (/dc:creator|photoshop:AuthorsPosition|dc:description|dc:rights/.test(text))
    room.findings.hide('imageText', part)
  if (/tiff:Make|tiff:Model|exif:DateTimeOriginal|xmpMM:History/.test(text)) room.findings.hide('exif', part)
  room.findings.text(text, part)
}

function inspectJpeg(bytes: Uint8Array, room: Workroom): void {
  const part = room.part('图片')
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xda || marker === 0xd9) break
    const length = view(bytes).getUint16(at + 2)
    if (length < 2) break
    const segment = bytes.subarray(at + 4, at + 2 + length)
    const head = latin(segment, 0, 32)
    if (marker === 0xe1 && head.startsWith('Exif\0')) exif(segment.subarray(6), room)
    else if (marker === 0xe1 && head.startsWith('http://ns.adobe.com/'))
      xmp(new TextDecoder().decode(segment), room)
    else if (marker === 0xed && head.startsWith('Photoshop 3.0')) room.findings.hide('imageText', part)
    else if (marker === 0xfe && latin(segment).trim() !== '') {
      room.findings.hide('imageText', part)
      room.findings.text(new TextDecoder().decode(segment), part)
    }
    at += 2 + length
  }
  // Cameras put previews behind the picture, and so does whoever wants to smuggle a file.
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
    Buffer.from([0xff, 0xd9]),
  )
  if (end >= 0 && bytes.length - end - 2 > 64) room.findings.hide('trailing', part)
}

function inspectPng(bytes: Uint8Array, room: Workroom): void {
  const part = room.part('图片')
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view(bytes).getUint32(at)
    const type = latin(bytes, at + 4, at + 8)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'eXIf') exif(data, room)
    else if (type === 'tEXt' || type === 'iTXt' || type === 'zTXt') {
      const text = new TextDecoder().decode(data)
      if (text.startsWith('XML:com.adobe.xmp')) xmp(text, room)
      else if (!/^(?:Software|date:)/i.test(text)) {
        room.findings.hide('imageText', part)
        if (type !== 'zTXt') room.findings.text(text, part)
      }
    }
    at += 12 + length
    if (type === 'IEND') {
      if (bytes.length - at > 64) room.findings.hide('trailing', part)
      break
    }
  }
}

function inspectWebp(bytes: Uint8Array, room: Workroom): void {
  let at = 12
  while (at + 8 <= bytes.length) {
    const type = latin(bytes, at, at + 4)
    const length = view(bytes).getUint32(at + 4, true)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'EXIF') exif(latin(data, 0, 4) === 'Exif' ? data.subarray(6) : data, room)
    else if (type === 'XMP ') xmp(new TextDecoder().decode(data), room)
    at += 8 + length + (length % 2)
  }
}

/** Its boxes are many; the block of the camera begins the same in all of them. */
function inspectHeic(bytes: Uint8Array, room: Workroom): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = all.indexOf(Buffer.from('Exif\0\0', 'latin1'))
  if (at >= 0) exif(bytes.subarray(at + 6), room)
}
