/** The applicant of a request: looked at by an act of its own, reached elsewhere, counted; records erased by law. */
import { z } from 'zod'
import {
  erasureGrounds,
  identityChecks,
  revealFields,
  revealPurposes,
} from '../../../office/applicants/applicant-events.ts'
import { erase } from '../../../office/applicants/erase.ts'
import { retentionDue } from '../../../office/applicants/retention-due.ts'
import { reveal } from '../../../office/applicants/reveal.ts'
import { volumeOf } from '../../../office/applicants/volume.ts'
import { hintsOf } from '../../../office/intake/hints-of-request.ts'
import { readReasons } from '../../../office/third-party/reasons.ts'
import { changeContact } from '../../../office/tracking/change-contact.ts'
import { renewTracking } from '../../../office/tracking/renew-tracking.ts'
import { notFound } from '../../http/reply.ts'
import { answer } from '../../http/route.ts'
import { captionsOf, daySchema, idSchema, keysOf, listOf, textOf } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { contactInputSchema } from '../intake/schemas.ts'
import { hintsSchema } from '../intake/taken-in.ts'
import { problemIn } from '../refusals.ts'
import { atOrgan, ofRequest, organParams, organRoute, requestParams, requestRoute } from './route.ts'

const text = z.string().nullable().optional()

const revealedSchema = z
  .object({
    idNumber: text,
    idPaper: z
      .object({ hash: z.string(), type: z.string(), content: z.string().meta({ description: 'Base64' }) })
      .nullable()
      .optional(),
    phone: text,
    email: text,
    address: z.object({ address: z.string().nullable(), postcode: z.string().nullable() }).optional(),
    agent: z
      .object({
        agency: z.string(),
        name: z.string(),
        idKind: z.string(),
        idNumber: z.string().nullable(),
        phone: z.string().nullable(),
      })
      .nullable()
      .optional(),
  })
  .meta({ id: 'RevealedApplicant', description: '只含所要求查看的项目' })

const checked = captionsOf(identityChecks).meta({ title: '核对身份的方式' })

const deedOf = ({ organ, actor, today, at }: OrganCaller) => ({
  organ: organ.id,
  context: { today, actor },
  at,
})

export const applicantRoutes = [
  requestRoute(ofRequest('revealApplicant'), {
    id: 'revealApplicant',
    method: 'POST',
    url: '/organs/:organ/requests/:id/applicant/reveal',
    summary: '查看申请人被遮蔽的信息；何人何时为何查看，先记录后显示',
    tag: '申请件',
    rate: 'write',
    params: requestParams,
    body: z.strictObject({
      fields: z.array(captionsOf(revealFields)).max(10).meta({ title: '要查看的项目' }),
      purpose: keysOf(revealPurposes, ({ caption }) => caption).meta({ title: '查看的目的' }),
      reason: textOf('查看的理由', 200),
    }),
    problems: [409, 422],
    answers: { 200: revealedSchema },
    async handle(call) {
      const { parts, request, body } = call
      if (request.applicant === null) return notFound()
      const command = { ...body, applicant: request.applicant, case: request.id }
      const shown = await reveal(parts.office, deedOf(call), command)
      const refused = problemIn(shown)
      if (refused !== null) return refused
      const { idPaper, ...rest } = shown as Exclude<typeof shown, { code: unknown } | { failure: unknown }>
      const copy = idPaper && { ...idPaper, content: Buffer.from(idPaper.content).toString('base64') }
      return answer(200, { ...rest, ...(idPaper !== undefined && { idPaper: copy }) })
    },
  }),
  requestRoute(ofRequest('revealApplicant'), {
    id: 'changeContact',
    method: 'POST',
    url: '/organs/:organ/requests/:id/applicant/contact',
    summary: '变更申请人的联系方式，须核对身份',
    tag: '申请件',
    rate: 'write',
    params: requestParams,
    body: z.strictObject({ contact: contactInputSchema, checked }),
    problems: [409, 422],
    answers: { 200: z.object({ fields: listOf(z.string()) }) },
    async handle({ parts, organ, request, actor, today, at, body: { contact, checked } }) {
      const command = { organ: organ.id, request: request.id, contact, by: { actor, checked }, today, at }
      const done = await changeContact(parts.office, command)
      const refused = problemIn(done)
      return refused ?? answer(200, { fields: (done as { fields: readonly string[] }).fields })
    },
  }),
  requestRoute(ofRequest('revealApplicant'), {
    id: 'renewTracking',
    method: 'POST',
    url: '/organs/:organ/requests/:id/tracking',
    summary: '重设查询码，须核对身份；新的查询码仅在此告知',
    tag: '申请件',
    rate: 'write',
    params: requestParams,
    body: z.strictObject({ checked }),
    problems: [409, 422],
    answers: { 200: z.object({ number: z.string(), secret: z.string() }) },
    async handle({ parts, organ, request, actor, today, at, body: { checked } }) {
      const secret = parts.newSecret()
      const command = { organ: organ.id, request: request.id, secret, checked, actor, today, at }
      const done = await renewTracking(parts.office, command)
      return problemIn(done) ?? answer(200, { number: request.number ?? '', secret })
    },
  }),
  requestRoute(ofRequest('revealApplicant'), {
    id: 'readVolume',
    method: 'GET',
    url: '/organs/:organ/requests/:id/applicant/volume',
    summary: '该申请人提出申请的数量、频次（条例§35），仅为事实',
    tag: '申请件',
    rate: 'read',
    params: requestParams,
    answers: {
      200: z.object({
        total: z.number().int(),
        inYear: z.number().int(),
        inMonth: z.number().int(),
        inTwelveMonths: z.number().int(),
        open: z.number().int(),
        firstOn: daySchema.nullable(),
        months: listOf(z.object({ month: z.string(), count: z.number().int() })),
        perhaps: z.boolean().meta({ description: '其中可能有他人的申请' }),
        says: z.string(),
      }),
    },
    async handle({ parts: { office }, organ, request, today }) {
      const { applicant } = request
      if (applicant === null) return notFound()
      return answer(200, await office.inTransaction(organ.id, (unit) => volumeOf(unit, applicant, today)))
    },
  }),
  requestRoute(ofRequest('confirmDuplicate'), {
    id: 'readHints',
    method: 'GET',
    url: '/organs/:organ/requests/:id/hints',
    summary: '登记时的提示：欠缺的内容、相似的申请、是否可能不是政府信息公开申请',
    tag: '申请件',
    rate: 'read',
    params: requestParams,
    answers: { 200: hintsSchema },
    async handle({ parts: { office }, organ, request }) {
      const hints = await office.inTransaction(organ.id, (unit) => hintsOf(unit, request.id))
      return hints === null ? notFound() : answer(200, hints)
    },
  }),
  requestRoute(ofRequest('readRequest'), {
    id: 'readReasonsOfThirdParty',
    method: 'GET',
    url: '/organs/:organ/requests/:id/consultations/:consultation/reasons',
    summary: '第三方所述的理由',
    tag: '申请件',
    rate: 'read',
    params: requestParams.extend({ consultation: idSchema }),
    answers: { 200: z.object({ text: z.string() }) },
    async handle({ parts: { office }, organ, request, viewer, params: { consultation } }) {
      const text = await readReasons(office, { organ: organ.id, request: request.id, consultation, viewer })
      return text === null ? notFound() : answer(200, { text })
    },
  }),
  organRoute(atOrgan('eraseApplicant'), {
    id: 'listRetentionDue',
    method: 'GET',
    url: '/organs/:organ/retention',
    summary: '保存期限已满、应当删除的申请人信息（个保法§47）',
    tag: '设置',
    rate: 'read',
    params: organParams,
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            applicant: z.string(),
            what: z.enum(['record', 'identityPapers']),
            since: daySchema,
            cases: listOf(z.string()),
          }),
        ),
      }),
    },
    handle: async ({ parts: { office }, organ, today }) =>
      answer(200, { rows: await retentionDue(office, organ.id, today) }),
  }),
  organRoute(atOrgan('eraseApplicant'), {
    id: 'eraseApplicant',
    method: 'POST',
    url: '/organs/:organ/applicants/:applicant/erasure',
    summary: '删除申请人的个人信息；案卷保管期限未满的，停止使用',
    tag: '设置',
    rate: 'write',
    params: organParams.extend({ applicant: idSchema }),
    body: z.strictObject({
      ground: captionsOf(erasureGrounds).meta({ title: '删除的情形' }),
      reason: textOf('具体理由', 500),
    }),
    problems: [409, 422],
    answers: {
      200: z.object({
        became: z.enum(['erased', 'restricted']),
        until: daySchema.nullable().meta({ description: '停止使用的，保管到哪一天；null 为永久或者已删除' }),
        entries: z.number().int(),
        papers: z.number().int(),
      }),
    },
    async handle(call) {
      const { parts, params, body } = call
      const done = await erase(parts.office, deedOf(call), { applicant: params.applicant, ...body })
      const refused = problemIn(done)
      if (refused !== null) return refused
      const { became, entries, papers } = done as Extract<typeof done, { became: unknown }>
      const until = became.how === 'restricted' ? became.until : null
      return answer(200, { became: became.how, until, entries, papers })
    },
  }),
]
