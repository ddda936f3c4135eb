import { scanPersonalData } from '../attachments/personal-data.ts'
import { may } from '../requests/permissions.ts'
import {
  type ApplicantContext,
  type ApplicantEvent,
  type ApplicantRefusal,
  type ApplicantStatus,
  type RevealField,
  type RevealPurpose,
  refuse,
  revealFields,
  revealPurposes,
} from './applicant-events.ts'

export interface RevealApplicant {
  readonly applicant: string
  /** The case for which it is wanted. */
  readonly case: string | null
  readonly fields: readonly RevealField[]
  readonly purpose: RevealPurpose
  readonly reason: string
}

/** Shorter reasons than this give none. */
const leastReason = 4

/**
 * Whether somebody may see what the screen masks (个保法§6, 51). The answer is an event to be written before the
 * vault is opened; the values themselves are in neither. Pure.
 */
export function revealApplicant(
  command: RevealApplicant,
  status: ApplicantStatus,
  { today, actor }: ApplicantContext,
): ApplicantEvent | ApplicantRefusal {
  const { applicant, fields, purpose, reason } = command
  if (!may(actor.role, 'revealApplicant', actor.scope))
    return refuse('notPermitted', '没有查看申请人完整信息的权限，请由本机关经办人员查看。', '个保法§51')
  if (status.standing === 'erased')
    return refuse('erased', '申请人的个人信息已经依法删除，无法查看。', '个保法§47')
  // What is kept for the file's sake alone is looked at for the file's sake alone.
  if (status.standing === 'restricted' && purpose !== 'dispute' && purpose !== 'archive')
    return refuse(
      'restricted',
      '申请人的个人信息已停止处理，只作保存；除复议、诉讼和档案管理外不得查看。',
      '个保法§47',
    )
  if (fields.length === 0)
    return refuse('noFields', '没有选择要查看的项目，请选择确需查看的项目。', '个保法§6')
  const beyond = fields.filter((field) => !revealPurposes[purpose].fields.includes(field))
  if (beyond.length > 0)
    return refuse(
      'fieldsBeyondPurpose',
      `“${revealPurposes[purpose].caption}”不需要查看${beyond.map((field) => revealFields[field]).join('、')}，请只选择必要的项目。`,
      '个保法§6',
    )
  if ([...reason.trim()].length < leastReason)
    return refuse('noReason', '请写明查看的理由。', '个保法§6', '个保法§51')
  if (scanPersonalData(reason).length > 0)
    return refuse('personalData', '理由将长期留痕，其中不得写入号码、住址等个人信息，请改写。', '个保法§6')
  return {
    kind: 'applicantRevealed',
    on: today,
    data: { applicant, case: command.case, fields: [...new Set(fields)], purpose, reason: reason.trim() },
  }
}
