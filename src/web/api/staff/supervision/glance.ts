import { z } from 'zod'
import { addWorkingDays } from '../../../../law/calendar.ts'
import type { OrganKind } from '../../../../law/review-organs.ts'
import { calendarOf } from '../../../../office/handling/calendar-of.ts'
import { organKinds } from '../../../../office/organs/organ.ts'
import { soonDays } from '../../../../office/overview/figures.ts'
import { annualStatuses } from '../../../../office/reports/annual/state.ts'
import { everyRecord } from '../../../../office/supervision/every-record.ts'
import { glanceOf } from '../../../../office/supervision/glance.ts'
import { organsUnder } from '../../../../office/supervision/inspection/inspect.ts'
import { isSought } from '../../../../office/supervision/mocks/sought.ts'
import { countStandings, standingKeys } from '../../../../office/supervision/standing.ts'
import {
  type SupervisionFigures,
  supervisionFigures,
  supervisionOfYear,
  supervisionParagraph,
} from '../../../../office/supervision/year-figures.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, listOf } from '../../../http/schemas.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'

const count = z.number().int()

const standings = z.record(z.enum(standingKeys), count)

export const glanceRoutes = [
  organRoute(atOrgan('supervise'), {
    id: 'readGlance',
    method: 'GET',
    url: '/organs/:organ/supervision',
    summary: '下级机关一览：期限、年报、栏目、败诉、任务和整改，同类在一起',
    tag: '监督',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        asOf: daySchema,
        soonUntil: daySchema,
        complaints: standings.meta({ description: '投诉举报，本机关自己要办结的' }),
        sought: count.meta({ description: '已经发出、还没有指认办件的模拟申请' }),
        rows: listOf(
          z.object({
            organ: z.object({ id: z.string(), name: z.string(), kindCaption: z.string() }),
            requests: z.object({ overdue: count, soon: count, late: count, corrected: count }),
            filing: z.object({ status: z.string(), statusCaption: z.string(), late: z.boolean() }),
            columns: z.object({ stale: count, blank: count }),
            tasks: standings,
            findings: standings,
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ, today }) {
      const soonUntil = addWorkingDays(await calendarOf(office, organ.id), today, soonDays).to
      const rows = await glanceOf(office, organ.id, await organsUnder(office, organ.id), { today, soonUntil })
      const own = (kind: 'complaint' | 'mock') => everyRecord(office, { organs: [organ.id], kind })
      const [complaints, mocks] = [await own('complaint'), await own('mock')]
      return answer(200, {
        asOf: today,
        soonUntil,
        complaints: countStandings(complaints, today),
        sought: mocks.filter(isSought).length,
        rows: rows.map(({ organ: { id, name, kind }, filing, ...row }) => ({
          ...row,
          organ: { id, name, kindCaption: organKinds[kind as OrganKind] ?? kind },
          filing: { ...filing, statusCaption: annualStatuses[filing.status as keyof typeof annualStatuses] },
        })),
      })
    },
  }),
  organRoute(atOrgan('readReport'), {
    id: 'readSupervisionYear',
    method: 'GET',
    url: '/organs/:organ/annual/:year/supervision',
    summary: '本机关全年监督保障的数字，和写入年度报告的一段话',
    tag: '年报',
    rate: 'read',
    params: organParams.extend({ year: z.coerce.number().int().min(2008).max(2100) }),
    answers: {
      200: z.object({
        figures: listOf(z.object({ name: z.string(), caption: z.string(), count: z.number() })),
        paragraph: z.string().meta({ description: '其中的数字是活的，随登记变化' }),
      }),
    },
    async handle({ parts: { office }, organ, params: { year } }) {
      const figures: SupervisionFigures = await supervisionOfYear(office, organ.id, year)
      return answer(200, {
        figures: Object.entries(supervisionFigures).map(([name, caption]) => ({
          ...{ name, caption },
          count: figures[name as keyof SupervisionFigures],
        })),
        paragraph: supervisionParagraph(figures),
      })
    },
  }),
]
