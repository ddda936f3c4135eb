/** Annual reports that others published: put in, listed, read, corrected, matched to organ and year, taken out. */
import { z } from 'zod'
import type { ExaminedRow, Office, OrganId } from '../../../office/ports.ts'
import { correctCells } from '../../../office/reports/examined/correct-cells.ts'
import type { SourceDeed, SourceOutcome } from '../../../office/reports/examined/deed.ts'
import { keepSources } from '../../../office/reports/examined/keep-sources.ts'
import { namesOfSources } from '../../../office/reports/examined/kept-source.ts'
import { matchReport } from '../../../office/reports/examined/match-report.ts'
import { readAgain } from '../../../office/reports/examined/read-again.ts'
import { withdrawSource } from '../../../office/reports/examined/withdraw-source.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { etagOf, isKnown } from '../../http/preconditions.ts'
import { isProblem, problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { idSchema, listOf, textOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { problemIn } from '../refusals.ts'
import {
  correctedCellSchema,
  examinedReportSchema,
  examinedRowSchema,
  examinedStateSchema,
  viewOfExamined,
} from '../views/examined.ts'
import { readingQuery, viewExamined } from './examined-view.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

export const reportParams = organParams.extend({ report: idSchema.meta({ description: '年报的编号' }) })

export const examining = atOrgan('examineReports')

const yearSchema = z.coerce.number().int().min(2004).max(2999)

const reasonSchema = textOf('理由', 500)

const doneSchema = z.object({ row: examinedRowSchema })

async function named(office: Office, organ: OrganId, rows: readonly ExaminedRow[]) {
  const names = await office.inTransaction(organ, (unit) =>
    namesOfSources(
      unit,
      rows.map(({ id }) => id),
    ),
  )
  return rows.map((row) => viewOfExamined(row, names.get(row.id) ?? ''))
}

const deedOf = ({ organ, actor, at, today }: OrganCaller, id: string, seen?: number): SourceDeed => ({
  organ: organ.id,
  id,
  by: { actor: actor.id, at },
  on: today,
  seen,
})

/** The row after a deed, or what the office says instead. */
async function answered({ parts: { office }, organ }: OrganCaller, id: string, outcome: SourceOutcome) {
  const refused = problemIn(outcome)
  if (refused !== null) return refused
  const row = await office.examined.get(organ.id, id)
  const [view] = row === null ? [] : await named(office, organ.id, [row])
  return view === undefined ? notFound() : answer(200, { row: view }, { etag: etagOf(view.version) })
}

export const examinedRoutes = [
  organRoute(examining, {
    id: 'listExaminedReports',
    method: 'GET',
    url: '/organs/:organ/reports',
    summary: '审读的年度报告的列表，最近收存的在前',
    tag: '审读',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      year: yearSchema.optional().meta({ title: '年度' }),
      about: idSchema.optional().meta({ title: '哪个机关的报告', description: '机关的编号' }),
      state: examinedStateSchema.optional().meta({ title: '状态' }),
      q: z.string().trim().max(100).optional().meta({ title: '机关名称', description: '名称的一部分' }),
      ...pageQuery,
    }),
    answers: { 200: pageOf(examinedRowSchema) },
    async handle({ parts, organ, query, url }) {
      const { year, about, state, q } = query
      const filter = {
        organs: [organ.id],
        ...(year !== undefined && { year }),
        ...(about !== undefined && { about: [about] }),
        ...(state !== undefined && { state: [state] }),
        ...(q && { words: q }),
      }
      const page = await pageFor(query, parts.tokenKey, (asked) => parts.office.examined.list(filter, asked))
      if (isProblem(page)) return page
      const rows = await named(parts.office, organ.id, page.rows)
      return answer(200, { rows, next: page.next }, linkToNext(url, page))
    },
  }),
  organRoute(examining, {
    id: 'keepReportSources',
    method: 'POST',
    url: '/organs/:organ/reports',
    summary: '收存年度报告：网页、Word、PDF、Excel、文本，以及装有这些文件的 ZIP',
    about:
      '以表单提交，字段 files 可以有多个文件。原文件逐字节保存，随后自动读取；内容相同的只收存一次，already 为 true 的是原来收存的那一份。收不下的逐个说明，其他的照常收存。',
    tag: '审读',
    rate: 'write',
    params: organParams,
    files: 'only',
    problems: [501],
    answers: {
      201: z.object({
        kept: listOf(
          z.object({
            id: z.string(),
            name: z.string(),
            state: examinedStateSchema,
            already: z.boolean().meta({ description: '内容相同的文件以前已经收存' }),
          }),
        ),
        refused: listOf(
          z.object({ name: z.string(), problem: z.string().meta({ description: '什么问题，怎么办' }) }),
        ),
      }),
    },
    async handle({ parts, organ, actor, at, today, upload }) {
      if (parts.readingRoom === undefined) return problem('not-offered')
      const form = await upload()
      if (isProblem(form)) return form
      if (form.files.length === 0) return problem('bad-request', { detail: '请在表单中附上报告文件。' })
      const { kept, refused } = await keepSources(parts.office, {
        organ: organ.id,
        files: form.files,
        by: { actor: actor.id, at },
        on: today,
        newId: parts.newId,
        room: parts.readingRoom,
      })
      return answer(201, { kept, refused })
    },
  }),
  organRoute(examining, {
    id: 'readExaminedReport',
    method: 'GET',
    url: '/organs/:organ/reports/:report',
    summary: '一份年度报告：原文、读数、核对结果、历次读数',
    about: 'ETag 是这份年报的版本，更正时以 If-Match 写明。',
    tag: '审读',
    rate: 'read',
    params: reportParams,
    query: readingQuery,
    answers: { 200: examinedReportSchema, 304: z.null() },
    async handle({ parts: { office }, organ, params, query, headers }) {
      const row = await office.examined.get(organ.id, params.report)
      if (row === null || row.state === 'withdrawn') return notFound()
      const etag = etagOf(row.version)
      if (isKnown(headers['if-none-match'], etag)) return answer(304, null, { etag })
      const view = await viewExamined(office, row, query.reading)
      return view === null ? notFound() : answer(200, view, { etag })
    },
  }),
  organRoute(examining, {
    id: 'correctExaminedReport',
    method: 'POST',
    url: '/organs/:organ/reports/:report/corrections',
    summary: '更正读数：记为本人的一次读数，原来的读数仍在',
    tag: '审读',
    rate: 'write',
    params: reportParams,
    body: z.strictObject({
      cells: z.record(z.string().max(200), correctedCellSchema).meta({ title: '更正的单元格' }),
      reason: reasonSchema,
    }),
    ifMatch: true,
    problems: [409, 422],
    answers: { 200: doneSchema },
    async handle(call) {
      const { parts, params, seen, body } = call
      const { report } = params
      const corrected = await correctCells(parts.office, { ...deedOf(call, report, seen), ...body })
      return answered(call, report, corrected)
    },
  }),
  organRoute(examining, {
    id: 'matchExaminedReport',
    method: 'POST',
    url: '/organs/:organ/reports/:report/match',
    summary: '确认是哪个机关、哪一年度的报告',
    tag: '审读',
    rate: 'write',
    params: reportParams,
    body: z.strictObject({
      organ: idSchema
        .nullable()
        .meta({ title: '机关', description: '本机关或者下级机关的编号；不在名录内的不填' }),
      organName: z
        .string()
        .trim()
        .max(100)
        .default('')
        .meta({ title: '机关名称', description: '不在名录内的机关的名称' }),
      year: yearSchema.meta({ title: '年度' }),
    }),
    problems: [409, 422],
    answers: { 200: doneSchema },
    async handle(call) {
      const { parts, params, body } = call
      const { organ: match, organName, year } = body
      const deed = { ...deedOf(call, params.report), match, organName, year }
      return answered(call, params.report, await matchReport(parts.office, deed))
    },
  }),
  organRoute(examining, {
    id: 'readReportAgain',
    method: 'POST',
    url: '/organs/:organ/reports/:report/readings',
    summary: '重新读取；以后以新的读数为准，更正过的读数仍可查看',
    tag: '审读',
    rate: 'write',
    params: reportParams,
    problems: [409],
    answers: { 200: doneSchema },
    handle: async (call) =>
      answered(
        call,
        call.params.report,
        await readAgain(call.parts.office, deedOf(call, call.params.report)),
      ),
  }),
  organRoute(examining, {
    id: 'withdrawExaminedReport',
    method: 'POST',
    url: '/organs/:organ/reports/:report/withdraw',
    summary: '撤下误收的年度报告；列表不再显示，办理记录仍在',
    tag: '审读',
    rate: 'write',
    params: reportParams,
    body: z.strictObject({ reason: reasonSchema }),
    problems: [409, 422],
    answers: { 200: z.object({ done: z.literal(true) }) },
    async handle(call) {
      const { parts, params, body } = call
      const outcome = await withdrawSource(parts.office, { ...deedOf(call, params.report), ...body })
      return problemIn(outcome) ?? answer(200, { done: true })
    },
  }),
]
