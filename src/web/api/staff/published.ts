/** What is public already, by which an application may be spared (条例§36(1)): brought in as a list. */
import { z } from 'zod'
import { importPublished } from '../../../office/published/import-published.ts'
import {
  publishedList,
  writePublishedCsv,
  writePublishedXlsx,
} from '../../../office/published/published-list.ts'
import { isProblem } from '../../http/problem.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { listOf } from '../../http/schemas.ts'
import { faultsProblem, problemIn } from '../refusals.ts'
import { doIt, faultLineSchema, listFormat, listTypes } from './organs.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { sentFile } from './sent-file.ts'

export const publishedRoutes = [
  organRoute(atOrgan('manageTemplates'), {
    id: 'publishedTemplate',
    method: 'GET',
    url: '/organs/:organ/published/list',
    summary: '已公开信息清单的空白模板',
    tag: '设置',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ format: listFormat }),
    answers: { 200: { file: Object.values(listTypes) } },
    async handle({ query: { format } }) {
      const bytes =
        format === 'csv' ? new TextEncoder().encode(writePublishedCsv([])) : await writePublishedXlsx([])
      return fileAnswer({ name: `${publishedList.what}.${format}`, type: listTypes[format], bytes })
    },
  }),
  organRoute(atOrgan('manageTemplates'), {
    id: 'importPublished',
    method: 'POST',
    url: '/organs/:organ/published/list',
    summary: '导入已公开信息清单（XLSX 或 CSV），先看，再执行',
    about: '以表单提交一个文件。网址相同的以新导入的为准；不能导入的行逐行说明，其他的照常导入。',
    tag: '设置',
    rate: 'write',
    params: organParams,
    query: z.strictObject({ do: doIt }),
    files: 'only',
    problems: [409, 422],
    answers: {
      200: z.object({
        done: z.boolean(),
        items: z.number().int().meta({ description: '可以导入的条数' }),
        refused: listOf(faultLineSchema),
        unknownHeads: listOf(z.string()),
      }),
    },
    async handle(call) {
      const { parts, organ, actor, at, today, query } = call
      const bytes = await sentFile(call)
      if (isProblem(bytes)) return bytes
      const by = { actor: actor.id, at }
      const asked = { organ: organ.id, bytes, on: today, by, dryRun: query.do !== 'true' }
      const plan = await importPublished(parts.office, asked)
      if ('failure' in plan) return problemIn(plan)!
      if (!('items' in plan)) return faultsProblem('list', [plan])
      const { done, items, refused, unknownHeads } = plan
      return answer(200, { done, items: items.length, refused, unknownHeads })
    },
  }),
]
