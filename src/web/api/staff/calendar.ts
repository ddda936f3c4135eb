/** Papers that make days free or worked, as an administrator enters them. */
import { z } from 'zod'
import { publishCalendar } from '../../../office/handling/publish-calendar.ts'
import type { CalendarPaper } from '../../../office/ports.ts'
import { problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, listOf, textOf } from '../../http/schemas.ts'
import { failureProblem, faultsProblem } from '../refusals.ts'
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
    answers: { 200: z.object({ rows: listOf(publishedSchema) }) },
    handle: async ({ parts: { office }, organ }) =>
      answer(200, { rows: await office.calendar.forOrgan(organ.id) }),
  }),
  organRoute(atOrgan('manageCalendar'), {
    id: 'publishCalendarPaper',
    method: 'POST',
    url: '/organs/:organ/calendar',
    summary: '录入放假安排；在办件的期限随即重算，变动的逐件列出',
    about: '全国的放假安排由没有上级的机关录入，对全部机关有效。',
    tag: '设置',
    rate: 'write',
    params: organParams,
    body: paperSchema,
    problems: [409, 422],
    answers: {
      200: z.object({
        counted: z.number().int().meta({ description: '重算了几件' }),
        moved: listOf(z.object({ organ: z.string(), request: z.string(), before: due, after: due })),
      }),
    },
    async handle({ parts: { office }, organ, actor, at, body }) {
      if (body.scope === 'national' && organ.parent !== null)
        return problem('not-permitted', { detail: '全国的放假安排由没有上级的机关录入。' })
      const wrong = body.paper.holidays.find(({ from, to }) => from > to)
      if (wrong !== undefined)
        return faultsProblem('calendar', [{ name: '放假', message: '放假的起日晚于止日，请核对。' }])
      const paper: CalendarPaper = body.scope === 'national' ? body : { ...body, scope: organ.id }
      const published = await publishCalendar(office, paper, { actor: actor.id, at })
      return published === null ? failureProblem(known) : answer(200, published)
    },
  }),
]

const known = { failure: 'paperKnown', message: '这一文号的放假安排已经录入，请核对文号。' }
