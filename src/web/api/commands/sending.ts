/** The answer leaves and arrives (送达函), or the request is taken back. */
import { z } from 'zod'
import { textOf } from '../../http/schemas.ts'
import { form } from './form.ts'
import { on } from './intake.ts'
import { words } from './words.ts'

export const sending = {
  dispatch: form<'dispatch'>()(
    z.strictObject({
      method: words.method.meta({ title: '送达方式' }),
      carrier: words.carrier.exactOptional().meta({ title: '邮寄由谁承运' }),
      trackingNo: textOf('邮件号码', 60).exactOptional(),
      on,
    }),
  ),
  serve: form<'serve'>()(
    z.strictObject({
      proof: words.proof.meta({ title: '送达凭证的种类' }),
      reference: textOf('凭证的编号或者存放处', 200),
      on,
    }),
  ),
  recordServiceFailure: form<'recordServiceFailure'>()(
    z.strictObject({ because: textOf('送达不成的原因'), on }),
  ),
  suggestProactive: form<'suggestProactive'>()(z.strictObject({ about: textOf('建议主动公开的信息') })),
  withdraw: form<'withdraw'>()(z.strictObject({ how: textOf('撤回的方式', 200), on })),
}
