/**
 * 个人信息处理告知: what an applicant is told before their data are taken (个保法§17, §35). Which version somebody was
 * shown is kept with what they gave; whoever changes a word here changes the version.
 */

import { identityTypes } from '../../law/application.ts'
import { type Citation, formatCitationForPublic } from '../../law/citation.ts'
import { defaultRetention, retentionRules } from '../applicants/retention.ts'
import type { OrganRecord } from '../organs/organ.ts'

export interface PrivacyNotice {
  readonly version: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly cites: readonly Citation[]
}

export const privacyVersion = '2026-1'

/** The notice of an organ, with its own name and how it is reached. */
export function privacyNotice({ name, office }: Pick<OrganRecord, 'name' | 'office'>): PrivacyNotice {
  const terms = Object.values(retentionRules).map(({ caption }) => caption)
  const reached = [
    office.phone && `电话：${office.phone}`,
    office.address && `地址：${office.address}`,
    office.email && `电子邮箱：${office.email}`,
  ]
  const contact = reached.filter((way) => way !== '').join('；')
  return {
    version: privacyVersion,
    title: '个人信息处理告知',
    paragraphs: [
      `个人信息处理者：${name}。由${office.name || '政府信息公开工作机构'}办理${contact === '' ? '' : `，${contact}`}。`,
      `处理目的和依据：依照${formatCitationForPublic('条例§29¶2(1)')}受理、办理、答复您的政府信息公开申请，属于履行法定职责所必需（${formatCitationForPublic('个保法§13')}、${formatCitationForPublic('个保法§34')}）。您无需说明申请的用途。`,
      '处理的个人信息：姓名或者名称、身份证明、联系方式，以及您在申请中写明的内容和提交的材料；由代理人提出的，包括代理人的上述信息。只收集办理申请所必需的信息。',
      `敏感个人信息：${identityTypes.residentId}等证件号码和复印件属于敏感个人信息，只用于核对申请人的身份、识别同一申请人的申请（${formatCitationForPublic('个保法§28')}）。`,
      '处理方式：在本机关的系统中加密保存，只由办理人员因办理需要查看，查看完整信息留有记录；不用于自动化决策。征求第三方、其他行政机关意见时，不提供您的姓名和联系方式。发生行政复议、行政诉讼的，依法提交复议机关、人民法院。',
      `保存期限：办结后随案卷归档，保管期限为${terms.join('、')}；证件复印件在办结满${defaultRetention.identityPaperMonths}个月、不再需要后删除。法律、行政法规另有规定的，从其规定。`,
      `您的权利：可以向本机关查阅、复制、更正您的个人信息；符合${formatCitationForPublic('个保法§47')}规定的，可以请求删除。请凭登记编号按照上述联系方式提出。`,
    ],
    cites: ['个保法§17', '个保法§35', '个保法§6', '个保法§13', '个保法§28', '个保法§34', '个保法§47'],
  }
}
