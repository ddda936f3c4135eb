/** Documents as staff work on them: the list, one with all about it, drafts, its history. */
import { z } from 'zod'
import type { Day } from '../../../law/day.ts'
import { type DraftInput, writeDraft } from '../../../office/documents/draft-document.ts'
import { firstOfMonth, firstOfYear } from '../../../office/documents/visits.ts'
import { calendarOf } from '../../../office/handling/calendar-of.ts'
import { streamOfDocument } from '../../../office/streams.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { etagOf, isKnown } from '../../http/preconditions.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { daySchema, listOf } from '../../http/schemas.ts'
import { documentFilterOf, staffDocumentQuery } from '../documents/document-filter.ts'
import {
  documentRowSchema,
  documentWords,
  draftSchema,
  viewOfDocumentRow,
  visitsSchema,
} from '../documents/schemas.ts'
import { documentSchema, viewDocument } from '../documents/view-document.ts'
import { eventSchema, viewOfEvent } from '../views/event.ts'
import { many } from './case-filter.ts'
import { answerOfDocument, documentDoneSchema, documentParams } from './document-verbs.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { belowQuery, organsIn } from './scope.ts'

const count = z.number().int()

const tallyKeys = {
  organ: z.string(),
  stage: documentWords.stage,
  class: documentWords.class,
  attribute: documentWords.attribute.nullable(),
  item: documentWords.item,
  theme: documentWords.theme.nullable(),
  genre: documentWords.genre.nullable(),
  field: documentWords.field.nullable(),
  year: count.nullable(),
} as const

const tallySchema = z.object(tallyKeys).partial().extend({ count })

export const documentRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'listDocuments',
    method: 'GET',
    url: '/organs/:organ/documents',
    summary: '文件的列表，没有公开的在前，最近公开的次之',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ ...staffDocumentQuery, ...belowQuery, ...pageQuery }),
    answers: { 200: pageOf(documentRowSchema.extend({ visits: visitsSchema })) },
    async handle(call) {
      const { parts, query, url, today } = call
      const organs = await organsIn(call, query.below, 'documents')
      const filter = documentFilterOf(query, organs, today)
      const page = await pageFor(query, parts.tokenKey, (asked) => parts.office.documents.list(filter, asked))
      if (isProblem(page)) return page
      const ids = page.rows.map(({ id }) => id)
      const visits = await parts.office.visits.of(organs, ids, firstOfYear(today))
      const rows = page.rows.map((row) => ({
        ...viewOfDocumentRow(row, today),
        visits: visits.get(row.id) ?? 0,
      }))
      return answer(200, { ...page, rows }, linkToNext(url, page))
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'tallyDocuments',
    method: 'GET',
    url: '/organs/:organ/documents/tally',
    summary: '文件按所选的项目分别计数',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      ...staffDocumentQuery,
      ...belowQuery,
      by: many(z.enum(Object.keys(tallyKeys) as [keyof typeof tallyKeys]), '按什么分别计数'),
    }),
    answers: { 200: z.object({ rows: listOf(tallySchema) }) },
    async handle(call) {
      const { query, parts, today } = call
      const filter = documentFilterOf(query, await organsIn(call, query.below, 'documents'), today)
      const rows = await parts.office.documents.tally(filter, query.by ?? [])
      return answer(200, { rows: rows as readonly z.input<typeof tallySchema>[] })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'readDocument',
    method: 'GET',
    url: '/organs/:organ/documents/:id',
    summary: '一份文件的全部情况：正在起草的、各个版本、审查和发布、关联、可办理的步骤',
    about: 'ETag 是该文件的版本。可办理的步骤按当天和登录人员计算。',
    tag: '主动公开',
    rate: 'read',
    params: documentParams,
    answers: { 200: documentSchema, 304: z.null() },
    async handle({ parts: { office }, organ, actor, today, params, headers }) {
      const calendar = await calendarOf(office, organ.id)
      const body = await office.inTransaction(organ.id, (unit) =>
        viewDocument(unit, params.id, { actor, today }, calendar),
      )
      if (body === null) return notFound()
      const etag = etagOf(body.version)
      return isKnown(headers['if-none-match'], etag)
        ? answer(304, null, { etag })
        : answer(200, body, { etag })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'listEventsOfDocument',
    method: 'GET',
    url: '/organs/:organ/documents/:id/events',
    summary: '一份文件的办理记录，从起草起',
    tag: '主动公开',
    rate: 'read',
    params: documentParams,
    answers: { 200: z.object({ rows: listOf(eventSchema) }) },
    async handle({ parts: { office }, organ, params }) {
      const events = await office.inTransaction(organ.id, (unit) =>
        unit.events.load(streamOfDocument(params.id)),
      )
      return events.length === 0 ? notFound() : answer(200, { rows: events.map(viewOfEvent) })
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'countVisits',
    method: 'GET',
    url: '/organs/:organ/documents/:id/visits',
    summary: '一份公开的信息被打开的次数：页面、下载的文稿和附件；不记录是谁',
    tag: '主动公开',
    rate: 'read',
    params: documentParams,
    answers: {
      200: z.object({
        asOf: daySchema,
        since: daySchema.nullable().meta({ description: '从哪一天起计数' }),
        month: count.meta({ description: '本月' }),
        year: visitsSchema,
      }),
    },
    async handle({ parts: { office }, organ, params: { id }, today }) {
      if ((await office.documents.get(organ.id, id)) === null) return notFound()
      const countSince = async (day: Day) => (await office.visits.of([organ.id], [id], day)).get(id) ?? 0
      return answer(200, {
        asOf: today,
        since: await office.visits.begunOn(organ.id),
        month: await countSince(firstOfMonth(today)),
        year: await countSince(firstOfYear(today)),
      })
    },
  }),
  organRoute(atOrgan('draftDocument'), {
    id: 'createDocument',
    method: 'POST',
    url: '/organs/:organ/documents',
    summary: '起草一份新的文件',
    tag: '主动公开',
    rate: 'write',
    params: organParams,
    body: draftSchema,
    problems: [409, 422],
    answers: { 201: documentDoneSchema },
    async handle({ parts, organ, actor, today, at, body }) {
      const done = await writeDraft(parts.office, {
        ...{ organ: organ.id, document: parts.newId(), action: 'draftDocument', at, seen: 0 },
        context: { today, actor },
        draft: { ...body, issuer: body.issuer ?? organ.name } as DraftInput,
      })
      return answerOfDocument(201, done)
    },
  }),
  ...(['draftDocument', 'amendDocument'] as const).map((action) =>
    organRoute(atOrgan(action), {
      id: action,
      method: 'POST',
      url: `/organs/:organ/documents/:id/${action}`,
      summary: action === 'draftDocument' ? '修改正在起草的内容' : '在已签发的版本上起草新版本',
      tag: '主动公开',
      rate: 'write',
      params: documentParams,
      body: draftSchema,
      ifMatch: true,
      problems: [404, 409, 422],
      answers: { 200: documentDoneSchema },
      async handle({ parts, organ, actor, today, at, body, params, seen }) {
        const row = await parts.office.documents.get(organ.id, params.id)
        if (row === null) return notFound()
        const done = await writeDraft(parts.office, {
          ...{ organ: organ.id, document: params.id, action, at, seen },
          context: { today, actor },
          draft: body as DraftInput,
        })
        return answerOfDocument(200, done)
      },
    }),
  ),
]
