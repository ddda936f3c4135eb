/** A document looked at before it goes on: as everybody will read it, and what changed from version to version. */
import { z } from 'zod'
import { namedDocument, offerDocuments } from '../../../office/documents/cited-document.ts'
import { compareVersions, previewDocument } from '../../../office/documents/preview-document.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { listOf } from '../../http/schemas.ts'
import { publishedDocumentSchema, publishersOf, viewPublished } from '../documents/view-published.ts'
import { documentParams } from './document-verbs.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const number = (title: string) => z.coerce.number().int().min(1).max(9999).meta({ title })

export const documentLookRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'suggestDocuments',
    method: 'GET',
    url: '/organs/:organ/documents/suggestions',
    summary: '边输入边提示的文件：本机关和上级机关已公开的，按发文字号或者标题',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ q: z.string().trim().min(1).max(300).meta({ title: '输入的文字' }) }),
    answers: { 200: z.object({ rows: listOf(z.object({ label: z.string(), note: z.string() })) }) },
    async handle({ parts: { office }, organ, query }) {
      const [found, publisher] = await Promise.all([
        offerDocuments(office, organ.id, query.q),
        publishersOf(office),
      ])
      const rows = found.map((row) => ({ label: namedDocument(row), note: publisher(row.organ).name }))
      return answer(200, { rows })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'previewDocument',
    method: 'GET',
    url: '/organs/:organ/documents/:id/preview',
    summary: '公开以后公众所见的样子；不写版本的，为正在起草的或者最新的版本',
    tag: '主动公开',
    rate: 'read',
    params: documentParams,
    query: z.strictObject({ version: number('版本').optional() }),
    problems: [404],
    answers: { 200: publishedDocumentSchema },
    async handle({ parts: { office }, organ, params, query, today }) {
      const found = await office.inTransaction(organ.id, (unit) =>
        previewDocument(unit, params.id, query.version),
      )
      return found === null
        ? notFound()
        : answer(200, viewPublished(found, { name: organ.name, closed: null }, today))
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'compareVersions',
    method: 'GET',
    url: '/organs/:organ/documents/:id/changes',
    summary: '两个版本的正文逐行比较；正在起草的为最新版本之后的一个版本',
    tag: '主动公开',
    rate: 'read',
    params: documentParams,
    query: z.strictObject({ from: number('原来的版本'), to: number('后来的版本') }),
    problems: [404],
    answers: {
      200: z.object({
        rows: listOf(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
      }),
    },
    async handle({ parts: { office }, organ, params, query }) {
      const rows = await office.inTransaction(organ.id, (unit) =>
        compareVersions(unit, params.id, query.from, query.to),
      )
      return rows === null ? notFound() : answer(200, { rows })
    },
  }),
]
