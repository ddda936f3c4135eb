/** 信息处理费 (条例§42, 办法). */
import { z } from 'zod'
import { textOf } from '../../http/schemas.ts'
import { form } from './form.ts'
import { on } from './intake.ts'

const count = (title: string) => z.number().int().min(0).max(1_000_000).meta({ title })

export const fee = {
  askFee: form<'askFee'>()(
    z.strictObject({
      pieces: count('件数').exactOptional(),
      pages: count('页数').exactOptional(),
      alreadyThisMonth: count('同一申请人当月已计的件数').exactOptional(),
      payHow: textOf('缴纳方式', 500),
    }),
  ),
  recordFeeNoticeService: form<'recordFeeNoticeService'>()(z.strictObject({ on })),
  recordPayment: form<'recordPayment'>()(
    z.strictObject({ amount: count('数额（元）'), billNo: textOf('财政票据号码', 100), on }),
  ),
  lapseFee: form<'lapseFee'>()(z.strictObject({ inquiry: textOf('未缴费的核实情况') })),
}
