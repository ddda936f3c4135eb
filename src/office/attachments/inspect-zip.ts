import { containerOf } from '../../reader/formats/archive.ts'
import { inspectParts } from './inspect-parts.ts'
import type { AttachmentRefusal } from './inspection.ts'
import { membersOf } from './office-package.ts'
import { refused } from './refused.ts'
import { runsByName } from './sniff.ts'
import type { Inspector } from './workroom.ts'

/** What programs leave in an archive by themselves. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/** An archive: every file in it, two archives deep at most. One bad file refuses the whole. */
export const inspectZip: Inspector = async (bytes, room) => {
  const members = await membersOf(bytes, room)
  if (!Array.isArray(members)) return members
  if (members.length === 0) return refused('empty', '压缩包是空的，请重新选择文件。')
  for (const [i, { name, bytes: content }] of members.entries()) {
    if (litter.test(name)) continue
    const label = `压缩包内第 ${i + 1} 个文件`
    if (content === undefined)
      return refused('locked', `${room.part(label)}设有密码，无法检查。请去除密码后重新压缩。`)
    if (runsByName(name))
      return refused(
        'executable',
        `${room.part(label)}是程序、脚本或者网页，不能作为附件。请删除后重新压缩。`,
      )
    room.findings.text(name, room.part(label), '文件名')
    if (content.length === 0) continue
    const refusal = await room.nested(content, name.slice(name.lastIndexOf('/') + 1), label)
    if (refusal !== undefined) return within(refusal, room.part(label))
  }
  return undefined
}

const within = (refusal: AttachmentRefusal, part: string): AttachmentRefusal =>
  refusal.message.startsWith(part) ? refusal : { ...refusal, message: `${part}：${refusal.message}` }

/** OFD and OpenDocument, which are read part by part: text, properties and what their names give away. */
export const inspectOtherPackage: Inspector = async (bytes, room) => {
  const members = await membersOf(bytes, room)
  if (!Array.isArray(members)) return members
  const kind = containerOf(members.map(({ name }) => name))
  return inspectParts(members, kind === 'ofd' ? 'ofd' : 'odf', room)
}
