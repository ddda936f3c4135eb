/** What is due, late, or lies with nobody; and how many of everything there are. */
import { z } from 'zod'
import { addWorkingDays } from '../../../law/calendar.ts'
import { addDays } from '../../../law/day.ts'
import { calendarOf } from '../../../office/handling/calendar-of.ts'
import type { DayRange } from '../../../office/ports.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, listOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { words } from '../commands/words.ts'
import {
  applicantKindSchema,
  caseRowSchema,
  channelSchema,
  dispositionSchema,
  statusSchema,
  viewOfRow,
} from '../views/case-row.ts'
import { filterOf, filterQuery, many } from './case-filter.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { belowQuery, organsIn } from './scope.ts'

const count = z.number().int()

/** Working days within which what is due is due soon, unless told. */
const soonDays = 5

const dueKinds = { overdue: '已逾期', soon: '临期', later: '其他在办' } as const
type DueKind = keyof typeof dueKinds

const soonQuery = {
  days: z.coerce.number().int().min(0).max(30).default(soonDays).meta({ title: '几个工作日内算临期' }),
}

/** The days of each kind, as seen today. */
async function rangesOf({ parts, organ, today }: OrganCaller, days: number) {
  const calendar = await calendarOf(parts.office, organ.id)
  const last = addWorkingDays(calendar, today, days).to
  return {
    overdue: { to: addDays(today, -1) },
    soon: { from: today, to: last },
    later: { from: addDays(last, 1) },
  } satisfies Readonly<Record<DueKind, Partial<DayRange>>>
}

const tallyKeys = {
  organ: z.string(),
  status: statusSchema,
  channel: channelSchema,
  variant: words.variant,
  applicantKind: applicantKindSchema,
  disposition: dispositionSchema.nullable(),
} as const

const tallySchema = z.object(tallyKeys).partial().extend({ count })

export const boardRoutes = [
  organRoute(atOrgan('readBoard'), {
    id: 'readBoard',
    method: 'GET',
    url: '/organs/:organ/board',
    summary: '今天的看板：逾期、临期、待确认、未分派、在办各多少件',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject({ ...belowQuery, ...soonQuery }),
    answers: {
      200: z.object({
        asOf: daySchema,
        organs: count.meta({ description: '统计了几个机关' }),
        open: count.meta({ description: '尚未办结' }),
        overdue: count,
        soon: count,
        soonUntil: daySchema.meta({ description: '临期截止到哪一天：按工作日算' }),
        dueToday: count.meta({ description: '今天届满' }),
        mentioned: count.meta({ description: '有备注请本人看' }),
        unconfirmed: count.meta({ description: '已登记，尚待确认收到（条例§31）' }),
        unassigned: count.meta({ description: '尚未分派经办人' }),
        byOrgan: listOf(z.object({ organ: z.string(), status: statusSchema, count })).meta({
          description: '尚未办结的，按机关和状态',
        }),
      }),
    },
    async handle(call) {
      const { board } = call.parts.office
      const organs = await organsIn(call, call.query.below, 'board')
      const { overdue, soon } = await rangesOf(call, call.query.days)
      const day = { from: call.today, to: call.today }
      const tests = 'too' as const
      const [open, late, near, now, nobodys, mine] = await Promise.all([
        board.tally({ organs, open: true, tests }, ['organ', 'status']),
        board.countByDue(organs, overdue),
        board.countByDue(organs, soon),
        board.countByDue(organs, day),
        board.tally({ organs, open: true, handler: null, tests }, []),
        board.tally({ organs, mentioned: call.me.staff, tests }, []),
      ])
      const sum = (rows: readonly { readonly count: number }[]) => rows.reduce((n, row) => n + row.count, 0)
      return answer(200, {
        asOf: call.today,
        organs: organs.length,
        open: sum(open),
        overdue: late,
        soon: near,
        soonUntil: soon.to,
        dueToday: now,
        mentioned: sum(mine),
        unconfirmed: sum(open.filter(({ status }) => status === 'arrived')),
        unassigned: sum(nobodys),
        byOrgan: open as readonly { organ: string; status: z.input<typeof statusSchema>; count: number }[],
      })
    },
  }),
  organRoute(atOrgan('readBoard'), {
    id: 'listDue',
    method: 'GET',
    url: '/organs/:organ/board/due',
    summary: '在办的件，最先届满的在前',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      kind: z.enum(['overdue', 'soon', 'later']).optional().meta({ title: '哪一类' }),
      ...belowQuery,
      ...soonQuery,
      ...pageQuery,
    }),
    answers: { 200: pageOf(caseRowSchema) },
    async handle(call) {
      const { query, parts, url } = call
      const organs = await organsIn(call, query.below, 'board')
      const range = query.kind === undefined ? {} : (await rangesOf(call, query.days))[query.kind]
      const page = await pageFor(query, parts.tokenKey, (asked) =>
        parts.office.board.byDue(organs, range, asked),
      )
      if (isProblem(page)) return page
      return answer(200, { ...page, rows: page.rows.map(viewOfRow) }, linkToNext(url, page))
    },
  }),
  organRoute(atOrgan('readBoard'), {
    id: 'tally',
    method: 'GET',
    url: '/organs/:organ/tally',
    summary: '按所选的项目分别计数',
    tag: '看板',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      ...filterQuery,
      by: many(z.enum(Object.keys(tallyKeys) as [keyof typeof tallyKeys]), '按什么分别计数'),
    }),
    answers: { 200: z.object({ rows: listOf(tallySchema) }) },
    async handle(call) {
      const { query, parts } = call
      const filter = filterOf(query, await organsIn(call, query.below, 'board'), call.me.staff)
      // What lies open is work, and told with all of it; anything else is a figure.
      const work = query.open === 'true' ? ({ tests: 'too' } as const) : {}
      const rows = await parts.office.board.tally({ ...filter, ...work }, query.by ?? [])
      return answer(200, { rows: rows as readonly z.input<typeof tallySchema>[] })
    },
  }),
]
