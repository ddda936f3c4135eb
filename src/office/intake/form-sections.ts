/** The sections of the application form: which fields there are, what they are called, what may be chosen. */
import { applicantKinds, identityTypes, type RequirementKey, requirements } from '../../law/application.ts'
import type { Citation } from '../../law/citation.ts'
import { agencies, agentPowers } from '../applicants/agent.ts'
import { longest, papersOf } from '../applicants/applicant.ts'
import { contentFields, deliveryWays, provisionForms } from './content.ts'

export interface FormOption {
  readonly value: string
  readonly caption: string
  /** Applies only where the field of that key has one of the values. */
  readonly only?: Condition
}

export interface Condition {
  readonly field: string
  readonly values: readonly string[]
}

export interface FormField {
  /** Path in a submission: 'applicant.contact.phone'. */
  readonly key: string
  readonly caption: string
  readonly hint: string | null
  readonly input: 'line' | 'text' | 'choice' | 'choices' | 'date' | 'tick' | 'file'
  /** `oneOf`: at least one of the fields of the requirement. Nothing keeps an application out (条例§30). */
  readonly wanted: 'always' | 'oneOf' | 'freely'
  /** What of 条例§29¶2 the field serves; null for what is offered beside it. */
  readonly requirement: RequirementKey | null
  /** Most characters; null where there is no text. */
  readonly longest: number | null
  /** What a browser may fill in (WCAG 2.2, 1.3.5); null where nothing fits. */
  readonly autocomplete: string | null
  readonly options: readonly FormOption[]
  readonly only: Condition | null
}

export interface FormSection {
  readonly key: 'applicant' | 'agent' | 'content' | 'form' | 'papers'
  readonly caption: string
  readonly note: string | null
  readonly cites: readonly Citation[]
  readonly fields: readonly FormField[]
}

type FieldData = Pick<FormField, 'key' | 'caption'> & Partial<FormField>

const field = (data: FieldData): FormField => ({
  hint: null,
  input: 'line',
  wanted: 'freely',
  requirement: null,
  longest: null,
  autocomplete: null,
  options: [],
  only: null,
  ...data,
})

const optionsOf = (captions: Readonly<Record<string, string>>): readonly FormOption[] =>
  Object.entries(captions).map(([value, caption]) => ({ value, caption }))

const kinds = Object.keys(applicantKinds) as (keyof typeof applicantKinds)[]
const organisations = kinds.filter((kind) => kind !== 'natural')

const identityOptions: readonly FormOption[] = optionsOf(identityTypes).map((option) => ({
  ...option,
  only: {
    field: 'applicant.kind',
    values: kinds.filter((kind) => papersOf(kind).some((paper) => paper === option.value)),
  },
}))

export const applicantSection: FormSection = {
  key: 'applicant',
  caption: '申请人信息',
  note: null,
  cites: ['条例§29¶2(1)', '条例§43'],
  fields: [
    field({
      key: 'applicant.kind',
      caption: '申请人类别',
      input: 'choice',
      wanted: 'always',
      options: kinds.map((value) => ({ value, caption: applicantKinds[value].caption })),
    }),
    field({
      key: 'applicant.name',
      caption: requirements.name.caption,
      hint: requirements.name.hint,
      wanted: 'always',
      requirement: 'name',
      longest: longest.name,
      autocomplete: 'name',
    }),
    field({
      key: 'applicant.representative',
      caption: '法定代表人或者负责人',
      longest: longest.representative,
      only: { field: 'applicant.kind', values: organisations },
    }),
    field({
      key: 'applicant.idKind',
      caption: '证件类型',
      hint: requirements.identity.hint,
      input: 'choice',
      wanted: 'always',
      requirement: 'identity',
      options: identityOptions,
    }),
    field({
      key: 'applicant.idNumber',
      caption: '证件号码',
      hint: '填写号码，或者提交证件的复印件',
      wanted: 'oneOf',
      requirement: 'identity',
      longest: longest.idNumber,
      autocomplete: 'off',
    }),
    ...contacts(),
    field({
      key: 'applicant.assistance',
      caption: '需要的协助',
      hint: '阅读有困难或者有视听障碍的，请写明需要的帮助',
      longest: longest.address,
    }),
  ],
}

function contacts(): readonly FormField[] {
  const { hint } = requirements.contact
  const ways = [
    ['phone', '电话', 'tel'],
    ['email', '电子邮箱', 'email'],
    ['address', '通信地址', 'street-address'],
  ] as const
  return [
    ...ways.map(([way, caption, autocomplete]) =>
      field({
        key: `applicant.contact.${way}`,
        caption,
        hint,
        wanted: 'oneOf',
        requirement: 'contact',
        longest: longest[way],
        autocomplete,
      }),
    ),
    field({
      key: 'applicant.contact.postcode',
      caption: '邮政编码',
      longest: longest.postcode,
      autocomplete: 'postal-code',
    }),
  ]
}

export const agentSection: FormSection = {
  key: 'agent',
  caption: '代理人信息',
  note: '由代理人提出申请的填写，并提交授权委托书；监护人提交监护关系证明。',
  cites: ['条例§29¶2(1)'],
  fields: [
    field({
      key: 'applicant.agent.agency',
      caption: '代理类型',
      input: 'choice',
      options: optionsOf(agencies),
    }),
    field({ key: 'applicant.agent.name', caption: '代理人姓名', longest: longest.name }),
    field({
      key: 'applicant.agent.idKind',
      caption: '代理人证件类型',
      input: 'choice',
      options: optionsOf(identityTypes),
    }),
    field({ key: 'applicant.agent.idNumber', caption: '代理人证件号码', longest: longest.idNumber }),
    field({ key: 'applicant.agent.phone', caption: '代理人电话', longest: longest.phone }),
    field({
      key: 'applicant.agent.authorisation.powers',
      caption: '授权事项',
      input: 'choices',
      options: optionsOf(agentPowers),
    }),
    field({ key: 'applicant.agent.authorisation.signedOn', caption: '授权日期', input: 'date' }),
    field({
      key: 'applicant.agent.authorisation.until',
      caption: '授权截止日期',
      hint: '没有约定的可以不填',
      input: 'date',
    }),
  ],
}

const describing = (key: 'title' | 'docNo' | 'features', hint: string): FormField =>
  field({
    key: `content.${key}`,
    caption: contentFields[key].caption,
    hint,
    input: key === 'features' ? 'text' : 'line',
    wanted: 'oneOf',
    requirement: 'description',
    longest: contentFields[key].longest,
  })

export const contentSection: FormSection = {
  key: 'content',
  caption: requirements.description.caption,
  note: `${requirements.description.hint}；不需要说明申请的用途。`,
  cites: requirements.description.cites,
  fields: [
    describing('title', '文件、材料的名称；不知道准确名称的写大意'),
    describing('docNo', '例如：示政发〔2026〕1号'),
    describing('features', '涉及的时间、地点、事项、当事人等，便于查找即可'),
  ],
}

export const correctionSection: FormSection = {
  key: 'content',
  caption: '要求更正的记录',
  note: '有证据证明行政机关提供的与自身相关的政府信息记录不准确的，可以要求更正。',
  cites: ['条例§41'],
  fields: [
    ...contentSection.fields,
    field({
      key: 'content.inaccuracy',
      caption: contentFields.inaccuracy.caption,
      input: 'text',
      wanted: 'always',
      requirement: 'description',
      longest: contentFields.inaccuracy.longest,
    }),
    field({
      key: 'content.evidence',
      caption: contentFields.evidence.caption,
      hint: '说明证据材料，或者直接提交',
      input: 'text',
      wanted: 'oneOf',
      longest: contentFields.evidence.longest,
    }),
  ],
}

export const formSection: FormSection = {
  key: 'form',
  caption: requirements.form.caption,
  note: '本机关按照要求的形式和实际情况提供；可能危及载体安全或者成本过高的，以其他适当形式提供。',
  cites: [...requirements.form.cites, '条例§40'],
  fields: [
    field({
      key: 'content.provision',
      caption: '提供信息的形式',
      hint: requirements.form.hint,
      input: 'choice',
      wanted: 'always',
      requirement: 'form',
      options: optionsOf(provisionForms),
    }),
    field({
      key: 'content.delivery',
      caption: '获取信息的途径',
      hint: requirements.form.hint,
      input: 'choice',
      wanted: 'always',
      requirement: 'form',
      options: optionsOf(deliveryWays),
    }),
    field({
      key: 'content.otherFormAccepted',
      caption: '无法按照指定的形式或者途径提供的，也接受其他方式',
      input: 'tick',
    }),
    field({
      key: 'content.formNote',
      caption: contentFields.formNote.caption,
      longest: contentFields.formNote.longest,
    }),
  ],
}

export const papersSection = (correction: boolean): FormSection => ({
  key: 'papers',
  caption: '附件',
  note: '涉密文件不得上传。',
  cites: ['条例§29¶2(1)', '保密法'],
  fields: [
    field({
      key: 'identity',
      caption: '身份证明的复印件',
      input: 'file',
      wanted: 'oneOf',
      requirement: 'identity',
    }),
    field({ key: 'authorisation', caption: '授权委托书或者监护关系证明', input: 'file' }),
    ...(correction ? [field({ key: 'evidence', caption: '证据材料', input: 'file', wanted: 'oneOf' })] : []),
    field({ key: 'papers', caption: '其他材料', input: 'file' }),
  ],
})
