import { opening, reply } from './definition.ts'

/** Answers that cannot give what was asked for, because it is elsewhere, nowhere, or not told apart. */
export const unavailable = {
  registryQuery: reply('registryQuery', {
    series: '公开查',
    facts: ['specialLaw', 'queryWay'],
    states: [['specialLaw'], ['queryWay']],
    text: [
      '经审查，有关法律、行政法规对获取该信息有特别规定，具体为：{{specialLaw}}。依据{{条例§36(7)}}，请{{you}}依照上述规定办理。',
      '办理的窗口或者渠道：{{queryWay}}。',
    ],
  }),
  notExist: reply('notExist', {
    series: '公开无',
    facts: ['searchScope', 'searchMethod', 'searchResult'],
    states: [['searchScope', 'searchMethod', 'searchResult']],
    text: [
      '本机关对该信息进行了检索。检索的范围：{{searchScope}}。检索的方法：{{searchMethod}}。检索的结果：{{searchResult}}。',
      '经检索，本机关没有{{you}}申请公开的政府信息。依据{{条例§36(4)}}，现告知{{you}}该政府信息不存在。',
    ],
  }),
  notThisOrgan: reply('notThisOrgan', {
    series: '公开非',
    facts: ['notResponsibleReason'],
    optional: ['rightOrgan', 'rightOrganContact'],
    states: [['notResponsibleReason'], ['rightOrgan', 'rightOrganContact']],
    text: [
      '经审查，依据{{条例§10}}，该信息不由本机关负责公开，理由是：{{notResponsibleReason}}。依据{{条例§36(5)}}，现予告知。',
      '{{?rightOrgan}}负责公开该信息的行政机关为{{rightOrgan}}，联系方式：{{rightOrganContact}}。{{you}}可以向该机关提出申请。',
    ],
  }),
  needsMaking: reply('needsMaking', {
    series: '公开另',
    facts: ['makingReason'],
    states: [['makingReason']],
    text: [
      '经审查，本机关没有{{you}}申请公开的现成信息，提供该信息需要对现有政府信息进行加工、分析，理由是：{{makingReason}}。',
      '依据{{条例§38}}，行政机关向申请人提供的信息，应当是已制作或者获取的政府信息；需要行政机关对现有政府信息进行加工、分析的，可以不予提供。本机关决定不予提供。',
    ],
  }),
  stillUnclear: reply('stillUnclear', {
    series: '公开未明',
    facts: ['correctionAskedOn', 'correctedOn', 'unclearPoints'],
    states: [['unclearPoints']],
    opening: [
      opening,
      '{{?extendedTo}}答复期限已依法延长至{{extendedTo}}。',
      '{{?findings}}本机关查明：{{findings}}。',
    ],
    text: [
      '因申请内容不明确，本机关于{{correctionAskedOn}}依据{{条例§30}}告知{{you}}补正，并于{{correctedOn}}收到补正后的申请。经审查，补正后申请内容仍不明确，不明确之处为：{{unclearPoints}}。本机关据此不能确定{{you}}申请公开的政府信息，无法提供。',
      '{{you}}可以进一步明确所需政府信息的名称、文号或者便于本机关查询的其他特征性描述后，另行提出申请。',
    ],
  }),
  archived: reply('archived', {
    series: '公开档',
    facts: ['archive', 'archiveAccess'],
    states: [['archive'], ['archiveAccess']],
    text: [
      '经查，该信息已移交{{archive}}。依据{{机构改革函}}，已经移交国家档案馆的政府信息，依照{{档案法}}等档案管理的规定办理。',
      '查阅的办法：{{archiveAccess}}。',
    ],
  }),
} as const
