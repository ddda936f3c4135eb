/** 模拟申请: filed through the very intake that citizens use, followed as its applicant, scored, unveiled. */
import { z } from 'zod'
import { type Day, yearOf } from '../../../../law/day.ts'
import { isOpen } from '../../../../office/organs/organ.ts'
import type { CaseRow, Office, OrganId, OrganRow, SupervisionRow } from '../../../../office/ports.ts'
import { everyRecord } from '../../../../office/supervision/every-record.ts'
import { organsUnder } from '../../../../office/supervision/inspection/inspect.ts'
import { isRow, openSupervision, stepSupervision } from '../../../../office/supervision/keep.ts'
import {
  marksOf,
  mockCriteria,
  mockEntry,
  mockScore,
  ownMarks,
  requestOfMock,
} from '../../../../office/supervision/mocks/mock.ts'
import {
  candidatesOf,
  enteredOn,
  registrationFault,
  sentApplicationOf,
} from '../../../../office/supervision/mocks/sent.ts'
import { expectedOn, sentOf } from '../../../../office/supervision/mocks/sent-facts.ts'
import { unveilMock } from '../../../../office/supervision/mocks/unveil.ts'
import { isProblem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { daySchema, idSchema, listOf, textOf } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { onlineIncoming } from '../../intake/online.ts'
import { applicationSchema } from '../../intake/schemas.ts'
import { submit } from '../../intake/submit.ts'
import { recordAt } from '../../public/route.ts'
import { statusSchema } from '../../views/case-row.ts'
import { actingAt, actingOn } from '../acting.ts'
import { atOrgan, organParams, organRoute } from '../route.ts'
import { recordAnswer, runParams, supervisionSchema } from './schemas.ts'

const toSupervise = atOrgan('supervise')
const markSchema = z.object({ share: z.number(), because: z.string() })

/** What is known of every test, however it goes to the organ. */
export const mockShape = {
  organs: z.array(idSchema.min(1)).min(1).max(50).meta({ title: '向哪些机关提出' }),
  scenario: textOf('检查什么', 200),
  expect: textOf('应当怎样答复', 1000),
  round: textOf('轮次', 100),
}

const fileSchema = z.strictObject({
  ...mockShape,
  application: applicationSchema.meta({ title: '申请' }),
})

/** Codes for so many more tests of that year: 测2026-001 … */
export async function nextCodes(
  office: Pick<Office, 'supervision'>,
  organ: OrganId,
  today: Day,
  count: number,
): Promise<readonly string[]> {
  const before = await everyRecord(office, { organs: [organ], kind: 'mock' })
  const year = yearOf(today)
  const made = before.filter(({ openedOn }) => yearOf(openedOn) === year).length
  return Array.from({ length: count }, (_, at) => `测${year}-${String(made + at + 1).padStart(3, '0')}`)
}

/** Files one request at one organ: first the record that says what it is, then the request, so that it never counts. */
async function fileAt(call: OrganCaller, target: OrganRow, code: string, body: z.output<typeof fileSchema>) {
  const { parts, organ, at } = call
  const { office } = parts
  const act = { ...actingAt(call), kind: 'mock', id: parts.newId() } as const
  const { scenario, expect, round, application } = body
  const data = { code, scenario, expect, round, channel: 'online' }
  const opened = await openSupervision(office, { ...act, about: target.id, data })
  if (!isRow(opened))
    return { code, organ: target.id, number: null, because: 'message' in opened ? opened.message : '' }
  const fail = async (because: string) => {
    const failing = { ...act, step: 'fail', as: { taken: 'supervisor' }, data: { because } } as const
    await stepSupervision(office, failing)
    return { code, organ: target.id, number: null, because }
  }
  if (!isOpen(recordAt(target), 'online')) return fail('该机关没有开通互联网渠道。')
  const taken = await submit({
    parts,
    request: act.id,
    incoming: onlineIncoming(target, application, call),
    files: [],
    key: null,
    caller: 'public',
    sent: null,
  })
  if (isProblem(taken)) return fail(taken.problem.detail ?? '提交没有成功。')
  const { number } = taken.taken
  await office.inTransaction(organ.id, ({ vault }) =>
    vault.put({ id: mockEntry(act.id), kind: 'mock', data: { secret: taken.secret }, lookup: {} }, at),
  )
  const filed = { ...act, step: 'file', as: { taken: 'supervisor' }, set: { number }, data: {} } as const
  await stepSupervision(office, filed)
  return { code, organ: target.id, number, because: '' }
}

/** By what an applicant follows a test that was filed online. */
async function secretOf(office: Office, row: SupervisionRow): Promise<string | null> {
  if (sentOf(row) !== null) return null
  const entry = await office.inTransaction(row.organ, ({ vault }) => vault.open(mockEntry(row.id)))
  return entry === null || 'failure' in entry ? null : (entry.data as { secret: string }).secret
}

/** What was sent, and when the organ wrote it down. */
async function sentSeen(office: Office, row: SupervisionRow, request: string | null) {
  const [sent, said] = [sentOf(row), await sentApplicationOf(office, row)]
  if (sent === null || said === null) return null
  const { name, title, features } = said
  const entered = request === null ? null : await enteredOn(office, row.about!, request)
  return { name, title, features, expectedOn: expectedOn(sent), enteredOn: entered }
}

/** What the house can say by itself of the marks. */
function suggestedOf(row: SupervisionRow, standing: CaseRow | null, entered: Day | null, today: Day) {
  const sent = sentOf(row)
  const known = standing && entered && { arrivedOn: standing.arrivedOn, entered }
  const fault = sent && registrationFault(sent, known, today)
  return {
    ...(standing === null ? {} : ownMarks(standing, today)),
    ...(fault && { channel: fault }),
  }
}

export const mockRoutes = [
  organRoute(toSupervise, {
    id: 'fileMocks',
    method: 'POST',
    url: '/organs/:organ/mock-requests',
    summary: '以申请人的身份向下级机关各提一件模拟申请；对方看不出来，也不计入任何法定统计',
    about: '申请的内容与公众在网上提出的相同，走同样的登记。申请人的信息只在对方的案卷中封存。',
    tag: '监督',
    rate: 'write',
    params: organParams,
    body: fileSchema,
    problems: [404, 409, 422],
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            code: z.string(),
            organ: z.string(),
            number: z.string().nullable().meta({ description: '对方的登记编号；没有提交成功的为 null' }),
            because: z.string(),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, organ, today, body } = call
      const below = await organsUnder(parts.office, organ.id)
      const targets = below.filter(({ id }) => body.organs.includes(id))
      if (targets.length === 0) return notFound()
      const codes = await nextCodes(parts.office, organ.id, today, targets.length)
      const rows = []
      for (const [at, target] of targets.entries()) rows.push(await fileAt(call, target, codes[at]!, body))
      return answer(200, { rows })
    },
  }),
  organRoute(toSupervise, {
    id: 'readMock',
    method: 'GET',
    url: '/organs/:organ/mock-requests/:record',
    summary: '一件模拟申请：对方办到哪一步、查询码、系统能够判断的得分',
    tag: '监督',
    rate: 'read',
    params: runParams,
    answers: {
      200: z.object({
        record: supervisionSchema,
        secret: z.string().nullable().meta({ description: '以申请人的身份查询用的查询码' }),
        standing: z
          .object({
            number: z.string().nullable(),
            status: statusSchema,
            receivedOn: daySchema.nullable(),
            due: daySchema.nullable(),
            answeredOn: daySchema.nullable(),
          })
          .nullable(),
        sent: z
          .object({
            name: z.string(),
            title: z.string(),
            features: z.string().nullable(),
            expectedOn: daySchema.nullable().meta({ description: '应当登记的日期；送达日期不知道的为 null' }),
            enteredOn: daySchema.nullable().meta({ description: '对方登记的日期；没有找到的为 null' }),
          })
          .nullable()
          .meta({ description: '邮寄、当面、传真、电子邮件提出的；网上提交的为 null' }),
        candidates: listOf(
          z.object({
            number: z.string().nullable(),
            channel: z.string(),
            arrivedOn: daySchema,
            applicant: z.boolean().meta({ description: '申请人相符' }),
            wish: z.boolean().meta({ description: '所申请的内容相近' }),
          }),
        ).meta({ description: '对方的办件中可能就是这件模拟申请的' }),
        suggested: z.record(z.string(), markSchema),
        marks: z.record(z.string(), markSchema).nullable(),
        score: z.number().nullable(),
        criteria: listOf(
          z.object({ key: z.string(), caption: z.string(), points: z.number(), asks: z.string() }),
        ),
      }),
    },
    async handle({ parts, organ, today, params: { record } }) {
      const { office } = parts
      const row = await office.supervision.get(organ.id, 'mock', record)
      if (row === null) return notFound()
      const request = requestOfMock(row)
      const about = row.about!
      const standing =
        request === null ? null : await office.inTransaction(about, ({ cases }) => cases.get(request))
      const [secret, sent, candidates] = await Promise.all([
        secretOf(office, row),
        sentSeen(office, row, request),
        request === null ? candidatesOf(office, row) : [],
      ])
      const marks = marksOf(row)
      const answered = recordAnswer(row, 'supervisor', today)
      if (isProblem(answered)) return answered
      return answer(200, {
        ...{ record: answered.body, secret, sent, candidates: [...candidates], marks },
        standing: standing as never,
        suggested: suggestedOf(row, standing, sent?.enteredOn ?? null, today),
        score: marks && mockScore(marks),
        criteria: Object.entries(mockCriteria).map(([key, { caption, points, asks }]) => ({
          ...{ key, caption, points, asks },
        })),
      })
    },
  }),
  organRoute(toSupervise, {
    id: 'unveilMock',
    method: 'POST',
    url: '/organs/:organ/mock-requests/:record/unveil',
    summary: '评分以后告知对方；失分的各项成为问题，限期整改',
    tag: '监督',
    rate: 'write',
    params: runParams,
    body: z.strictObject({ due: daySchema.meta({ title: '整改期限' }) }),
    problems: [404, 409, 422],
    answers: { 200: supervisionSchema },
    async handle(call) {
      const { parts, body, today } = call
      const asked = { ...actingOn(call), due: body.due, newId: parts.newId }
      return recordAnswer(await unveilMock(parts.office, asked), 'supervisor', today)
    },
  }),
]
