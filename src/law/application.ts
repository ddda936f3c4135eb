import type { Citation } from './citation.ts'
import { checkCreditCode, checkResidentId } from './identity-numbers.ts'

/** Column of the annual report under which the applicant counts. */
export type ApplicantKind =
  | 'natural'
  | 'legal.business'
  | 'legal.research'
  | 'legal.welfare'
  | 'legal.lawService'
  | 'legal.other'

export const applicantKinds: Readonly<Record<ApplicantKind, { caption: string; english: string }>> = {
  natural: { caption: '自然人', english: 'Natural person' },
  'legal.business': { caption: '商业企业', english: 'Business' },
  'legal.research': { caption: '科研机构', english: 'Research institution' },
  'legal.welfare': { caption: '社会公益组织', english: 'Public-benefit organisation' },
  'legal.lawService': { caption: '法律服务机构', english: 'Legal-service institution' },
  'legal.other': { caption: '其他', english: 'Other organisation' },
}

/** Papers that prove identity. The number of the first two can be checked. */
export type IdentityType =
  | 'residentId'
  | 'creditCode'
  | 'passport'
  | 'residencePermit'
  | 'permanentResidence'
  | 'other'

export const identityTypes: Readonly<Record<IdentityType, string>> = {
  residentId: '居民身份证',
  creditCode: '统一社会信用代码证照',
  passport: '护照',
  residencePermit: '港澳台居民居住证',
  permanentResidence: '外国人永久居留身份证',
  other: '其他证件',
}

/** A request for information as filled in; anything may still be missing. Texts are as the applicant gave them. */
export interface Application {
  readonly applicant?: {
    readonly kind?: ApplicantKind
    readonly name?: string
    readonly identity?: { readonly type: IdentityType; readonly number?: string; readonly attached?: boolean }
    readonly contact?: { readonly phone?: string; readonly email?: string; readonly address?: string }
  }
  readonly description?: { readonly title?: string; readonly docNo?: string; readonly features?: string }
  readonly form?: { readonly provision?: string; readonly delivery?: string }
}

export type RequirementKey = 'name' | 'identity' | 'contact' | 'description' | 'form'

export interface Requirement {
  readonly caption: string
  readonly hint: string
  readonly cites: readonly Citation[]
}

/** What an application must contain (条例§29). A purpose is not among it and may not be demanded. */
export const requirements: Readonly<Record<RequirementKey, Requirement>> = {
  name: { caption: '姓名或者名称', hint: '请填写申请人的姓名或者名称', cites: ['条例§29¶2(1)'] },
  identity: { caption: '身份证明', hint: '请提供身份证明', cites: ['条例§29¶2(1)'] },
  contact: {
    caption: '联系方式',
    hint: '请填写电话、电子邮箱、通信地址中的至少一项',
    cites: ['条例§29¶2(1)'],
  },
  description: {
    caption: '所需信息的名称、文号或者其他特征性描述',
    hint: '请填写名称、文号或者便于查询的其他特征性描述中的至少一项',
    cites: ['条例§29¶2(2)'],
  },
  form: {
    caption: '形式要求',
    hint: '请选择获取信息的方式和途径',
    cites: ['条例§29¶2(3)'],
  },
}

export interface Shortcoming {
  readonly requirement: RequirementKey
  readonly fault: 'missing' | 'wrong'
  /** Names the field and what to do, never what was entered: it may stand in a log or a notice. */
  readonly message: string
  readonly cites: readonly Citation[]
}

/** What is missing or plainly wrong, in the order of the form; empty when complete. Never throws. */
export function checkApplication(application: Application): readonly Shortcoming[] {
  const { applicant = {}, description = {}, form = {} } = application
  const { contact = {}, identity } = applicant
  const shortcomings = [
    filled(applicant.name) ? null : missing('name'),
    filled(identity?.number) || identity?.attached ? wrongIdentity(identity) : missing('identity'),
    filled(contact.phone) || filled(contact.email) || filled(contact.address) ? null : missing('contact'),
    filled(description.title) || filled(description.docNo) || filled(description.features)
      ? null
      : missing('description'),
    filled(form.provision) && filled(form.delivery) ? null : missing('form'),
  ]
  return shortcomings.filter((found) => found !== null)
}

function wrongIdentity(
  identity: NonNullable<NonNullable<Application['applicant']>['identity']>,
): Shortcoming | null {
  const { type, number } = identity
  if (!filled(number)) return null
  const fault =
    type === 'residentId' ? checkResidentId(number) : type === 'creditCode' ? checkCreditCode(number) : null
  if (fault === null) return null
  const reason = { shape: '位数或者字符不对', birthDate: '出生日期不对', checkCharacter: '校验码不符' }[fault]
  return {
    requirement: 'identity',
    fault: 'wrong',
    message: `${identityTypes[type]}号码${reason}，请核对后重新填写`,
    cites: [...requirements.identity.cites, type === 'residentId' ? '身份号码标准' : '信用代码标准'],
  }
}

function missing(requirement: RequirementKey): Shortcoming {
  const { caption, hint, cites } = requirements[requirement]
  return { requirement, fault: 'missing', message: `缺少${caption}：${hint}`, cites }
}

function filled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== ''
}
