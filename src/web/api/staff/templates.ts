/** An organ's own words for its letters. */
import { z } from 'zod'
import { isLetterKind, letterKinds } from '../../../office/letters/letters.ts'
import {
  listTemplates,
  previewTemplate,
  resetTemplate,
  saveTemplate,
  templateVersions,
} from '../../../office/replies/settle-letters.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { listOf, momentSchema, okSchema } from '../../http/schemas.ts'
import { problemIn } from '../refusals.ts'
import { letterDataSchema } from './letters.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { namesOf } from './staff-names.ts'

const kindParams = organParams.extend({
  kind: z
    .string()
    .max(60)
    .meta({ description: `文书的种类：${letterKinds.join('、')}` }),
})

const problemSchema = z.object({ name: z.string(), message: z.string() })

const textSchema = z.strictObject({ text: z.string().min(1).max(50_000).meta({ title: '正文' }) })

const templateSchema = z.object({
  kind: z.string(),
  title: z.string(),
  to: z.enum(['applicant', 'thirdParty', 'agency']),
  text: z.string(),
  own: z.boolean().meta({ description: '是否为本机关自定' }),
  problems: listOf(problemSchema),
})

export const templateRoutes = [
  organRoute(atOrgan('manageTemplates'), {
    id: 'listTemplates',
    method: 'GET',
    url: '/organs/:organ/templates',
    summary: '各种文书的正文模板',
    tag: '设置',
    rate: 'read',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(templateSchema) }) },
    async handle({ parts: { office }, organ, actor }) {
      const rows = await listTemplates(office, { organ: organ.id, actor })
      return 'refused' in rows ? problemIn(rows)! : answer(200, { rows })
    },
  }),
  organRoute(atOrgan('manageTemplates'), {
    id: 'saveTemplate',
    method: 'PUT',
    url: '/organs/:organ/templates/:kind',
    summary: '自定一种文书的正文；法律要求写明的不能删去',
    tag: '设置',
    rate: 'write',
    params: kindParams,
    body: textSchema,
    problems: [409, 422],
    answers: { 200: okSchema },
    async handle({ parts: { office }, organ, actor, at, params: { kind }, body }) {
      if (!isLetterKind(kind)) return notFound()
      const fault = await saveTemplate(office, { organ: organ.id, actor, at, kind, text: body.text })
      return fault === null ? answer(200, { done: true }) : problemIn(fault)!
    },
  }),
  organRoute(atOrgan('manageTemplates'), {
    id: 'resetTemplate',
    method: 'DELETE',
    url: '/organs/:organ/templates/:kind',
    summary: '恢复为系统的正文',
    tag: '设置',
    rate: 'write',
    params: kindParams,
    answers: { 200: okSchema },
    async handle({ parts: { office }, organ, actor, at, params: { kind } }) {
      if (!isLetterKind(kind)) return notFound()
      const fault = await resetTemplate(office, { organ: organ.id, actor, at, kind })
      return fault === null ? answer(200, { done: true }) : problemIn(fault)!
    },
  }),
  organRoute(atOrgan('manageTemplates'), {
    id: 'previewTemplate',
    method: 'POST',
    url: '/organs/:organ/templates/:kind/preview',
    summary: '以这样的正文，文书印出来是什么样；缺什么',
    tag: '设置',
    rate: 'read',
    params: kindParams,
    body: textSchema,
    answers: { 200: z.object({ letter: letterDataSchema, problems: listOf(problemSchema) }) },
    async handle({ parts: { office }, organ, today, params: { kind }, body }) {
      if (!isLetterKind(kind)) return notFound()
      return answer(200, await previewTemplate(office, { organ: organ.id, today, kind, text: body.text }))
    },
  }),
  organRoute(atOrgan('manageTemplates'), {
    id: 'listTemplateVersions',
    method: 'GET',
    url: '/organs/:organ/templates/:kind/versions',
    summary: '一种文书用过的正文，最近的在前；null 为系统的正文',
    tag: '设置',
    rate: 'read',
    params: kindParams,
    answers: {
      200: z.object({
        rows: listOf(z.object({ at: momentSchema, by: z.string(), text: z.string().nullable() })),
      }),
    },
    async handle({ parts: { office }, organ, params: { kind } }) {
      if (!isLetterKind(kind)) return notFound()
      const versions = await templateVersions(office, organ.id, kind)
      const names = await namesOf(
        office,
        versions.map(({ actor }) => actor),
      )
      const rows = versions.map(({ at, actor, text }) => ({ at, by: names[actor] ?? actor, text }))
      return answer(200, { rows })
    },
  }),
]
