/** Papers that make days free or worked, as an administrator enters them. */
import { z } from 'zod'
import { type Day, formatChinese } from '../../../law/day.ts'
import type { HolidayNotice } from '../../../law/holiday-notices.ts'
import { previewCalendar, publishCalendar } from '../../../office/handling/publish-calendar.ts'
import type { CalendarPaper } from '../../../office/ports.ts'
import { problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, listOf, textOf } from '../../http/schemas.ts'
import { type AnyFault, failureProblem, faultsProblem } from '../refusals.ts'
import { doIt } from './list-file.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const range = z
  .strictObject({
    name: textOf('节日名称', 50),
    from: daySchema.meta({ title: '起' }),
    to: daySchema.meta({ title: '止' }),
  })
  .meta({ title: '放假' })

const days = {
  number: textOf('文号', 100),
  holidays: z.array(range).max(60).meta({ title: '放假' }),
  makeUpDays: z.array(daySchema).max(60).meta({ title: '调休上班' }),
}

const paperSchema = z.discriminatedUnion('scope', [
  z.strictObject({
    scope: z.literal('national'),
    paper: z.strictObject({
      ...days,
      year: z.number().int().min(2000).max(2999).meta({ title: '年份' }),
      amends: z.boolean().exactOptional().meta({ title: '是否为对同年原通知的调整' }),
    }),
  }),
  z.strictObject({
    scope: z.literal('organ').meta({ description: '该机关及其下级机关' }),
    paper: z.strictObject({ ...days, name: textOf('名称', 100) }),
  }),
])

const due = z.object({ due: daySchema.nullable(), firm: z.boolean() })

/** A case whose due day is another, or is no longer provisional. */
export const movedSchema = z.object({
  organ: z.string(),
  request: z.string(),
  number: z.string().nullable(),
  before: due,
  after: due,
})

const rangeView = z.object({ name: z.string(), from: daySchema, to: daySchema })

const publishedSchema = z.object({
  scope: z.string().meta({ description: 'national，或者机关的编号' }),
  paper: z.object({
    number: z.string(),
    holidays: listOf(rangeView),
    makeUpDays: listOf(daySchema),
    year: z.number().int().optional(),
    amends: z.boolean().optional(),
    name: z.string().optional(),
  }),
})

export const calendarRoutes = [
  organRoute(atOrgan('manageCalendar'), {
    id: 'listCalendarPapers',
    method: 'GET',
    url: '/organs/:organ/calendar',
    summary: '对该机关有效的放假安排，按公布的先后',
    tag: '设置',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ asOf: daySchema, rows: listOf(publishedSchema) }) },
    handle: async ({ parts: { office }, organ, today }) =>
      answer(200, { asOf: today, rows: await office.calendar.forOrgan(organ.id) }),
  }),
  organRoute(atOrgan('manageCalendar'), {
    id: 'publishCalendarPaper',
    method: 'POST',
    url: '/organs/:organ/calendar',
    summary: '录入放假安排，先看哪些在办件的期限会变，再公布；变动的逐件列出',
    about: '全国的放假安排由没有上级的机关录入，对全部机关有效。',
    tag: '设置',
    rate: 'write',
    params: organParams,
    query: z.strictObject({ do: doIt }),
    body: paperSchema,
    problems: [409, 422],
    answers: {
      200: z.object({
        done: z.boolean(),
        counted: z.number().int().meta({ description: '重算了几件' }),
        moved: listOf(movedSchema),
      }),
    },
    async handle({ parts: { office }, organ, actor, at, body, query }) {
      if (body.scope === 'national' && organ.parent !== null)
        return problem('not-permitted', { detail: '全国的放假安排由没有上级的机关录入。' })
      const faults = faultsIn(body.paper)
      if (faults.length > 0) return faultsProblem('calendar', faults)
      const paper: CalendarPaper = body.scope === 'national' ? body : { ...body, scope: organ.id }
      const done = query.do === 'true'
      const counted = done
        ? await publishCalendar(office, organ.id, paper, { actor: actor.id, at })
        : await previewCalendar(office, paper)
      return counted === null ? failureProblem(known) : answer(200, { done, ...counted })
    },
  }),
]

/** What cannot be in a paper; the days have been read as days already. */
function faultsIn({ holidays, makeUpDays }: PaperDays): readonly AnyFault[] {
  const turned = holidays.flatMap(({ from, to }, place) =>
    from > to ? [{ name: `holidays.${place}.to`, message: '放假的止日早于起日，请核对。' }] : [],
  )
  const off = (day: Day) => holidays.some(({ from, to }) => from <= day && day <= to)
  const both = makeUpDays.filter(off).map((day) => ({
    name: 'makeUpDays',
    message: `${formatChinese(day)}既放假又调休上班，请核对。`,
  }))
  const none = holidays.length + makeUpDays.length === 0
  return [
    ...turned,
    ...both,
    ...(none ? [{ name: 'holidays', message: '没有写放假的日子，也没有调休上班的日子，请填写。' }] : []),
  ]
}

type PaperDays = Pick<HolidayNotice, 'holidays' | 'makeUpDays'>

const known = { failure: 'paperKnown', message: '这一文号的放假安排已经录入，请核对文号。' }
