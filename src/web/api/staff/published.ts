/** What is public already, by which an application may be spared (条例§36(1)): brought in as a list. */
import { z } from 'zod'
import { importPublished } from '../../../office/published/import-published.ts'
import { publishedList, writePublished } from '../../../office/published/published-list.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { faultsProblem, problemIn } from '../refusals.ts'
import { cameOfList, givesList, listAnswer, takesList } from './list-file.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { sentFile } from './sent-file.ts'

export const publishedRoutes = [
  organRoute(atOrgan('manageTemplates'), {
    id: 'publishedTemplate',
    ...givesList,
    url: '/organs/:organ/published/list',
    summary: '已公开信息清单的空白模板',
    tag: '设置',
    params: organParams,
    async handle({ query: { format } }) {
      const bytes = await writePublished([], format)
      return listAnswer(publishedList.what, format, bytes)
    },
  }),
  organRoute(atOrgan('manageTemplates'), {
    id: 'importPublished',
    ...takesList,
    url: '/organs/:organ/published/list',
    summary: '导入已公开信息清单（XLSX 或 CSV），先看，再执行',
    about: '以表单提交一个文件。网址相同的以新导入的为准；不能导入的行逐行说明，其他的照常导入。',
    tag: '设置',
    params: organParams,
    answers: {
      200: z.object({
        ...cameOfList,
        items: z.number().int().meta({ description: '可以导入的条数' }),
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
