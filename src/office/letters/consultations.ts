import { farewell, type LetterDefinition } from './definition.ts'
import type { FactName } from './facts.ts'

type Definition<Required extends FactName> = LetterDefinition & { readonly required: readonly Required[] }

function letter<const Required extends FactName>(
  data: Omit<Definition<Required>, 'states' | 'row'>,
): Definition<Required> {
  return { ...data, states: [], row: null }
}

/**
 * Letters to those who are asked. Who applied is not said in them: a third party needs to know what is asked for,
 * not by whom (个保法§6).
 */
export const consultations = {
  thirdPartyConsultation: letter({
    id: '4',
    title: '政府信息公开征求第三方意见函',
    series: '公开征',
    to: 'thirdParty',
    act: null,
    cites: ['条例§32'],
    required: ['applicationNo', 'information', 'interest'],
    optional: ['replyLink'],
    text: [
      '本机关收到政府信息公开申请（登记编号：{{applicationNo}}），申请公开的政府信息涉及{{you}}，具体为：{{information}}。',
      '上述信息涉及{{you}}的{{interest}}，公开可能损害{{you}}的合法权益。依据{{条例§32}}，现书面征求{{you}}的意见。请自收到本函之日起15个工作日内，书面回复是否同意公开；不同意公开或者不同意全部公开的，请逐项说明理由，并可以附送有关材料。',
      '{{?replyLink}}{{you}}也可以在线回复：{{replyLink}}。',
      '逾期未提出意见的，由本机关依照《政府信息公开条例》的规定决定是否公开。{{you}}不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知{{you}}。',
      '请予函复。',
    ],
  }),
  organConsultation: letter({
    id: '5',
    title: '政府信息公开征求共同制作机关意见函',
    series: '公开商',
    to: 'agency',
    act: null,
    cites: ['条例§34'],
    required: ['applicationNo', 'information'],
    optional: ['replyLink'],
    text: [
      '本机关收到政府信息公开申请（登记编号：{{applicationNo}}），申请公开的政府信息由本机关牵头、会同{{you}}共同制作，具体为：{{information}}。',
      '依据{{条例§34}}，现征求{{you}}对公开该信息的意见。请自收到本函之日起15个工作日内书面提出意见；不同意公开或者不同意全部公开的，请逐项说明理由和依据。逾期未提出意见的，视为同意公开。',
      '{{?replyLink}}{{you}}也可以在线回复：{{replyLink}}。',
      '请予函复。',
    ],
  }),
  otherOrganConsultation: letter({
    id: '5c',
    title: '政府信息公开征求有关机关意见函',
    series: '公开询',
    to: 'agency',
    act: null,
    cites: ['条例§11¶1'],
    required: ['applicationNo', 'information', 'concern', 'replyBy'],
    optional: ['replyLink'],
    text: [
      '本机关收到政府信息公开申请（登记编号：{{applicationNo}}），申请公开的政府信息具体为：{{information}}。',
      '该信息由本机关负责公开，涉及{{you}}：{{concern}}。依据{{条例§11¶1}}，现就该信息是否准确一致、是否可以公开与{{you}}协商、确认。请至迟于{{replyBy}}书面提出意见；认为信息不准确或者不宜公开的，请逐项说明理由和依据。',
      '逾期未提出意见的，不视为同意或者不同意公开，由本机关依照《政府信息公开条例》的规定决定。',
      '{{?replyLink}}{{you}}也可以在线回复：{{replyLink}}。',
      '请予函复。',
    ],
  }),
  determinationReferral: letter({
    id: '5b',
    title: '提请确定政府信息是否可以公开的函',
    series: '公开请',
    to: 'agency',
    act: null,
    cites: ['条例§17¶3'],
    required: ['applicationNo', 'information', 'doubt'],
    optional: [],
    text: [
      '本机关收到政府信息公开申请（登记编号：{{applicationNo}}），申请公开的政府信息具体为：{{information}}。',
      '本机关不能确定该信息是否可以公开：{{doubt}}。依据{{条例§17¶3}}，现报请{{you}}确定该信息是否可以公开，并书面告知本机关。',
      '申请的答复期限不因报请确定而中止，请尽快予以确定。',
      '请予函复。',
    ],
  }),
  thirdPartyDecision: letter({
    id: '6',
    title: '政府信息公开决定告知书（第三方）',
    series: '公开决',
    to: 'thirdParty',
    // To disclose is the decision the third party may challenge, as anybody may challenge a grant.
    act: 'granted',
    cites: ['条例§15', '条例§32'],
    required: ['applicationNo', 'consultSentOn', 'thirdPartyOpinion', 'disclosureReason', 'information'],
    optional: ['provideWhen'],
    text: [
      '本机关办理政府信息公开申请（登记编号：{{applicationNo}}），于{{consultSentOn}}就公开涉及{{you}}的政府信息书面征求了{{you}}的意见。',
      '{{you}}提出意见的情况：{{thirdPartyOpinion}}。',
      '经审查，本机关认为上述信息应当予以公开，理由是：{{disclosureReason}}。依据{{条例§15}}、{{条例§32}}，本机关决定公开下列政府信息：{{information}}。',
      '{{?provideWhen}}向申请人提供的时间：{{provideWhen}}。',
      farewell,
    ],
  }),
} as const
