/** Coming in: confirmed, moved on, given to somebody, found to be a repetition. */
import { z } from 'zod'
import { daySchema, idSchema, textOf } from '../../http/schemas.ts'
import { form } from './form.ts'
import { words } from './words.ts'

export const on = daySchema.exactOptional().meta({ title: '日期', description: '不填为今天' })

export const intake = {
  confirmReceipt: form<'confirmReceipt'>()(z.strictObject({ on })),
  moveOn: form<'moveOn'>()(
    z.strictObject({ matter: words.matter.meta({ title: '事项的性质' }), to: textOf('可以提出的渠道', 200) }),
  ),
  voidEntry: form<'voidEntry'>()(
    z.strictObject({
      because: textOf('作废的理由', 200).meta({ description: '例如：同一封信登记了两次。编号不再使用' }),
    }),
  ),
  assign: form<'assign'>()(z.strictObject({ handler: idSchema.min(1).meta({ title: '经办人' }) })),
  confirmDuplicate: form<'confirmDuplicate'>()(
    z.strictObject({
      earlier: idSchema.min(1).meta({ title: '此前的申请' }),
      letterNo: textOf('此前答复的文号', 100).exactOptional(),
      answeredOn: daySchema.exactOptional().meta({ title: '此前答复的日期' }),
    }),
  ),
}
