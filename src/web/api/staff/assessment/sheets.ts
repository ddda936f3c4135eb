/** The sheet of one organ in a round: as the assessor fills it, and as the organ itself sees and answers it. */
import { z } from 'zod'
import type { OrganRow } from '../../../../office/ports.ts'
import { lineOf } from '../../../../office/staff/access.ts'
import { takeFigures } from '../../../../office/supervision/assessment/inspected-figures.ts'
import { type Row, readAll, readOne } from '../../../../office/supervision/assessment/keep.ts'
import { decideObjection, objectToFinding } from '../../../../office/supervision/assessment/objections.ts'
import {
  markSheet,
  openLeaves,
  scoreOf,
  sheetId,
  sheetStates,
} from '../../../../office/supervision/assessment/rounds.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { listOf, textOf } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { problemIn } from '../../refusals.ts'
import { actingAt } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import {
  findingsSchema,
  objectionSchema,
  resultSchema,
  roundParams,
  roundSchema,
  scoreSchema,
  sheetParams,
  sheetStateSchema,
  systemSchema,
  viewOfRound,
} from './schemas.ts'

const sheetSchema = z.object({
  organ: z.object({ id: z.string(), name: z.string() }),
  round: roundSchema,
  system: systemSchema,
  class: z.string(),
  state: sheetStateSchema,
  stateCaption: z.string(),
  self: z.object({ findings: findingsSchema, score: scoreSchema }).nullable(),
  assessed: z
    .object({ findings: findingsSchema, score: scoreSchema })
    .nullable()
    .meta({ description: '反馈以前，被考核的机关看不到' }),
  open: listOf(z.string()).meta({ description: '还要评定的指标' }),
  objections: listOf(objectionSchema),
  result: resultSchema
    .pick({ total: true, composed: true, parts: true, verdict: true, grade: true, rank: true })
    .nullable(),
})

/** The sheet; what the assessor found is there for the assessor, and for the organ once it is fed back. */
function viewOf(round: Row<'round'>, sheet: Row<'sheet'>, organ: OrganRow, forAssessor: boolean) {
  const { subject, self, assessed, objections, state } = sheet
  const shown = forAssessor || round.state !== 'open' ? assessed : null
  const scored = (findings: typeof self) => findings && { findings, score: scoreOf(round, subject, findings) }
  return {
    ...{ organ: { id: organ.id, name: organ.name }, round: viewOfRound(round), system: round.system },
    class: round.organs.find((each) => each.organ === subject)?.class ?? '',
    ...{ state: shown === null && state === 'assessed' ? ('selfScored' as const) : state, objections },
    stateCaption: sheetStates[shown === null && state === 'assessed' ? 'selfScored' : state],
    ...{ self: scored(self), assessed: scored(shown) },
    open: openLeaves(round, subject, (forAssessor ? assessed : self)?.marks ?? {}),
    result: round.results.find((each) => each.organ === subject) ?? null,
  }
}

async function sheetAnswer(call: OrganCaller, by: string, id: string, subject: string, forAssessor: boolean) {
  const { office } = call.parts
  const [round, sheet, organ] = await Promise.all([
    readOne(office, by, 'round', id),
    readOne(office, by, 'sheet', sheetId(id, subject)),
    office.organs.get(subject),
  ])
  if (round === null || sheet === null || organ === null) return notFound()
  return answer(200, viewOf(round, sheet, organ, forAssessor))
}

/** The organ above whose round it is; null where none of those has it. */
async function assessorOf({ parts: { office }, organ }: OrganCaller, round: string): Promise<string | null> {
  const above = (await lineOf(office.organs, organ.id)).slice(1)
  const found = await Promise.all(above.map((id) => readOne(office, id, 'sheet', sheetId(round, organ.id))))
  return found.find((each) => each !== null)?.organ ?? null
}

const read = {
  method: 'GET',
  tag: '考核',
  rate: 'read',
  problems: [404],
  answers: { 200: sheetSchema },
} as const
const write = {
  method: 'POST',
  tag: '考核',
  rate: 'write',
  problems: [404, 409, 422],
  answers: { 200: sheetSchema },
} as const

export const sheetRoutes = [
  organRoute(atOrgan('supervise'), {
    ...read,
    id: 'readSheet',
    url: '/organs/:organ/assessment/rounds/:round/sheets/:subject',
    summary: '一个机关的考核表：自评、评分、异议和每一处失分的说明',
    params: sheetParams,
    handle: (call) => sheetAnswer(call, call.organ.id, call.params.round, call.params.subject, true),
  }),
  organRoute(atOrgan('supervise'), {
    ...write,
    id: 'assessSheet',
    url: '/organs/:organ/assessment/rounds/:round/sheets/:subject',
    summary: '保存对一个机关的评分',
    params: sheetParams,
    body: z.strictObject({ findings: findingsSchema }),
    async handle(call) {
      const { parts, params, body } = call
      const marking = {
        ...actingAt(call),
        ...body,
        round: params.round,
        subject: params.subject,
        as: 'assessor',
      } as const
      const refused = problemIn(await markSheet(parts.office, marking))
      return refused ?? sheetAnswer(call, call.organ.id, params.round, params.subject, true)
    },
  }),
  organRoute(atOrgan('supervise'), {
    ...write,
    id: 'takeFigures',
    url: '/organs/:organ/assessment/rounds/:round/sheets/:subject/figures',
    summary: '取用最近一次系统检查的数字，计入对应的问题',
    params: sheetParams,
    async handle(call) {
      const { parts, params } = call
      const taking = { ...actingAt(call), round: params.round, subject: params.subject }
      const refused = problemIn(await takeFigures(parts.office, taking))
      return refused ?? sheetAnswer(call, call.organ.id, params.round, params.subject, true)
    },
  }),
  organRoute(atOrgan('supervise'), {
    ...write,
    id: 'decideObjection',
    url: '/organs/:organ/assessment/rounds/:round/sheets/:subject/objections/:objection',
    summary: '答复异议；成立的，去掉所指的问题',
    params: sheetParams.extend({ objection: z.string().max(200) }),
    body: z.strictObject({ upheld: z.boolean().meta({ title: '异议成立' }), reason: textOf('理由', 1000) }),
    async handle(call) {
      const { parts, params, body } = call
      const deciding = { ...actingAt(call), ...params, ...body, organ: call.organ.id }
      const refused = problemIn(await decideObjection(parts.office, deciding))
      return refused ?? sheetAnswer(call, call.organ.id, params.round, params.subject, true)
    },
  }),
  organRoute(atOrgan('readAssessment'), {
    id: 'listOwnAssessments',
    method: 'GET',
    url: '/organs/:organ/assessments',
    summary: '本机关接受的考核，最近的在前',
    tag: '考核',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            round: roundSchema,
            stateCaption: z.string(),
            selfScored: z.boolean(),
            total: z.number().nullable().meta({ description: '反馈以前为空' }),
            result: sheetSchema.shape.result,
          }),
        ),
      }),
    },
    async handle({ parts: { office }, organ }) {
      const above = (await lineOf(office.organs, organ.id)).slice(1)
      const sheets = await readAll(office, above, 'sheet', organ.id)
      const rounds = await Promise.all(
        sheets.map((sheet) => readOne(office, sheet.organ, 'round', sheet.round)),
      )
      const rows = sheets.flatMap((sheet, at) => {
        const round = rounds[at]
        if (round == null) return []
        const view = viewOf(round, sheet, organ, false)
        const { stateCaption, self, assessed, result } = view
        return [
          {
            round: view.round,
            stateCaption,
            selfScored: self !== null,
            total: assessed?.score.total ?? null,
            result,
          },
        ]
      })
      return answer(200, { rows })
    },
  }),
  organRoute(atOrgan('readAssessment'), {
    ...read,
    id: 'readOwnSheet',
    url: '/organs/:organ/assessments/:round',
    summary: '本机关的考核表；反馈以前只有自评',
    params: roundParams,
    async handle(call) {
      const by = await assessorOf(call, call.params.round)
      return by === null ? notFound() : sheetAnswer(call, by, call.params.round, call.organ.id, false)
    },
  }),
  organRoute(atOrgan('answerAssessment'), {
    ...write,
    id: 'scoreOneself',
    url: '/organs/:organ/assessments/:round/self',
    summary: '报送自评',
    params: roundParams,
    body: z.strictObject({ findings: findingsSchema }),
    async handle(call) {
      const { parts, params, body, organ } = call
      const by = await assessorOf(call, params.round)
      if (by === null) return notFound()
      const marking = {
        ...actingAt(call),
        ...body,
        organ: by,
        round: params.round,
        subject: organ.id,
        as: 'self',
      } as const
      const refused = problemIn(await markSheet(parts.office, marking))
      return refused ?? sheetAnswer(call, by, params.round, organ.id, false)
    },
  }),
  organRoute(atOrgan('answerAssessment'), {
    ...write,
    id: 'objectToFinding',
    url: '/organs/:organ/assessments/:round/objections',
    summary: '对评分提出异议，写明理由',
    params: roundParams,
    body: z.strictObject({
      leaf: z.string().min(1).max(120).meta({ title: '指标' }),
      found: z
        .string()
        .max(120)
        .nullable()
        .default(null)
        .meta({ title: '所指的问题', description: '空为整项' }),
      reason: textOf('理由', 1000),
    }),
    async handle(call) {
      const { parts, params, body, organ } = call
      const by = await assessorOf(call, params.round)
      if (by === null) return notFound()
      const objection = { ...body, id: parts.newId() }
      const objecting = { ...actingAt(call), organ: by, round: params.round, subject: organ.id, objection }
      const refused = problemIn(await objectToFinding(parts.office, objecting))
      return refused ?? sheetAnswer(call, by, params.round, organ.id, false)
    },
  }),
]
