import { type RecordEndingKey, recordEndings } from '../../law/record-endings.ts'
import { farewell, type LetterDefinition, openingFacts, type Reply } from './definition.ts'
import type { FactName } from './facts.ts'

const recordOpening =
  '本机关于{{receivedOn}}收到{{you}}以{{channel}}方式提出的更正政府信息申请（登记编号：{{applicationNo}}），要求更正的记录为：{{content}}。'

function letter<const Required extends FactName>(
  key: RecordEndingKey,
  facts: readonly Required[],
  states: LetterDefinition['states'],
  text: LetterDefinition['text'],
): Reply<Required> {
  const { letter, letterTitle, cites, remedyAs } = recordEndings[key]
  return {
    id: letter,
    title: letterTitle,
    series: '公开更',
    to: 'applicant',
    act: remedyAs,
    row: null,
    cites,
    required: [...openingFacts, ...facts],
    optional: ['findings'],
    states,
    text: [recordOpening, '{{?findings}}本机关查明：{{findings}}。', ...text, farewell],
  }
}

/** Answers to a demand to correct records about the applicant (条例§41). */
export const records = {
  recordCorrected: letter(
    'recordCorrected',
    ['recordCorrectedOn', 'correctedRecord'],
    [['recordCorrectedOn', 'correctedRecord']],
    [
      '经审核，{{you}}提供的证据能够证明该记录不准确。依据{{条例§41}}，本机关已于{{recordCorrectedOn}}予以更正，更正的内容为：{{correctedRecord}}。',
    ],
  ),
  recordKept: letter(
    'recordKept',
    ['keepReason'],
    [['keepReason']],
    [
      '经审核，{{you}}提供的证据不能证明该记录不准确，理由是：{{keepReason}}。依据{{条例§41}}，本机关决定不予更正。',
    ],
  ),
  recordTransferred: letter(
    'recordTransferred',
    ['transferredOn', 'rightOrgan', 'rightOrganContact'],
    [['rightOrgan', 'rightOrganContact']],
    [
      '经审查，更正该记录不属于本机关职能范围。依据{{条例§41}}，本机关已于{{transferredOn}}将{{you}}的申请转送有权更正的{{rightOrgan}}处理，该机关联系方式：{{rightOrganContact}}。',
    ],
  ),
  recordDirected: letter(
    'recordDirected',
    ['rightOrgan', 'rightOrganContact'],
    [['rightOrgan', 'rightOrganContact']],
    [
      '经审查，更正该记录不属于本机关职能范围。依据{{条例§41}}，请{{you}}向有权更正的{{rightOrgan}}提出，该机关联系方式：{{rightOrganContact}}。',
    ],
  ),
} as const
