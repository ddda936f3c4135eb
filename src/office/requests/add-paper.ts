import { event } from './events.ts'
import { isNotArchived, isOpen, isRegistered } from './guards.ts'
import { type PaperPurpose, paperPurposes } from './paper-purposes.ts'
import { type Role, roles } from './permissions.ts'
import { refuse } from './refusal.ts'
import type { RequestState } from './state.ts'
import { type Guard, missing, says, verb } from './verb.ts'

export interface AddPaper {
  /** Id of the vault: name and description of the paper, which may be personal. */
  readonly paper: string
  /** SHA-256 of the content, hex: its name among the blobs. */
  readonly hash: string
  readonly purpose: PaperPurpose
  /** Media type, found by looking into it. */
  readonly type: string
  /** Bytes. */
  readonly size: number
}

/** A file is closed when it is archived; review and suit may come later, and their papers belong to it. */
const isOpenFile: Guard = (state, context) =>
  state.disputes.some(({ decided }) => decided === null) ? null : isNotArchived(state, context)

/** A paper is put on file (条例§45). Its content lies among the blobs, its name in the vault; the log knows neither. */
export const addPaper = verb<AddPaper>(
  'addPaper',
  [isRegistered, isOpenFile],
  (state, { paper, hash, purpose, type, size }, context) => {
    if (!says(paper) || !/^[0-9a-f]{64}$/.test(hash) || !says(type) || !Number.isInteger(size) || size < 1)
      return missing('材料的名称、内容校验值、类型或者大小', '条例§45')
    if (!Object.hasOwn(paperPurposes, purpose)) return missing('材料的用途', '条例§45')
    const { caption, from, afterwards } = paperPurposes[purpose]
    const { role } = context.actor
    if (isOutside(role) && !from.includes(role))
      return refuse('notPermitted', `${roles[role]}不能添加${caption}，请交经办人添加。`, '条例§4')
    const closed = afterwards ? null : isOpen(state, context)
    if (closed !== null) return closed
    if (paperOf(state, hash, purpose) !== undefined)
      return refuse('paperRepeated', `同一内容的${caption}已经在卷，请勿重复添加。`, '条例§45')
    return [event('paperAdded', context.today, { paper, hash, purpose, type, size })]
  },
)

/** The paper of that content on file for that purpose. */
export function paperOf({ papers }: Pick<RequestState, 'papers'>, hash: string, purpose: PaperPurpose) {
  return papers.find((each) => each.hash === hash && each.purpose === purpose)
}

function isOutside(role: Role): role is 'applicant' | 'thirdParty' {
  return role === 'applicant' || role === 'thirdParty'
}
