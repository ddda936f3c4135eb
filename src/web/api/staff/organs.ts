/** The list of organs: read, one entered or changed, a whole list brought in after a look at what it would do. */
import { z } from 'zod'
import { closeOrgan, reopenOrgan } from '../../../office/organs/close-organ.ts'
import { organList, readList, writeOrgans } from '../../../office/organs/list-file.ts'
import { type ImportPlan, planImport, rowsToPut } from '../../../office/organs/plan-import.ts'
import { readRows } from '../../../office/organs/read-rows.ts'
import { isProblem, problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { idSchema, listOf, okSchema, textOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { failureProblem, faultsProblem, problemIn } from '../refusals.ts'
import { cameOfList, givesList, listAnswer, takesList } from './list-file.ts'
import { faultsOfOrgan, organRecordSchema, organRowSchema, viewOfOrgan } from './organ-schema.ts'
import { forbiddenIn, managedBy, putAll, recordsOf, rowIn } from './organ-tree.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { sentFile } from './sent-file.ts'

const lineSchema = z.number().int()

const planSchema = z
  .object({
    ...cameOfList,
    added: listOf(z.object({ line: lineSchema, code: z.string(), name: z.string() })),
    changed: listOf(
      z.object({
        line: lineSchema,
        code: z.string(),
        changes: listOf(z.object({ column: z.string(), from: z.string(), to: z.string() })),
      }),
    ),
    unchanged: lineSchema.meta({ description: '没有变化的行数' }),
  })
  .meta({ id: 'OrganImport' })

const closingSchema = z.strictObject({
  because: textOf('理由', 500).meta({ title: '理由', description: '依据的文件。' }),
})

const closureSchema = closingSchema.extend({
  successor: idSchema.nullable().exactOptional().meta({
    title: '职责由哪个机关承接',
    description: '公众在已公开信息的页面上看得到；不在本系统的机关不填',
  }),
})

const closingOf = ({
  organ,
  actor,
  at,
  body,
}: OrganCaller & { readonly body: z.output<typeof closureSchema> }) => ({
  organ: organ.id,
  ...body,
  by: { actor: actor.id, at },
})

const toldClosing = (outcome: Awaited<ReturnType<typeof closeOrgan>>) =>
  problemIn(outcome) ?? answer(200, { done: true })

export const organRoutes = [
  organRoute(atOrgan('manageOrgans'), {
    id: 'listOrgans',
    method: 'GET',
    url: '/organs/:organ/subordinates',
    summary: '该机关及其下级机关',
    tag: '机关',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(organRowSchema) }) },
    async handle({ parts: { office }, organ }) {
      const rows = await office.organs.withSubordinates(organ.id)
      return answer(200, { rows: rows.map(viewOfOrgan) })
    },
  }),
  organRoute(atOrgan('manageOrgans'), {
    id: 'readOrgan',
    method: 'GET',
    url: '/organs/:organ',
    summary: '机关资料',
    tag: '机关',
    rate: 'read',
    params: organParams,
    answers: { 200: organRecordSchema },
    async handle({ parts: { office }, organ }) {
      const [record] = recordsOf([organ], await office.organs.all())
      return answer(200, { ...record!, channels: [...record!.channels] })
    },
  }),
  organRoute(atOrgan('manageOrgans'), {
    id: 'putOrgan',
    method: 'PUT',
    url: '/organs/:organ',
    summary: '修改机关资料',
    tag: '机关',
    rate: 'write',
    params: organParams,
    body: organRecordSchema,
    problems: [409, 422],
    answers: { 200: organRecordSchema },
    async handle(call) {
      const { organ, body } = call
      const managed = await managedBy(call)
      const faults = faultsOfOrgan(body)
      if (faults.length > 0) return faultsProblem('organ', faults)
      if (body.code !== organ.code)
        return faultsProblem('organ', [{ name: '机构代码', message: '机构代码不能修改，请核对。' }])
      const forbidden = forbiddenIn(managed, body)
      if (forbidden !== null) return problem('not-permitted', { detail: `${forbidden}。` })
      const refused = await putAll(call, [rowIn(managed.all, body, organ.id)])
      return refused ?? answer(200, body)
    },
  }),
  organRoute(atOrgan('manageOrgans'), {
    id: 'addOrgan',
    method: 'POST',
    url: '/organs/:organ/subordinates',
    summary: '新增下级机关',
    tag: '机关',
    rate: 'write',
    params: organParams,
    body: organRecordSchema,
    problems: [409, 422],
    answers: { 201: z.object({ id: z.string() }) },
    async handle(call) {
      const { parts, body } = call
      const managed = await managedBy(call)
      const faults = faultsOfOrgan(body)
      if (faults.length > 0) return faultsProblem('organ', faults)
      if (managed.all.some(({ code }) => code === body.code))
        return failureProblem({ failure: 'codeTaken', message: '机构代码已被其他机关使用，请核对。' })
      const forbidden = forbiddenIn(managed, body)
      if (forbidden !== null) return problem('not-permitted', { detail: `${forbidden}。` })
      const id = parts.newId()
      const refused = await putAll(call, [rowIn(managed.all, body, id)])
      return refused ?? answer(201, { id })
    },
  }),
  organRoute(atOrgan('manageOrgans'), {
    id: 'closeOrgan',
    method: 'POST',
    url: '/organs/:organ/closure',
    summary: '撤销机关：不再受理新的申请，已有的案卷和已公开的信息保留',
    tag: '机关',
    rate: 'write',
    params: organParams,
    body: closureSchema,
    problems: [409, 422],
    answers: { 200: okSchema },
    handle: async (call) => toldClosing(await closeOrgan(call.parts.office, closingOf(call))),
  }),
  organRoute(atOrgan('manageOrgans'), {
    id: 'reopenOrgan',
    method: 'POST',
    url: '/organs/:organ/closure/reversal',
    summary: '恢复已经撤销的机关',
    tag: '机关',
    rate: 'write',
    params: organParams,
    body: closingSchema,
    problems: [409, 422],
    answers: { 200: okSchema },
    handle: async (call) => toldClosing(await reopenOrgan(call.parts.office, closingOf(call))),
  }),
  organRoute(atOrgan('manageOrgans'), {
    id: 'exportOrgans',
    ...givesList,
    url: '/organs/:organ/subordinates/list',
    summary: '导出机关名录',
    tag: '机关',
    params: organParams,
    async handle({ parts: { office }, organ, query: { format } }) {
      const [rows, all] = [await office.organs.withSubordinates(organ.id), await office.organs.all()]
      const records = recordsOf(rows, all)
      return listAnswer(organList.what, format, await writeOrgans(records, format))
    },
  }),
  organRoute(atOrgan('manageOrgans'), {
    id: 'importOrgans',
    ...takesList,
    url: '/organs/:organ/subordinates/list',
    summary: '导入机关名录（XLSX 或 CSV），先看会有什么变化，再执行',
    about: '以表单提交一个文件。不删除任何机关；不能导入的行逐行说明，其他的照常导入。',
    tag: '机关',
    params: organParams,
    answers: { 200: planSchema },
    async handle(call) {
      const bytes = await sentFile(call)
      if (isProblem(bytes)) return bytes
      const managed = await managedBy(call)
      const grid = await readList(bytes)
      const plan = 'refused' in grid ? grid : planImport(readRows(grid), managed.all)
      if ('refused' in plan && plan.refused === true) return faultsProblem('list', [plan])
      const allowed = withoutForbidden(plan as ImportPlan, (organ) =>
        forbiddenIn(withNew(managed, plan as ImportPlan), organ),
      )
      const done = call.query.do === 'true'
      const rows = done ? rowsToPut(allowed, managed.all, () => call.parts.newId()) : []
      const refused = rows.length === 0 ? null : await putAll(call, rows)
      return refused ?? answer(200, viewOfPlan(allowed, done))
    },
  }),
]

type Managing = Parameters<typeof forbiddenIn>[0]

/** What is new below what somebody manages is theirs to manage too, and so on down. */
function withNew({ all, mine }: Managing, { added }: ImportPlan): Managing {
  const codes = new Set(mine)
  for (let size = -1; size !== codes.size; ) {
    size = codes.size
    for (const { organ } of added) if (codes.has(organ.parent)) codes.add(organ.code)
  }
  return { all, mine: codes }
}

function withoutForbidden(
  plan: ImportPlan,
  forbidden: (organ: ImportPlan['added'][number]['organ']) => string | null,
): ImportPlan {
  const refused = [...plan.added, ...plan.changed].flatMap(({ line, organ }) => {
    const why = forbidden(organ)
    const message = `第 ${line} 行：${why}。`
    return why === null ? [] : [{ line, faults: [{ line, column: null, message }] }]
  })
  const lines = new Set(refused.map(({ line }) => line))
  return {
    ...plan,
    added: plan.added.filter(({ line }) => !lines.has(line)),
    changed: plan.changed.filter(({ line }) => !lines.has(line)),
    refused: [...plan.refused, ...refused].toSorted((a, b) => a.line - b.line),
  }
}

const viewOfPlan = (
  { added, changed, unchanged, refused, unknownHeads }: ImportPlan,
  done: boolean,
): z.input<typeof planSchema> => ({
  done,
  added: added.map(({ line, organ }) => ({ line, code: organ.code, name: organ.name })),
  changed: changed.map(({ line, organ, changes }) => ({ line, code: organ.code, changes })),
  unchanged: unchanged.length,
  refused,
  unknownHeads,
})
