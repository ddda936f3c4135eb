/** What is public, to be looked through, read and taken along by everybody (条例§24). */
import { z } from 'zod'
import { pathOfDocument } from '../../../office/documents/address.ts'
import { type PaperFormat, paperOfDocument } from '../../../office/documents/paper.ts'
import { openPublishedFile, readPublished } from '../../../office/documents/read-published.ts'
import type { Office, OrganId } from '../../../office/ports.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isKnown } from '../../http/preconditions.ts'
import { isProblem, type Problem, problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer, fileAnswer, type Sent } from '../../http/route.ts'
import { idSchema, listOf } from '../../http/schemas.ts'
import type { Visitor } from '../admission.ts'
import { documentFilterOf, publicDocumentQuery, readable } from '../documents/document-filter.ts'
import { documentWords } from '../documents/schemas.ts'
import {
  publishedDocumentSchema,
  publishedRowSchema,
  publisherOf,
  viewOfPublishedPage,
  viewPublished,
} from '../documents/view-published.ts'
import { many } from '../staff/case-filter.ts'
import { briefly, everybody, organAt, organParams, visitorRoute } from './route.ts'

const count = z.number().int()

const paperTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Readonly<Record<PaperFormat, string>>

const tallyKeys = {
  organ: z.string(),
  class: documentWords.class,
  item: documentWords.item,
  localMatter: z.string().nullable(),
  theme: documentWords.theme.nullable(),
  genre: documentWords.genre.nullable(),
  field: documentWords.field.nullable(),
  year: count.nullable(),
} as const

const by = many(z.enum(Object.keys(tallyKeys) as [keyof typeof tallyKeys]), '按什么分别计数')
const tallySchema = z.object({ rows: listOf(z.object(tallyKeys).partial().extend({ count })) })

const ofOrgan = z.strictObject(publicDocumentQuery)
const ofOrgans = z.strictObject({ organ: many(idSchema, '机关的编号'), ...publicDocumentQuery })

type Asking<Query extends z.ZodType> = Visitor & Pick<Sent<unknown, z.output<Query>>, 'query' | 'url'>

/** The organs that are named, else all. */
const organsAsked = async ({ parts, query }: Asking<typeof ofOrgans>): Promise<readonly OrganId[]> =>
  query.organ ?? (await parts.office.organs.all()).map(({ id }) => id)

const pagedQuery = ofOrgan.extend(pageQuery)
const tallyQuery = ofOrgan.extend({ by })

async function listed({ parts, query, today, url }: Asking<typeof pagedQuery>, organs: readonly OrganId[]) {
  const filter = readable(documentFilterOf(query, organs, today))
  const page = await pageFor(query, parts.tokenKey, (asked) => parts.office.documents.list(filter, asked))
  if (isProblem(page)) return page
  return answer(200, await viewOfPublishedPage(parts.office, page, today), {
    ...briefly,
    ...linkToNext(url, page),
  })
}

async function tallied({ parts, query, today }: Asking<typeof tallyQuery>, organs: readonly OrganId[]) {
  const filter = readable(documentFilterOf(query, organs, today))
  const rows = await parts.office.documents.tally(filter, query.by ?? [])
  return answer(200, { rows: rows as readonly { count: number }[] }, briefly)
}

const documentParams = organParams.extend({ document: idSchema.meta({ description: '文件的编号' }) })

/** What is not to be read: gone where everybody may know that it was there, else not found. */
async function absent(
  { documents }: Pick<Office, 'documents'>,
  organ: OrganId,
  id: string,
): Promise<Problem> {
  const row = await documents.get(organ, id)
  return row?.shown === 'tombstone' && row.withdrawn !== null ? problem('gone') : notFound()
}

export const publishedDocumentRoutes = [
  visitorRoute(everybody, {
    id: 'listAllPublished',
    method: 'GET',
    url: '/published',
    summary: '各机关已公开的信息，最近公开的在前',
    tag: '公众',
    rate: 'public',
    query: ofOrgans.extend(pageQuery),
    answers: { 200: pageOf(publishedRowSchema) },
    handle: async (call) => listed(call, await organsAsked(call)),
  }),
  visitorRoute(everybody, {
    id: 'tallyAllPublished',
    method: 'GET',
    url: '/published/tally',
    summary: '各机关已公开的信息，按所选的项目分别计数',
    tag: '公众',
    rate: 'public',
    query: ofOrgans.extend({ by }),
    answers: { 200: tallySchema },
    handle: async (call) => tallied(call, await organsAsked(call)),
  }),
  visitorRoute(everybody, {
    id: 'findByAddress',
    method: 'GET',
    url: '/published/address',
    summary: '原站点的网址现在在哪里',
    tag: '公众',
    rate: 'public',
    query: z.strictObject({ address: z.string().max(4000).meta({ title: '原来的网址' }) }),
    problems: [404],
    answers: { 200: z.object({ organ: z.string(), id: z.string(), path: z.string() }) },
    async handle({ parts: { office }, query }) {
      const row = await office.documents.atAddress(query.address)
      if (row === null || row.shown === null) return notFound()
      const { organ, id } = row
      return answer(200, { organ, id, path: pathOfDocument(organ, id) }, briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'listPublished',
    method: 'GET',
    url: '/organs/:organ/published/documents',
    summary: '一个机关已公开的信息，最近公开的在前',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: pagedQuery,
    problems: [404],
    answers: { 200: pageOf(publishedRowSchema) },
    async handle(call) {
      const organ = await organAt(call, call.params.organ)
      return isProblem(organ) ? organ : listed(call, [organ.id])
    },
  }),
  visitorRoute(everybody, {
    id: 'tallyPublished',
    method: 'GET',
    url: '/organs/:organ/published/documents/tally',
    summary: '一个机关已公开的信息，按所选的项目分别计数（公开目录）',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: tallyQuery,
    problems: [404],
    answers: { 200: tallySchema },
    async handle(call) {
      const organ = await organAt(call, call.params.organ)
      return isProblem(organ) ? organ : tallied(call, [organ.id])
    },
  }),
  visitorRoute(everybody, {
    id: 'readPublished',
    method: 'GET',
    url: '/organs/:organ/published/documents/:document',
    summary: '一份公开的信息：元数据、正文、附件、各个版本、相关信息；已撤下的，说明原因',
    about:
      '已撤下的回答 410，同时给出撤下的日期、原因和说明；它的各个版本、文稿和附件也是 410。暂时限制查看的不是。',
    tag: '公众',
    rate: 'public',
    params: documentParams,
    query: z.strictObject({
      version: z.coerce.number().int().min(1).max(9999).optional().meta({ title: '第几个版本' }),
    }),
    problems: [404],
    answers: { 200: publishedDocumentSchema, 304: z.null(), 410: publishedDocumentSchema },
    async handle(call) {
      const { parts, params, query, today, headers } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const found = await readPublished(parts.office, organ.id, params.document, query.version)
      if (found === null) return absent(parts.office, organ.id, params.document)
      // Validity is that of the day, and what is related may change by itself.
      const related = found.related.map(({ row }) => `${row.id}-${row.version}`).join('.')
      const etag = `"${found.row.version}-${today}-${found.version?.number ?? 0}${related && `-${related}`}"`
      const cache = { ...briefly, etag }
      if (isKnown(headers['if-none-match'], etag)) return answer(304, null, cache)
      const status = found.row.withdrawn === null ? 200 : 410
      return answer(status, viewPublished(found, await publisherOf(parts.office, organ), today), cache)
    },
  }),
  visitorRoute(everybody, {
    id: 'fetchPublishedPaper',
    method: 'GET',
    url: '/organs/:organ/published/documents/:document/paper',
    summary: '公开信息的 WORD、PDF（不带印章的清晰文本）',
    tag: '公众',
    rate: 'public',
    params: documentParams,
    query: z.strictObject({
      format: z.enum(['docx', 'pdf']).default('pdf').meta({ title: '格式' }),
      version: z.coerce.number().int().min(1).max(9999).optional().meta({ title: '第几个版本' }),
    }),
    problems: [404, 410],
    answers: { 200: { file: Object.values(paperTypes) } },
    async handle(call) {
      const { parts, params, query, today } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const found = await readPublished(parts.office, organ.id, params.document, query.version)
      if (found === null || found.version === null || found.html === null)
        return absent(parts.office, organ.id, params.document)
      const { content, files, acts } = found.version
      const open = files.filter(({ cleared }) => cleared)
      const day = acts[0]?.on ?? today
      const { name, bytes } = await paperOfDocument(
        { content, html: found.html, files: open, day },
        query.format,
      )
      return fileAnswer({ name, type: paperTypes[query.format], bytes })
    },
  }),
  visitorRoute(everybody, {
    id: 'fetchPublishedFile',
    method: 'GET',
    url: '/organs/:organ/published/documents/:document/files/:file',
    summary: '下载公开信息的附件',
    tag: '公众',
    rate: 'public',
    params: documentParams.extend({ file: idSchema.meta({ description: '附件的编号' }) }),
    problems: [404, 410],
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle(call) {
      const { parts, params } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const opened = await openPublishedFile(parts.office, organ.id, params.document, params.file)
      if (opened === null) return absent(parts.office, organ.id, params.document)
      const { name, type } = opened.file
      return fileAnswer({ name, type, bytes: opened.bytes })
    },
  }),
]
