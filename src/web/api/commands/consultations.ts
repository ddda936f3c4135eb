/** Asking others (条例§17¶3, §32, §34), and what they say. */
import { z } from 'zod'
import { daySchema, idSchema, textOf } from '../../http/schemas.ts'
import { form, numbered } from './form.ts'
import { on } from './intake.ts'
import { words } from './words.ts'

const id = idSchema.min(1).meta({ title: '征求意见的序号' })
const matter = textOf('征求意见的内容')
const by = daySchema
  .exactOptional()
  .meta({ title: '回复的期限', description: '仅在条例没有规定期限时可以指定' })
const organName = textOf('被征求意见的机关、单位', 100)

const way = (title: string) => z.string().trim().max(300).nullable().default(null).meta({ title })

const contactSchema = z.strictObject({
  phone: way('电话'),
  email: way('电子邮箱'),
  address: way('通信地址'),
  postcode: way('邮政编码'),
})

const asked = ({ consultations }: { consultations: readonly unknown[] }) => consultations.length

export const consultations = {
  consultThirdParty: numbered<'consultThirdParty'>(asked)(
    z.strictObject({
      thirdParty: z
        .strictObject({
          name: textOf('第三方的姓名或者名称', 100),
          person: z.boolean().meta({ title: '是否为自然人' }),
          contact: contactSchema.meta({ title: '联系方式' }),
        })
        .meta({ title: '第三方' }),
      matter,
      by,
      online: z
        .boolean()
        .default(true)
        .meta({ title: '是否可以在线回复', description: '征求意见书载明回复的地址和代码' }),
    }),
  ),
  consultAgency: numbered<'consultAgency'>(asked)(z.strictObject({ counterpart: organName, matter, by })),
  consultOtherAgency: numbered<'consultOtherAgency'>(asked)(
    z.strictObject({ counterpart: organName, matter, by }),
  ),
  referForDetermination: numbered<'referForDetermination'>(asked)(
    z.strictObject({ counterpart: organName, matter, by }),
  ),
  consultInternally: numbered<'consultInternally'>(asked)(
    z.strictObject({ counterpart: organName, matter, by, letterNo: textOf('文号', 100).exactOptional() }),
  ),
  recordConsultationReceipt: form<'recordConsultationReceipt'>()(z.strictObject({ id, on })),
  returnConsultation: form<'returnConsultation'>()(
    z.strictObject({
      id,
      on,
      opinion: words.opinion.meta({ title: '意见' }),
      reasons: textOf('对方的理由', 5000).exactOptional(),
    }),
  ),
  lapseConsultation: form<'lapseConsultation'>()(z.strictObject({ id })),
  giveLegalOpinion: form<'giveLegalOpinion'>()(
    z.strictObject({ view: words.legalView.meta({ title: '结论' }), text: textOf('法律意见的内容', 5000) }),
  ),
  tellThirdParty: form<'tellThirdParty'>()(
    z.strictObject({ id, because: textOf('决定公开的政府信息内容和理由', 5000) }),
  ),
}
