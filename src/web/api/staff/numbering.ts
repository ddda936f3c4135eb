/** The numbers of an organ: which comes next, which are void and why. */
import { z } from 'zod'
import { yearOf } from '../../../law/day.ts'
import { numberSeriesOf } from '../../../office/replies/number-series.ts'
import { answer } from '../../http/route.ts'
import { listOf, momentSchema } from '../../http/schemas.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const seriesSchema = z.object({
  key: z.string(),
  kinds: listOf(z.string()).meta({ description: '用这一序列编号的文书' }),
  issued: z.number().int(),
  next: z.string().nullable().meta({ description: '下一个编号；编号规则不全的为 null' }),
  voided: listOf(z.object({ number: z.string(), at: momentSchema, reason: z.string() })),
  missing: listOf(z.string()).meta({ description: '从未发出的编号，应当没有' }),
})

export const numberingRoutes = [
  organRoute(atOrgan('manageSettings'), {
    id: 'listNumberSeries',
    method: 'GET',
    url: '/organs/:organ/numbers',
    summary: '一年中各编号序列：已发出几个、下一个、作废的和理由、缺号',
    tag: '设置',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      year: z.coerce.number().int().min(2000).max(2999).optional().meta({ title: '年份' }),
    }),
    answers: { 200: z.object({ year: z.number().int(), rows: listOf(seriesSchema) }) },
    async handle({ parts: { office }, organ, query, today }) {
      const year = query.year ?? yearOf(today)
      const rows = await office.inTransaction(organ.id, (unit) => numberSeriesOf(unit, year))
      return answer(200, { year, rows })
    },
  }),
]
