/** What an organ is asked by its superiors: its own tasks and findings, and test requests it was told of. No other's. */
import { z } from 'zod'
import type { OrganId, SupervisionRow } from '../../../../office/ports.ts'
import { everyRecord } from '../../../../office/supervision/every-record.ts'
import { type StepSupervision, stepSupervision } from '../../../../office/supervision/keep.ts'
import { marksOf, mockScore } from '../../../../office/supervision/mocks/mock.ts'
import { isProblem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, idSchema, listOf } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { stepFormOf } from './forms.ts'
import { readForm, recordAnswer, supervisionSchema, viewOfRecord } from './schemas.ts'

const askedOf = ['task', 'finding'] as const

/** Only a superior's log has anything about an organ. */
const superiorsOf = async ({ parts, organ }: OrganCaller): Promise<readonly OrganId[]> =>
  (await parts.office.organs.withSuperiors(organ.id)).map(({ id }) => id).filter((id) => id !== organ.id)

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
    tag: '监督',
    rate: 'write',
    params: organParams.extend({
      by: idSchema.meta({ description: '督促检查的机关' }),
      kind: idSchema.meta({ description: 'task 任务；finding 问题' }),
      record: idSchema.meta({ description: '登记的编号' }),
    }),
    body: z.strictObject({ data: z.record(z.string(), z.unknown()).meta({ title: '办理的内容' }) }),
    problems: [404, 409, 422],
    answers: { 200: supervisionSchema },
    async handle(call) {
      const { parts, organ, actor, today, at, params, body } = call
      const step = steps[params.kind as keyof typeof steps]
      if (step === undefined || !(await superiorsOf(call)).includes(params.by)) return notFound()
      const kind = params.kind as keyof typeof steps
      const data = readForm(stepFormOf(kind, step), body.data)
      if (isProblem(data)) return data
      const stepping = {
        ...{ organ: params.by, kind, id: params.record, on: today, by: { actor: actor.id, at }, step },
        ...{ as: { taken: 'organ', organ: organ.id }, data },
      } as StepSupervision
      return recordAnswer(await stepSupervision(parts.office, stepping), 'organ', today)
    },
  }),
]

/** The one step of each that is the organ's. */
const steps = { task: 'report', finding: 'mend' } as const
