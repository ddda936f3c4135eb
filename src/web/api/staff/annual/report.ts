/** The report itself: read, compared, given out, and what was done to it. */
import { z } from 'zod'
import { compareAnnualReport } from '../../../../office/reports/annual/compare-report.ts'
import { annualEventCaptions, type RecordedAnnualEvent } from '../../../../office/reports/annual/events.ts'
import { exportAnnualReport, exportTypes } from '../../../../office/reports/annual/export-report.ts'
import { listReports } from '../../../../office/reports/annual/list-reports.ts'
import { liveFigures } from '../../../../office/reports/annual/live-figures.ts'
import { readAnnualReport } from '../../../../office/reports/annual/read-report.ts'
import { similaritiesOfReport } from '../../../../office/reports/annual/similarities.ts'
import { streamOfReport } from '../../../../office/streams.ts'
import { changes } from '../../../../report/compare.ts'
import { etagOf } from '../../../http/preconditions.ts'
import { answer, fileAnswer } from '../../../http/route.ts'
import { daySchema, listOf, momentSchema, yesNoSchema } from '../../../http/schemas.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import {
  alikeSchema,
  annualParams,
  eventKindSchema,
  formatSchema,
  stageShape,
  viewSchema,
} from './schemas.ts'
import { askOf, houseOf, refusalOf, viewOfAlike, viewOfReport, viewOfStage } from './views.ts'

const toRead = atOrgan('readReport')

export const reportRoutes = [
  organRoute(toRead, {
    id: 'listAnnualReports',
    method: 'GET',
    url: '/organs/:organ/annual',
    summary: '本机关各年度的报告；本年度和上年度的，尚未编制的也列出',
    tag: '年报',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            year: z.number().int(),
            begun: z.boolean().meta({ description: '是否已经开始编制' }),
            ...stageShape,
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ, today }) {
      const years = await listReports(office, organ, today)
      return answer(200, {
        rows: years.map(({ year, filing, deadline }) => ({
          year,
          begun: filing !== null,
          ...viewOfStage(filing),
          deadline,
        })),
      })
    },
  }),
  organRoute(toRead, {
    id: 'readAnnualReport',
    method: 'GET',
    url: '/organs/:organ/annual/:year/report',
    summary: '年度报告：表格、正文、检查结果、可以办理的步骤',
    about: '编制中的给出现在的数字，报送后给出存档；basis 可以指定其一。',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({
      basis: z.enum(['live', 'snapshot']).optional().meta({ title: '现在的数字或者存档' }),
    }),
    problems: [409],
    answers: { 200: viewSchema },
    async handle(call) {
      const { organ, params, query } = call
      const view = await readAnnualReport(houseOf(call), askOf(call, params.year), query.basis)
      if ('refused' in view) return refusalOf(view)
      return answer(200, viewOfReport(organ, view), { etag: etagOf(view.state.version) })
    },
  }),
  organRoute(toRead, {
    id: 'compareAnnualReport',
    method: 'GET',
    url: '/organs/:organ/annual/:year/comparison',
    summary: '与上一年度比较，或者报送时的存档与现在的数字比较',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({
      against: z.enum(['lastYear', 'snapshot']).default('lastYear').meta({ title: '与什么比较' }),
      all: yesNoSchema
        .default('false')
        .meta({ title: '是否列出没有变化的', description: 'false 只列有变化的' }),
    }),
    problems: [409],
    answers: {
      200: z.object({
        lines: listOf(
          z.object({
            table: z.string(),
            caption: z.string(),
            cells: listOf(z.string()),
            before: z.number().nullable(),
            after: z.number().nullable(),
            difference: z.number().nullable(),
            change: z.enum(['same', 'increased', 'decreased', 'appeared', 'disappeared', 'unknown']),
            caution: z.string().nullable(),
          }),
        ),
        sections: listOf(
          z.object({
            number: z.number().int(),
            similarity: z.number().nullable(),
            copied: listOf(z.string()),
            before: z.string(),
            after: z.string(),
          }),
        ),
        similarity: z.number().nullable(),
      }),
    },
    async handle(call) {
      const { params, query } = call
      const compared = await compareAnnualReport(houseOf(call), askOf(call, params.year), query.against)
      if (compared.refused) return refusalOf(compared)
      const lines = query.all === 'true' ? compared.lines : changes(compared)
      const textOf = (report: typeof compared.before, number: number) =>
        report.sections.find((section) => section.number === number)?.text ?? ''
      return answer(200, {
        lines: lines.map(({ table, caption, before, after, difference, change, caution = null }) => ({
          table,
          caption,
          cells: after.cells,
          before: before.value,
          after: after.value,
          difference,
          change,
          caution,
        })),
        sections: compared.sections.map((section) => ({
          ...section,
          before: textOf(compared.before, section.number),
          after: textOf(compared.after, section.number),
        })),
        similarity: compared.similarity,
      })
    },
  }),
  organRoute(toRead, {
    id: 'listLiveFigures',
    method: 'GET',
    url: '/organs/:organ/annual/:year/live-figures',
    summary: '正文中可以引用的数字：各格、合计、按渠道的申请数，本年和上年',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    problems: [409],
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            key: z.string().meta({ description: '写在花括号中' }),
            caption: z.string(),
            group: z.string(),
            now: z.number().nullable(),
            last: z.number().nullable(),
          }),
        ),
      }),
    },
    async handle(call) {
      const rows = await liveFigures(houseOf(call), askOf(call, call.params.year))
      return 'refused' in rows ? refusalOf(rows) : answer(200, { rows })
    },
  }),
  organRoute(toRead, {
    id: 'exportAnnualReport',
    method: 'GET',
    url: '/organs/:organ/annual/:year/file',
    summary: '年度报告的文件；没有公布的标明是草稿',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({ format: formatSchema }),
    problems: [409],
    answers: { 200: { file: Object.values(exportTypes) } },
    async handle(call) {
      const file = await exportAnnualReport(houseOf(call), askOf(call, call.params.year), call.query.format)
      return 'refused' in file ? refusalOf(file) : fileAnswer(file)
    },
  }),
  organRoute(toRead, {
    id: 'readAnnualHistory',
    method: 'GET',
    url: '/organs/:organ/annual/:year/history',
    summary: '年度报告的办理记录；可以只看一格',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({ cell: z.string().max(200).optional().meta({ title: '单元格' }) }),
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            version: z.number().int(),
            kind: eventKindSchema,
            caption: z.string(),
            on: daySchema,
            at: momentSchema,
            actor: z.string(),
            data: z.looseObject({}),
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ, params, query: { cell } }) {
      const stream = streamOfReport(params.year)
      const events = (await office.inTransaction(organ.id, (unit) =>
        unit.events.load(stream),
      )) as readonly (RecordedAnnualEvent & { readonly data: object })[]
      const rows = cell === undefined ? events : events.filter((event) => concerns(event, cell))
      return answer(200, {
        rows: rows.map(({ version, kind, on, at, actor, data }) => ({
          version,
          kind,
          caption: annualEventCaptions[kind],
          on,
          at,
          actor,
          data: { ...data },
        })),
      })
    },
  }),
  organRoute(toRead, {
    id: 'listAnnualSimilarities',
    method: 'GET',
    url: '/organs/:organ/annual/:year/similarities',
    summary: '正文与其他机关已公布的同年报告相同的段落',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    answers: { 200: z.object({ rows: listOf(alikeSchema) }) },
    async handle(call) {
      const { parts, params } = call
      const found = await similaritiesOfReport(houseOf(call), askOf(call, params.year))
      const names = new Map((await parts.office.organs.all()).map(({ id, name }) => [id, name]))
      return answer(200, { rows: found.map((each) => viewOfAlike(each, names)) })
    },
  }),
]

/** Whether an event is about a cell. */
function concerns(event: RecordedAnnualEvent, key: string): boolean {
  if (event.kind === 'figuresEntered') return event.data.figures.some((figure) => figure.key === key)
  return 'key' in event.data && event.data.key === key
}
