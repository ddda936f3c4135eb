/** A recorded event as it is answered. What it holds is nothing personal. */
import { z } from 'zod'
import type { StoredEvent } from '../../../office/ports.ts'
import { daySchema, momentSchema } from '../../http/schemas.ts'

export const eventSchema = z
  .object({
    seq: z.number().int().meta({ description: '在机关办理记录中的序号' }),
    stream: z.string(),
    version: z.number().int(),
    kind: z.string(),
    on: daySchema.meta({ description: '法律上发生的日期' }),
    at: momentSchema.meta({ description: '记录的时刻' }),
    actor: z.string(),
    data: z.looseObject({}).meta({ description: '事项的内容，不含申请人的个人信息' }),
    hash: z.string(),
  })
  .meta({ id: 'Event' })

export const viewOfEvent = (event: StoredEvent): z.input<typeof eventSchema> => ({
  ...event,
  data: { ...event.data },
})
