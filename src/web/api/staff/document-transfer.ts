/** Documents brought in from an existing site, and taken along. */
import { z } from 'zod'
import { exportDocuments } from '../../../office/documents/export-documents.ts'
import { isAddress, siteSources } from '../../../office/documents/import/found-page.ts'
import { importSite } from '../../../office/documents/import/import-documents.ts'
import { readSite } from '../../../office/documents/import/read-site.ts'
import { isProblem } from '../../http/problem.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { captionsOf, listOf } from '../../http/schemas.ts'
import { documentWords } from '../documents/schemas.ts'
import { faultsProblem } from '../refusals.ts'
import { doIt, listTypes } from './list-file.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { sentFile } from './sent-file.ts'

const types = { ...listTypes, json: 'application/json; charset=utf-8' } as const
const count = z.number().int()
const sentCount = z.coerce.number().int()

export const documentTransferRoutes = [
  organRoute(atOrgan('importDocument'), {
    id: 'importSite',
    method: 'POST',
    url: '/organs/:organ/documents/import',
    summary: '从旧站点导入：清单（CSV、XLSX）、RSS、网站地图，或者网页文件夹（ZIP）；先看，再执行',
    about: '以表单提交一个文件。网址相同的再次导入成为新版本；没有读懂的逐处说明，其他的照常导入。',
    tag: '主动公开',
    rate: 'write',
    params: organParams,
    query: z.strictObject({
      do: doIt,
      class: documentWords.class.default('news').meta({ title: '作为哪一种信息' }),
      from: sentCount
        .min(0)
        .default(0)
        .meta({ title: '从第几条起', description: '分次导入时，已经导入的条数' }),
      most: sentCount.min(1).optional().meta({ title: '这一次最多几条', description: '不填为全部' }),
      base: z
        .string()
        .max(500)
        .refine(isAddress, '应为 http:// 或者 https:// 开头的完整网址')
        .optional()
        .meta({ title: '网页文件夹原来的网址' }),
    }),
    files: 'only',
    problems: [409, 422],
    answers: {
      200: z.object({
        done: z.boolean(),
        source: captionsOf(siteSources),
        taken: count.meta({ description: '导入或者可以导入的' }),
        same: count.meta({ description: '已经在这里、没有变化的' }),
        next: count.nullable().meta({ description: '下一次从第几条起；已经全部看过的为 null' }),
        of: count.meta({ description: '文件中读懂的条数' }),
        notUnderstood: listOf(z.object({ where: z.string(), message: z.string() })),
      }),
    },
    async handle(call) {
      const { parts, organ, actor, at, today, query } = call
      const bytes = await sentFile(call)
      if (isProblem(bytes)) return bytes
      const base = query.base ?? new URL(`/old/${organ.id}/`, parts.baseUrl).href
      const found = await readSite({ organ: organ.id, bytes, base })
      if ('refused' in found) return faultsProblem('list', [found])
      const importing = {
        organ: organ.id,
        found,
        class: query.class,
        from: query.from,
        most: query.most ?? null,
        today,
        at,
        actor,
      }
      return answer(200, await importSite(parts.office, { ...importing, dryRun: query.do !== 'true' }))
    },
  }),
  organRoute(atOrgan('exportDocuments'), {
    id: 'exportDocuments',
    method: 'GET',
    url: '/organs/:organ/documents/export',
    summary: '导出全部文件：目录（XLSX、CSV），或者连同正文和各个版本（JSON）',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      format: z.enum(['xlsx', 'csv', 'json']).default('xlsx').meta({ title: '格式' }),
    }),
    answers: { 200: { file: Object.values(types) } },
    async handle({ parts: { office }, organ, today, query: { format } }) {
      const { name, bytes } = await exportDocuments(office, organ.id, format, today)
      return fileAnswer({ name, type: types[format], bytes })
    },
  }),
]
