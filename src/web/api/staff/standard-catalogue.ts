/** The standard catalogue of the 26 fields, from and to Excel. */
import { z } from 'zod'
import { fields } from '../../../law/catalogue.ts'
import {
  catalogueOf,
  planCatalogue,
  settleCatalogue,
  standardCatalogue,
  writeCatalogue,
} from '../../../office/documents/standard-catalogue.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { listOf } from '../../http/schemas.ts'
import { documentWords } from '../documents/schemas.ts'
import { faultsProblem } from '../refusals.ts'
import { cameOfList, givesList, listAnswer, takesList } from './list-file.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { sentFile } from './sent-file.ts'

const count = z.number().int()

export const standardCatalogueRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'readStandardCatalogue',
    method: 'GET',
    url: '/organs/:organ/documents/catalogue',
    summary: '基层政务公开标准目录，各领域已公开多少',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        rows: listOf(z.object({ field: documentWords.field, cells: z.record(z.string(), z.string()) })),
        published: listOf(z.object({ field: documentWords.field, caption: z.string(), count })),
      }),
    },
    async handle({ parts: { office }, organ }) {
      const rows = await catalogueOf(office, organ.id)
      const counted = await office.documents.tally({ organs: [organ.id], shown: ['whole'] }, ['field'])
      const published = counted.flatMap(({ field, count }) =>
        field === null ? [] : [{ field, caption: fields[field], count }],
      )
      return answer(200, { rows, published })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'exportStandardCatalogue',
    ...givesList,
    url: '/organs/:organ/documents/catalogue/list',
    summary: '导出基层政务公开标准目录；还没有的，是空白模板',
    tag: '主动公开',
    params: organParams,
    async handle({ parts: { office }, organ, query: { format } }) {
      const bytes = await writeCatalogue(await catalogueOf(office, organ.id), format)
      return listAnswer(standardCatalogue.what, format, bytes)
    },
  }),
  organRoute(atOrgan('manageChannels'), {
    id: 'importStandardCatalogue',
    ...takesList,
    url: '/organs/:organ/documents/catalogue/list',
    summary: '导入基层政务公开标准目录（XLSX 或 CSV），先看，再执行；整份替换',
    about: '以表单提交一个文件。有一行不对的，整份不替换，逐行说明。',
    tag: '主动公开',
    params: organParams,
    answers: {
      200: z.object({
        ...cameOfList,
        entries: count,
      }),
    },
    async handle(call) {
      const { parts, organ, actor, at, query } = call
      const bytes = await sentFile(call)
      if (isProblem(bytes)) return bytes
      const plan = await planCatalogue(bytes)
      if (!('entries' in plan)) return faultsProblem('list', [plan])
      const by = { actor: actor.id, at }
      const done = query.do === 'true' && (await settleCatalogue(parts.office, organ.id, plan, by))
      const { entries, refused, unknownHeads } = plan
      return answer(200, { done, entries: entries.length, refused, unknownHeads })
    },
  }),
]
