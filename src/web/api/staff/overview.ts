/** How an organ and those below it stand: the figures, the cases behind each of them, and all of it as a file. */
import { z } from 'zod'
import { addWorkingDays } from '../../../law/calendar.ts'
import { addMonths, type Day, dayOf, yearOf } from '../../../law/day.ts'
import type { OrganKind } from '../../../law/review-organs.ts'
import { calendarOf } from '../../../office/handling/calendar-of.ts'
import { organKinds } from '../../../office/organs/organ.ts'
import {
  type FigureKey,
  figures,
  lookOf,
  type Outlook,
  outlookOn,
  soonDays,
} from '../../../office/overview/figures.ts'
import { overviewOf } from '../../../office/overview/overview.ts'
import { linesOf, overviewFile, overviewList } from '../../../office/overview/overview-list.ts'
import { countingPolicyOf } from '../../../office/reports/annual/counting-policy.ts'
import { outcomeUnder } from '../../../office/requests/annual.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem, type Problem, problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { daySchema, keysOf, listOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { caseRowSchema, channelSchema, viewOfRow } from '../views/case-row.ts'
import { many } from './case-filter.ts'
import { listAnswer, listFormat, listTypes } from './list-file.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { organsInTree } from './scope.ts'

const figureSchema = keysOf(figures, ({ caption }) => caption)
const count = z.number().int()

const counts = z.record(figureSchema, count)
const pace = z
  .object({ median: count.nullable(), ninetieth: count.nullable() })
  .meta({ description: '答复所用的工作日：中位数，和九成答复不超过的天数' })
const standing = z.object({ now: counts, before: counts, pace, paceBefore: pace })
const compared = <Key extends z.ZodType>(key: Key) => listOf(z.object({ key, now: count, before: count }))
const outcomeRow = z
  .string()
  .regex(/^outcome(\.[a-zA-Z]+)+$/)
  .meta({ description: '年度报告第三部分的一行，如 outcome.denied.thirdParty；按本机关的计数口径' })
const range = z.object({ from: daySchema, to: daySchema })

const periodQuery = {
  from: daySchema.optional().meta({ title: '统计期间起于', description: '缺省为今年1月1日' }),
  to: daySchema.optional().meta({ title: '统计期间止于', description: '缺省为今天' }),
}

const organSchema = z.object({ id: z.string(), name: z.string(), kind: z.string(), kindCaption: z.string() })

/** The time asked for: the year so far unless told, not after today, and a year at most. */
async function outlookOf(
  { parts, organ, today }: OrganCaller,
  asked: { readonly from?: Day | undefined; readonly to?: Day | undefined },
): Promise<Outlook | Problem> {
  const to = asked.to === undefined || asked.to > today ? today : asked.to
  const from = asked.from ?? dayOf(yearOf(to), 1, 1)
  const wrong = from > to ? '起始日晚于截止日。' : from <= addMonths(to, -12) ? '统计期间最长一年。' : null
  if (wrong !== null)
    return problem('bad-request', {
      detail: `统计期间不对：${wrong}请改正日期后再查。`,
      errors: [{ field: 'from', caption: '统计期间起于', message: wrong }],
    })
  const calendar = await calendarOf(parts.office, organ.id)
  const policy = await parts.office.inTransaction(organ.id, countingPolicyOf)
  return outlookOn({ from, to }, { today, soonUntil: addWorkingDays(calendar, today, soonDays).to, policy })
}

const rowOf = ({
  id,
  name,
  kind,
}: {
  readonly id: string
  readonly name: string
  readonly kind: string
}) => ({
  id,
  name,
  kind,
  kindCaption: organKinds[kind as OrganKind] ?? kind,
})

export const overviewRoutes = [
  organRoute(atOrgan('readBoard'), {
    id: 'readOverview',
    method: 'GET',
    url: '/organs/:organ/overview',
    summary: '本机关及可以查看的下级机关的办理情况，与上年同期比较',
    about: '逾期、临期、等待他人按今天计，没有上年同期数。每个数字背后的申请件见 listOverviewCases。',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject(periodQuery),
    problems: [400],
    answers: {
      200: z.object({
        asOf: daySchema,
        soonUntil: daySchema,
        period: range,
        before: range,
        total: standing,
        organs: listOf(organSchema.extend(standing.shape)),
        outcomes: compared(outcomeRow),
        outcomesByOrgan: listOf(z.object({ organ: z.string(), key: outcomeRow, now: count, before: count })),
        channels: compared(channelSchema),
        received: compared(z.string()).meta({ description: '按月，如 2026-03' }),
        closed: compared(z.string()).meta({ description: '按月，如 2026-03' }),
      }),
    },
    async handle(call) {
      const outlook = await outlookOf(call, call.query)
      if (isProblem(outlook)) return outlook
      const rows = await organsInTree(call, 'board')
      const overview = await overviewOf(
        call.parts.office.board,
        rows.map(({ id }) => id),
        outlook,
      )
      const { organs, ...rest } = overview
      return answer(200, {
        asOf: outlook.today,
        soonUntil: outlook.soonUntil,
        ...rest,
        organs: rows.map((row) => ({ ...rowOf(row), ...organs.get(row.id)! })),
      })
    },
  }),
  organRoute(atOrgan('readBoard'), {
    id: 'listOverviewCases',
    method: 'GET',
    url: '/organs/:organ/overview/cases',
    summary: '办理情况中一个数字背后的申请件',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      figure: figureSchema.meta({ title: '哪个数字' }),
      at: z.string().optional().meta({ title: '只看一个机关', description: '机关的编号' }),
      row: outcomeRow.optional().meta({ title: '办理结果' }),
      channel: many(channelSchema, '提出方式'),
      ...periodQuery,
      ...pageQuery,
    }),
    problems: [400],
    answers: {
      200: pageOf(caseRowSchema).extend({ asOf: daySchema, soonUntil: daySchema, period: range }),
    },
    async handle(call) {
      const { query, parts, url } = call
      const outlook = await outlookOf(call, query)
      if (isProblem(outlook)) return outlook
      const seen = (await organsInTree(call, 'board')).map(({ id }) => id)
      const organs = query.at === undefined ? seen : seen.filter((id) => id === query.at)
      if (organs.length === 0) return notFound()
      const filter = {
        organs,
        ...lookOf(query.figure as FigureKey, outlook),
        ...(query.row && { outcome: outcomeUnder(query.row, yearOf(outlook.period.to), outlook.policy) }),
        ...(query.channel && { channel: query.channel }),
      }
      const page = await pageFor(query, parts.tokenKey, (asked) => parts.office.board.list(filter, asked))
      if (isProblem(page)) return page
      const { today: asOf, soonUntil, period } = outlook
      const rows = page.rows.map(viewOfRow)
      return answer(200, { ...page, rows, asOf, soonUntil, period }, linkToNext(url, page))
    },
  }),
  organRoute(atOrgan('readBoard'), {
    id: 'exportOverview',
    method: 'GET',
    url: '/organs/:organ/overview/file',
    summary: '办理情况统计表（XLSX 或 CSV）',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ ...periodQuery, format: listFormat }),
    problems: [400],
    answers: { 200: { file: Object.values(listTypes) } },
    async handle(call) {
      const outlook = await outlookOf(call, call.query)
      if (isProblem(outlook)) return outlook
      const { format } = call.query
      const rows = await organsInTree(call, 'board')
      const overview = await overviewOf(
        call.parts.office.board,
        rows.map(({ id }) => id),
        outlook,
      )
      const bytes = await overviewFile(linesOf(overview, rows), format)
      const { from, to } = outlook.period
      return listAnswer(`${overviewList.what} ${from} ${to}`, format, bytes)
    },
  }),
]
