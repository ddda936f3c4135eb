/** 补正 (条例§30), reasons (条例§35), and the extension of the period (条例§33¶2). */
import { z } from 'zod'
import { requirements } from '../../../law/application.ts'
import { longestWords } from '../../../office/tracking/own-words.ts'
import { daySchema, keysOf, textOf } from '../../http/schemas.ts'
import { empty, form } from './form.ts'
import { on } from './intake.ts'

const because = textOf('理由')
/** The applicant's own words. */
const written = textOf('申请人所写的内容', longestWords)

export const correction = {
  askCorrection: form<'askCorrection'>()(
    z.strictObject({
      items: z
        .array(
          z.strictObject({
            requirement: keysOf(requirements, ({ caption }) => caption).meta({ title: '所缺的内容' }),
            what: textOf('需要补正的事项'),
          }),
        )
        .min(1)
        .max(20)
        .meta({ title: '补正事项' }),
      by: daySchema.meta({ title: '补正期限' }),
    }),
  ),
  acceptCorrection: form<'acceptCorrection'>()(
    z.strictObject({
      text: written.exactOptional().meta({ title: '补正的内容', description: '仅有纸质材料的可以不填' }),
      on,
      lateBecause: textOf('逾期的正当理由').exactOptional(),
    }),
  ),
  offerCorrection: form<'offerCorrection'>()(z.strictObject({ text: written.meta({ title: '补正的内容' }) })),
  lapseCorrection: form<'lapseCorrection'>()(z.strictObject({ inquiry: textOf('有无正当理由的核实情况') })),
  askReasons: form<'askReasons'>()(
    z.strictObject({
      facts: textOf('数量、频次的事实'),
      by: daySchema.meta({ title: '说明理由的期限' }),
    }),
  ),
  recordReasons: form<'recordReasons'>()(z.strictObject({ text: written.meta({ title: '说明的理由' }), on })),
  declineExcessive: form<'declineExcessive'>()(z.strictObject({ because })),
  defer: form<'defer'>()(z.strictObject({ until: daySchema.meta({ title: '延迟答复的期限' }), because })),
  proposeExtension: form<'proposeExtension'>()(
    z.strictObject({ days: z.number().int().min(1).max(20).meta({ title: '延长的工作日数' }), because }),
  ),
  approveExtension: form<'approveExtension'>()(empty),
  refuseExtension: form<'refuseExtension'>()(z.strictObject({ because })),
}
