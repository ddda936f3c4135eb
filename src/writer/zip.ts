/** Files in one: a ZIP archive with names in UTF-8, each packed where that makes it smaller (APPNOTE.TXT 6.3). */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  /** Path within the archive, parts divided by '/'. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** General purpose flag: the name is UTF-8. */
const utf8 = 0x0800
const version = 20

/** What no file system takes stands as '-'. */
export const zipName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-')
    .trim()
    .slice(0, 100)

/** The archive. `at`: when everything in it was last changed; to the two seconds that the format has, in UTC. */
export function writeZip(entries: readonly ZipEntry[], at: string): Uint8Array {
  const { date, time } = stampOf(at)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes)
    const isSmaller = packed.length < bytes.length
    const body = isSmaller ? packed : Buffer.from(bytes)
    const path = Buffer.from(name)
    // From 'version needed' to the length of the extra field: the same in both places.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(version, 0)
    common.writeUInt16LE(utf8, 2)
    common.writeUInt16LE(isSmaller ? 8 : 0, 4)
    common.writeUInt16LE(time, 6)
    common.writeUInt16LE(date, 8)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(path.length, 22)
    parts.push(signature('PK\u0003\u0004'), common, path, body)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const made = Buffer.alloc(2)
    made.writeUInt16LE(version, 0)
    directory.push(signature('PK\u0001\u0002'), made, common, place, path)
    offset += 4 + common.length + path.length + body.length
  }
  const length = directory.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...parts, ...directory, signature('PK\u0005\u0006'), end]))
}

const signature = (text: string): Buffer => Buffer.from(text, 'latin1')

function stampOf(at: string): { readonly date: number; readonly time: number } {
  const [year, month, day, hour, minute, second] = at.split(/[-T:.Z]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    date: ((year - 1980) << 9) | (month << 5) | day,
    time: (hour << 11) | (minute << 5) | (second >> 1),
  }
}
