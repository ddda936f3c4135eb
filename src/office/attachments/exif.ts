export interface ExifFacts {
  readonly gps: boolean
  /** Device, serial number or time. */
  readonly camera: boolean
  /** Texts that people or programs wrote: author, caption, copyright, comment. */
  readonly words: readonly string[]
  readonly thumbnail: boolean
}

const gpsPointer = 0x8825
const exifPointer = 0x8769
/** Make, model, time, times of taking and digitising, serial numbers of camera and lens, owner's maker note. */
const cameraTags = new Set([0x010f, 0x0110, 0x0132, 0x9003, 0x9004, 0xa431, 0xa435, 0x927c])
/** Caption, author, copyright, comment, owner, and the five that Windows writes. */
const wordTags = new Set([0x010e, 0x013b, 0x8298, 0x9286, 0xa430, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f])
/** No honest picture has more entries in one directory. */
const mostEntries = 512

/** Reads the directories of a TIFF block (Exif). Damaged blocks give what could be read. */
export function readExif(tiff: Uint8Array): ExifFacts {
  const facts = { gps: false, camera: false, words: [] as string[], thumbnail: false }
  if (tiff.length < 8) return facts
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = view.getUint16(0) === 0x4949
  const directory = (at: number, depth: number): number => {
    if (at < 8 || at + 2 > tiff.length || depth > 3) return 0
    const count = Math.min(view.getUint16(at, little), mostEntries)
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * 12
      if (entry + 12 > tiff.length) return 0
      const tag = view.getUint16(entry, little)
      const value = view.getUint32(entry + 8, little)
      if (tag === gpsPointer) facts.gps ||= hasPlace(value)
      else if (tag === exifPointer) directory(value, depth + 1)
      else if (cameraTags.has(tag)) facts.camera = true
      else if (wordTags.has(tag)) {
        const size = view.getUint32(entry + 4, little)
        const from = size <= 4 ? entry + 8 : value
        const bytes = tiff.subarray(from, Math.min(from + size, from + 2_000, tiff.length))
        const wide = tag >= 0x9c9b
        const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes).replaceAll('\0', ' ').trim()
        if (text.replace(/^(?:ASCII|UNICODE)\s*/, '') !== '') facts.words.push(text)
      }
    }
    const next = at + 2 + count * 12
    return next + 4 <= tiff.length ? view.getUint32(next, little) : 0
  }
  /** Some cameras write the directory with its version and no place in it. */
  const hasPlace = (at: number): boolean => {
    if (at < 8 || at + 2 > tiff.length) return false
    const count = Math.min(view.getUint16(at, little), mostEntries)
    for (let i = 0; i < count && at + 14 + i * 12 <= tiff.length; i++) {
      const tag = view.getUint16(at + 2 + i * 12, little)
      if (tag >= 1 && tag <= 4) return true
    }
    return false
  }
  const second = directory(view.getUint32(4, little), 0)
  if (second > 0 && second + 2 <= tiff.length) facts.thumbnail = true
  return facts
}
