/**
 * Finds personal data in a text by shape, check digits and the words before it (个保法§25, 28): what must not leave
 * the house unseen. Linear in the length of the text. A hit gives kind, mask and place; the value itself is only
 * to be had from the text.
 *
 * Unified social credit codes are public and are no hits, those of self-employed people (92…) included. Names
 * and faces are beyond it: a clean scan proves nothing, it only spares people the finding of the obvious.
 */
import { maskAddress, maskEmail, maskPassport, maskPlate } from '../applicants/masks.ts'
import { numberHits } from './personal-numbers.ts'

export type PersonalKind =
  | 'residentId'
  | 'oldResidentId'
  | 'residencePermit'
  | 'permanentResidence'
  | 'passport'
  | 'mobile'
  | 'landline'
  | 'bankCard'
  | 'plate'
  | 'email'
  | 'address'

export const personalKinds: Readonly<Record<PersonalKind, string>> = {
  residentId: '居民身份证号码',
  oldResidentId: '15位居民身份证号码',
  residencePermit: '港澳台居民居住证号码',
  permanentResidence: '外国人永久居留身份证号码',
  passport: '护照、通行证号码',
  mobile: '手机号码',
  landline: '固定电话号码',
  bankCard: '银行卡号',
  plate: '机动车号牌',
  email: '电子邮箱',
  address: '家庭住址',
}

/** Something personal in a text, from `start` to before `end` (UTF-16 units). */
export interface TextHit {
  readonly kind: PersonalKind
  readonly masked: string
  readonly start: number
  readonly end: number
}

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** Five places, or six for new-energy vehicles; a letter for the use may stand last. */
const plate = new RegExp(
  `[${provinces}][A-HJ-NP-Z][ ·•・-]?([A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳领])(?![A-Za-z0-9])`,
  'gi',
)
const travelPaper =
  /(?:护照|通行证|回乡证|台胞证|passport)[^\d\n]{0,16}?(?<![A-Z])([A-Z]{1,2}\d{7,10})(?!\w)/gi
const permanentCard = /(?<![A-Z])[A-Z]{3}\d{12}(?!\w)/g
const home =
  /(?:家庭住址|家庭地址|现住址|户籍地址|户籍所在地|户籍地|常住地址|居住地址|住址)[:为是]?\s{0,2}([^\s,。;、:]{6,60})/g
const houseNumber = /[\d一二三四五六七八九十]+\s?(?:号|室|组|幢|栋|弄|单元)|村/

/** Characters of the full width as their plain twins, one for one, so that places stay right. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/**
 * Personal data in `text`, in order of place, not overlapping. `context` is what stands before the text
 * elsewhere and says what it is, such as the head of its column.
 */
export function scanPersonalData(text: string, context = ''): readonly TextHit[] {
  // Most cells and lines have nothing that could be a hit; this look costs a fraction of the scan.
  if (!/[\d\uff10-\uff19](?:.{0,5}[\d\uff10-\uff19]){2}|[@\uff20]|住|户籍|家庭/.test(text)) return []
  const plain = narrow(text)
  const hits: TextHit[] = [...numberHits(plain, context)]
  for (const found of plain.matchAll(plate)) {
    if ((found[1]!.match(/\d/g)?.length ?? 0) < 3) continue
    hits.push(at('plate', found.index, found[0], maskPlate(found[0].toUpperCase())))
  }
  for (const found of plain.matchAll(travelPaper)) {
    const number = found[1]!
    hits.push(at('passport', found.index + found[0].length - number.length, number, maskPassport(number)))
  }
  if (/护照|通行证|passport/i.test(context) && /^\s*[A-Z]{1,2}\d{7,10}\s*$/i.test(plain))
    hits.push(at('passport', 0, plain, maskPassport(plain)))
  for (const found of plain.matchAll(permanentCard)) {
    const before = context + plain.slice(Math.max(0, found.index - 24), found.index)
    if (/永久居留|居留证/.test(before))
      hits.push(at('permanentResidence', found.index, found[0], maskPassport(found[0])))
  }
  hits.push(...emails(plain))
  for (const found of plain.matchAll(home)) {
    const value = found[1]!
    if (houseNumber.test(value))
      hits.push(at('address', found.index + found[0].length - value.length, value, maskAddress(value)))
  }
  return apart(hits)
}

/** The text with each hit replaced by its mask. */
export function maskPersonalData(text: string, context = ''): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, masked } of scanPersonalData(text, context)) {
    parts.push(text.slice(from, start), masked)
    from = end
  }
  return parts.join('') + text.slice(from)
}

function at(kind: PersonalKind, start: number, value: string, masked: string): TextHit {
  return { kind, masked, start, end: start + value.length }
}

/** Mail boxes of organs (gov.cn) are the organ's, not a person's. Looked for from each @, a bounded way out. */
function emails(text: string): TextHit[] {
  const hits: TextHit[] = []
  for (let place = text.indexOf('@'); place >= 0; place = text.indexOf('@', place + 1)) {
    let start = place
    while (start > 0 && place - start < 64 && /[\w.%+-]/.test(text[start - 1]!)) start--
    const domain = /^(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}/.exec(
      text.slice(place + 1, place + 256),
    )?.[0]
    if (start === place || domain === undefined || /(?:^|\.)gov\.cn$/i.test(domain)) continue
    const value = text.slice(start, place + 1 + domain.length)
    hits.push(at('email', start, value, maskEmail(value)))
  }
  return hits
}

/** In order of place; of two that overlap the first found in the order of kinds, which is the surer one, stays. */
function apart(hits: readonly TextHit[]): readonly TextHit[] {
  const order = hits.map((hit, rank) => ({ hit, rank }))
  order.sort((a, b) => a.hit.start - b.hit.start || a.rank - b.rank)
  const kept: TextHit[] = []
  let end = 0
  for (const { hit } of order) {
    if (hit.start < end) continue
    kept.push(hit)
    end = hit.end
  }
  return kept
}
