/** Filters of the list of cases that somebody keeps under a name, for themselves alone. */
import { z } from 'zod'
import { scanPersonalData } from '../../../office/attachments/personal-data.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { idSchema, listOf, okSchema, textOf } from '../../http/schemas.ts'
import { failureProblem } from '../refusals.ts'
import { filterQuery } from './case-filter.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const viewSchema = z.object({ id: z.string(), name: z.string(), filter: z.record(z.string(), z.unknown()) })

export const viewRoutes = [
  organRoute(atOrgan('readRequest'), {
    id: 'listViews',
    method: 'GET',
    url: '/organs/:organ/views',
    summary: '本人保存的筛选',
    tag: '申请件',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(viewSchema) }) },
    async handle({ parts: { office }, organ, me }) {
      const rows = await office.inTransaction(organ.id, (unit) => unit.views.of(me.staff))
      return answer(200, { rows: rows.map((row) => ({ ...row, filter: { ...row.filter } })) })
    },
  }),
  organRoute(atOrgan('readRequest'), {
    id: 'saveView',
    method: 'POST',
    url: '/organs/:organ/views',
    summary: '保存一个筛选；同名的替换',
    tag: '申请件',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      name: textOf('名称', 30),
      filter: z.strictObject(filterQuery).meta({ title: '筛选的条件' }),
    }),
    problems: [409, 422],
    answers: { 200: okSchema },
    async handle({ parts, organ, me, at, body: { name, filter } }) {
      if (scanPersonalData(name).length > 0)
        return failureProblem(
          { failure: 'personalData', message: '名称中不得写入个人信息，请另取名称。' },
          422,
        )
      const full = await parts.office.inTransaction(organ.id, async (unit) => {
        const kept = await unit.views.of(me.staff)
        if (kept.length >= mostViews && kept.every((view) => view.name !== name)) return true
        await unit.views.save(me.staff, { id: parts.newId(), name, filter }, at)
        return false
      })
      return full
        ? failureProblem({
            failure: 'tooManyViews',
            message: `最多保存 ${mostViews} 个筛选，请先删除不用的。`,
          })
        : answer(200, { done: true })
    },
  }),
  organRoute(atOrgan('readRequest'), {
    id: 'removeView',
    method: 'DELETE',
    url: '/organs/:organ/views/:view',
    summary: '删除一个筛选',
    tag: '申请件',
    rate: 'write',
    params: organParams.extend({ view: idSchema }),
    answers: { 200: okSchema },
    async handle({ parts: { office }, organ, me, params: { view } }) {
      const removed = await office.inTransaction(organ.id, (unit) => unit.views.remove(me.staff, view))
      return removed ? answer(200, { done: true }) : notFound()
    },
  }),
]

/** Of one person at one organ. */
const mostViews = 30
