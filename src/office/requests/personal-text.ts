import { checkResidentId } from '../../law/identity-numbers.ts'
import type { RequestEvent } from './events.ts'
import { type Refusal, refuse } from './refusal.ts'

/**
 * The log cannot be erased, so nothing personal may get into it by way of a remark. Identity and mobile numbers
 * are known by their shape; names and addresses only to the caller, who gives them as `known`.
 */
export function personalTextIn(events: readonly RequestEvent[], known: readonly string[]): Refusal | null {
  const words = known.map((word) => word.trim()).filter((word) => word.length > 1)
  for (const { data } of events)
    for (const text of textsOf(data))
      if (words.some((word) => text.includes(word)) || hasPersonalNumber(text))
        return refuse(
          'personalData',
          '办理记录不得写入姓名、身份证号码、手机号码等个人信息，请改写为“申请人”“第三方”等称谓。',
          '个保法§6',
          '个保法§28',
        )
  return null
}

function hasPersonalNumber(text: string): boolean {
  if (/(?<!\d)1[3-9]\d{9}(?!\d)/.test(text)) return true
  return (text.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? []).some((number) => checkResidentId(number) === null)
}

/** Ids, hashes and numbers of papers are no free text; some of them look like telephone numbers. */
const references =
  /(?:^id|No|^applicant|^counterpart|^handler|^earlier|^entry|^after|^reference|^attachments|^paper|^hash|^letter|^digest)$/

function textsOf(value: unknown, key = ''): readonly string[] {
  if (references.test(key)) return []
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, Array.isArray(value) ? key : name))
}
