/** 汇总: reports added up, with what every organ contributed and what is wanting. */
import { z } from 'zod'
import type { OrganRow } from '../../../../office/ports.ts'
import { exportTypes } from '../../../../office/reports/annual/export-report.ts'
import { adoptSum } from '../../../../office/reports/sum/adopt-sum.ts'
import { exportSum } from '../../../../office/reports/sum/export-sum.ts'
import { type ReportSum, sumReports, sumSources } from '../../../../office/reports/sum/sum-reports.ts'
import { editions } from '../../../../report/editions/index.ts'
import { cells, spokenCell } from '../../../../report/form.ts'
import { figureAt } from '../../../../report/reading.ts'
import { isProblem, type Problem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer, fileAnswer } from '../../../http/route.ts'
import { captionsOf, citesSchema, listOf } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { atOrgan, organRoute } from '../route.ts'
import { organsBelow } from './filing.ts'
import { annualParams, changedSchema, findingSchema, formatSchema, levelSchema } from './schemas.ts'
import { askOf, changedAnswer, houseOf, viewOfFinding } from './views.ts'

const chosen = {
  organs: z
    .string()
    .max(8000)
    .optional()
    .meta({ title: '机关', description: '编号，以逗号分隔；不列的为全部下级机关' }),
  level: levelSchema.optional().meta({ title: '层级' }),
}

const cellSchema = z.object({
  key: z.string(),
  caption: z.string(),
  sum: z.number().nullable().meta({ description: '已知各数之和；一个也没有的为 null' }),
  partial: z.boolean().meta({ description: '是否缺部分机关的数；缺的，sum 不是全部' }),
  contributing: z.number().int().meta({ description: '计入的机关数' }),
  missing: z.number().int().meta({ description: '缺数的机关数' }),
  total: z.number().nullable().meta({ description: '本级报告所列的数，如有' }),
})

export const sumRoutes = [
  organRoute(atOrgan('overseeReports'), {
    id: 'sumAnnualReports',
    method: 'GET',
    url: '/organs/:organ/annual-filings/:year/sum',
    summary: '下级机关的年度报告汇总，本机关的申请件计入一次',
    about:
      '计入已经通过或者公布的报告，和收存并确认的报告；缺的逐一列出，不作零。本级报告与汇总不一致的只说明，不改动。cell 指定一格的，另给出各机关在这一格的数。',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({
      ...chosen,
      cell: z.string().max(200).optional().meta({ title: '单元格' }),
    }),
    answers: {
      200: z.object({
        year: z.number().int(),
        edition: z.string(),
        parts: listOf(
          z.object({
            organ: z.object({ id: z.string(), name: z.string() }),
            source: captionsOf(sumSources),
            sourceCaption: z.string(),
            remark: z.string().nullable(),
          }),
        ),
        cells: listOf(cellSchema),
        refused: listOf(z.object({ organ: z.string(), reason: z.string() })),
        notes: listOf(z.object({ message: z.string(), cites: citesSchema })),
        findings: listOf(findingSchema).meta({ description: '本级报告与汇总不一致之处' }),
        behind: z
          .object({
            from: listOf(z.object({ organ: z.string(), value: z.number() })),
            missing: listOf(
              z.object({ organ: z.string(), shows: z.string(), reason: z.string().nullable() }),
            ),
          })
          .nullable()
          .meta({ description: 'cell 所指一格的各机关的数' }),
      }),
    },
    async handle(call) {
      const sum = await sumFor(call, call.params.year, call.query)
      if (isProblem(sum)) return sum
      const { year, edition, parts, merged, findings, total } = sum
      const captions = new Map(
        cells(editions[edition].tables).map((cell) => [cell.key, spokenCell(cell) || cell.key]),
      )
      const wanted = merged.cells.find(({ key }) => key === call.query.cell)
      return answer(200, {
        year,
        edition,
        parts: parts.map((part) => ({ ...part, sourceCaption: sumSources[part.source] })),
        cells: merged.cells.map(({ key, known, partial, from, missing }) => ({
          key,
          caption: captions.get(key) ?? key,
          sum: known,
          partial,
          contributing: from.length,
          missing: missing.length,
          total: total && figureAt(total.readings, key),
        })),
        refused: merged.refused,
        notes: merged.notes,
        findings: findings.map((finding) => viewOfFinding({ ...finding, section: null })),
        behind:
          wanted === undefined
            ? null
            : {
                from: wanted.from,
                missing: wanted.missing.map(({ organ, shows, reason = null }) => ({
                  organ,
                  shows,
                  reason,
                })),
              },
      })
    },
  }),
  organRoute(atOrgan('overseeReports'), {
    id: 'exportAnnualSum',
    method: 'GET',
    url: '/organs/:organ/annual-filings/:year/sum/file',
    summary: '汇总的文件，按规范表式',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({ ...chosen, format: formatSchema }),
    answers: { 200: { file: Object.values(exportTypes) } },
    async handle(call) {
      const sum = await sumFor(call, call.params.year, call.query)
      if (isProblem(sum)) return sum
      return fileAnswer(await exportSum(sum, call.organ.name, call.query.format))
    },
  }),
  organRoute(atOrgan('submitReport'), {
    id: 'adoptAnnualSum',
    method: 'POST',
    url: '/organs/:organ/annual/:year/sum',
    summary: '以汇总的数字编制本级政府的年度报告',
    about: '缺部分机关的数的格不采用，仍待填报。own 为 true 的，恢复为只计本机关的申请件。',
    tag: '年报',
    rate: 'write',
    params: annualParams,
    body: z.strictObject({
      ...chosen,
      own: z.boolean().default(false).meta({ title: '只计本机关' }),
    }),
    problems: [409, 422],
    answers: { 200: changedSchema },
    async handle(call) {
      const { params, body } = call
      const below = body.own ? null : await chosenBelow(call, body)
      return changedAnswer(await adoptSum(houseOf(call), askOf(call, params.year), below))
    },
  }),
]

const chosenBelow = async (
  call: OrganCaller,
  { organs, level }: { readonly organs?: string | undefined; readonly level?: string | undefined },
): Promise<readonly OrganRow[]> => {
  const ids = organs === undefined ? null : new Set(organs.split(',').map((id) => id.trim()))
  return (await organsBelow(call)).filter(
    (organ) => (ids === null || ids.has(organ.id)) && (level === undefined || organ.level === level),
  )
}

async function sumFor(
  call: OrganCaller,
  year: number,
  query: { readonly organs?: string | undefined; readonly level?: string | undefined },
): Promise<ReportSum | Problem> {
  const below = await chosenBelow(call, query)
  return (await sumReports(houseOf(call), askOf(call, year), below)) ?? notFound()
}
