import type { Role } from './permissions.ts'

/** What a paper is on file for. One paper may serve several purposes, and is added for each. */
export type PaperPurpose = 'application' | 'correction' | 'record' | 'enclosure' | 'evidence'

export interface PurposeRule {
  readonly caption: string
  /** Who beside the staff may add such a paper to their own case. Narrows the table of permissions, never widens it. */
  readonly from: readonly Extract<Role, 'applicant' | 'thirdParty'>[]
  /** Whether it may come after the answer: what it served is over then. */
  readonly afterwards: boolean
}

export const paperPurposes: Readonly<Record<PaperPurpose, PurposeRule>> = {
  application: { caption: '申请材料', from: ['applicant'], afterwards: false },
  correction: { caption: '补正材料', from: ['applicant'], afterwards: false },
  record: { caption: '办理材料', from: [], afterwards: true },
  enclosure: { caption: '随附答复提供的文件', from: [], afterwards: false },
  evidence: { caption: '证明材料', from: ['applicant', 'thirdParty'], afterwards: true },
}
