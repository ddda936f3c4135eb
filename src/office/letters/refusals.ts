import { reply } from './definition.ts'

/** One series for all grounds: they are one kind of letter. */
const series = '公开不予'

/** Answers that withhold the whole, one for each ground of 条例§14–16. */
export const refusals = {
  stateSecret: reply('stateSecret', {
    series,
    facts: ['secretBasis'],
    states: [[], ['secretBasis']],
    text: [
      '经审查，该信息依法确定为国家秘密，依据为：{{secretBasis}}。',
      '依据{{条例§14}}，依法确定为国家秘密的政府信息，不予公开。依据{{条例§36(3)}}，本机关决定不予公开。',
    ],
  }),
  otherLaw: reply('otherLaw', {
    series,
    facts: ['prohibition', 'prohibitionReason'],
    states: [[], ['prohibition', 'prohibitionReason']],
    text: [
      '经审查，该信息属于法律、行政法规禁止公开的政府信息，有关规定为：{{prohibition}}。理由是：{{prohibitionReason}}。',
      '依据{{条例§14}}，法律、行政法规禁止公开的政府信息，不予公开。依据{{条例§36(3)}}，本机关决定不予公开。',
    ],
  }),
  safetyStability: reply('safetyStability', {
    series,
    facts: ['endangered', 'dangerReason'],
    states: [[], ['endangered', 'dangerReason']],
    text: [
      '经审查，该信息公开后可能危及{{endangered}}，理由是：{{dangerReason}}。',
      '依据{{条例§14}}，公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开。依据{{条例§36(3)}}，本机关决定不予公开。',
    ],
  }),
  thirdParty: reply('thirdParty', {
    series,
    facts: ['interest', 'harmReason', 'thirdPartyOpinion', 'publicInterest'],
    states: [[], ['interest', 'harmReason', 'thirdPartyOpinion', 'publicInterest']],
    text: [
      '经审查，该信息涉及第三方的{{interest}}，公开会对第三方合法权益造成损害，理由是：{{harmReason}}。',
      '依据{{条例§32}}，本机关书面征求了第三方的意见。第三方提出意见的情况：{{thirdPartyOpinion}}。',
      '关于不公开是否会对公共利益造成重大影响，本机关认为：{{publicInterest}}。',
      '依据{{条例§15}}，涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息，不得公开。依据{{条例§36(3)}}，本机关决定不予公开。',
    ],
  }),
  internalAffairs: reply('internalAffairs', {
    series,
    facts: ['internalKind', 'discretionReason'],
    states: [[], ['internalKind', 'discretionReason']],
    text: [
      '经审查，该信息属于本机关{{internalKind}}方面的内部事务信息。依据{{条例§16¶1}}，内部事务信息可以不予公开。',
      '本机关对是否公开作了衡量，认为不宜公开，理由是：{{discretionReason}}。依据{{条例§36(3)}}，本机关决定不予公开。',
    ],
  }),
  deliberative: reply('deliberative', {
    series,
    facts: ['processKind', 'discretionReason'],
    states: [[], ['processKind', 'discretionReason']],
    text: [
      '经审查，该信息属于本机关在履行行政管理职能过程中形成的{{processKind}}，是过程性信息。依据{{条例§16¶2}}，此类信息可以不予公开；经查，法律、法规、规章没有应当公开该信息的规定。',
      '本机关对是否公开作了衡量，认为不宜公开，理由是：{{discretionReason}}。依据{{条例§36(3)}}，本机关决定不予公开。',
    ],
  }),
  enforcementFile: reply('enforcementFile', {
    series,
    facts: ['fileName', 'discretionReason'],
    states: [[], ['fileName', 'discretionReason']],
    text: [
      '经审查，该信息属于行政执法案卷信息，所属案卷为：{{fileName}}。依据{{条例§16¶2}}，此类信息可以不予公开；经查，法律、法规、规章没有应当公开该信息的规定。',
      '本机关对是否公开作了衡量，认为不宜公开，理由是：{{discretionReason}}。依据{{条例§36(3)}}，本机关决定不予公开。',
    ],
  }),
} as const
