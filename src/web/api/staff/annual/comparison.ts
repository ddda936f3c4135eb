/** Reports beside each other, by the figures that both forms have: the years of one organ, the organs of one year. */
import { z } from 'zod'
import { organKinds } from '../../../../office/organs/organ.ts'
import { type FoundOfYear, yearsOfOrgan } from '../../../../office/reports/sum/reports-compared.ts'
import { partsBelow, sumSources } from '../../../../office/reports/sum/sum-reports.ts'
import { totalFigures } from '../../../../office/reports/sum/total-figures.ts'
import { answer } from '../../../http/route.ts'
import { captionsOf, keysOf, listOf } from '../../../http/schemas.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { organsBelow } from './filing.ts'
import { annualParams } from './schemas.ts'

const comparedSchema = z
  .object({
    organ: z.object({ id: z.string(), name: z.string() }),
    year: z.number().int(),
    edition: z.string().nullable(),
    source: captionsOf(sumSources),
    sourceCaption: z.string(),
    remark: z.string().nullable(),
    figures: z
      .record(z.string(), z.number().nullable())
      .meta({ description: '第三部分各行总计和第四部分各格；不知道的为 null，不是零' }),
  })
  .meta({ id: 'ComparedReport' })

const viewOf = ({ part, report, year }: FoundOfYear): z.input<typeof comparedSchema> => ({
  ...part,
  year,
  edition: report?.edition ?? null,
  sourceCaption: sumSources[part.source],
  figures: report === null ? {} : { ...totalFigures({ ...report, year }) },
})

export const comparisonRoutes = [
  organRoute(atOrgan('readReport'), {
    id: 'compareAnnualYears',
    method: 'GET',
    url: '/organs/:organ/annual-years',
    summary: '一个机关各年度的报告并列',
    about: '计入已经通过或者公布的报告；没有的，计入本机关或者上级机关收存并确认的报告。',
    tag: '年报',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(comparedSchema) }) },
    async handle({ parts: { office }, organ, today }) {
      return answer(200, { rows: (await yearsOfOrgan(office, organ, today)).map(viewOf) })
    },
  }),
  organRoute(atOrgan('overseeReports'), {
    id: 'compareAnnualOrgans',
    method: 'GET',
    url: '/organs/:organ/annual-filings/:year/comparison',
    summary: '同一类下级机关同一年度的报告并列',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({
      kind: keysOf(organKinds, (caption) => caption).meta({ title: '机关类别', description: '同类相比' }),
    }),
    answers: { 200: z.object({ rows: listOf(comparedSchema) }) },
    async handle(call) {
      const { parts, organ, params, query } = call
      const alike = (await organsBelow(call)).filter(({ kind }) => kind === query.kind)
      const found = await partsBelow(parts.office, organ.id, alike, params.year)
      return answer(200, { rows: found.map((each) => viewOf({ ...each, year: params.year })) })
    },
  }),
]
