/**
 * An application as it is sent. Nearly everything may be missing: what is wanting in an application does not keep it
 * out, it is asked for once (条例§30).
 */
import { z } from 'zod'
import { identityTypes } from '../../../law/application.ts'
import { agencies, agentPowers } from '../../../office/applicants/agent.ts'
import type { ApplicantInput } from '../../../office/applicants/applicant.ts'
import {
  type ContentInput,
  contentFields,
  deliveryWays,
  provisionForms,
} from '../../../office/intake/content.ts'
import { captionsOf, daySchema } from '../../http/schemas.ts'
import { words } from '../commands/words.ts'
import { applicantKindSchema } from '../views/case-row.ts'

/** A text that may be left out or empty. */
const maybe = (title: string, most = 300) => z.string().max(most).nullable().exactOptional().meta({ title })
const paperKind = captionsOf(identityTypes)
const flag = (title: string) => z.boolean().exactOptional().meta({ title })

export const contactInputSchema = z
  .strictObject({
    phone: maybe('电话'),
    email: maybe('电子邮箱'),
    address: maybe('通信地址'),
    postcode: maybe('邮政编码'),
  })
  .meta({ title: '联系方式' })

const agentSchema = z.strictObject({
  agency: captionsOf(agencies).meta({ title: '代理类型' }),
  name: z.string().max(300).meta({ title: '代理人姓名' }),
  idKind: paperKind.meta({ title: '代理人证件类型' }),
  idNumber: z.string().max(100).nullable().default(null).meta({ title: '代理人证件号码' }),
  phone: z.string().max(100).nullable().default(null).meta({ title: '代理人电话' }),
  authorisation: z
    .strictObject({
      signedOn: daySchema.nullable().default(null).meta({ title: '授权的日期' }),
      until: daySchema.nullable().default(null).meta({ title: '授权的期限' }),
      powers: z.array(captionsOf(agentPowers)).max(10).default([]).meta({ title: '授权的事项' }),
    })
    .nullable()
    .default(null)
    .meta({ title: '授权委托书' }),
})

export const applicantInputSchema = z
  .strictObject({
    kind: applicantKindSchema.meta({ title: '申请人类别' }),
    name: z.string().max(300).exactOptional().meta({ title: '姓名或者名称' }),
    idKind: paperKind.nullable().exactOptional().meta({ title: '证件类型' }),
    idNumber: maybe('证件号码', 100),
    contact: contactInputSchema.exactOptional(),
    representative: maybe('法定代表人或者负责人'),
    agent: agentSchema.nullable().exactOptional().meta({ title: '代理人' }),
    assistance: maybe('需要的协助（条例§43）', 500),
    notice: maybe('所见的个人信息处理告知的版本', 50),
  })
  .meta({ title: '申请人' })

export const contentInputSchema = z
  .strictObject({
    variant: words.variant.exactOptional().meta({ title: '申请种类' }),
    title: maybe(contentFields.title.caption, contentFields.title.longest),
    docNo: maybe(contentFields.docNo.caption, contentFields.docNo.longest),
    features: maybe(contentFields.features.caption, contentFields.features.longest),
    inaccuracy: maybe(contentFields.inaccuracy.caption, contentFields.inaccuracy.longest),
    evidence: maybe(contentFields.evidence.caption, contentFields.evidence.longest),
    provision: captionsOf(provisionForms).nullable().exactOptional().meta({ title: '提供方式' }),
    delivery: captionsOf(deliveryWays).nullable().exactOptional().meta({ title: '获取途径' }),
    formNote: maybe(contentFields.formNote.caption, contentFields.formNote.longest),
    otherFormAccepted: flag('是否接受其他方式'),
  })
  .meta({ title: '申请内容' })

/** What an applicant sends. */
export const applicationSchema = z
  .strictObject({ applicant: applicantInputSchema, content: contentInputSchema })
  .meta({ id: 'Application' })

export type SentApplication = z.output<typeof applicationSchema>

/** Papers named in the record are those that are sent with it. */
export function applicantInputOf({ agent, ...rest }: SentApplication['applicant']): ApplicantInput {
  if (agent === undefined) return rest
  if (agent === null) return { ...rest, agent }
  const { authorisation, ...person } = agent
  return {
    ...rest,
    agent: {
      ...person,
      idPaper: null,
      authorisation: authorisation && { ...authorisation, paper: null },
    },
  }
}

export const contentInputOf = (content: SentApplication['content']): ContentInput => content
