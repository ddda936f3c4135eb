/** Sections three and four of the annual report, counted over the cases, and the cases behind each figure. */
import { z } from 'zod'
import { type Day, dayOf } from '../../../law/day.ts'
import type { CaseRow, DayRange, Office, OrganId } from '../../../office/ports.ts'
import { annualTables, type CaseMore, standingKeys, standingOf } from '../../../office/requests/index.ts'
import { editionFor } from '../../../report/editions/index.ts'
import { cells, type Table } from '../../../report/form.ts'
import { figureAt, type Readings } from '../../../report/reading.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { caseRowSchema, viewOfRow } from '../views/case-row.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const yearParams = organParams.extend({ year: z.coerce.number().int().min(2019).max(2999) })

const counted: readonly Table['key'][] = ['requests', 'disputes']

/** The tables that cases fill in, in the form of the year; none before there was a form. */
const tablesOf = (year: number): readonly Table[] =>
  (editionFor(year)?.tables ?? []).filter(({ key }) => counted.includes(key))

const reportedIn = (year: number): DayRange => ({
  from: dayOf(year, 1, 1) as Day,
  to: dayOf(year, 12, 31) as Day,
})

/** Rows read at a time when all of a list is wanted. */
const step = 500

async function disputed({ board }: Office, organ: OrganId): Promise<readonly CaseRow[]> {
  const found: CaseRow[] = []
  let after: string | undefined
  do {
    const page = await board.list({ organs: [organ], disputed: true }, { limit: step, after })
    found.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return found
}

const disputesOf = ({ more }: CaseRow) => ({ disputes: (more as CaseMore).disputes ?? [] })

export const annualRoutes = [
  organRoute(atOrgan('compileReport'), {
    id: 'readAnnual',
    method: 'GET',
    url: '/organs/:organ/annual/:year',
    summary: '年度报告第三、四部分，由申请件逐件计数',
    tag: '看板',
    rate: 'read',
    params: yearParams,
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
      const filter = { organs: [organ.id], reported: reportedIn(year) }
      const [tallies, withDispute] = [
        await office.board.tally(filter, standingKeys),
        await disputed(office, organ.id),
      ]
      const readings = annualTables(tallies, withDispute.map(disputesOf), year)
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
      '路径的末段是单元格的键，如 requests/outcome.granted@natural。一页可能少于 limit 件，以 next 为准。',
    tag: '看板',
    rate: 'read',
    params: yearParams.extend({ '*': z.string().max(200).meta({ description: '单元格的键' }) }),
    query: z.strictObject(pageQuery),
    answers: { 200: pageOf(caseRowSchema) },
    async handle({ parts, organ, params, query, url }) {
      const { year, '*': key } = params
      const cell = cells(tablesOf(year)).find((each) => each.key === key)
      if (cell === undefined) return notFound()
      const ofDisputes = key.startsWith('disputes/')
      const filter = {
        organs: [organ.id],
        ...(ofDisputes ? { disputed: true as const } : { reported: reportedIn(year) }),
      }
      const page = await pageFor(query, parts.tokenKey, (asked) => parts.office.board.list(filter, asked))
      if (isProblem(page)) return page
      const rows = page.rows.filter((row) => countsTo(row, year, key, ofDisputes))
      return answer(200, { rows: rows.map(viewOfRow), next: page.next }, linkToNext(url, page))
    },
  }),
]

const figuresOf = (readings: Readings): Record<string, number> =>
  Object.fromEntries(Object.keys(readings).map((key) => [key, figureAt(readings, key) ?? 0]))

/** Whether the report of this one case alone would have a figure there: totals are counted as the form counts them. */
function countsTo(row: CaseRow, year: number, key: string, ofDisputes: boolean): boolean {
  const { variant, applicantKind, more } = row
  const standing = standingOf({ variant, applicantKind, progress: (more as CaseMore).progress })
  const alone = ofDisputes
    ? annualTables([], [disputesOf(row)], year)
    : annualTables([{ ...standing, count: 1 }], [], year)
  return alone !== null && (figureAt(alone, key) ?? 0) > 0
}
