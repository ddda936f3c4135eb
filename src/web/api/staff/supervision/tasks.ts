/** The year's 工作要点 broken down into tasks: read first, looked over by a person, then taken over. */
import { z } from 'zod'
import { formatChinese } from '../../../../law/day.ts'
import { writeList } from '../../../../office/lists/list-file.ts'
import { organsUnder } from '../../../../office/supervision/inspection/inspect.ts'
import { actOf } from '../../../../office/supervision/sweep-supervision.ts'
import { adoptPlan } from '../../../../office/supervision/tasks/adopt-plan.ts'
import { planList, tasksOfPlan } from '../../../../office/supervision/tasks/plan-file.ts'
import { tellOrgan } from '../../../../office/supervision/tell-organ.ts'
import { formOf } from '../../../http/form.ts'
import { isProblem } from '../../../http/problem.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, idSchema, listOf, textOf } from '../../../http/schemas.ts'
import { faultsProblem, problemIn } from '../../refusals.ts'
import { actingAt } from '../acting.ts'
import { givesList, listAnswer } from '../list-file.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'

const planSchema = z.strictObject({
  text: z.string().max(100_000).default('').meta({ title: '工作要点' }),
  year: z.number().int().min(2008).max(2100).meta({ title: '年度' }),
})

export const supervisionTaskRoutes = [
  organRoute(atOrgan('supervise'), {
    id: 'readTaskPlan',
    method: 'POST',
    url: '/organs/:organ/task-plan',
    summary: '把工作要点分解为任务，不作任何登记',
    about:
      '以 JSON 提交所贴的文字；附有文件（CSV、XLSX、DOCX）的，以表单提交，字段 plan 为同样的 JSON。责任单位和时限读得出的一并给出，读不出的留空，由人补上。',
    tag: '监督',
    rate: 'write',
    params: organParams,
    body: planSchema,
    files: 'too',
    problems: [422],
    answers: {
      200: z.object({
        tasks: listOf(
          z.object({
            line: z.number().int(),
            title: z.string(),
            detail: z.string(),
            heading: z.string(),
            organs: listOf(z.string()),
            strangers: listOf(z.string()).meta({ description: '不是下级机关名称的责任单位' }),
            due: daySchema.nullable(),
          }),
        ),
      }),
    },
    async handle(call) {
      const form = await formOf(call, planSchema, 'plan')
      if (isProblem(form)) return form
      const organs = await organsUnder(call.parts.office, call.organ.id)
      const file = form.files.find(({ bytes }) => bytes.length > 0)?.bytes
      const source = { text: form.sent.text, ...(file && { file }) }
      const tasks = await tasksOfPlan(source, organs, form.sent.year)
      return 'refused' in tasks ? faultsProblem('plan', [tasks]) : answer(200, { tasks })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'adoptTaskPlan',
    method: 'POST',
    url: '/organs/:organ/task-plan/tasks',
    summary: '把分解好的任务一次交办，通知各机关的联络员；有一项不能登记的，都不登记',
    tag: '监督',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      plan: textOf('工作要点的名称', 200),
      tasks: z
        .array(
          z.strictObject({
            organ: idSchema.min(1).meta({ title: '责任单位' }),
            title: textOf('任务', 200),
            detail: z.string().trim().max(2000).default('').meta({ title: '内容' }),
            heading: z.string().trim().max(200).default('').meta({ title: '类别' }),
            due: daySchema.meta({ title: '完成时限' }),
          }),
        )
        .min(1)
        .max(1000)
        .meta({ title: '任务' }),
    }),
    problems: [409, 422],
    answers: { 200: z.object({ opened: z.number().int() }) },
    async handle(call) {
      const { parts, organ, today, at, body } = call
      const adopted = await adoptPlan(parts.office, { ...actingAt(call), ...body, newId: parts.newId })
      const refused = problemIn(adopted)
      if (refused !== null || !('opened' in adopted)) return refused!
      for (const row of adopted.opened)
        await tellOrgan(parts.office, {
          ...{ by: organ.id, organ: row.about!, kind: 'supervisionTold', today, at, once: row.id },
          facts: { act: actOf(row), by: formatChinese(row.due!) },
        })
      return answer(200, { opened: adopted.opened.length })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'taskPlanTemplate',
    ...givesList,
    url: '/organs/:organ/task-plan/template',
    summary: '工作任务清单的空白模板',
    tag: '监督',
    params: organParams,
    async handle({ query: { format } }) {
      const bytes = await writeList(planList, [], format)
      return listAnswer(planList.what, format, bytes)
    },
  }),
]
