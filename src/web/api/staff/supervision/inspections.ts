/** Inspections over all organs below, and cases drawn for a lawyer's eye. */
import { z } from 'zod'
import type { SupervisionRow } from '../../../../office/ports.ts'
import { inspectionChecks, inspectionReaders } from '../../../../office/supervision/inspection/checks.ts'
import {
  beginInspection,
  carryOnInspection,
  itemsOf,
  looked,
  organsOf,
  organsUnder,
  resultsOf,
} from '../../../../office/supervision/inspection/inspect.ts'
import { notifyFindings } from '../../../../office/supervision/inspection/notify-findings.ts'
import { openSupervision } from '../../../../office/supervision/keep.ts'
import { drawSample } from '../../../../office/supervision/samples/draw-sample.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { citesSchema, daySchema, idSchema, listOf, textOf } from '../../../http/schemas.ts'
import { problemIn } from '../../refusals.ts'
import { actingAt, actingOn } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { checksInOrder } from './check-view.ts'
import { recordAnswer, runParams, supervisionSchema } from './schemas.ts'

const toSupervise = atOrgan('supervise')
const count = z.number().int()

const runSchema = z.object({
  id: z.string(),
  caption: z.string(),
  openedOn: daySchema,
  finished: z.boolean(),
  organs: count.meta({ description: '一共要看几个机关' }),
  looked: count.meta({ description: '已经看了几个' }),
  results: listOf(z.object({ organ: z.string(), counts: z.record(z.string(), count) })),
  checks: listOf(
    z.object({
      id: z.string(),
      caption: z.string(),
      room: z.string(),
      advice: z.string(),
      cites: citesSchema,
    }),
  ),
})

const viewOfRun = (row: SupervisionRow): z.input<typeof runSchema> => ({
  id: row.id,
  caption: String(row.data.caption),
  openedOn: row.openedOn,
  finished: row.state === 'finished',
  organs: organsOf(row).length,
  looked: looked(row),
  results: resultsOf(row).map(({ organ, counts }) => ({ organ, counts: { ...counts } })),
  checks: checksInOrder(inspectionReaders),
})

export const inspectionRoutes = [
  organRoute(toSupervise, {
    id: 'beginInspection',
    method: 'POST',
    url: '/organs/:organ/inspections',
    summary: '开始巡查全部下级机关；再逐步 carryOnInspection',
    tag: '监督',
    rate: 'write',
    params: organParams,
    body: z.strictObject({ caption: textOf('轮次', 100) }),
    problems: [409, 422],
    answers: { 200: runSchema },
    async handle(call) {
      const { parts, body } = call
      const row = await beginInspection(parts.office, { ...actingAt(call), id: parts.newId() }, body.caption)
      return problemIn(row) ?? answer(200, viewOfRun(row as SupervisionRow))
    },
  }),
  organRoute(toSupervise, {
    id: 'carryOnInspection',
    method: 'POST',
    url: '/organs/:organ/inspections/:record/next',
    summary: '巡查接下来的几个机关，返回进度',
    tag: '监督',
    rate: 'write',
    params: runParams,
    problems: [404, 409],
    answers: { 200: runSchema },
    async handle(call) {
      const row = await carryOnInspection(call.parts.office, actingOn(call))
      return problemIn(row) ?? answer(200, viewOfRun(row as SupervisionRow))
    },
  }),
  organRoute(toSupervise, {
    id: 'readInspection',
    method: 'GET',
    url: '/organs/:organ/inspections/:record',
    summary: '一次巡查的结果：各机关、各检查项各有多少',
    tag: '监督',
    rate: 'read',
    params: runParams,
    answers: { 200: runSchema },
    async handle({ parts, organ, params: { record } }) {
      const row = await parts.office.supervision.get(organ.id, 'inspection', record)
      return row === null ? notFound() : answer(200, viewOfRun(row))
    },
  }),
  organRoute(toSupervise, {
    id: 'listInspectionItems',
    method: 'GET',
    url: '/organs/:organ/inspections/:record/items',
    summary: '巡查结果中一个机关的一项数字背后的条目',
    tag: '监督',
    rate: 'read',
    params: runParams,
    query: z.strictObject({
      at: idSchema.meta({ title: '哪个机关' }),
      check: idSchema.optional().meta({ title: '哪个检查项' }),
    }),
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            check: z.string(),
            caption: z.string(),
            ref: z.object({ kind: z.string(), id: z.string() }).nullable(),
            what: z.string(),
            message: z.string(),
          }),
        ),
      }),
    },
    async handle({ parts, organ, params: { record }, query: { at: of, check } }) {
      const row = await parts.office.supervision.get(organ.id, 'inspection', record)
      const items = row === null ? null : await itemsOf(parts.office, row, of)
      if (items === null) return notFound()
      return answer(200, {
        rows: items
          .filter((item) => check === undefined || item.check === check)
          .map((item) => ({ ...item, caption: inspectionChecks[item.check]?.caption ?? item.check })),
      })
    },
  }),
  organRoute(toSupervise, {
    id: 'notifyInspection',
    method: 'POST',
    url: '/organs/:organ/inspections/:record/findings',
    summary: '把巡查结果作为问题通报，限期整改；上次通报过的自动认出',
    tag: '监督',
    rate: 'write',
    params: runParams,
    body: z.strictObject({
      due: daySchema.meta({ title: '整改期限' }),
      chosen: z
        .array(
          z.strictObject({
            organ: idSchema.meta({ title: '机关' }),
            check: idSchema.meta({ title: '检查' }),
          }),
        )
        .max(5000)
        .exactOptional()
        .meta({ title: '通报哪些', description: '不列的，全部' }),
    }),
    problems: [404, 409, 422],
    answers: {
      200: z.object({
        opened: count,
        repeats: count.meta({ description: '其中上次通报过的' }),
        known: count.meta({ description: '本轮已经登记的' }),
        refused: listOf(z.string()),
      }),
    },
    async handle(call) {
      const { parts, organ, params, body } = call
      const run = await parts.office.supervision.get(organ.id, 'inspection', params.record)
      if (run === null) return notFound()
      const { chosen, due } = body
      const notified = await notifyFindings(parts.office, {
        ...{ ...actingAt(call), run, due, newId: parts.newId },
        ...(chosen !== undefined && { chosen }),
      })
      return answer(200, {
        opened: notified.opened.length,
        repeats: notified.opened.filter(({ data }) => data.repeats !== null).length,
        known: notified.known,
        refused: notified.refused.map((each) =>
          'message' in each ? each.message : '与他人同时登记，请重试。',
        ),
      })
    },
  }),
  organRoute(toSupervise, {
    id: 'drawSample',
    method: 'POST',
    url: '/organs/:organ/samples',
    summary: '按种子抽取各下级机关已经办结的申请件，供评查；同样的种子抽到同样的件',
    tag: '监督',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      title: textOf('评查的名称', 100),
      seed: textOf('种子', 100),
      each: z.number().int().min(1).max(50).meta({ title: '每个机关几件' }),
      from: daySchema.meta({ title: '办结日期起' }),
      to: daySchema.meta({ title: '办结日期止' }),
    }),
    problems: [409, 422],
    answers: { 200: supervisionSchema },
    async handle(call) {
      const { parts, organ, today, body } = call
      const { title, seed, each, from, to } = body
      const organs = (await organsUnder(parts.office, organ.id)).map(({ id }) => id)
      const cases = await drawSample(parts.office, organs, { seed, each, closed: { from, to } })
      const data = { title, seed, each, from, to, cases: cases.map((one) => ({ ...one })) }
      const opening = { ...actingAt(call), kind: 'sample', id: parts.newId(), data } as const
      const outcome = await openSupervision(parts.office, opening)
      return recordAnswer(outcome, 'supervisor', today)
    },
  }),
]
