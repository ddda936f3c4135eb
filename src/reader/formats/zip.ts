import { buffer as collect } from 'node:stream/consumers'
import { type Entry, fromBufferPromise } from 'yauzl'
import { LIMITS } from './limits.ts'
import type { Refusal } from './observed.ts'
import { plausibility } from './plausibility.ts'
import { megabytes, refuse } from './refusal.ts'

export interface Member {
  readonly name: string
  /** undefined where the member is locked with a password. */
  readonly bytes: Uint8Array | undefined
}

const BOMB = '解压后大得不合常理，可能是恶意构造的压缩炸弹，未解压。请确认文件来源，并使用原始文件。'
const DAMAGED = '文件（ZIP、docx 或 xlsx）已损坏，打不开。请重新下载、重新压缩或另存后再上传。'

/** Names in Chinese archives are GBK unless marked as UTF-8, and some tools forget the mark. */
function nameOf(entry: Entry): string {
  const raw = entry.fileName
  if ((entry.generalPurposeBitFlag & 0x800) === 0) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(raw)
    } catch {
      const gb = new TextDecoder('gb18030').decode(raw)
      const big5 = new TextDecoder('big5').decode(raw)
      return plausibility(big5) > plausibility(gb) ? big5 : gb
    }
  }
  return new TextDecoder('utf-8').decode(raw)
}

/** What the directory of an archive says, held against the limits, before anything is unpacked. */
function tooMuch(entries: readonly Entry[]): Refusal | undefined {
  if (entries.length > LIMITS.zipEntries) {
    const message = `压缩包里有 ${entries.length} 个文件，超过 ${LIMITS.zipEntries} 个的上限，未解压。请分成几个压缩包再上传。`
    return refuse('too-large', message)
  }
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const bomb = entries.some(
    (entry) =>
      entry.uncompressedSize > LIMITS.zipEntryBytes ||
      (entry.uncompressedSize > LIMITS.zipRatioFrom &&
        entry.uncompressedSize > entry.compressedSize * LIMITS.zipRatio),
  )
  if (bomb || total > LIMITS.zipTotalBytes) return refuse('bomb', `文件解压后有 ${megabytes(total)}，${BOMB}`)
  return undefined
}

/**
 * Unpacks the members of an archive that `wanted` picks by name. Sizes are checked in the directory first and
 * while unpacking, since a directory may lie. Refusals: 'too-large', 'bomb', 'damaged'.
 */
export async function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Member[] | Refusal> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      decodeStrings: false,
      validateEntrySizes: true,
      autoClose: false,
    })
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > LIMITS.zipEntries * 4) break
    }
    const refusal = tooMuch(entries)
    if (refusal !== undefined) return refusal
    const members: Member[] = []
    for (const entry of entries) {
      const name = nameOf(entry).replaceAll('\\', '/')
      if (name.endsWith('/') || !wanted(name)) continue
      if (entry.isEncrypted()) members.push({ name, bytes: undefined })
      // A member that unpacks to more than its entry says ends in an error inside yauzl.
      else members.push({ name, bytes: await collect(await zip.openReadStreamPromise(entry)) })
    }
    return members
  } catch (error) {
    return error instanceof Error && /too many bytes/.test(error.message)
      ? refuse('bomb', `压缩包标注的大小与实际不符，${BOMB}`)
      : refuse('damaged', DAMAGED)
  }
}

/** Names in the directory of an archive, nothing unpacked. */
export async function namesIn(bytes: Uint8Array): Promise<string[] | Refusal> {
  const names: string[] = []
  const read = await unzip(bytes, (name) => {
    names.push(name)
    return false
  })
  return Array.isArray(read) ? names : read
}

export const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte)

/** By the first bytes: an archive, or an office document that is one inside. */
export const looksLikeZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)
