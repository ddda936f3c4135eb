/** What people outside say of what is public: opinions on a draft, errors they found, whether it was of use. */
import { z } from 'zod'
import { addWorkingDays } from '../../../law/calendar.ts'
import type { Day } from '../../../law/day.ts'
import { readPublished } from '../../../office/documents/read-published.ts'
import { noteRecord, openRecord } from '../../../office/documents/records/keep-record.ts'
import { correctionDays } from '../../../office/documents/records/record.ts'
import { calendarOf } from '../../../office/handling/calendar-of.ts'
import type { RecordRow } from '../../../office/ports.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { daySchema, idSchema, okSchema, textOf } from '../../http/schemas.ts'
import { problemIn, refusalProblem } from '../refusals.ts'
import { briefly, everybody, organAt, organParams, visitorRoute, workingOrganAt } from './route.ts'

const written = {
  text: textOf('内容', 5000),
  name: z.string().trim().max(60).default('').meta({ title: '姓名或者名称', description: '可以不填' }),
  contact: z
    .string()
    .trim()
    .max(100)
    .default('')
    .meta({ title: '联系方式', description: '需要答复的请填写' }),
}

const callSchema = z.object({
  id: z.string(),
  title: z.string(),
  document: z.string().nullable().meta({ description: '征求意见公告的编号' }),
  openedOn: daySchema,
  until: daySchema.nullable(),
  open: z.boolean(),
  result: z.string().nullable(),
})

const viewOfCall = ({ id, about, due, state, openedOn, data }: RecordRow, today: Day) => ({
  ...{ id, openedOn, document: about, until: due, title: String(data.title ?? '') },
  open: state === 'open' && (due === null || today <= due),
  result: state === 'closed' ? String(data.because ?? '') : null,
})

const receiptSchema = z.object({ id: z.string().meta({ description: '登记编号，查询结果时使用' }) })

export const participationRoutes = [
  visitorRoute(everybody, {
    id: 'listCalls',
    method: 'GET',
    url: '/organs/:organ/published/calls',
    summary: '正在和曾经公开征求意见的事项',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: z.strictObject(pageQuery),
    problems: [404],
    answers: {
      200: pageOf(callSchema),
    },
    async handle(call) {
      const { parts, params, query, today, url } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const filter = { organs: [organ.id], kind: 'call' } as const
      const page = await pageFor(query, parts.tokenKey, (asked) => parts.office.records.list(filter, asked))
      if (isProblem(page)) return page
      const rows = page.rows.map((row) => viewOfCall(row, today))
      return answer(200, { ...page, rows }, { ...briefly, ...linkToNext(url, page) })
    },
  }),
  visitorRoute(everybody, {
    id: 'readCall',
    method: 'GET',
    url: '/organs/:organ/published/calls/:call',
    summary: '一项征求意见：事项、期限、结果',
    tag: '公众',
    rate: 'public',
    params: organParams.extend({ call: idSchema }),
    problems: [404],
    answers: { 200: callSchema },
    async handle(call) {
      const organ = await organAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      const found = await call.parts.office.records.get(organ.id, 'call', call.params.call)
      return found === null ? notFound() : answer(200, viewOfCall(found, call.today), briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'giveOpinion',
    method: 'POST',
    url: '/organs/:organ/published/calls/:call/opinions',
    summary: '对征求意见的事项提出意见；所写的密封保存',
    tag: '公众',
    rate: 'apply',
    params: organParams.extend({ call: idSchema }),
    body: z.strictObject(written),
    problems: [404, 409, 422],
    answers: { 201: receiptSchema },
    async handle(call) {
      const { parts, params, body, today, at } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const asked = await parts.office.records.get(organ.id, 'call', params.call)
      if (asked === null) return notFound()
      if (asked.state === 'closed' || (asked.due !== null && today > asked.due))
        return refusalProblem({
          refused: true,
          code: 'alreadyEnded',
          message: '征求意见已经截止，不再接收意见；采纳情况请看公布的结果。',
          cites: ['决策条例'],
        })
      const id = parts.newId()
      const done = await openRecord(parts.office, {
        ...{ organ: organ.id, kind: 'opinion', id, on: today, by: { actor: 'public', at } },
        ...{ about: params.call, data: {}, sealed: { entry: parts.newId(), ...body } },
      })
      return problemIn(done) ?? answer(201, { id })
    },
  }),
  visitorRoute(everybody, {
    id: 'reportError',
    method: 'POST',
    url: '/organs/:organ/published/corrections',
    summary: `纠错、举报：信息有误、应当公开没有公开（条例§47、§51）；${correctionDays} 个工作日内答复`,
    tag: '公众',
    rate: 'apply',
    params: organParams,
    body: z.strictObject({
      document: idSchema
        .nullable()
        .default(null)
        .meta({ title: '哪一份信息', description: '与某一份无关的不填' }),
      ...written,
    }),
    problems: [404, 422],
    answers: { 201: receiptSchema.extend({ due: daySchema }) },
    async handle(call) {
      const { parts, params, today, at } = call
      const organ = await workingOrganAt(call, params.organ)
      if (isProblem(organ)) return organ
      const { document, ...body } = call.body
      const about = document === null ? null : await readPublished(parts.office, organ.id, document)
      if (document !== null && about === null) return notFound()
      const due = addWorkingDays(await calendarOf(parts.office, organ.id), today, correctionDays).to
      const id = parts.newId()
      const done = await openRecord(parts.office, {
        ...{ organ: organ.id, kind: 'correction', id, on: today, by: { actor: 'public', at }, due },
        ...{ about: document, data: {}, sealed: { entry: parts.newId(), ...body } },
      })
      return problemIn(done) ?? answer(201, { id, due })
    },
  }),
  visitorRoute(everybody, {
    id: 'readCorrection',
    method: 'GET',
    url: '/organs/:organ/published/corrections/:record',
    summary: '纠错、举报的答复',
    tag: '公众',
    rate: 'public',
    params: organParams.extend({ record: idSchema }),
    problems: [404],
    answers: {
      200: z.object({
        due: daySchema.nullable(),
        answeredOn: daySchema.nullable(),
        answer: z.string().nullable(),
      }),
    },
    async handle(call) {
      const organ = await organAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      const found = await call.parts.office.records.get(organ.id, 'correction', call.params.record)
      if (found === null) return notFound()
      const { due, closedOn, data } = found
      return answer(200, {
        due,
        answeredOn: closedOn,
        answer: closedOn === null ? null : String(data.answer),
      })
    },
  }),
  visitorRoute(everybody, {
    id: 'appraise',
    method: 'POST',
    url: '/organs/:organ/published/documents/:document/useful',
    summary: '这份信息是否有用；只计数，不记录是谁',
    tag: '公众',
    rate: 'apply',
    params: organParams.extend({ document: idSchema }),
    body: z.strictObject({ useful: z.boolean().meta({ title: '是否有用' }) }),
    problems: [404, 409],
    answers: { 200: okSchema },
    async handle(call) {
      const { parts, params, body, today, at } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      if ((await readPublished(parts.office, organ.id, params.document)) === null) return notFound()
      const of = { organ: organ.id, kind: 'appraisal', id: params.document, on: today } as const
      const by = { actor: 'public', at }
      if ((await parts.office.records.get(organ.id, 'appraisal', params.document)) === null)
        await openRecord(parts.office, { ...of, by, about: params.document, data: {} })
      const done = await noteRecord(parts.office, { ...of, by, data: body })
      return problemIn(done) ?? answer(200, { done: true })
    },
  }),
]
