/** 专题: documents on one subject, of whatever organ, put together by an organ. */
import { z } from 'zod'
import { documentsOfSpecial } from '../../../office/documents/records/special.ts'
import type { RecordRow } from '../../../office/ports.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../http/schemas.ts'
import { readable } from '../documents/document-filter.ts'
import { publishedRowSchema, viewOfPublishedPage } from '../documents/view-published.ts'
import { briefly, everybody, organAt, organParams, visitorRoute } from './route.ts'

const specialSchema = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  openedOn: daySchema,
  closed: z.boolean().meta({ description: '不再增加内容' }),
})

const viewOfSpecial = ({ id, data, openedOn, state }: RecordRow) => ({
  ...{ id, openedOn, closed: state === 'closed' },
  ...{ title: String(data.title ?? ''), summary: String(data.summary ?? '') },
})

export const publicSpecialRoutes = [
  visitorRoute(everybody, {
    id: 'listSpecials',
    method: 'GET',
    url: '/organs/:organ/published/specials',
    summary: '一个机关的专题',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: z.strictObject(pageQuery),
    problems: [404],
    answers: { 200: pageOf(specialSchema) },
    async handle(call) {
      const { parts, params, query, url } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const filter = { organs: [organ.id], kind: 'special' } as const
      const page = await pageFor(query, parts.tokenKey, (asked) => parts.office.records.list(filter, asked))
      if (isProblem(page)) return page
      const rows = page.rows.map(viewOfSpecial)
      return answer(200, { ...page, rows }, { ...briefly, ...linkToNext(url, page) })
    },
  }),
  visitorRoute(everybody, {
    id: 'readSpecial',
    method: 'GET',
    url: '/organs/:organ/published/specials/:special',
    summary: '一个专题和列入其中的公开信息',
    tag: '公众',
    rate: 'public',
    params: organParams.extend({ special: idSchema }),
    problems: [404],
    answers: { 200: specialSchema.extend({ documents: listOf(publishedRowSchema) }) },
    async handle(call) {
      const { parts, params, today } = call
      const { office } = parts
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const found = await office.records.get(organ.id, 'special', params.special)
      if (found === null) return notFound()
      const ids = documentsOfSpecial(found)
      const organs = (await office.organs.all()).map(({ id }) => id)
      const page = await office.documents.list(readable({ organs, ids }), { limit: 200 })
      const { rows } = await viewOfPublishedPage(office, page, today)
      const place = (id: string) => ids.indexOf(id)
      const documents = rows.toSorted((a, b) => place(a.id) - place(b.id))
      return answer(200, { ...viewOfSpecial(found), documents }, briefly)
    },
  }),
]
