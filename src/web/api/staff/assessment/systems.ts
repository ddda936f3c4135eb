/** Systems of indicators: read, kept in versions, taken in and out as files, tried on a round of before. */
import { z } from 'zod'
import { checkSystem } from '../../../../office/supervision/assessment/check-system.ts'
import { openedRound } from '../../../../office/supervision/assessment/rounds.ts'
import { simulate } from '../../../../office/supervision/assessment/simulate.ts'
import { readSystem, sizeOf, writeSystem } from '../../../../office/supervision/assessment/system-file.ts'
import { systemSchemaFault } from '../../../../office/supervision/assessment/system-shape.ts'
import {
  type SaveOutcome,
  saveSystem,
  systemOf,
  systemsOf,
} from '../../../../office/supervision/assessment/systems-of-organ.ts'
import { inspectionReaders } from '../../../../office/supervision/inspection/checks.ts'
import { zipName } from '../../../../writer/zip.ts'
import { isProblem, problem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer, fileAnswer } from '../../../http/route.ts'
import { daySchema, listOf, textOf } from '../../../http/schemas.ts'
import { faultsProblem, problemIn } from '../../refusals.ts'
import { actingAt } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { checksInOrder } from '../supervision/check-view.ts'
import { namesBelow } from './calls.ts'
import { roundParams, systemParams, systemSchema } from './schemas.ts'

const versionSchema = z.object({ number: z.number().int(), on: daySchema, reason: z.string() })

const savedSchema = z.object({ id: z.string(), version: z.number().int() })

/** Faults each at its indicator. */
const savedAnswer = (saved: SaveOutcome) => {
  if ('faults' in saved)
    return faultsProblem(
      'badSystem',
      saved.faults.map(({ field, message }) => ({ name: field, message })),
    )
  const refused = problemIn(saved)
  if (refused !== null || !('system' in saved)) return refused!
  return answer(200, { id: saved.id, version: saved.versions.length })
}

const types = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export const systemRoutes = [
  organRoute(atOrgan('supervise'), {
    id: 'listIndicatorSystems',
    method: 'GET',
    url: '/organs/:organ/assessment/systems',
    summary: '本机关的指标体系和随系统附带的指标体系',
    tag: '考核',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            id: z.string(),
            name: z.string(),
            year: z.number().int(),
            tree: z.enum(['points', 'percent']),
            leaves: z.number().int(),
            faults: z.number().int(),
            classes: listOf(z.object({ key: z.string(), caption: z.string() })),
            versions: listOf(versionSchema).meta({ description: '空为随系统附带的' }),
            source: z.string(),
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ }) {
      const known = await systemsOf(office, organ.id)
      const rows = known.map(({ system, versions }) => {
        const { id, name, year, tree, classes, source } = system
        return { id, name, year, tree, classes, versions, source: source.title, ...sizeOf(system) }
      })
      return answer(200, { rows })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'readIndicatorSystem',
    method: 'GET',
    url: '/organs/:organ/assessment/systems/:system',
    summary: '一个指标体系的全部内容',
    tag: '考核',
    rate: 'read',
    params: systemParams,
    problems: [404],
    answers: {
      200: z.object({
        system: systemSchema,
        versions: listOf(versionSchema),
        checks: listOf(z.object({ id: z.string(), caption: z.string() })).meta({
          description: '指标可以取用其数字的巡查检查项',
        }),
      }),
    },
    async handle({ parts: { office }, organ, params }) {
      const known = await systemOf(office, organ.id, params.system)
      if (known === null) return notFound()
      const checks = checksInOrder(inspectionReaders).map(({ id, caption }) => ({ id, caption }))
      return answer(200, { ...known, checks })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'checkIndicatorSystem',
    method: 'POST',
    url: '/organs/:organ/assessment/systems/check',
    summary: '检查指标体系：分值是否相符，编号是否重复；不保存',
    tag: '考核',
    rate: 'write',
    params: organParams,
    body: z.strictObject({ system: systemSchema }),
    problems: [422],
    answers: {
      200: z.object({
        faults: listOf(
          z.object({
            at: z.string().meta({ description: '指标、问题的编号；整个体系的为空' }),
            field: z.string().meta({ description: '页面上的哪一格' }),
            message: z.string(),
          }),
        ),
      }),
    },
    async handle({ body: { system } }) {
      const fault = systemSchemaFault(system)
      if (fault !== null) return faultsProblem('badSystem', [{ message: fault }])
      return answer(200, { faults: checkSystem(system) })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'saveIndicatorSystem',
    method: 'POST',
    url: '/organs/:organ/assessment/systems',
    summary: '保存指标体系为新的版本；已经开展的考核仍用原来的版本',
    tag: '考核',
    rate: 'write',
    params: organParams,
    body: z.strictObject({ system: systemSchema, reason: textOf('修改的说明', 300) }),
    problems: [409, 422],
    answers: { 200: savedSchema },
    async handle(call) {
      const fault = systemSchemaFault(call.body.system)
      if (fault !== null) return faultsProblem('badSystem', [{ message: fault }])
      return savedAnswer(await saveSystem(call.parts.office, { ...actingAt(call), ...call.body }))
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'importIndicatorSystem',
    method: 'POST',
    url: '/organs/:organ/assessment/systems/file',
    summary: '从 JSON 或者 Excel 文件导入指标体系，保存为新的版本',
    tag: '考核',
    rate: 'write',
    params: organParams,
    files: 'only',
    problems: [409, 413, 422],
    answers: { 200: savedSchema },
    async handle(call) {
      const form = await call.upload()
      if (isProblem(form)) return form
      const [file] = form.files
      if (file === undefined || file.bytes.length === 0)
        return problem('bad-request', { detail: '请选择要导入的文件。' })
      const system = await readSystem(file.bytes)
      if ('refused' in system) return faultsProblem('badSystem', [{ message: system.message }])
      return savedAnswer(
        await saveSystem(call.parts.office, { ...actingAt(call), system, reason: '从文件导入' }),
      )
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'exportIndicatorSystem',
    method: 'GET',
    url: '/organs/:organ/assessment/systems/:system/file/:format',
    summary: '导出指标体系为 JSON 或者 Excel',
    tag: '考核',
    rate: 'read',
    params: systemParams.extend({ format: z.enum(['json', 'xlsx']) }),
    problems: [404],
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle({ parts: { office }, organ, params: { system: id, format } }) {
      const known = await systemOf(office, organ.id, id)
      if (known === null) return notFound()
      const bytes = await writeSystem(known.system, format)
      return fileAnswer({ name: `${zipName(known.system.name)}.${format}`, type: types[format], bytes })
    },
  }),
  organRoute(atOrgan('supervise'), {
    id: 'simulateIndicatorSystem',
    method: 'POST',
    url: '/organs/:organ/assessment/rounds/:round/simulation',
    summary: '用另一个指标体系重算以前一轮考核的事实；不保存',
    tag: '考核',
    rate: 'write',
    params: roundParams,
    body: z.strictObject({ system: systemSchema }),
    problems: [404, 422],
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            organ: z.string(),
            name: z.string(),
            before: z.number(),
            after: z.number(),
            open: z.number().int().meta({ description: '上一轮没有看过的指标' }),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, organ, params, body } = call
      const fault = systemSchemaFault(body.system)
      if (fault !== null) return faultsProblem('badSystem', [{ message: fault }])
      const opened = await openedRound(parts.office, organ.id, params.round)
      if (opened === null) return notFound()
      const names = await namesBelow(call)
      const rows = simulate(body.system, opened.round, opened.sheets)
      return answer(200, { rows: rows.map((each) => ({ ...each, name: names.get(each.organ) ?? '' })) })
    },
  }),
]
