/** What everybody may know: which organs there are, how to apply to them, what they have published already. */
import { z } from 'zod'
import { channels } from '../../../law/receipt.ts'
import { applicationForm } from '../../../office/intake/application-form.ts'
import { guideOf } from '../../../office/intake/guide.ts'
import { guideVersions, recordLogOf, recordsBefore } from '../../../office/organs/guide-changes.ts'
import { closureOf, isOpen } from '../../../office/organs/organ.ts'
import type { Office, OrganRow } from '../../../office/ports.ts'
import { acceptDeflection, deflect } from '../../../office/published/deflect.ts'
import { elsewhere } from '../../../office/published/elsewhere.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { daySchema, idSchema, listOf, okSchema, yesNoSchema } from '../../http/schemas.ts'
import { words } from '../commands/words.ts'
import { recordsOf } from '../staff/organ-tree.ts'
import { channelSchema } from '../views/case-row.ts'
import {
  briefly,
  everybody,
  organAt,
  organParams,
  recordAt,
  visitorRoute,
  workingLineAt,
  workingOrganAt,
} from './route.ts'

const publicOrganSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  channels: listOf(channelSchema).meta({ description: '可以提出申请的方式' }),
  closed: z
    .object({
      on: daySchema,
      successor: z
        .object({ id: z.string(), name: z.string() })
        .nullable()
        .meta({ description: '承接职责的机关' }),
    })
    .nullable()
    .meta({ description: '已经撤销的；公开的信息仍可查看' }),
})

/** What everybody may know of an organ. */
function publicOrgan(row: OrganRow, nameOf: (id: string) => string | undefined) {
  const { id, code, name, parent } = row
  const record = recordAt(row)
  const closure = closureOf(row)
  const heir = closure?.successor ?? null
  const heirName = heir === null ? undefined : nameOf(heir)
  return {
    ...{ id, code, name, parent },
    channels: closure === null ? allChannels.filter((channel) => isOpen(record, channel)) : [],
    closed: closure && {
      on: closure.on,
      successor: heirName === undefined ? null : { id: heir!, name: heirName },
    },
  }
}

export const publishedSchema = z.object({
  id: z.string(),
  title: z.string(),
  docNo: z.string().nullable(),
  publishedOn: daySchema.nullable(),
  address: z.string(),
  summary: z.string(),
})

/** Plain data that the office makes for pages; its form is told in the manual. */
const documentSchema = z.looseObject({})

const allChannels = Object.keys(channels) as (keyof typeof channels)[]

/** The records of a line as the guide had them in a version; null where there was no such version. */
async function recordsIn(office: Office, line: readonly [OrganRow, ...OrganRow[]], number?: number) {
  const records = recordsOf(line, line)
  if (number === undefined) return records
  const log = await recordLogOf(office, line)
  const version = guideVersions(line[0], log).find((each) => each.number === number)
  if (version === undefined) return null
  return version.endedAt === null ? records : recordsBefore(records, log, version.endedAt)
}

export const guideRoutes = [
  visitorRoute(everybody, {
    id: 'listPublicOrgans',
    method: 'GET',
    url: '/organs',
    summary: '受理申请的机关；也可以连同已经撤销的',
    tag: '公众',
    rate: 'public',
    query: z.strictObject({
      closed: yesNoSchema.optional().meta({ title: '连同已经撤销的' }),
    }),
    answers: { 200: z.object({ rows: listOf(publicOrganSchema) }) },
    async handle({ parts: { office }, query }) {
      const all = await office.organs.all()
      const names = new Map(all.map(({ id, name }) => [id, name]))
      const rows = all
        .filter((row) => query.closed === 'true' || closureOf(row) === null)
        .map((row) => publicOrgan(row, (id) => names.get(id)))
      return answer(200, { rows }, briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'readPublicOrgan',
    method: 'GET',
    url: '/organs/:organ/about',
    summary: '一个机关：名称、上级、公开工作机构；已经撤销的，由哪个机关承接',
    tag: '公众',
    rate: 'public',
    params: organParams,
    problems: [404],
    answers: {
      200: publicOrganSchema.extend({
        above: z.object({ id: z.string(), name: z.string() }).nullable().meta({ description: '上级机关' }),
        office: z.record(z.string(), z.string()).meta({ description: '政府信息公开工作机构' }),
      }),
    },
    async handle(call) {
      const row = await organAt(call, call.params.organ)
      if (isProblem(row)) return row
      const { organs } = call.parts.office
      const named = async (id: string | null | undefined) => (id == null ? null : await organs.get(id))
      const [above, heir] = await Promise.all([named(row.parent), named(closureOf(row)?.successor)])
      return answer(
        200,
        {
          ...publicOrgan(row, () => heir?.name),
          above: above && { id: above.id, name: above.name },
          office: { ...recordAt(row).office },
        },
        briefly,
      )
    },
  }),
  visitorRoute(everybody, {
    id: 'readGuide',
    method: 'GET',
    url: '/organs/:organ/guide',
    summary: '申请指南（条例§12）：渠道、要求、期限、费用、救济；也可以读更新以前的版本',
    about: '以前的版本，机关的各项照当时的登记；期限、费用等依法律的，照现行规定。',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: z.strictObject({
      version: z.coerce.number().int().min(1).max(9999).optional().meta({ title: '第几版' }),
    }),
    problems: [404],
    answers: { 200: documentSchema },
    async handle(call) {
      const line = await workingLineAt(call, call.params.organ)
      if (isProblem(line)) return line
      const records = await recordsIn(call.parts.office, line, call.query.version)
      if (records === null) return notFound()
      const guide = guideOf(records[0]!, (code) => records.find((each) => each.code === code))
      return answer(200, { ...guide }, briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'listGuideChanges',
    method: 'GET',
    url: '/organs/:organ/guide/changes',
    summary: '指南的各个版本：何时起、何时止，更新了什么（条例§12¶1），新的在前',
    tag: '公众',
    rate: 'public',
    params: organParams,
    problems: [404],
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            number: z.number().int().meta({ description: '第几版' }),
            from: daySchema.nullable().meta({ description: '从哪天起；登记以前的不知道' }),
            until: daySchema.nullable().meta({ description: '哪天被更新；现行的没有' }),
            changes: listOf(z.object({ column: z.string(), from: z.string(), to: z.string() })),
          }),
        ),
      }),
    },
    async handle(call) {
      const line = await workingLineAt(call, call.params.organ)
      if (isProblem(line)) return line
      const log = await recordLogOf(call.parts.office, line)
      return answer(200, { rows: guideVersions(line[0], log) }, briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'readForm',
    method: 'GET',
    url: '/organs/:organ/form',
    summary: '申请表：要填什么，可以选什么，个人信息如何处理',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: z.strictObject({ variant: words.variant.optional().meta({ title: '申请种类' }) }),
    problems: [404],
    answers: { 200: documentSchema },
    async handle(call) {
      const organ = await workingOrganAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      return answer(200, { ...applicationForm(recordAt(organ), call.query.variant) }, briefly)
    },
  }),
  visitorRoute(everybody, {
    id: 'searchPublished',
    method: 'GET',
    url: '/organs/:organ/published',
    summary: '所要的信息是否已经公开（条例§36(1)）',
    about: '查询的文字不作任何记录。',
    tag: '公众',
    rate: 'public',
    params: organParams,
    query: z.strictObject({ q: z.string().trim().min(1).max(500).meta({ title: '所要的信息' }) }),
    problems: [404],
    answers: {
      200: z.object({
        rows: listOf(publishedSchema),
        elsewhere: listOf(
          z.object({
            organ: z.string(),
            name: z.string(),
            named: z.boolean().meta({ description: '查询的文字写到了这个机关' }),
            items: listOf(publishedSchema),
          }),
        ).meta({ description: '可能由其他机关负责公开的（条例§36(5)），仅供参考' }),
      }),
    },
    async handle(call) {
      const organ = await workingOrganAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      const { office, baseUrl } = call.parts
      const { q } = call.query
      const [rows, others] = await Promise.all([
        deflect(office, [organ.id], q),
        elsewhere(office, organ.id, q),
      ])
      // Addresses on this site are kept without its host.
      const whole = (items: typeof rows) =>
        items.map((item) => ({ ...item, address: new URL(item.address, baseUrl).href }))
      return answer(200, {
        rows: whole(rows),
        elsewhere: others.map((each) => ({ ...each, items: whole(each.items) })),
      })
    },
  }),
  visitorRoute(everybody, {
    id: 'acceptPublished',
    method: 'POST',
    url: '/organs/:organ/published/:item/accepted',
    summary: '已公开的信息就是所要的，不再申请；只计数',
    tag: '公众',
    rate: 'apply',
    params: organParams.extend({ item: idSchema }),
    problems: [404],
    answers: { 200: okSchema },
    async handle(call) {
      const { parts, today, at, params } = call
      const organ = await workingOrganAt(call, params.organ)
      if (isProblem(organ)) return organ
      const counted = await acceptDeflection(parts.office, {
        organ: organ.id,
        item: params.item,
        on: today,
        at,
      })
      return counted ? answer(200, { done: true }) : notFound()
    },
  }),
]
