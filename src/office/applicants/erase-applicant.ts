import { formatChinese } from '../../law/day.ts'
import { scanPersonalData } from '../attachments/personal-data.ts'
import { may } from '../requests/permissions.ts'
import type { Applicant } from './applicant.ts'
import {
  type ApplicantContext,
  type ApplicantEvent,
  type ApplicantRefusal,
  type ApplicantStatus,
  type ErasureGround,
  erasureGrounds,
  refuse,
} from './applicant-events.ts'
import { type KeptCase, needOf } from './retention.ts'

export interface EraseApplicant {
  readonly applicant: string
  readonly ground: ErasureGround
  readonly reason: string
  /** Hashes of the copies of papers that would go with it. */
  readonly papers: readonly string[]
}

/**
 * Whether an applicant's data are erased, or kept without being used until the file's term is over (个保法§47).
 * With `applicantErased` the caller erases the entry of the vault and the papers in the same transaction; what the
 * log says of the applicant is an id that then points at nothing. Pure.
 */
export function eraseApplicant(
  command: EraseApplicant,
  status: ApplicantStatus,
  cases: readonly KeptCase[],
  { today, actor }: ApplicantContext,
): ApplicantEvent | ApplicantRefusal {
  const { applicant, ground, reason } = command
  if (!may(actor.role, 'eraseApplicant', actor.scope))
    return refuse('notPermitted', '没有删除申请人信息的权限，请由本机关安全管理员办理。', '个保法§51')
  if (status.standing === 'erased') return refuse('erased', '申请人的个人信息已经删除。', '个保法§47')
  if (reason.trim() === '')
    return refuse('noReason', `请写明“${erasureGrounds[ground]}”的具体理由。`, '个保法§47')
  if (scanPersonalData(reason).length > 0)
    return refuse('personalData', '理由将长期留痕，其中不得写入号码、住址等个人信息，请改写。', '个保法§6')
  const need = needOf(cases, today)
  if (need.need === 'open')
    return refuse(
      'stillNeeded',
      `还有 ${need.cases.length} 件申请没有办结，或者复议、诉讼没有终结，处理目的尚未实现，不能删除。请在全部办结后办理。`,
      '个保法§47',
      '条例§45',
    )
  if (need.need === 'notArchived')
    return refuse(
      'notArchived',
      `还有 ${need.cases.length} 件申请已办结但没有归档，请先归档、确定保管期限，再办理删除。`,
      '条例§45',
      '档案法',
    )
  if (need.need === 'none') {
    return {
      kind: 'applicantErased',
      on: today,
      data: { applicant, ground, reason: reason.trim(), papers: [...command.papers] },
    }
  }
  if (status.standing === 'restricted')
    return refuse(
      'alreadyRestricted',
      `案卷保管期限${need.until === null ? '为永久' : `至${formatChinese(need.until)}`}，期满前只作保存，已经停止其他处理。`,
      '个保法§47',
      '档案法',
    )
  return {
    kind: 'applicantRestricted',
    on: today,
    data: { applicant, ground, until: need.until, reason: reason.trim() },
  }
}

/** The copies of papers that belong to a record and are erased with it. */
export function papersIn({ idPaper, agent }: Applicant): readonly string[] {
  return [idPaper, agent?.idPaper, agent?.authorisation?.paper].filter((hash) => typeof hash === 'string')
}
