/** Records of supervision as whoever supervises keeps them: lists, one of them, opening, steps. */
import { z } from 'zod'
import { formatChinese } from '../../../../law/day.ts'
import type { SupervisionRow } from '../../../../office/ports.ts'
import { everyRecord } from '../../../../office/supervision/every-record.ts'
import { openFinding } from '../../../../office/supervision/findings/finding.ts'
import {
  openSupervision,
  type StepSupervision,
  stepSupervision,
} from '../../../../office/supervision/keep.ts'
import { openComplaint, openedComplaint } from '../../../../office/supervision/open-complaint.ts'
import { recordStandings } from '../../../../office/supervision/standing.ts'
import { actOf } from '../../../../office/supervision/sweep-supervision.ts'
import { tellOrgan } from '../../../../office/supervision/tell-organ.ts'
import { isProblem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, idSchema, keysOf, listOf } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { actingAt, actingOn } from '../acting.ts'
import { atOrgan, organRoute } from '../route.ts'
import { type EnteredKind, openForms, stepFormOf } from './forms.ts'
import {
  kindParams,
  readForm,
  recordAnswer,
  recordParams,
  stepParams,
  supervisionSchema,
  viewOfRecord,
} from './schemas.ts'
import { fileParam, stepFileAnswer } from './step-file.ts'

const toSupervise = atOrgan('supervise')

/** What the organ is told of when a record about it is opened or sent back. */
async function tell(
  { parts, organ, today, at }: OrganCaller,
  row: SupervisionRow,
  back: boolean,
): Promise<void> {
  if (row.about === null || (row.kind !== 'task' && row.kind !== 'finding')) return
  const told = { by: organ.id, organ: row.about, today, at, once: `${row.id}/${row.version}` }
  const act = actOf(row)
  await (back
    ? tellOrgan(parts.office, { ...told, kind: 'supervisionBack', facts: { act } })
    : tellOrgan(parts.office, {
        ...{ ...told, kind: 'supervisionTold' },
        facts: { act, by: row.due === null ? '要求的日期' : formatChinese(row.due) },
      }))
}

const seenSchema = supervisionSchema.extend({
  sealed: z
    .object({ text: z.string(), name: z.string(), contact: z.string() })
    .nullable()
    .meta({ description: '投诉人所写的和联系方式；已经删除的为 null' }),
})

export const supervisionRecordRoutes = [
  organRoute(toSupervise, {
    id: 'listSupervision',
    method: 'GET',
    url: '/organs/:organ/supervision/:kind',
    summary: '本机关督促检查的登记，最近的在前',
    tag: '监督',
    rate: 'read',
    params: kindParams,
    query: z.strictObject({
      about: idSchema.optional().meta({ title: '只看一个下级机关' }),
      state: idSchema.optional().meta({ title: '状态' }),
      round: z.string().max(100).optional().meta({ title: '轮次' }),
      standing: keysOf(recordStandings, ({ caption }) => caption)
        .optional()
        .meta({ title: '办到哪里' }),
    }),
    answers: { 200: z.object({ asOf: daySchema, rows: listOf(supervisionSchema) }) },
    async handle({ parts, organ, today, params: { kind }, query: { about, state, round, standing } }) {
      const filter = { organs: [organ.id], kind, ...(about && { about }), ...(state && { state }) }
      const rows = await everyRecord(parts.office, filter)
      const shown = rows
        .filter(({ data }) => round === undefined || data.round === round)
        .filter((row) => standing === undefined || recordStandings[standing].is(row, today))
        .map((row) => viewOfRecord(row, 'supervisor', today))
      return answer(200, { asOf: today, rows: shown })
    },
  }),
  organRoute(toSupervise, {
    id: 'readSupervision',
    method: 'GET',
    url: '/organs/:organ/supervision/:kind/:record',
    summary: '一件督促检查的登记和经过',
    tag: '监督',
    rate: 'read',
    params: recordParams,
    answers: { 200: seenSchema },
    async handle({ parts, organ, today, params: { kind, record } }) {
      const row = await parts.office.supervision.get(organ.id, kind, record)
      if (row === null) return notFound()
      const sealed = kind === 'complaint' ? await openedComplaint(parts.office, row) : null
      return answer(200, { ...viewOfRecord(row, 'supervisor', today), sealed })
    },
  }),
  organRoute(toSupervise, {
    id: 'openSupervisionFile',
    method: 'GET',
    url: '/organs/:organ/supervision/:kind/:record/files/:file',
    summary: '下级机关报送的一份佐证文件',
    tag: '监督',
    rate: 'read',
    params: recordParams.extend(fileParam),
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle({ parts, organ, params: { kind, record, file } }) {
      const row = await parts.office.supervision.get(organ.id, kind, record)
      return row === null ? notFound() : stepFileAnswer(parts.office, row, file)
    },
  }),
  organRoute(toSupervise, {
    id: 'openSupervision',
    method: 'POST',
    url: '/organs/:organ/supervision/:kind',
    summary: '登记任务、问题、培训、会议、投诉举报等',
    about: 'data 的各项随种类而定。任务和问题登记以后，通知对方的联络员；没有联络员的，通知负责人。',
    tag: '监督',
    rate: 'write',
    params: kindParams,
    body: z.strictObject({
      about: idSchema.nullable().default(null).meta({ title: '下级机关' }),
      due: daySchema.nullable().default(null).meta({ title: '期限' }),
      data: z.record(z.string(), z.unknown()).meta({ title: '登记的内容' }),
    }),
    problems: [404, 409, 422],
    answers: { 200: supervisionSchema },
    async handle(call) {
      const { parts, today, params, body } = call
      const kind = params.kind as EnteredKind
      const data = readForm(openForms[kind], body.data)
      if (isProblem(data)) return data
      const act = { ...actingAt(call), id: parts.newId() }
      const { about, due } = body
      const outcome =
        kind === 'finding' && about !== null && due !== null
          ? await openFinding(parts.office, {
              ...act,
              due,
              finding: { ...data, id: act.id, organ: about } as never,
            })
          : kind === 'complaint'
            ? await openComplaint(parts.office, { ...act, about, due, data, entry: parts.newId() })
            : await openSupervision(parts.office, { ...act, kind, about, due, data })
      if (!('failure' in outcome) && !('refused' in outcome)) await tell(call, outcome, false)
      return recordAnswer(outcome, 'supervisor', today)
    },
  }),
  organRoute(toSupervise, {
    id: 'stepSupervision',
    method: 'POST',
    url: '/organs/:organ/supervision/:kind/:record/:step',
    summary: '督促检查的一步：验收、退回、催办、通报、评分……',
    tag: '监督',
    rate: 'write',
    params: stepParams,
    body: z.strictObject({
      data: z.record(z.string(), z.unknown()).default({}).meta({ title: '办理的内容' }),
    }),
    problems: [404, 409, 422],
    answers: { 200: supervisionSchema },
    async handle(call) {
      const { parts, today, params, body } = call
      const { kind, step } = params
      const data = readForm(stepFormOf(kind, step), body.data)
      if (isProblem(data)) return data
      const { due, ...told } = data as { due?: string }
      const stepping = { ...actingOn(call), kind, step } as StepSupervision
      const outcome = await stepSupervision(parts.office, {
        ...stepping,
        ...{ as: { taken: 'supervisor' }, data: told, ...(due !== undefined && { due: due as never }) },
      })
      if (!('failure' in outcome) && !('refused' in outcome) && (step === 'sendBack' || step === 'remind'))
        await tell(call, outcome, step === 'sendBack')
      return recordAnswer(outcome, 'supervisor', today)
    },
  }),
]
