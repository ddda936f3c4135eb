/** Rows of a register as requests, with every fault by row and column. Pure; no message quotes a cell. */
import { channels } from '../../law/receipt.ts'
import { applicantOf } from '../applicants/applicant.ts'
import { cellFault, type HeadedRow, type RowFault } from '../lists/headed-rows.ts'
import { event } from '../requests/index.ts'
import { personalTextIn } from '../requests/personal-text.ts'
import { personalWordsOf } from './check-submission.ts'
import { blankPast, pastColumns } from './past-columns.ts'
import type { PastRequest } from './past-request.ts'

type Key = keyof PastRequest

/** The request that a row tells of, or what is wrong with the row. */
export function readPast({ line, at }: HeadedRow): PastRequest | readonly RowFault[] {
  const faults: RowFault[] = []
  let request: PastRequest = blankPast
  for (const { key, head, needed, read } of pastColumns) {
    const text = at(head) ?? ''
    if (text === '') {
      if (needed) faults.push(cellFault(line, head, '没有填写'))
      continue
    }
    const found = read(text)
    if ('fault' in found) faults.push(cellFault(line, head, found.fault))
    else request = { ...request, [key]: found.value }
  }
  if (faults.length > 0) return faults
  const wrong = [...wanting(request), ...contradictions(request), ...personal(request)]
  return wrong.length > 0 ? wrong.map(([key, words]) => cellFault(line, headOf(key), words)) : request
}

export const isFaults = (read: PastRequest | readonly RowFault[]): read is readonly RowFault[] =>
  Array.isArray(read)

const headOf = (key: Key): string => pastColumns.find((column) => column.key === key)!.head

type Wrong = readonly [key: Key, words: string]

/** Where the first is filled in, the second has to be. */
const together: readonly (readonly [Key, Key])[] = [
  ['idNumber', 'idKind'],
  ['correctionAskedOn', 'correctionBy'],
  ['correctedOn', 'correctionAskedOn'],
  ['extendedOn', 'extensionDays'],
  ['extensionDays', 'extendedOn'],
  ['thirdPartyAnsweredOn', 'thirdPartyAskedOn'],
  ['thirdPartyAnsweredOn', 'thirdPartyOpinion'],
  ['thirdPartyOpinion', 'thirdPartyAnsweredOn'],
  ['reasonsAskedOn', 'reasonsBy'],
  ['feeAskedOn', 'feeServedOn'],
  ['ending', 'answeredOn'],
  ['answeredOn', 'ending'],
  ['retention', 'fileNo'],
  ['fileNo', 'archivedOn'],
  ['archivedOn', 'retention'],
]

function wanting(request: PastRequest): readonly Wrong[] {
  const missing = together.flatMap(([first, second]): readonly Wrong[] =>
    request[first] !== null && request[second] === null
      ? [[second, `填写了“${headOf(first)}”的，也应当填写`]]
      : [],
  )
  const { ending, channel } = request
  const forEnding = (key: Key): readonly Wrong[] =>
    request[key] === null ? [[key, '该种办理结果应当填写']] : []
  return [
    ...missing,
    ...(channel === 'oral' && request.oralBecause === null
      ? [['oralBecause', '口头申请的应当填写'] as const]
      : []),
    ...(ending === null || ending === 'withdrawn' ? [] : forEnding('method')),
    ...(ending === 'partial' ? forEnding('ground') : []),
    ...(needsLaw(request) ? forEnding('law') : []),
    ...(ending === 'repeat' ? [...forEnding('earlierLetterNo'), ...forEnding('earlierAnsweredOn')] : []),
    ...(ending === 'notCorrected' || ending === 'stillUnclear' ? forEnding('correctionAskedOn') : []),
    ...(ending === 'stillUnclear' ? forEnding('correctedOn') : []),
    ...(ending === 'excessive' ? forEnding('reasonsAskedOn') : []),
    ...(ending === 'feeUnpaid' ? forEnding('feeAskedOn') : []),
    ...(withholdsForOthers(request) ? forEnding('thirdPartyAskedOn') : []),
  ]
}

export const needsLaw = ({ ending, ground }: PastRequest): boolean =>
  ending === 'otherLaw' || ending === 'registryQuery' || ground === 'otherLaw'

const withholdsForOthers = ({ ending, ground }: PastRequest): boolean =>
  ending === 'thirdParty' || ground === 'thirdParty'

function contradictions(request: PastRequest): readonly Wrong[] {
  const { channel, arrivedOn, receivedOn, ending, answeredOn, method, servedOn } = request
  const { feeAskedOn, feePages, feePieces } = request
  const { basis } = channels[channel]
  const found: Wrong[] = []
  if (basis !== 'confirmed' && receivedOn !== null && receivedOn !== arrivedOn)
    found.push(['receivedOn', '该渠道以到达之日为收到之日，应与到达日期相同，或者不填'])
  if (ending !== null && ending !== 'withdrawn' && basis === 'confirmed' && receivedOn === null)
    found.push(['receivedOn', '已经答复的应当填写'])
  if (feeAskedOn !== null && (feePages === null) === (feePieces === null))
    found.push(['feePages', '收费页数、收费件数应当填写其中一项'])
  if (feeAskedOn !== null && ending !== 'feeUnpaid')
    found.push(['feeAskedOn', '收费后继续办理的不能由清单导入，请单独登记'])
  // Of a letter handed over the day of the answer is that of the signature (送达函).
  if ((method === 'inPerson' || method === 'entrusted') && servedOn !== null && servedOn !== answeredOn)
    found.push(['servedOn', '当面、委托送达的以签收之日为答复之日，应与答复日期相同，或者不填'])
  if (request.law !== null && lawIn(request.law) === null)
    found.push(['law', '请写成“《某某条例》第十条”的样子'])
  return found
}

/** Name and article of a law as a register has them: 《不动产登记暂行条例》第二十七条. */
export function lawIn(text: string): { readonly name: string; readonly article: string } | null {
  const [, name, article] = /^《(.{2,60})》(第.{1,30})$/.exec(text) ?? []
  return name === undefined || article === undefined ? null : { name, article }
}

/** What goes into the log and is nobody's to check later. */
const logged: readonly Key[] = [
  'number',
  'oralBecause',
  'letterNo',
  'law',
  'earlierNumber',
  'earlierLetterNo',
  'trackingNo',
  'fileNo',
]

function personal(request: PastRequest): readonly Wrong[] {
  const { applicant } = applicantOf(applicantIn(request), request.arrivedOn)
  const words = personalWordsOf(applicant)
  return logged.flatMap((key): readonly Wrong[] => {
    const text = request[key]
    const found =
      typeof text === 'string' && personalTextIn([event('annotated', request.arrivedOn, { text })], words)
    return found ? [[key, '其中有申请人的姓名、证件号码、电话等个人信息，不能写入办理记录，请删去']] : []
  })
}

/** The applicant as the row has them. */
export function applicantIn({ kind, name, idKind, idNumber, representative, ...contact }: PastRequest) {
  const { phone, email, address, postcode } = contact
  return {
    kind,
    ...(name !== null && { name }),
    idKind,
    idNumber,
    representative,
    contact: { phone, email, address, postcode },
  }
}
