/** How organs stand after publication, for whoever oversees them, and what they answered to public concern. */
import { z } from 'zod'
import { yearOf } from '../../../law/day.ts'
import { columns } from '../../../office/documents/columns.ts'
import { overseeOrgans } from '../../../office/documents/oversee.ts'
import { countResponses } from '../../../office/documents/records/count-responses.ts'
import type { OrganId } from '../../../office/ports.ts'
import { answer } from '../../http/route.ts'
import { daySchema, keysOf, listOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { belowQuery, organsInTree } from './scope.ts'

const count = z.number().int()
const columnSchema = keysOf(columns, ({ caption }) => caption)

/** The organ alone, or with those below it, each with its name. */
async function namedOrgans(call: OrganCaller, below: 'true' | 'false' | undefined) {
  const rows = below === 'true' ? await organsInTree(call, 'documents') : [call.organ]
  return new Map<OrganId, string>(rows.map(({ id, name }) => [id, name]))
}

export const disclosureOverviewRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'overseeDisclosure',
    method: 'GET',
    url: '/organs/:organ/disclosure/overview',
    summary: '发布之后各机关的情况：检查出的问题、栏目更新、账号、舆情、纠错，每个机关一行',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject(belowQuery),
    answers: {
      200: z.object({
        asOf: daySchema,
        rows: listOf(
          z.object({
            organ: z.string(),
            name: z.string(),
            findings: z.object({ fault: count, warning: count, note: count }),
            stale: listOf(columnSchema).meta({ description: '超过规定时间没有更新的栏目' }),
            blank: listOf(columnSchema).meta({ description: '空白的栏目' }),
            veto: z.boolean().meta({ description: '达到网站检查的单项否决' }),
            idle: count.meta({ description: '超过两周没有更新的账号' }),
            concerns: count.meta({ description: '没有办结的舆情' }),
            concernsLate: count.meta({ description: '其中超过回应时限的' }),
            corrections: count.meta({ description: '没有答复的纠错、举报' }),
            correctionsLate: count.meta({ description: '其中超过答复期限的' }),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, query, today, at } = call
      const names = await namedOrgans(call, query.below)
      const lines = await overseeOrgans(parts.office, [...names.keys()], { today, now: at })
      const rows = lines.map((line) => ({ ...line, name: names.get(line.organ) ?? '' }))
      return answer(200, { asOf: today, rows })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'countResponses',
    method: 'GET',
    url: '/organs/:organ/disclosure/responses',
    summary: '一年内回应关切的次数：新闻发布会、访谈、新媒体回应、留言答复等，每个机关一行',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      ...belowQuery,
      year: z.coerce.number().int().min(2008).max(2200).optional().meta({ title: '年份' }),
    }),
    answers: {
      200: z.object({
        year: count,
        rows: listOf(
          z.object({
            organ: z.string(),
            name: z.string(),
            concerns: count.meta({ description: '本年发现的舆情' }),
            means: z.record(z.string(), count).meta({ description: '按回应方式的次数' }),
            byHead: count.meta({ description: '主要负责人出席或者发布的次数' }),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, query, today } = call
      const year = query.year ?? yearOf(today)
      const names = await namedOrgans(call, query.below)
      const counted = await countResponses(parts.office, [...names.keys()], year)
      return answer(200, { year, rows: counted.map((row) => ({ ...row, name: names.get(row.organ) ?? '' })) })
    },
  }),
]
