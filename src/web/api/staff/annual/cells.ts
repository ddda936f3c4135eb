/** Sections three and four of the annual report, counted over the cases, and the cases behind each figure. */
import { z } from 'zod'
import { casesOfCell, everyCaseOfCell, isCounted } from '../../../../office/reports/annual/cases-of-cell.ts'
import { countingPolicyOf } from '../../../../office/reports/annual/counting-policy.ts'
import { countedNow } from '../../../../office/reports/annual/gather.ts'
import { writeCases } from '../../../../office/reports/annual/write-cases.ts'
import { editionFor } from '../../../../report/editions/index.ts'
import { figureAt, type Readings } from '../../../../report/reading.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../../http/pages.ts'
import { isProblem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer, fileAnswer } from '../../../http/route.ts'
import { daySchema } from '../../../http/schemas.ts'
import { caseRowSchema, viewOfRow } from '../../views/case-row.ts'
import { listTypes } from '../list-file.ts'
import { atOrgan, organRoute } from '../route.ts'
import { annualParams } from './schemas.ts'

const cellParams = annualParams.extend({ '*': z.string().max(200).meta({ description: '单元格的键' }) })

const countedCaseSchema = caseRowSchema.extend({
  dispute: z
    .object({ id: z.string(), caseNo: z.string(), filedOn: daySchema })
    .nullable()
    .meta({ description: '第四部分的数字按复议、诉讼计，此为其中一件' }),
})

export const cellRoutes = [
  organRoute(atOrgan('compileReport'), {
    id: 'readAnnual',
    method: 'GET',
    url: '/organs/:organ/annual/:year',
    summary: '年度报告第三、四部分，由申请件逐件计数',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    answers: {
      200: z.object({
        year: z.number().int(),
        edition: z.string().meta({ description: '表式的年份版本' }),
        cells: z
          .record(z.string(), z.number())
          .meta({ description: '以单元格的键为名，如 requests/received@natural' }),
      }),
    },
    async handle({ parts: { office }, organ, params: { year } }) {
      const readings = await office.inTransaction(organ.id, (unit) => countedNow(unit, year))
      const edition = editionFor(year)
      if (readings === null || edition === null) return notFound()
      return answer(200, { year, edition: edition.id, cells: figuresOf(readings) })
    },
  }),
  organRoute(atOrgan('compileReport'), {
    id: 'listCasesOfCell',
    method: 'GET',
    url: '/organs/:organ/annual/:year/cells/*',
    summary: '年度报告一个数字背后的申请件',
    about:
      '路径的末段是单元格的键，如 requests/outcome.granted@natural。全部各页的行数之和即该数字；一页可能少于 limit 件，以 next 为准。',
    tag: '年报',
    rate: 'read',
    params: cellParams,
    query: z.strictObject(pageQuery),
    answers: { 200: pageOf(countedCaseSchema) },
    async handle({ parts, organ, params, query, url }) {
      const { year, '*': key } = params
      if (!isCounted(year, key)) return notFound()
      const policy = await parts.office.inTransaction(organ.id, countingPolicyOf)
      const page = await pageFor(query, parts.tokenKey, (asked) =>
        casesOfCell(parts.office, organ.id, year, key, asked, policy),
      )
      if (isProblem(page)) return page
      const rows = page.rows.map(({ row, dispute }) => ({ ...viewOfRow(row), dispute }))
      return answer(200, { rows, next: page.next }, linkToNext(url, page))
    },
  }),
  organRoute(atOrgan('compileReport'), {
    id: 'downloadCasesOfCell',
    method: 'GET',
    url: '/organs/:organ/annual/:year/lists/*',
    summary: '年度报告一个数字背后的全部申请件，CSV',
    tag: '年报',
    rate: 'read',
    params: cellParams,
    answers: { 200: { file: [listTypes.csv] } },
    async handle({ parts, organ, params }) {
      const { year, '*': key } = params
      if (!isCounted(year, key)) return notFound()
      const policy = await parts.office.inTransaction(organ.id, countingPolicyOf)
      const bytes = writeCases(await everyCaseOfCell(parts.office, organ.id, year, key, policy))
      return fileAnswer({ name: `${organ.name}${year}年度申请件清单.csv`, type: listTypes.csv, bytes })
    },
  }),
]

const figuresOf = (readings: Readings): Record<string, number> =>
  Object.fromEntries(Object.keys(readings).map((key) => [key, figureAt(readings, key) ?? 0]))
