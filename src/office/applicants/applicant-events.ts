import type { Citation } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import type { ActorId, NewEvent } from '../ports.ts'
import type { Role, Scope } from '../requests/permissions.ts'
import type { Contact } from './applicant.ts'

/** Facts about the handling of an applicant's data, in a stream of their own. Ids only. */
export interface ApplicantEventData {
  /** Somebody saw what the screen masks. */
  applicantRevealed: {
    readonly applicant: string
    readonly case: string | null
    readonly fields: readonly RevealField[]
    readonly purpose: RevealPurpose
    readonly reason: string
  }
  /** 个保法§47¶2: kept and protected, and nothing else done with it, until that day. Null: for good. */
  applicantRestricted: {
    readonly applicant: string
    readonly ground: ErasureGround
    readonly until: Day | null
    readonly reason: string
  }
  applicantErased: {
    readonly applicant: string
    readonly ground: ErasureGround
    readonly reason: string
    /** Hashes of the copies of papers erased with it. */
    readonly papers: readonly string[]
  }
  /** 个保法§47: copies of papers by which somebody proved who they are, long after that was of use. */
  identityPapersErased: { readonly applicant: string; readonly papers: readonly string[] }
  /** `checked`: how the office made sure who wants it; null where the applicant did it with the tracking secret. */
  applicantContactChanged: {
    readonly applicant: string
    readonly case: string
    readonly fields: readonly (keyof Contact)[]
    readonly checked: IdentityCheck | null
  }
  trackingRenewed: { readonly applicant: string; readonly case: string; readonly checked: IdentityCheck }
}

/** How the office made sure that somebody is who they say. */
export type IdentityCheck = 'originalPaper' | 'agentPapers' | 'copyOnFile'

export const identityChecks: Readonly<Record<IdentityCheck, string>> = {
  originalPaper: '当面核验证件原件',
  agentPapers: '当面核验代理人证件和授权委托书',
  copyOnFile: '寄来的证件复印件与在卷的一致',
}

export type ApplicantEvent = {
  readonly [K in keyof ApplicantEventData]: NewEvent<K, ApplicantEventData[K]>
}[keyof ApplicantEventData]

export type RevealField = 'idNumber' | 'idPaper' | 'phone' | 'email' | 'address' | 'agent'

export const revealFields: Readonly<Record<RevealField, string>> = {
  idNumber: '证件号码',
  idPaper: '证件复印件',
  phone: '电话',
  email: '电子邮箱',
  address: '通信地址',
  agent: '代理人的证件和联系方式',
}

export type RevealPurpose = 'identityCheck' | 'contact' | 'service' | 'dispute' | 'archive'

/** The purposes for which masked data may be looked at; there is no 'other'. */
export const revealPurposes: Readonly<
  Record<RevealPurpose, { caption: string; fields: readonly RevealField[] }>
> = {
  identityCheck: { caption: '核对身份', fields: ['idNumber', 'idPaper', 'agent'] },
  contact: { caption: '与申请人联系', fields: ['phone', 'email', 'agent'] },
  service: { caption: '送达文书', fields: ['phone', 'email', 'address', 'agent'] },
  dispute: {
    caption: '复议、诉讼答辩',
    fields: ['idNumber', 'idPaper', 'phone', 'email', 'address', 'agent'],
  },
  archive: { caption: '整理归档', fields: ['idNumber', 'idPaper', 'phone', 'email', 'address', 'agent'] },
}

/** 个保法§47¶1, by item. */
export type ErasureGround = 'purposeMet' | 'termOver' | 'consentWithdrawn' | 'unlawful' | 'otherLaw'

export const erasureGrounds: Readonly<Record<ErasureGround, string>> = {
  purposeMet: '处理目的已实现、无法实现或者不再必要',
  termOver: '停止提供服务或者保存期限已届满',
  consentWithdrawn: '个人撤回同意',
  unlawful: '违反法律、行政法规或者约定处理个人信息',
  otherLaw: '法律、行政法规规定的其他情形',
}

/** Who decides, and when. */
export interface ApplicantContext {
  readonly today: Day
  readonly actor: { readonly id: ActorId; readonly role: Role; readonly scope: Scope }
}

export interface ApplicantRefusal {
  readonly refused: true
  readonly code:
    | 'notPermitted'
    | 'noFields'
    | 'fieldsBeyondPurpose'
    | 'noReason'
    | 'personalData'
    | 'erased'
    | 'restricted'
    | 'stillNeeded'
    | 'notArchived'
    | 'alreadyRestricted'
    | 'unknown'
    | 'otherCase'
    | 'openElsewhere'
    | 'wrongContact'
    | 'notDue'
  readonly message: string
  readonly cites: readonly Citation[]
}

export function refuse(
  code: ApplicantRefusal['code'],
  message: string,
  ...cites: readonly Citation[]
): ApplicantRefusal {
  return { refused: true, code, message, cites }
}

export interface ApplicantStatus {
  readonly standing: 'active' | 'restricted' | 'erased'
  /** How often masked data were looked at. */
  readonly revealed: number
}

/** The standing of an applicant's data from its events. */
export function foldApplicant(events: readonly Pick<ApplicantEvent, 'kind'>[]): ApplicantStatus {
  let standing: ApplicantStatus['standing'] = 'active'
  let revealed = 0
  for (const { kind } of events) {
    if (kind === 'applicantRevealed') revealed++
    else if (kind === 'applicantErased') standing = 'erased'
    else if (kind === 'applicantRestricted' && standing === 'active') standing = 'restricted'
  }
  return { standing, revealed }
}
