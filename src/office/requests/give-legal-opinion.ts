import { type EventData, event } from './events.ts'
import { isInHandling } from './guards.ts'
import { missing, says, verb } from './verb.ts'

/** 合法性审核: what the organ's lawyers say of the intended reply (条例§17). It binds nobody and is kept on file. */
export const giveLegalOpinion = verb<EventData['legalOpinionGiven']>(
  'giveLegalOpinion',
  [isInHandling],
  (_, { view, text }, { today }) =>
    says(text) ? [event('legalOpinionGiven', today, { view, text })] : missing('法律意见的内容', '条例§17'),
)
