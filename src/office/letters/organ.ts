import type { OrganKind } from '../../law/review-organs.ts'
import { oneLine } from '../../writer/letter.ts'
import { type Problem, problem } from './problem.ts'

/** Where and whom to ask; printed under the date of every letter. */
export interface Contact {
  readonly phone: string
  readonly address: string
  readonly postcode?: string
  readonly fax?: string
  readonly email?: string
}

/** What a letter needs to know of the organ that writes it. */
export interface LetterOrgan {
  readonly kind: OrganKind
  /** Full name, with which it signs. */
  readonly name: string
  /** 发文机关标志, where it is not the full name. */
  readonly head?: string
  /** 政府信息公开工作机构. */
  readonly office: string
  readonly contact: Contact
  /** Names of the organs that review its acts, any one of them; by 复议法§24–28 mostly one. */
  readonly reviewOrgans: readonly string[]
  /** Name of the court that hears suits against its acts. */
  readonly court: string
  /** Where an application for review can be filed over the internet (复议法§22¶2). */
  readonly onlineReview?: string
}

/** 附注: the office with address and telephone, without the brackets. */
export function contactNote(organ: LetterOrgan): string {
  const { phone, address, postcode, fax, email } = organ.contact
  const parts = [
    ['联系单位', organ.office],
    ['地址', address],
    ['邮政编码', postcode],
    ['电话', phone],
    ['传真', fax],
    ['电子邮箱', email],
  ]
  return parts.flatMap(([caption, value]) => (value ? [`${caption}：${oneLine(value)}`] : [])).join('；')
}

/** What every letter needs of the organ and is wanting. */
export function checkOrgan(organ: LetterOrgan): readonly Problem[] {
  const needed: readonly (readonly [string, string])[] = [
    ['机关名称', organ.name],
    ['工作机构名称', organ.office],
    ['联系电话', organ.contact.phone],
    ['地址', organ.contact.address],
  ]
  return needed.filter(([, value]) => oneLine(value) === '').map(([caption]) => missingOrganData(caption))
}

export function missingOrganData(caption: string): Problem {
  return problem('missingOrganData', caption, `机关资料中缺少“${caption}”，请先补全。`)
}
