/** 政府信息公开年报: every annual report that was made public, in all its versions, for everybody (条例§49). */
import { z } from 'zod'
import { yearOf } from '../../../law/day.ts'
import {
  exportPublished,
  exportTypes,
  findingsOfPublished,
  readPublishedReport,
} from '../../../office/reports/annual/export-report.ts'
import { reportJson } from '../../../writer/json.ts'
import { printedTitle } from '../../../writer/printed.ts'
import { reportSchema } from '../../../writer/schema.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { listOf } from '../../http/schemas.ts'
import { formatSchema, publicationSchema, yearSchema } from '../staff/annual/schemas.ts'
import { briefly, everybody, organAt, organParams, visitorRoute } from './route.ts'

const reportParams = organParams.extend({ year: yearSchema })
const numberQuery = {
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(99)
    .optional()
    .meta({ title: '第几版', description: '默认最新' }),
}

const titleOf = (organ: string, year: number): string =>
  printedTitle({ organ: { name: organ, kind: null }, year })

export const publicReportRoutes = [
  visitorRoute(everybody, {
    id: 'listPublishedAnnualReports',
    method: 'GET',
    url: '/organs/:organ/annual-reports',
    summary: '该机关公布的各年度报告，更正前的版本一并列出',
    tag: '公众',
    rate: 'public',
    params: organParams,
    problems: [404],
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            year: z.number().int(),
            title: z.string(),
            publishedOn: publicationSchema.shape.publishedOn,
            versions: listOf(publicationSchema),
          }),
        ),
      }),
    },
    async handle(call) {
      const organ = await organAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      const filings = await call.parts.office.filings.ofOrgan(organ.id)
      const rows = filings.flatMap(({ year, publications }) => {
        const last = publications.at(-1)
        if (last === undefined) return []
        const versions = publications.map(({ snapshot: digest, ...rest }) => ({ ...rest, digest }))
        return [{ year, title: titleOf(organ.name, year), publishedOn: last.publishedOn, versions }]
      })
      return answer(200, { rows }, briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'listPublishedDataSets',
    method: 'GET',
    url: '/annual-reports',
    summary: '各机关公布的全部年度报告，供机器读取的目录据此生成',
    tag: '公众',
    rate: 'public',
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            organ: z.object({ id: z.string(), code: z.string(), name: z.string() }),
            year: z.number().int(),
            title: z.string(),
            versions: listOf(publicationSchema),
          }),
        ),
      }),
    },
    async handle({ parts: { office }, today }) {
      const organs = new Map((await office.organs.all()).map((organ) => [organ.id, organ]))
      const years = Array.from({ length: yearOf(today) - 2019 }, (_, at) => 2019 + at)
      const filings = await Promise.all(years.map((year) => office.filings.ofYear([...organs.keys()], year)))
      const rows = filings.flat().flatMap(({ organ: id, year, publications }) => {
        const organ = organs.get(id)
        if (organ === undefined || publications.length === 0) return []
        const { code, name } = organ
        const versions = publications.map(({ snapshot: digest, ...rest }) => ({ ...rest, digest }))
        return [{ organ: { id, code, name }, year, title: titleOf(name, year), versions }]
      })
      return answer(200, { rows }, briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'readPublishedAnnualReport',
    method: 'GET',
    url: '/organs/:organ/annual-reports/:year',
    summary: '公布的年度报告：正文、各格的数字、检查结果',
    tag: '公众',
    rate: 'public',
    params: reportParams,
    query: z.strictObject(numberQuery),
    problems: [404],
    answers: {
      200: z.object({
        version: z.number().int(),
        versions: listOf(publicationSchema),
        preamble: z.string(),
        report: reportSchema.meta({ id: 'PublishedReport' }),
      }),
    },
    async handle(call) {
      const { params, query, parts } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const found = await readPublishedReport(parts.office, organ, params.year, query.version)
      if (found === null) return notFound()
      const { number, filing, report } = found
      return answer(
        200,
        {
          version: number,
          versions: filing.publications.map(({ snapshot: digest, ...rest }) => ({ ...rest, digest })),
          preamble: report.preamble ?? '',
          report: reportJson(report, findingsOfPublished(found), ''),
        },
        briefly,
      )
    },
  }),
  visitorRoute(everybody, {
    id: 'downloadPublishedAnnualReport',
    method: 'GET',
    url: '/organs/:organ/annual-reports/:year/file',
    summary: '下载公布的年度报告',
    tag: '公众',
    rate: 'public',
    params: reportParams,
    query: z.strictObject({ format: formatSchema, ...numberQuery }),
    problems: [404],
    answers: { 200: { file: Object.values(exportTypes) } },
    async handle(call) {
      const { params, query, parts, today } = call
      const organ = await organAt(call, params.organ)
      if (isProblem(organ)) return organ
      const found = await readPublishedReport(parts.office, organ, params.year, query.version)
      return found === null ? notFound() : fileAnswer(await exportPublished(found, query.format, today))
    },
  }),
]
