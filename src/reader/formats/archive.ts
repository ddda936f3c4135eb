import { LIMITS } from './limits.ts'
import type { Found, Refusal } from './observed.ts'
import { refuse } from './refusal.ts'
import { type Member, unzip } from './zip.ts'

/** What a ZIP container is, by the names in it. */
export type Container = 'docx' | 'xlsx' | 'archive' | 'slides' | 'ofd' | 'open-document'

/** Tells the office formats that are ZIP files inside from an archive of documents. */
export function containerOf(names: readonly string[]): Container {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^OFD\.xml$/i)) return 'ofd'
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'open-document'
  if (!has(/^\[Content_Types\]\.xml$/i)) return has(/^word\/document\.xml$/) ? 'docx' : 'archive'
  if (has(/^word\//)) return 'docx'
  if (has(/^xl\//)) return 'xlsx'
  return has(/^ppt\//) ? 'slides' : 'archive'
}

/** What comes along with documents in an archive and is none: folders' own files, and parts of saved pages. */
const ACCESSORY =
  /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)|\.(?:js|css|map|woff2?|ttf|otf|eot|ico|lnk|url|exe|dll|xsl|xsd)$|(?:_files|\.files)\//i

/** The documents of a ZIP archive, what only comes along with them left out; or why it is not unpacked. */
export async function documentsOf(bytes: Uint8Array): Promise<Member[] | Refusal> {
  const members = await unzip(bytes, (member) => !ACCESSORY.test(member))
  if (!Array.isArray(members)) return members
  if (members.length === 0) {
    return refuse('empty', '压缩包里没有报告文件。请确认选择的是装有报告的压缩包。')
  }
  if (members.length > LIMITS.zipDocuments) {
    const message = `压缩包里有 ${members.length} 份文件，超过 ${LIMITS.zipDocuments} 份的上限，未读取。请分成几个压缩包再上传。`
    return refuse('too-large', message)
  }
  return members
}

/** Of a member that cannot be unpacked without its password. */
export const lockedMember: Refusal = refuse(
  'encrypted',
  '压缩包里的这份文件设有密码，读不了。请解压后重新压缩成不带密码的 ZIP。',
)

/** Of an archive in an archive in an archive. */
export const nestedTooDeep: Refusal = refuse(
  'too-deep',
  '压缩包里的压缩包里又有压缩包，最多只读两层。请解压里面的压缩包后再上传。',
)

/**
 * Reads the documents of a ZIP archive, a few at a time. `read` opens one member; a member that is an archive
 * itself gives all its documents, named 'inner.zip/name'.
 */
export async function readArchive(
  bytes: Uint8Array,
  name: string,
  read: (bytes: Uint8Array, name: string) => Promise<Found[]>,
): Promise<Found[]> {
  const members = await documentsOf(bytes)
  if (!Array.isArray(members)) return [{ name, result: members }]
  const found: Found[] = []
  for (let at = 0; at < members.length; at += 8) {
    const batch = members.slice(at, at + 8).map(async (member): Promise<Found[]> => {
      if (member.bytes === undefined) return [{ name: member.name, result: lockedMember }]
      return await read(member.bytes, member.name)
    })
    found.push(...(await Promise.all(batch)).flat())
  }
  return found
}
