import { crc32, deflateRawSync } from 'node:zlib'

export interface MadeMember {
  readonly name: Uint8Array
  readonly bytes: Uint8Array
  /** Size the directory claims, where it is to lie. */
  readonly claims?: number
  readonly locked?: boolean
}

/** A ZIP archive byte by byte, so that tests can give it odd names and false sizes. */
export function zipOf(members: readonly MadeMember[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, claims, locked } of members) {
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(locked ? 1 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claims ?? bytes.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, name]))
    parts.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** A plain archive of texts by name. */
export const makeZip = (members: Record<string, string | Uint8Array>): Buffer =>
  zipOf(
    Object.entries(members).map(([name, content]) => ({
      name: Buffer.from(name),
      bytes: Buffer.from(content),
    })),
  )
