/** An applicant follows their own request and acts on it, with number and secret. */
import { z } from 'zod'
import type { Office } from '../../../office/ports.ts'
import { statusOf } from '../../../office/requests/index.ts'
import { changeContact } from '../../../office/tracking/change-contact.ts'
import {
  giveReasons,
  type HandIn,
  type HandInOutcome,
  handInCorrection,
  suggestPublication,
  withdrawOwn,
} from '../../../office/tracking/hand-in.ts'
import { longestWords, ownWords } from '../../../office/tracking/own-words.ts'
import { publicStages } from '../../../office/tracking/public-stage.ts'
import { trackedView } from '../../../office/tracking/tracked-view.ts'
import { formOf } from '../../http/form.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer, type Sent } from '../../http/route.ts'
import { listOf, momentSchema } from '../../http/schemas.ts'
import { writeToken } from '../../http/tokens.ts'
import { type PassHolder, passKey } from '../admission.ts'
import { contactInputSchema } from '../intake/schemas.ts'
import { problemIn } from '../refusals.ts'
import { byNumberAndCode, foundByCode } from './by-code.ts'
import { applicant, everybody, organParams, passRoute, trackedBy, visitorRoute } from './route.ts'
import { stageSchema, trackedSchema } from './tracked-schema.ts'

export const sessionSchema = z.object({
  token: z.string().meta({ description: '以 Authorization: Bearer 携带' }),
  until: momentSchema.meta({ description: '有效至' }),
})

const doneSchema = z.object({ stage: stageSchema, says: z.string() })

const writtenSchema = z.strictObject({ text: z.string().max(longestWords).meta({ title: '内容' }) })

export const trackingRoutes = [
  visitorRoute(everybody, {
    id: 'openTracking',
    method: 'POST',
    url: '/organs/:organ/tracking/sessions',
    summary: '凭登记编号和查询码进入，半小时有效',
    tag: '公众',
    rate: 'code',
    params: organParams,
    ...byNumberAndCode,
    problems: [401, 404],
    answers: { 201: sessionSchema },
    async handle(call) {
      const { parts, at } = call
      const found = await foundByCode(call)
      if (isProblem(found)) return found
      const { organ, request } = found
      return answer(201, writeToken({ for: 'applicant', organ: organ.id, request }, passKey(parts), at))
    },
  }),
  passRoute(applicant, {
    id: 'readTracking',
    method: 'GET',
    url: '/organs/:organ/tracking',
    summary: '自己的申请办到哪里：期限、等待的事项、文书、可以办理的、救济',
    tag: '公众',
    rate: 'public',
    params: organParams,
    answers: { 200: trackedSchema },
    async handle(call) {
      const view = await trackedView(call.parts.office, trackedBy(call))
      return 'failure' in view ? notFound() : answer(200, view)
    },
  }),
  ...(
    [
      ['correction', '补正申请', handInCorrection],
      ['reasons', `说明${ownWords.reasons.caption}`, giveReasons],
      ['suggestion', ownWords.suggestion.caption, suggestPublication],
    ] as const
  ).map(([path, summary, handOver]) =>
    passRoute(applicant, {
      id: `handIn-${path}`,
      method: 'POST',
      url: `/organs/:organ/tracking/${path}`,
      summary,
      about: '以 JSON 提交；附有文件的，以表单提交，字段 words 为同样的 JSON。',
      tag: '公众',
      rate: 'apply',
      params: organParams,
      body: writtenSchema,
      files: 'too',
      problems: [409, 422],
      answers: { 200: doneSchema },
      handle: (call) => handIn(call, handOver),
    }),
  ),
  passRoute(applicant, {
    id: 'withdrawOwn',
    method: 'POST',
    url: '/organs/:organ/tracking/withdrawal',
    summary: '撤回申请',
    tag: '公众',
    rate: 'apply',
    params: organParams,
    problems: [409, 422],
    answers: { 200: doneSchema },
    handle: async (call) => told(await withdrawOwn(call.parts.office, trackedBy(call))),
  }),
  passRoute(applicant, {
    id: 'changeOwnContact',
    method: 'POST',
    url: '/organs/:organ/tracking/contact',
    summary: '变更联系方式；会通知原来的联系方式',
    tag: '公众',
    rate: 'apply',
    params: organParams,
    body: z.strictObject({ contact: contactInputSchema }),
    problems: [409, 422],
    answers: { 200: z.object({ fields: listOf(z.string()) }) },
    async handle(call) {
      const { contact } = call.body
      const done = await changeContact(call.parts.office, { ...trackedBy(call), contact, by: null })
      return problemIn(done) ?? answer(200, { fields: (done as { fields: readonly string[] }).fields })
    },
  }),
]

type Written = z.output<typeof writtenSchema>

async function handIn(
  call: PassHolder & Sent<unknown, unknown, Written>,
  handOver: (office: Office, command: HandIn) => Promise<HandInOutcome>,
) {
  const form = await formOf(call, writtenSchema, 'words')
  if (isProblem(form)) return form
  const { newId, office } = call.parts
  const papers = form.files.map(({ name, bytes }) => ({ id: newId(), name, bytes }))
  return told(await handOver(office, { ...trackedBy(call), entry: newId(), ...form.sent, papers }))
}

function told(outcome: HandInOutcome) {
  if ('failure' in outcome && outcome.failure === 'noRequest') return notFound()
  const refused = problemIn(outcome)
  if (refused !== null) return refused
  const { state } = outcome as Extract<HandInOutcome, { state: unknown }>
  return answer(200, publicStages[statusOf(state.progress)])
}
