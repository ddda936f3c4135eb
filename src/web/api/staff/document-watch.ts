/** What to look at after publication: the checks, and the columns that are late or empty. */
import { z } from 'zod'
import { type DocumentCheck, type Gravity, gravities } from '../../../office/documents/checks/check.ts'
import {
  checkDocuments,
  type DocumentCheckId,
  type DocumentFinding,
  documentChecks,
} from '../../../office/documents/checks/check-documents.ts'
import { firstOfEach, pageOfFindings } from '../../../office/documents/checks/page-of-findings.ts'
import { columnSetting, columns, freshnessOfOrgans } from '../../../office/documents/columns.ts'
import { documentActionCaptions } from '../../../office/documents/life/moves.ts'
import { documentActions } from '../../../office/requests/index.ts'
import { linkToNext, pageFor, pageOf, pageQuery } from '../../http/pages.ts'
import { isProblem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, citesSchema, daySchema, keysOf, listOf } from '../../http/schemas.ts'
import { visitsSchema } from '../documents/schemas.ts'
import { many } from './case-filter.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { belowQuery, organsIn } from './scope.ts'

const count = z.number().int()
const checkSchema = keysOf(documentChecks, ({ caption }) => caption)
const gravitySchema = captionsOf(gravities)
const columnSchema = keysOf(columns, ({ caption }) => caption)
const ageSchema = z.object({ count, unit: z.enum(['hour', 'day', 'week', 'month']) })

const columnSettingsSchema = z.strictObject({
  closed: z.array(columnSchema).max(50).readonly().exactOptional().meta({ title: '不开设的栏目' }),
  ages: z
    .partialRecord(
      columnSchema,
      z.strictObject({ count: z.number().int().min(1).max(120), unit: z.enum(['day', 'week', 'month']) }),
    )
    .exactOptional()
    .meta({ title: '更新时间' }),
})

const gravityOf = (check: DocumentCheckId): Gravity => documentChecks[check].gravity

export const documentWatchRoutes = [
  organRoute(atOrgan('readDocuments'), {
    id: 'checkDocuments',
    method: 'GET',
    url: '/organs/:organ/documents/checks',
    summary: '发布之后需要处理的：失效、逾期、解读、个人信息、元数据、链接等，逐项写明依据和办法',
    about: 'checks 是各项检查和全部条数，rows 按检查的次序分页。',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      ...belowQuery,
      check: many(checkSchema, '哪些检查'),
      gravity: many(gravitySchema, '哪些程度'),
      each: z.coerce
        .number()
        .int()
        .min(1)
        .max(200)
        .optional()
        .meta({ title: '每项检查最多几条', description: '不填的，全部' }),
      ...pageQuery,
    }),
    answers: {
      200: pageOf(
        z.object({
          check: checkSchema,
          organ: z.string(),
          id: z.string(),
          title: z.string(),
          message: z.string(),
        }),
      ).extend({
        checks: listOf(
          z.object({
            id: checkSchema,
            caption: z.string(),
            gravity: gravitySchema,
            advice: z.string(),
            mends: z
              .object({ action: z.enum(documentActions), caption: z.string() })
              .nullable()
              .meta({ description: '改正所用的步骤' }),
            cites: citesSchema,
            count,
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, query, today, url } = call
      const organs = await organsIn(call, query.below, 'documents')
      const found: DocumentFinding[] = []
      for (const organ of organs) found.push(...(await checkDocuments(parts.office, organ, today)))
      const checks = (Object.keys(documentChecks) as DocumentCheckId[]).map((id) => {
        const { caption, gravity, advice, mends, cites }: DocumentCheck = documentChecks[id]
        return {
          id,
          caption,
          gravity,
          advice,
          mends: mends === undefined ? null : { action: mends, caption: documentActionCaptions[mends] },
          cites,
          count: found.filter(({ check }) => check === id).length,
        }
      })
      const asked = found.filter(
        ({ check }) =>
          (query.check === undefined || query.check.includes(check)) &&
          (query.gravity === undefined || query.gravity.includes(gravityOf(check))),
      )
      const shown = query.each === undefined ? asked : firstOfEach(asked, query.each)
      const page = await pageFor(query, parts.tokenKey, async (from) => pageOfFindings(shown, from))
      return isProblem(page) ? page : answer(200, { checks, ...page }, linkToNext(url, page))
    },
  }),
  organRoute(atOrgan('readDocuments'), {
    id: 'readFreshness',
    method: 'GET',
    url: '/organs/:organ/documents/freshness',
    summary: '各栏目最近更新的日期：超过规定时间没有更新的、空白的',
    tag: '主动公开',
    rate: 'read',
    params: organParams,
    query: z.strictObject(belowQuery),
    answers: {
      200: z.object({
        asOf: daySchema,
        rows: listOf(
          z.object({
            organ: z.string(),
            stale: count,
            blank: count,
            veto: z.boolean().meta({ description: '达到网站检查的单项否决' }),
            settings: columnSettingsSchema.meta({ description: '不开设的栏目，本机关自己的更严要求' }),
            columns: listOf(
              z.object({
                column: columnSchema,
                caption: z.string(),
                count,
                newest: daySchema.nullable(),
                visits: visitsSchema,
                maxAge: ageSchema.nullable(),
                state: z.enum(['fresh', 'stale', 'blank']),
                cites: citesSchema,
              }),
            ),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, query, today } = call
      const organs = await organsIn(call, query.below, 'documents')
      return answer(200, { asOf: today, rows: await freshnessOfOrgans(parts.office, organs, today) })
    },
  }),
  organRoute(atOrgan('manageChannels'), {
    id: 'settleColumns',
    method: 'PUT',
    url: '/organs/:organ/documents/columns',
    summary: '本机关开设哪些栏目，对更新时间有无更严的要求',
    tag: '主动公开',
    rate: 'write',
    params: organParams,
    body: columnSettingsSchema,
    answers: { 200: z.object({ done: z.literal(true) }) },
    async handle({ parts, organ, actor, at, body }) {
      await parts.office.inTransaction(organ.id, (unit) =>
        unit.settings.set(columnSetting, body, { actor: actor.id, at }),
      )
      return answer(200, { done: true })
    },
  }),
]
