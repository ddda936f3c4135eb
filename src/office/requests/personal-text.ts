import { type PersonalKind, scanPersonalData } from '../attachments/personal-data.ts'
import type { RequestEvent } from './events.ts'
import { type Refusal, refuse } from './refusal.ts'

/**
 * The log cannot be erased, so nothing personal may get into it by way of a remark. Numbers and addresses are found as
 * in an attachment; names are known to the caller alone, who gives them as `known`.
 */
export function personalTextIn(events: readonly RequestEvent[], known: readonly string[]): Refusal | null {
  const words = known.map((word) => word.trim()).filter((word) => word.length > 1)
  for (const { data } of events)
    for (const [key, text] of textsOf(data))
      if (words.some((word) => text.includes(word)) || isPersonal(key, text))
        return refuse(
          'personalData',
          '办理记录不得写入姓名、身份证号码、电话号码、住址等个人信息，请改写为“申请人”“第三方”等称谓。',
          '个保法§6',
          '个保法§28',
        )
  return null
}

/** Ids, hashes and numbers of papers are no free text; some of them look like telephone numbers. */
const references =
  /(?:^id|No|^applicant|^counterpart|^handler|^earlier|^entry|^after|^reference|^attachments|^paper|^hash|^letter|^digest)$/

/** How an organ is reached and paid: there its telephone, mail box and account have to stand. */
const ofOrgans = /^(?:contact|payHow|onlineReview)$/
const organsHave: ReadonlySet<PersonalKind> = new Set(['landline', 'email', 'bankCard'])

function isPersonal(key: string, text: string): boolean {
  return scanPersonalData(text).some(({ kind }) => !(ofOrgans.test(key) && organsHave.has(kind)))
}

/** Every free text with the name it stands under. */
function textsOf(value: unknown, key = ''): readonly (readonly [string, string])[] {
  if (references.test(key)) return []
  if (typeof value === 'string') return [[key, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, Array.isArray(value) ? key : name))
}
