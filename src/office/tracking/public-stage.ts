import type { Status } from '../requests/index.ts'

/** How far a request is, as the applicant sees it: what goes on inside the house is one stage. */
export type PublicStage =
  | 'arrived'
  | 'movedOn'
  | 'handling'
  | 'waitingForYou'
  | 'consulting'
  | 'answered'
  | 'ended'

export interface StageWords {
  readonly stage: PublicStage
  readonly says: string
}

const handling: StageWords = { stage: 'handling', says: '正在办理。' }

export const publicStages: Readonly<Record<Status, StageWords>> = {
  arrived: { stage: 'arrived', says: '已经登记，等待工作机构与您确认收到；确认后开始计算答复期限。' },
  movedOn: { stage: 'movedOn', says: '不作为政府信息公开申请办理，已转其他渠道处理，请查看告知。' },
  voided: { stage: 'ended', says: '这个编号登记有误，已经作废。您的申请如已重新登记，请以新的回执为准。' },
  handling,
  awaitingCorrection: { stage: 'waitingForYou', says: '等待您补正申请，答复期限暂停计算。' },
  awaitingFee: { stage: 'waitingForYou', says: '等待您缴纳信息处理费，答复期限暂停计算。' },
  consulting: {
    stage: 'consulting',
    says: '正在征求第三方或者其他机关的意见，所需时间不计入答复期限。',
  },
  drafted: handling,
  reviewed: handling,
  approved: handling,
  sealed: handling,
  dispatched: { stage: 'answered', says: '答复已经发出，请注意查收。' },
  served: { stage: 'answered', says: '答复已经送达。' },
  withdrawn: { stage: 'ended', says: '您已经撤回申请，不再办理。' },
  archived: { stage: 'ended', says: '已经办结归档。' },
}
