/** A third party that was asked for its opinion answers with the code from its letter (条例§32). */
import { z } from 'zod'
import { type Opinion, opinions } from '../../../office/requests/index.ts'
import { answerConsultation } from '../../../office/third-party/answer-consultation.ts'
import {
  type ByCode,
  type CodeRefusal,
  openConsultation,
} from '../../../office/third-party/open-consultation.ts'
import { formOf } from '../../http/form.ts'
import { isProblem, type Problem, problem } from '../../http/problem.ts'
import { answer } from '../../http/route.ts'
import { daySchema, listOf, textOf, wordsOf } from '../../http/schemas.ts'
import { writeToken } from '../../http/tokens.ts'
import type { UploadedFile } from '../../http/upload.ts'
import { type PassHolder, passKey } from '../admission.ts'
import { words } from '../commands/words.ts'
import { problemAtFile } from '../refusals.ts'
import { everybody, organAt, organParams, passRoute, thirdParty, visitorRoute } from './route.ts'
import { sessionSchema } from './tracking.ts'

/** What can be answered; to say nothing is no answer. */
const opinionSchema = wordsOf(
  ['agrees', 'objects', 'partly'] satisfies Exclude<Opinion, 'noView'>[],
  (opinion) => opinions[opinion],
)

const consultationSchema = z
  .object({
    organ: z.string(),
    contact: z.string(),
    applicationNo: z.string(),
    applicant: z.string().meta({ description: '申请人是自然人还是组织，不告知其他' }),
    information: z.string(),
    sentOn: daySchema,
    by: daySchema.meta({ description: '提出意见的最后一日' }),
    opinions: listOf(z.object({ value: opinionSchema, caption: z.string() })).meta({
      description: '可以答复的意见',
    }),
  })
  .meta({ id: 'Consultation' })

type Consultation = z.input<typeof consultationSchema>

const answerSchema = z.strictObject({
  opinion: opinionSchema.meta({ title: '意见' }),
  reasons: z.string().max(5000).default('').meta({ title: '理由', description: '不同意的应当写明' }),
})

export const consultationRoutes = [
  visitorRoute(everybody, {
    id: 'openConsultation',
    method: 'POST',
    url: '/organs/:organ/consultations/sessions',
    summary: '凭征求意见书上的代码进入，半小时有效；首次进入即为收到之日',
    tag: '第三方',
    rate: 'code',
    params: organParams,
    body: z.strictObject({ code: textOf('回复码', 100) }),
    problems: [401, 404, 409, 422],
    answers: { 201: sessionSchema },
    async handle(call) {
      const { parts, at, today, body } = call
      const organ = await organAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      const by: ByCode = { organ: organ.id, code: body.code, today, at }
      const refused = told(await openConsultation(parts.office, by))
      if (refused !== null) return refused
      const pass = { for: 'thirdParty', organ: organ.id, code: body.code } as const
      return answer(201, writeToken(pass, passKey(parts), at))
    },
  }),
  passRoute(thirdParty, {
    id: 'readConsultation',
    method: 'GET',
    url: '/organs/:organ/consultation',
    summary: '征求什么意见，到哪一天为止',
    tag: '第三方',
    rate: 'public',
    params: organParams,
    problems: [409, 422],
    answers: { 200: consultationSchema },
    async handle(call) {
      const view = await openConsultation(call.parts.office, codeOf(call))
      const open = opinionSchema.options.map((value) => ({ value, caption: opinions[value] }))
      return told(view) ?? answer(200, { ...(view as Omit<Consultation, 'opinions'>), opinions: open })
    },
  }),
  passRoute(thirdParty, {
    id: 'answerConsultation',
    method: 'POST',
    url: '/organs/:organ/consultation/answer',
    summary: '答复是否同意公开，并说明理由',
    about: '以 JSON 提交；附有证明材料的，以表单提交，字段 answer 为同样的 JSON。',
    tag: '第三方',
    rate: 'apply',
    params: organParams,
    body: answerSchema,
    files: 'too',
    problems: [409, 422],
    answers: { 200: z.object({ opinion: words.opinion, on: daySchema }) },
    async handle(call) {
      const form = await formOf(call, answerSchema, 'answer')
      if (isProblem(form)) return form
      const { newId, office } = call.parts
      const papers = form.files.map(({ name, bytes }) => ({ id: newId(), name, bytes }))
      const done = await answerConsultation(office, { ...codeOf(call), ...form.sent, papers })
      const refused = told(done, form.files)
      if (refused !== null) return refused
      const { opinion, on } = done as Extract<typeof done, { opinion: unknown }>
      return answer(200, { opinion, on })
    },
  }),
]

function codeOf({ organ, pass, today, at }: PassHolder): ByCode {
  if (pass.for !== 'thirdParty') throw new Error('A pass of another kind was admitted')
  return { organ: organ.id, code: pass.code, today, at }
}

/** A code that opens nothing is told alike, whatever it is. */
function told(outcome: object, files: readonly UploadedFile[] = []): Problem | null {
  return (outcome as Partial<CodeRefusal>).code === 'unknownCode'
    ? problem('wrong-answer-code')
    : problemAtFile(outcome, files)
}
