/** The public catalogue (公开目录) as people look through it, and as machines take it along. */
import { z } from 'zod'
import type { Day } from '../../../law/day.ts'
import { pathOfDocument } from '../../../office/documents/address.ts'
import { everyDocument } from '../../../office/documents/every-document.ts'
import { publishedCsv } from '../../../office/documents/export-documents.ts'
import { type FacetKey, facetKeys } from '../../../office/documents/facets.ts'
import { isReadable } from '../../../office/documents/read-published.ts'
import type { DocumentFilter, DocumentRow, Office, OrganId } from '../../../office/ports.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem, type Problem } from '../../http/problem.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../http/schemas.ts'
import type { Visitor } from '../admission.ts'
import { documentFilterOf, publicDocumentQuery, readable } from '../documents/document-filter.ts'
import { publishedRowSchema, viewOfPublishedPage } from '../documents/view-published.ts'
import { many } from '../staff/case-filter.ts'
import { briefly, everybody, organAt, organParams, visitorRoute } from './route.ts'

const count = z.number().int()
const valueSchema = z.object({ key: z.string(), count, newest: daySchema.nullable() })
const facetsSchema = z.object(
  Object.fromEntries(facetKeys.map((key) => [key, listOf(valueSchema)])) as {
    [Key in FacetKey]: z.ZodReadonly<z.ZodArray<typeof valueSchema>>
  },
)

const catalogueSchema = pageOf(publishedRowSchema).extend({
  total: count,
  newest: daySchema.nullable().meta({ description: '最近一次公开的日期' }),
  facets: facetsSchema.meta({ description: '其他条件不变时，各分类下各有多少' }),
})

interface Looking extends Visitor {
  readonly query: { readonly limit: number; readonly after?: string | undefined }
  readonly url: string
}

async function browse(call: Looking, filter: DocumentFilter, among: readonly OrganId[]) {
  const { parts, today, query } = call
  const { documents } = parts.office
  const page = await pageFor(query, parts.tokenKey, (asked) => documents.list(filter, asked))
  if (isProblem(page)) return page
  const [view, faceted] = await Promise.all([
    viewOfPublishedPage(parts.office, page, today),
    documents.facets(filter, among, today),
  ])
  const told = { ...view, ...faceted }
  return answer(200, told, { ...briefly, ...linkToNext(call.url, page) })
}

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

async function* readableDocuments(office: Office, filter: DocumentFilter): AsyncGenerator<DocumentRow> {
  for await (const row of everyDocument(office, filter)) if (isReadable(row)) yield row
}

/** Page by page as the lists are, so that the file says what they say. */
async function jsonOf(office: Office, filter: DocumentFilter, today: Day, baseUrl: string): Promise<string> {
  const rows: object[] = []
  for (let after: string | undefined; ; ) {
    const page = await office.documents.list(filter, { limit: 500, after })
    const view = await viewOfPublishedPage(office, page, today)
    for (const row of view.rows) {
      // Through the schema of the list: a file has nothing that the list has not.
      const told = publishedRowSchema.parse(row)
      rows.push({ ...told, url: new URL(told.path, baseUrl).href })
    }
    if (page.next === null) return JSON.stringify({ documents: rows }, null, 1)
    after = page.next
  }
}

export const publicCatalogueRoutes = [
  visitorRoute(everybody, {
    id: 'browseAllPublished',
    method: 'GET',
    url: '/published/catalogue',
    summary: '各机关的公开目录：一页文件，以及各分类下各有多少',
    tag: '公众',
    rate: 'public',
    query: z.strictObject({ organ: many(idSchema, '机关的编号'), ...publicDocumentQuery, ...pageQuery }),
    answers: { 200: catalogueSchema },
    async handle(call) {
      const { parts, query, today } = call
      const among = (await parts.office.organs.all()).map(({ id }) => id)
      return browse(call, readable(documentFilterOf(query, query.organ ?? among, today)), among)
    },
  }),
  visitorRoute(everybody, {
    id: 'browsePublished',
    method: 'GET',
    url: '/organs/:organ/published/catalogue',
    summary: '一个机关的公开目录：一页文件，以及各分类下各有多少',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: z.strictObject({ ...publicDocumentQuery, ...pageQuery }),
    problems: [404],
    answers: { 200: catalogueSchema },
    async handle(call) {
      const organ = await organAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      return browse(call, readable(documentFilterOf(call.query, [organ.id], call.today)), [organ.id])
    },
  }),
  visitorRoute(everybody, {
    id: 'downloadPublished',
    method: 'GET',
    url: '/organs/:organ/published/file',
    summary: '下载一个机关公开信息的目录（CSV、JSON），供程序读取',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: z.strictObject({
      format: z.enum(['csv', 'json']).default('csv').meta({ title: '格式' }),
      ...publicDocumentQuery,
    }),
    problems: [404],
    answers: { 200: { file: Object.values(types) } },
    async handle(call) {
      const { parts, params, query, today } = call
      const organ: { id: OrganId } | Problem = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const { format, ...asked } = query
      const filter = readable(documentFilterOf(asked, [organ.id], today))
      const addressOf = (row: DocumentRow) => new URL(pathOfDocument(row.organ, row.id), parts.baseUrl).href
      const text =
        format === 'json'
          ? await jsonOf(parts.office, filter, today, parts.baseUrl)
          : await publishedCsv(readableDocuments(parts.office, filter), addressOf, today)
      const name = `公开信息目录${query.year === undefined ? '' : `-${query.year}年`}.${format}`
      return fileAnswer({ name, type: types[format], bytes: new TextEncoder().encode(text) })
    },
  }),
]
