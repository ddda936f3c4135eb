/** Requests: the list, one of them with all about it, its history, its clock on any day. */

import { z } from 'zod'
import { calendarOf } from '../../../office/handling/calendar-of.ts'
import { stateOf } from '../../../office/handling/state-of-request.ts'
import { casesList, writeCases } from '../../../office/lists/cases-list.ts'
import { findCase } from '../../../office/lists/find-case.ts'
import { clockOf } from '../../../office/requests/index.ts'
import { streamOfApplicant, streamOfRequest } from '../../../office/streams.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { etagOf, isKnown } from '../../http/preconditions.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, listOf, textOf } from '../../http/schemas.ts'
import { contextOf } from '../context.ts'
import { failureProblem } from '../refusals.ts'
import { caseSchema, viewCase } from '../views/case.ts'
import { caseRowSchema, viewOfRow } from '../views/case-row.ts'
import { clockSchema } from '../views/clock.ts'
import { eventSchema, viewOfEvent } from '../views/event.ts'
import { filterOf, filterQuery } from './case-filter.ts'
import { listAnswer, listFormat, listTypes } from './list-file.ts'
import { atOrgan, ofRequest, organParams, organRoute, requestParams, requestRoute } from './route.ts'
import { organsIn } from './scope.ts'

/** Rows of one file. */
const mostExported = 50_000

export const requestRoutes = [
  organRoute(atOrgan('readRequest'), {
    id: 'listRequests',
    method: 'GET',
    url: '/organs/:organ/requests',
    summary: '申请件的列表，最近收到的在前',
    tag: '申请件',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ ...filterQuery, ...pageQuery }),
    answers: { 200: pageOf(caseRowSchema) },
    async handle(call) {
      const { parts, query, url } = call
      const filter = filterOf(query, await organsIn(call, query.below, 'requests'), call.me.staff)
      const page = await pageFor(query, parts.tokenKey, (asked) =>
        parts.office.board.list({ ...filter, tests: 'too' }, asked),
      )
      if (isProblem(page)) return page
      return answer(200, { ...page, rows: page.rows.map(viewOfRow) }, linkToNext(url, page))
    },
  }),
  organRoute(atOrgan('readRequest'), {
    id: 'findRequest',
    method: 'POST',
    url: '/organs/:organ/requests/search',
    summary: '按登记编号或者文号找一件申请',
    about: '编号写在正文中，不写在地址中：有人会误写姓名。',
    tag: '申请件',
    rate: 'read',
    params: organParams,
    body: z.strictObject({ number: textOf('登记编号或者文号', 60) }),
    answers: { 200: z.object({ request: z.string().nullable().meta({ description: 'null：没有' }) }) },
    async handle({ parts: { office }, organ, body: { number } }) {
      const request = await office.inTransaction(organ.id, (unit) => findCase(unit, number))
      return answer(200, { request })
    },
  }),
  organRoute(atOrgan('exportRequests'), {
    id: 'exportRequests',
    method: 'GET',
    url: '/organs/:organ/exports/requests',
    summary: '申请件清单（XLSX 或 CSV），不含申请人和申请内容',
    tag: '申请件',
    rate: 'write',
    params: organParams,
    query: z.strictObject({ ...filterQuery, format: listFormat }),
    problems: [409],
    answers: { 200: { file: Object.values(listTypes) } },
    async handle(call) {
      const { parts, query, me } = call
      const { format } = query
      const filter = filterOf(query, await organsIn(call, query.below, 'export'), me.staff)
      const { rows, next } = await parts.office.board.list(filter, { limit: mostExported })
      if (next !== null)
        return failureProblem({
          failure: 'tooManyRows',
          message: `超过 ${mostExported} 件，请缩小筛选的范围，分次导出。`,
        })
      const ids = [...new Set(rows.flatMap(({ handler }) => handler ?? []))]
      const members = await Promise.all(ids.map((id) => parts.office.staff.get(id)))
      const names = new Map(members.flatMap((member) => (member ? [[member.id, member.name] as const] : [])))
      const bytes = await writeCases(format, rows, names)
      return listAnswer(casesList.what, format, bytes)
    },
  }),
  requestRoute(ofRequest('readRequest'), {
    id: 'readRequest',
    method: 'GET',
    url: '/organs/:organ/requests/:id',
    summary: '一件申请的全部情况：状态、期限、申请人（遮蔽）、内容、材料、文书、可办理的步骤',
    about: 'ETag 是该件的版本。剩余的工作日和可办理的步骤按当天计算，版本不变而日期变了的，请重新读取。',
    tag: '申请件',
    rate: 'read',
    params: requestParams,
    answers: { 200: caseSchema, 304: z.null() },
    async handle(call) {
      const { parts, organ, request, viewer, headers } = call
      const etag = etagOf(request.version)
      if (isKnown(headers['if-none-match'], etag)) return answer(304, null, { etag })
      const calendar = await calendarOf(parts.office, organ.id)
      const context = contextOf(call)
      const body = await parts.office.inTransaction(organ.id, async (unit) => {
        const row = (await unit.cases.get(request.id)) ?? request
        return viewCase(unit, { row, viewer, context, calendar })
      })
      return answer(200, body, { etag: etagOf(body.version) })
    },
  }),
  requestRoute(ofRequest('readRequest'), {
    id: 'listEventsOfRequest',
    method: 'GET',
    url: '/organs/:organ/requests/:id/events',
    summary: '一件申请的办理记录，从登记起',
    tag: '申请件',
    rate: 'read',
    params: requestParams,
    answers: { 200: z.object({ rows: listOf(eventSchema) }) },
    async handle({ parts: { office }, organ, request }) {
      const events = await office.inTransaction(organ.id, (unit) =>
        unit.events.load(streamOfRequest(request.id)),
      )
      return answer(200, { rows: events.map(viewOfEvent) })
    },
  }),
  requestRoute(ofRequest('review'), {
    id: 'readAudit',
    method: 'GET',
    url: '/organs/:organ/requests/:id/audit',
    summary: '谁在什么时刻办了什么、查看了申请人的什么信息',
    tag: '申请件',
    rate: 'read',
    params: requestParams,
    answers: {
      200: z.object({
        rows: listOf(eventSchema.extend({ actorName: z.string().nullable() })).meta({
          description: '按记录的先后；actorName 为 null 的，不是工作人员',
        }),
      }),
    },
    async handle({ parts: { office }, organ, request: { id, applicant } }) {
      const events = await office.inTransaction(organ.id, async ({ events }) => [
        ...(await events.load(streamOfRequest(id))),
        ...(applicant === null ? [] : await events.load(streamOfApplicant(applicant))),
      ])
      const rows = events
        .filter(({ stream, data }) => stream === streamOfRequest(id) || ('case' in data && data.case === id))
        .toSorted((a, b) => a.seq - b.seq)
      const actors = [...new Set(rows.map(({ actor }) => actor))]
      const members = await Promise.all(actors.map((actor) => office.staff.get(actor)))
      const names = new Map(members.flatMap((member) => (member ? [[member.id, member.name] as const] : [])))
      return answer(200, {
        rows: rows.map((event) => ({ ...viewOfEvent(event), actorName: names.get(event.actor) ?? null })),
      })
    },
  }),
  requestRoute(ofRequest('readRequest'), {
    id: 'readClock',
    method: 'GET',
    url: '/organs/:organ/requests/:id/clock',
    summary: '答复期限如何算得，从指定的一天看',
    tag: '申请件',
    rate: 'read',
    params: requestParams,
    query: z.strictObject({
      asOf: daySchema.optional().meta({ title: '从哪一天看', description: '不填为今天' }),
    }),
    answers: { 200: clockSchema },
    async handle({ parts: { office }, organ, request, query, today, policy }) {
      const calendar = await calendarOf(office, organ.id)
      const state = await office.inTransaction(organ.id, (unit) => stateOf(unit, request.id))
      return answer(200, clockOf(state, calendar, query.asOf ?? today, policy.clock))
    },
  }),
]
