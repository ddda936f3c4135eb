/** What is asked for and how it is wanted (条例§29¶2(2)(3)), as it comes in and as it is kept. */
import {
  checkApplication,
  type RequirementKey,
  requirements,
  type Shortcoming,
} from '../../law/application.ts'
import type { Citation } from '../../law/citation.ts'
import type { Variant } from '../requests/index.ts'

/** In what form the information is wanted (条例§40). */
export type ProvisionForm = 'paper' | 'electronic' | 'disc' | 'inspection' | 'other'

export const provisionForms: Readonly<Record<ProvisionForm, string>> = {
  paper: '纸质',
  electronic: '电子文件',
  disc: '光盘等介质',
  inspection: '查阅、抄录',
  other: '其他形式',
}

/** By what way it is wanted (条例§29¶2(3)). */
export type DeliveryWay = 'post' | 'online' | 'email' | 'fax' | 'pickUp' | 'other'

export const deliveryWays: Readonly<Record<DeliveryWay, string>> = {
  post: '邮寄',
  online: '网上获取',
  email: '电子邮件',
  fax: '传真',
  pickUp: '自行领取、当场查阅',
  other: '其他途径',
}

/** Plain JSON, as it lies in the vault. Absent values are null. */
export interface Content {
  readonly variant: Variant
  readonly title: string | null
  readonly docNo: string | null
  /** What else helps to find it. */
  readonly features: string | null
  /** 条例§41: what is inaccurate in the record about the applicant, and what it should say. */
  readonly inaccuracy: string | null
  /** 条例§41: by what that is proved. */
  readonly evidence: string | null
  readonly provision: ProvisionForm | null
  readonly delivery: DeliveryWay | null
  /** Further wishes on form and way. */
  readonly formNote: string | null
  /** Whether another form will do where the one asked for cannot be had (条例§40). */
  readonly otherFormAccepted: boolean
}

/** As it comes from a form, a letter or a list: anything may be missing. */
export type ContentInput = Partial<Content>

/** Most characters of a field, with what it is called: the form says so beforehand. */
export const contentFields = {
  title: { caption: '名称', longest: 300 },
  docNo: { caption: '文号', longest: 100 },
  features: { caption: '其他特征性描述', longest: 5000 },
  inaccuracy: { caption: '记录不准确之处和应有的内容', longest: 5000 },
  evidence: { caption: '证据材料的说明', longest: 2000 },
  formNote: { caption: '对提供方式的其他要求', longest: 500 },
} as const

type TextField = keyof typeof contentFields

export interface ReadContent {
  readonly content: Content
  /** What 条例§29 finds wanting. It keeps nothing out: it is asked for later, once (条例§30). */
  readonly shortcomings: readonly Shortcoming[]
  /** Fields with more than can be kept, in the words of the form; only these keep an entry from being made. */
  readonly tooLong: readonly string[]
}

/** The content as a record, and what is missing in it, in the order of the form. `proved`: evidence is attached. Pure. */
export function contentOf(input: ContentInput, proved = false): ReadContent {
  const texts = Object.fromEntries(
    (Object.keys(contentFields) as TextField[]).map((field) => [field, tidyText(input[field])]),
  ) as Record<TextField, string | null>
  const content: Content = {
    variant: input.variant ?? 'disclosure',
    ...texts,
    provision: input.provision ?? null,
    delivery: input.delivery ?? null,
    otherFormAccepted: input.otherFormAccepted ?? false,
  }
  const tooLong = (Object.keys(contentFields) as TextField[])
    .filter((field) => (texts[field]?.length ?? 0) > contentFields[field].longest)
    .map((field) => {
      const { caption, longest } = contentFields[field]
      return `“${caption}”超过 ${longest} 字`
    })
  return { content, shortcomings: shortcomingsOf(content, proved), tooLong }
}

const ofContent: ReadonlySet<RequirementKey> = new Set(['description', 'form'])

function shortcomingsOf(content: Content, proved: boolean): readonly Shortcoming[] {
  const { title, docNo, features, provision, delivery } = content
  const description = { ...(title && { title }), ...(docNo && { docNo }), ...(features && { features }) }
  const form = { ...(provision && { provision }), ...(delivery && { delivery }) }
  const general = checkApplication({ description, form }).filter(({ requirement }) =>
    ofContent.has(requirement),
  )
  if (content.variant === 'disclosure') return general
  // Who wants a record corrected wants no information: no form of giving it, but what is wrong and the proof.
  return [
    ...general.filter(({ requirement }) => requirement !== 'form'),
    ...(content.inaccuracy === null
      ? [wantingFor41('记录不准确之处和应有的内容', '请写明哪一处不准确、应当如何记录')]
      : []),
    ...(content.evidence === null && !proved
      ? [wantingFor41('证明记录不准确的证据材料', '请提供证据材料，并说明其内容')]
      : []),
  ]
}

const wantingFor41 = (what: string, advice: string): Shortcoming => ({
  requirement: 'description',
  fault: 'missing',
  message: `缺少${what}：${advice}`,
  cites: [...requirements.description.cites, '条例§41'] satisfies readonly Citation[],
})

/** Text of several lines, without what cannot be seen; null where nothing is left. */
export function tidyText(text: string | null | undefined): string | null {
  const plain = (text ?? '')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
  return plain === '' ? null : plain
}
