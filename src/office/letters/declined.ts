import { opening, reply } from './definition.ts'

/** Letters in which a request is not handled as such, or no further. */
export const declined = {
  petition: reply('petition', {
    series: '公开访',
    facts: ['matterNature', 'petitionReason', 'petitionWay'],
    states: [[], ['petitionWay']],
    text: [
      '经审查，{{you}}以政府信息公开申请的形式提出{{matterNature}}等事项，理由是：{{petitionReason}}。依据{{条例§39¶1}}，本机关不作为政府信息公开申请处理。',
      '{{you}}可以通过下列渠道提出：{{petitionWay}}。',
    ],
  }),
  repeat: reply('repeat', {
    series: '公开重',
    facts: ['earlierNumber', 'earlierOn'],
    states: [['earlierNumber', 'earlierOn']],
    text: [
      '经查，本机关已于{{earlierOn}}就{{you}}提出的相同申请作出答复（文号：{{earlierNumber}}）。{{you}}重复申请公开相同政府信息，依据{{条例§36(6)}}，本机关不予重复处理。',
    ],
  }),
  publication: reply('publication', {
    series: '公开刊',
    facts: ['publicationName', 'publicationWay'],
    states: [['publicationWay']],
    text: [
      '经审查，{{you}}要求提供的是公开出版物：{{publicationName}}。依据{{条例§39¶2}}，现告知{{you}}获取的途径：{{publicationWay}}。',
    ],
  }),
  excessive: reply('excessive', {
    series: '公开频',
    facts: ['excessFacts', 'reasonsAskedOn', 'reasonsGiven', 'reasonsJudgement'],
    states: [['excessFacts'], ['reasonsJudgement']],
    text: [
      '经查，{{excessFacts}}。{{you}}申请公开政府信息的数量、频次明显超过合理范围，本机关于{{reasonsAskedOn}}通知{{you}}说明理由。',
      '{{you}}说明理由的情况：{{reasonsGiven}}。',
      '经审查，本机关认为申请理由不合理：{{reasonsJudgement}}。依据{{条例§35}}，本机关对该申请不予处理。',
    ],
  }),
  reissue: reply('reissue', {
    series: '公开认',
    facts: ['obtainedBefore'],
    states: [['obtainedBefore']],
    text: [
      '经查，{{obtainedBefore}}。{{you}}此次申请，是要求本机关对已经获取的信息予以确认或者重新出具，不是申请公开{{条例§2}}所称的政府信息。',
      '此类申请属于{{年报格式}}所列的不予处理情形，本机关对该申请不予处理。',
    ],
  }),
  notGovernmentInformation: reply('notGovernmentInformation', {
    series: '公开终',
    facts: ['notInformationReason'],
    states: [['notInformationReason']],
    text: [
      '经审查，{{you}}申请的内容不属于政府信息，理由是：{{notInformationReason}}。依据{{条例§2}}，政府信息是指行政机关在履行行政管理职能过程中制作或者获取的，以一定形式记录、保存的信息。本机关对该申请不作为政府信息公开申请处理。',
    ],
  }),
  notCorrected: reply('notCorrected', {
    series: '公开弃',
    facts: ['correctionAskedOn', 'correctBy'],
    states: [['correctionAskedOn', 'correctBy'], []],
    opening: [opening, '{{?findings}}本机关查明：{{findings}}。'],
    text: [
      '因该申请需要补正，本机关于{{correctionAskedOn}}告知{{you}}补正，补正期限至{{correctBy}}届满。{{you}}逾期未补正，也未说明正当理由。',
      '依据{{条例§30}}，视为{{you}}放弃申请，本机关不再处理该政府信息公开申请。{{you}}仍需要获取有关政府信息的，可以另行提出申请。',
    ],
  }),
  feeUnpaid: reply('feeUnpaid', {
    series: '公开弃',
    facts: ['feeNotifiedOn', 'feeNoticeNumber', 'payBy'],
    states: [['feeNotifiedOn', 'payBy'], []],
    text: [
      '{{you}}于{{feeNotifiedOn}}收到本机关的收费通知书（文号：{{feeNoticeNumber}}），缴费期限至{{payBy}}届满。{{you}}逾期未按照收费通知要求缴纳信息处理费。',
      '依据{{办法§6}}，视为{{you}}放弃申请，本机关不再处理该政府信息公开申请。',
    ],
  }),
  withdrawn: reply('withdrawn', {
    series: '公开终',
    facts: ['withdrawnOn', 'withdrawnHow'],
    states: [['withdrawnOn', 'withdrawnHow']],
    text: [
      '{{you}}于{{withdrawnOn}}以{{withdrawnHow}}撤回该申请。撤回申请是{{you}}的权利，本机关自该日起终止办理，并按照依据{{条例§45}}建立的工作制度归档。',
    ],
  }),
  otherEnding: reply('otherEnding', {
    series: '公开终',
    facts: ['endFacts', 'endBasis'],
    states: [['endFacts']],
    text: ['经查，{{endFacts}}。依据{{endBasis}}，本机关终止办理该申请。'],
  }),
} as const
