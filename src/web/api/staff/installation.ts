/** The machine and its work as a whole: for the system administrator of the organ above which there is none. */
import { z } from 'zod'
import { problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, listOf, momentSchema, okSchema } from '../../http/schemas.ts'
import { failureProblem } from '../refusals.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

const installationSchema = z.object({
  version: z.string(),
  node: z.string(),
  database: z.string(),
  schema: z.string().meta({ description: '数据库结构的版本' }),
  at: momentSchema,
  checks: listOf(
    z.object({
      name: z.string(),
      ok: z.boolean(),
      detail: z.string(),
      remedy: z.string().nullable().meta({ description: '不正常时怎么办' }),
    }),
  ),
  jobs: listOf(
    z.object({
      job: z.string(),
      caption: z.string(),
      day: daySchema,
      runs: z.number().int().meta({ description: '这一天应办的机关数（全系统的为 1）' }),
      done: z.number().int(),
      doneAt: momentSchema.nullable(),
      error: z.string().nullable(),
    }),
  ),
  failed: listOf(
    z.object({
      organ: z.string(),
      id: z.string(),
      topic: z.string(),
      at: momentSchema,
      attempts: z.number().int(),
      error: z.string().nullable(),
    }),
  ).meta({ description: '未能发出的消息，最近的在前，不含内容和收件人' }),
})

const elsewhere = () => problem('not-permitted', { detail: '运行情况由最高一级机关的系统管理员查看。' })

export const installationRoutes = [
  organRoute(atOrgan('manageSettings'), {
    id: 'readInstallation',
    method: 'GET',
    url: '/organs/:organ/installation',
    summary: '系统的版本、数据库、备份、校验点、任务、待发消息、磁盘',
    tag: '系统',
    rate: 'read',
    params: organParams,
    problems: [501],
    answers: { 200: installationSchema },
    async handle({ parts: { installation }, organ }) {
      if (organ.parent !== null) return elsewhere()
      return installation === undefined ? problem('not-offered') : answer(200, await installation())
    },
  }),
  organRoute(atOrgan('manageSettings'), {
    id: 'retryMessages',
    method: 'POST',
    url: '/organs/:organ/installation/messages',
    summary: '把未能发出的消息放回待发箱，重新发送',
    tag: '系统',
    rate: 'write',
    params: organParams,
    body: z.strictObject({
      organ: z.string().max(200).meta({ title: '机关' }),
      id: z.string().max(300).meta({ title: '消息' }),
    }),
    problems: [409, 422],
    answers: { 200: okSchema },
    async handle({ parts: { office }, organ, at, body }) {
      if (organ.parent !== null) return elsewhere()
      const again = await office.dispatch.again(body.organ, body.id, at)
      return again
        ? answer(200, { done: true })
        : failureProblem({
            failure: 'notGivenUp',
            message: '这条消息已经在待发箱或者已经发出，请刷新后查看。',
          })
    },
  }),
]
