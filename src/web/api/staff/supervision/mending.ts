/** What an organ is asked by its superiors: its own tasks and findings, and test requests it was told of. No other's. */
import { z } from 'zod'
import type { OrganId, SupervisionRow } from '../../../../office/ports.ts'
import { everyRecord } from '../../../../office/supervision/every-record.ts'
import type { StepSupervision } from '../../../../office/supervision/keep.ts'
import { marksOf, mockScore } from '../../../../office/supervision/mocks/mock.ts'
import { stepWithFiles } from '../../../../office/supervision/step-files.ts'
import { formOf } from '../../../http/form.ts'
import { isProblem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { actingOn } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { stepFormOf } from './forms.ts'
import { readForm, recordAnswer, supervisionSchema, viewOfRecord } from './schemas.ts'
import { fileParam, stepFileAnswer } from './step-file.ts'

const askedOf = ['task', 'finding'] as const

/** Only a superior's log has anything about an organ. */
const superiorsOf = async ({ parts, organ }: OrganCaller): Promise<readonly OrganId[]> =>
  (await parts.office.organs.withSuperiors(organ.id)).map(({ id }) => id).filter((id) => id !== organ.id)

const askedParams = organParams.extend({
  by: idSchema.meta({ description: '督促检查的机关' }),
  kind: idSchema.meta({ description: 'task 任务；finding 问题' }),
  record: idSchema.meta({ description: '登记的编号' }),
})

const answerSchema = z.strictObject({
  data: z.record(z.string(), z.unknown()).meta({ title: '办理的内容' }),
})

export const mendingRoutes = [
  organRoute(atOrgan('readMending'), {
    id: 'listMending',
    method: 'GET',
    url: '/organs/:organ/mending',
    summary: '上级机关对本机关交办的任务、通报的问题和告知的模拟申请',
    tag: '监督',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        asOf: daySchema,
        rows: listOf(supervisionSchema),
        mocks: listOf(z.object({ record: supervisionSchema, score: z.number().nullable() })).meta({
          description: '已经告知的模拟申请和得分',
        }),
      }),
    },
    async handle(call) {
      const { parts, organ, today } = call
      const by = await superiorsOf(call)
      const of = async (kind: 'task' | 'finding' | 'mock'): Promise<readonly SupervisionRow[]> =>
        by.length === 0 ? [] : everyRecord(parts.office, { organs: by, kind, about: organ.id })
      const rows = (await Promise.all(askedOf.map(of))).flat()
      const unveiled = (await of('mock')).filter(({ state }) => state === 'unveiled')
      return answer(200, {
        asOf: today,
        rows: rows
          .filter(({ state }) => state !== 'withdrawn')
          .map((row) => viewOfRecord(row, 'organ', today)),
        mocks: unveiled.map((row) => {
          const marks = marksOf(row)
          return { record: viewOfRecord(row, 'organ', today), score: marks && mockScore(marks) }
        }),
      })
    },
  }),
  organRoute(atOrgan('answerMending'), {
    id: 'answerMending',
    method: 'POST',
    url: '/organs/:organ/mending/:by/:kind/:record',
    summary: '报送任务的完成情况、问题的整改情况',
    about:
      '以 JSON 提交；附有佐证文件的，以表单提交，字段 answer 为同样的 JSON。文件只有督促检查的机关和本机关能够查看。',
    tag: '监督',
    rate: 'write',
    params: askedParams,
    body: answerSchema,
    files: 'too',
    problems: [404, 409, 413, 422],
    answers: { 200: supervisionSchema },
    async handle(call) {
      const { parts, organ, today, params } = call
      const step = steps[params.kind as keyof typeof steps]
      if (step === undefined || !(await superiorsOf(call)).includes(params.by)) return notFound()
      const kind = params.kind as keyof typeof steps
      const form = await formOf(call, answerSchema, 'answer')
      if (isProblem(form)) return form
      const data = readForm(stepFormOf(kind, step), form.sent.data)
      if (isProblem(data)) return data
      const stepping = {
        ...{ ...actingOn(call), organ: params.by, kind, step },
        ...{ as: { taken: 'organ', organ: organ.id }, data },
      } as StepSupervision
      const files = form.files
        .filter(({ bytes }) => bytes.length > 0)
        .map(({ name, bytes }) => ({ id: parts.newId(), name, bytes }))
      return recordAnswer(await stepWithFiles(parts.office, stepping, files), 'organ', today)
    },
  }),
  organRoute(atOrgan('readMending'), {
    id: 'openMendingFile',
    method: 'GET',
    url: '/organs/:organ/mending/:by/:kind/:record/files/:file',
    summary: '本机关报送的一份佐证文件',
    tag: '监督',
    rate: 'read',
    params: askedParams.extend(fileParam),
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle(call) {
      const { parts, organ, params } = call
      const { by, kind, record, file } = params
      if (!Object.hasOwn(steps, kind) || !(await superiorsOf(call)).includes(by)) return notFound()
      const row = await parts.office.supervision.get(by, kind as keyof typeof steps, record)
      return row?.about === organ.id ? stepFileAnswer(parts.office, row, file) : notFound()
    },
  }),
]

/** The one step of each that is the organ's. */
const steps = { task: 'report', finding: 'mend' } as const
