/** What is answered to an application that was taken in. Nothing personal but the secret, which is not among it. */
import { z } from 'zod'
import { requirements } from '../../../law/application.ts'
import type { Submitted } from '../../../office/intake/submit-application.ts'
import { citesSchema, daySchema, keysOf, listOf } from '../../http/schemas.ts'
import { words } from '../commands/words.ts'
import { statusSchema } from '../views/case-row.ts'

export const hintSchema = z.object({ code: z.string(), message: z.string(), cites: citesSchema })

export const shortcomingSchema = z.object({
  requirement: keysOf(requirements, ({ caption }) => caption),
  fault: z.enum(['missing', 'wrong']),
  message: z.string(),
  cites: citesSchema,
})

const duplicateSchema = z.object({
  request: z.string(),
  number: z.string().nullable(),
  status: statusSchema,
  arrivedOn: daySchema,
  answeredOn: daySchema.nullable(),
  similarity: z.number(),
})

/** What is told for a person to judge: none of it keeps an application out. */
export const hintsSchema = z.object({
  shortcomings: listOf(shortcomingSchema).meta({ description: '欠缺的内容，不妨碍收下，将一次性告知补正' }),
  duplicates: listOf(duplicateSchema).meta({ description: '相似的申请' }),
  triage: z
    .object({ matter: words.matter, words: listOf(z.string()), because: z.string(), cites: citesSchema })
    .nullable()
    .meta({ description: '可能不是政府信息公开申请的提示，由人判断' }),
})

export const takenInSchema = hintsSchema
  .extend({
    id: z.string(),
    number: z.string().meta({ description: '登记编号' }),
    version: z.number().int(),
    receivedOn: daySchema.nullable().meta({ description: '收到申请之日；尚待双方确认时为 null（条例§31）' }),
    receipt: z.object({ because: z.string(), cites: citesSchema }),
    due: daySchema.nullable(),
    dueFirm: z.boolean(),
    receiptLetter: z.string().nullable().meta({ description: '登记回执的编号；未出具时为 null' }),
    warnings: listOf(hintSchema),
  })
  .meta({ id: 'TakenIn' })

export type TakenIn = z.input<typeof takenInSchema>

export function viewOfSubmitted(
  submitted: Submitted,
  version: number,
  receiptLetter: string | null,
): TakenIn {
  const { request, number, receivedOn, receipt, due, dueFirm, shortcomings, duplicates, triage, warnings } =
    submitted
  const { because, cites } = receipt
  return {
    id: request,
    number,
    version,
    receivedOn,
    receipt: { because, cites },
    due,
    dueFirm,
    receiptLetter,
    shortcomings,
    duplicates,
    triage,
    warnings,
  }
}
