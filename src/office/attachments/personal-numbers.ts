import { checkCreditCode, checkResidentId } from '../../law/identity-numbers.ts'
import { maskCard, maskIdentity, maskPhone } from '../applicants/masks.ts'
import type { PersonalKind, TextHit } from './personal-data.ts'

/** Digits in one piece; people break a number by spaces or strokes, so neighbours are looked at together. */
interface Group {
  readonly start: number
  readonly end: number
  /** Whether only such a break lies between this group and the next. */
  readonly joins: boolean
}

/** Shortest number looked for: a landline with its area code. Longest: a bank card, in five pieces. */
const leastDigits = 10
const mostDigits = 19
const mostGroups = 5

const breaks = /^[ \t\u00a0\u3000\u00ad\u200b-\u200d\ufeff)\-\u2010-\u2015]{1,3}$/

/** First two digits of the places that issue identity papers. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

const identityWords = /身份证|身份号|公民号码|证件号|证件编号|身份信息|居留/
const cardWords = /卡号|账号|帐号|账户|帐户|银行|开户|储蓄|借记|信用卡|社保卡/
const phoneWords = /电话|手机|座机|联系方式|联系人|固话|宅电|\btel\b|phone|mobile/i
const officeWords = /办公|值班|热线|举报|监督|咨询|受理|投诉|传真|服务|窗口|总机|邮编|邮政编码|地址/
const referenceWords = /(?:文号|索引号|编号|单号|代码|序号|批号|案号|登记号|许可证号|执照号)[:为是]?\s*$/
const amounts =
  /^ ?(?:元|万|亿|件|平方|立方|吨|公斤|千克|千瓦|公里|股|份|户|亩|%|人(?:口|次)?(?![\u4e00-\u9fff]))/

/** Hits among the numbers of a text whose full-width characters are plain already. One pass over the groups. */
export function numberHits(text: string, context: string): readonly TextHit[] {
  const groups = groupsOf(text)
  const hits: TextHit[] = []
  for (let i = 0; i < groups.length; i++) {
    let digits = ''
    for (let j = i; j < groups.length && j < i + mostGroups; j++) {
      const group = groups[j]!
      if (j > i && !groups[j - 1]!.joins) break
      if (digits.length + group.end - group.start > mostDigits) break
      digits += text.slice(group.start, group.end)
      if (digits.length < leastDigits) continue
      const hit = hitOf(text, groups.slice(i, j + 1), digits, context)
      if (hit === null) continue
      hits.push(hit)
      i = j
      break
    }
  }
  return hits
}

function groupsOf(text: string): readonly Group[] {
  const found = [...text.matchAll(/\d+/g)]
  return found.map((match, i) => {
    const end = match.index + match[0].length
    const next = found[i + 1]
    const joins = next !== undefined && next.index - end <= 3 && breaks.test(text.slice(end, next.index))
    return { start: match.index, end, joins }
  })
}

function hitOf(text: string, groups: readonly Group[], digits: string, context: string): TextHit | null {
  const start = groups[0]!.start
  const end = groups.at(-1)!.end
  const lengths = groups.map((group) => group.end - group.start)
  const before = (): string =>
    (context === '' ? '' : `${context}:`) + text.slice(Math.max(0, start - 24), start)
  const hit = (kind: PersonalKind, masked: string, to = end): TextHit => ({ kind, masked, start, end: to })

  const identity = identityOf(text, digits, end, before)
  if (identity !== null) return hit(identity.kind, maskIdentity(identity.number), identity.end)
  if (isMobile(text, digits, lengths, end, before)) return hit('mobile', maskPhone(digits))
  if (isLandline(digits, lengths) && !/^\.\d/.test(text.slice(end, end + 2))) {
    const words = before()
    if (phoneWords.test(words) && !officeWords.test(words)) return hit('landline', maskPhone(digits))
  }
  if (isCard(digits, lengths, before)) return hit('bankCard', maskCard(digits))
  return null
}

function identityOf(
  text: string,
  digits: string,
  end: number,
  before: () => string,
): { kind: PersonalKind; number: string; end: number } | null {
  const last = text[end] ?? ''
  const crossed = digits.length === 17 && /[xX]/.test(last) && !/[A-Za-z0-9]/.test(text[end + 1] ?? '')
  if (digits.length === 18 || crossed) {
    const number = crossed ? `${digits}X` : digits
    const foreign = number[0] === '9'
    if ((!foreign && !regions.has(number.slice(0, 2))) || !/^(?:19|20)/.test(number.slice(6))) return null
    const fault = checkResidentId(number)
    if (fault === 'shape' || fault === 'birthDate') return null
    // A mistyped number still points at its person; without the word for it, it is just another number.
    if (fault === 'checkCharacter' && !identityWords.test(before())) return null
    if (/信用代码/.test(before()) || (foreign && checkCreditCode(number) === null)) return null
    const kind = foreign ? 'permanentResidence' : /^8[123]/.test(number) ? 'residencePermit' : 'residentId'
    return { kind, number, end: crossed ? end + 1 : end }
  }
  if (digits.length !== 15 || !regions.has(digits.slice(0, 2))) return null
  const month = Number(digits.slice(8, 10))
  const day = Number(digits.slice(10, 12))
  if (month < 1 || month > 12 || day < 1 || day > 31 || !identityWords.test(before())) return null
  return { kind: 'oldResidentId', number: digits, end }
}

function isMobile(
  text: string,
  digits: string,
  lengths: readonly number[],
  end: number,
  before: () => string,
): boolean {
  const bare = digits.replace(/^(?:0086|86)(?=\d{11}$)/, '')
  if (!/^1[3-9]\d{9}$/.test(bare)) return false
  const shape = lengths.join()
  if (bare.length === digits.length) {
    if (shape !== '11' && shape !== '3,4,4' && shape !== '3,8') return false
  } else if (lengths.length > 1 && shape !== '2,11' && shape !== '4,11' && shape !== '2,3,4,4') return false
  if (/^[A-Za-z_]|^\.\d/.test(text.slice(end, end + 2))) return false
  const words = before()
  if (phoneWords.test(words) || /(?:tel|mob|m|t)[.:]?\s?$/i.test(words)) return true
  if (amounts.test(text.slice(end, end + 4))) return false
  if (digits.length === 13 && lengths.length === 1 && !words.endsWith('+')) return false
  return !/(?:[A-Za-z_/=]|[$¥]\s?|\d\.)$/.test(words) && !referenceWords.test(words)
}

function isLandline(digits: string, lengths: readonly number[]): boolean {
  if (!/^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/.test(digits)) return false
  if (lengths.length === 1) return true
  return lengths[0] === (/^0(?:10|2)/.test(digits) ? 3 : 4) && lengths.length <= 3
}

function isCard(digits: string, lengths: readonly number[], before: () => string): boolean {
  if (digits.length < 16 || !/^[3-69]/.test(digits)) return false
  const inFours = lengths.length >= 4 && lengths.slice(0, 4).every((length) => length === 4)
  if ((lengths.length > 1 && !inFours) || !luhn(digits)) return false
  return cardWords.test(before()) || (inFours && digits.startsWith('62'))
}

/** ISO/IEC 7812: every second digit from the right doubled, cross sums added, divisible by ten. */
function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighed = i % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
