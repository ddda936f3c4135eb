/** The clock of the law as it is answered: the last day, and every step that led to it with its article. */
import { z } from 'zod'
import type { Clock, Problem } from '../../../law/clock.ts'
import { citesSchema, daySchema, listOf } from '../../http/schemas.ts'

export const warningSchema = z.object({
  on: daySchema,
  code: z.string(),
  message: z.string(),
  cites: citesSchema,
})

const stepSchema = z.object({
  event: z.string(),
  on: daySchema,
  effect: z.string(),
  left: z.number().int().nullable().meta({ description: '事项发生后，至届满日还有几个工作日' }),
  due: daySchema.nullable(),
  cites: citesSchema,
  because: z.string(),
})

export const clockSchema = z
  .object({
    due: daySchema.nullable().meta({ description: '答复期限的最后一日；未起算、暂停时为 null' }),
    firm: z.boolean().meta({ description: 'false：暂定，放假安排公布后须重算' }),
    running: z.boolean(),
    left: z.number().int().nullable().meta({ description: '至届满日还有几个工作日，负数为已逾期' }),
    excluded: z.number().int().meta({ description: '本次计算中扣除的工作日' }),
    waitingFor: listOf(z.enum(['correction', 'fee', 'consultation'])),
    steps: listOf(stepSchema),
    problems: listOf(warningSchema),
    calendarVersion: z.string(),
  })
  .meta({ id: 'Clock' })

export const viewOfClock = (clock: Clock): z.input<typeof clockSchema> => clock

export const viewOfWarning = (warning: Problem): z.input<typeof warningSchema> => warning
