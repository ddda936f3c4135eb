/** Submission, return, acceptance, publication and correction of reports (条例§49), and who has filed. */
import { z } from 'zod'
import type { OrganRow } from '../../../../office/ports.ts'
import type { AnnualAsk, AnnualHouse, ChangeOutcome } from '../../../../office/reports/annual/desk.ts'
import {
  acceptReport,
  publishReport,
  returnReport,
  reviseReport,
  submitReport,
} from '../../../../office/reports/annual/file-report.ts'
import { type FiledOrgan, listFilings } from '../../../../office/reports/annual/list-filings.ts'
import { similaritiesAmong } from '../../../../office/reports/annual/similarities.ts'
import { annualStatuses } from '../../../../office/reports/annual/state.ts'
import { organsFor, standingsAt } from '../../../../office/staff/access.ts'
import { answer, type Seen } from '../../../http/route.ts'
import { citesSchema, daySchema, idSchema, listOf, textOf, yesNoSchema } from '../../../http/schemas.ts'
import type { OrganCaller } from '../../admission.ts'
import { atOrgan, organRoute } from '../route.ts'
import {
  alikeSchema,
  annualParams,
  changedSchema,
  filingSchema,
  levelSchema,
  statusSchema,
} from './schemas.ts'
import { askOf, changedAnswer, houseOf, viewOfAlike, viewOfFiling } from './views.ts'

const step = {
  method: 'POST',
  tag: '年报',
  rate: 'write',
  params: annualParams,
  ifMatch: true,
  problems: [409, 422],
  answers: { 200: changedSchema },
} as const

/** Takes a step with the report as the caller has seen it. */
async function stepped(
  call: OrganCaller &
    Seen & {
      readonly params: { readonly year: number }
    },
  take: (house: AnnualHouse, ask: AnnualAsk, seen: number) => Promise<ChangeOutcome>,
) {
  return changedAnswer(await take(houseOf(call), askOf(call, call.params.year), call.seen))
}

export const filingRoutes = [
  organRoute(atOrgan('submitReport'), {
    ...step,
    id: 'submitAnnualReport',
    url: '/organs/:organ/annual/:year/submission',
    summary: '报送年度报告；还有缺漏的，逐处说明',
    handle: (call) => stepped(call, submitReport),
  }),
  organRoute(atOrgan('reviewReport'), {
    ...step,
    id: 'returnAnnualReport',
    url: '/organs/:organ/annual/:year/return',
    summary: '退回下级机关的年度报告，写明理由',
    body: z.strictObject({
      reasons: z
        .array(
          z.strictObject({
            about: z.string().max(200).nullable().default(null).meta({ title: '单元格或者部分' }),
            text: textOf('理由', 1000),
          }),
        )
        .min(1)
        .max(50)
        .meta({ title: '理由' }),
    }),
    handle: (call) => stepped(call, (house, ask, seen) => returnReport(house, ask, call.body.reasons, seen)),
  }),
  organRoute(atOrgan('publishReport'), {
    ...step,
    id: 'publishAnnualReport',
    url: '/organs/:organ/annual/:year/publication',
    summary: '公布已经通过的年度报告',
    handle: (call) => stepped(call, publishReport),
  }),
  organRoute(atOrgan('publishReport'), {
    ...step,
    id: 'reviseAnnualReport',
    url: '/organs/:organ/annual/:year/revision',
    summary: '更正已经公布的年度报告；原版本仍可查阅',
    body: z.strictObject({ reason: textOf('更正的理由', 1000) }),
    handle: (call) => stepped(call, (house, ask, seen) => reviseReport(house, ask, call.body.reason, seen)),
  }),
  organRoute(atOrgan('overseeReports'), {
    id: 'acceptAnnualReports',
    method: 'POST',
    url: '/organs/:organ/annual-filings/:year/acceptances',
    summary: '通过下级机关报送的年度报告，可以成批',
    about: '不列 organs 的，通过全部没有错误和提示的报告。逐件办理，不能通过的写明理由。',
    tag: '年报',
    rate: 'write',
    params: annualParams,
    body: z.strictObject({
      organs: z.array(idSchema).min(1).max(3000).optional().meta({ title: '机关' }),
      note: z.string().trim().max(1000).nullable().default(null).meta({ title: '说明' }),
    }),
    answers: {
      200: z.object({
        accepted: listOf(z.string()),
        refused: listOf(z.object({ organ: z.string(), message: z.string(), cites: citesSchema })),
      }),
    },
    async handle(call) {
      const { params, body } = call
      const { organs } = await filingsBelow(call, params.year)
      const chosen =
        body.organs === undefined
          ? organs.filter(({ status, clean }) => status === 'submitted' && clean)
          : organs.filter(({ organ }) => body.organs!.includes(organ.id))
      const known = new Set(chosen.map(({ organ }) => organ.id))
      const unknown = (body.organs ?? []).filter((id) => !known.has(id))
      const accepted: string[] = []
      const refused: { organ: string; message: string; cites: readonly string[] }[] = unknown.map(
        (organ) => ({
          organ,
          message: '没有这个下级机关，或者不在可以办理的范围内。',
          cites: [],
        }),
      )
      for (const { organ } of chosen) {
        const standings = await standingsAt(call.parts.office, call.actor.id, organ.id)
        const ask = { ...askOf(call, params.year), organ, standings }
        const outcome = await acceptReport(houseOf(call), ask, body.note)
        if ('failure' in outcome)
          refused.push({ organ: organ.id, message: '报告刚刚有变化，请重新查看。', cites: [] })
        else if (outcome.refused)
          refused.push({ organ: organ.id, message: outcome.message, cites: outcome.cites })
        else accepted.push(organ.id)
      }
      return answer(200, { accepted, refused })
    },
  }),
  organRoute(atOrgan('overseeReports'), {
    id: 'listAnnualFilings',
    method: 'GET',
    url: '/organs/:organ/annual-filings/:year',
    summary: '下级机关年度报告的报送情况：谁已报送，谁未报送，谁逾期',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({
      status: statusSchema.optional().meta({ title: '状态' }),
      level: levelSchema.optional().meta({ title: '层级' }),
      late: yesNoSchema.optional().meta({ title: '是否逾期' }),
    }),
    answers: {
      200: z.object({
        rows: listOf(filingSchema),
        totals: listOf(
          z.object({
            level: levelSchema,
            status: statusSchema,
            statusCaption: z.string(),
            count: z.number().int(),
          }),
        ).meta({ description: '全部下级机关，按层级和状态' }),
        late: z.number().int(),
        asOf: daySchema,
      }),
    },
    async handle(call) {
      const { status, level, late } = call.query
      const found = await filingsBelow(call, call.params.year)
      const rows = found.organs.filter(
        (each) =>
          (status === undefined || each.status === status) &&
          (level === undefined || each.organ.level === level) &&
          (late === undefined || each.late === (late === 'true')),
      )
      return answer(200, {
        rows: rows.map(viewOfFiling),
        totals: found.totals.map(({ level, status, count }) => ({
          level: level as z.input<typeof levelSchema>,
          status,
          statusCaption: annualStatuses[status],
          count,
        })),
        late: found.late,
        asOf: call.today,
      })
    },
  }),
  organRoute(atOrgan('overseeReports'), {
    id: 'listFiledSimilarities',
    method: 'GET',
    url: '/organs/:organ/annual-filings/:year/similarities',
    summary: '下级机关报送的报告之间相同的正文',
    tag: '年报',
    rate: 'read',
    params: annualParams,
    query: z.strictObject({
      about: idSchema.optional().meta({ title: '机关', description: '只看这一个机关的' }),
    }),
    answers: { 200: z.object({ rows: listOf(alikeSchema) }) },
    async handle(call) {
      const { parts, params, query } = call
      const organs = await organsBelow(call)
      const names = new Map(organs.map(({ id, name }) => [id, name]))
      const found = await similaritiesAmong(parts.office, organs, params.year, query.about)
      return answer(200, { rows: found.map((each) => viewOfAlike(each, names)) })
    },
  }),
]

/** The organs below that of the address whose reports the caller may return and accept. */
export async function organsBelow({
  parts: { office },
  organ,
  me,
}: OrganCaller): Promise<readonly OrganRow[]> {
  const [tree, mine] = await Promise.all([
    office.organs.withSubordinates(organ.id),
    organsFor(office, me.staff, 'reviewReport'),
  ])
  const reviewed = new Set(mine.map(({ id }) => id))
  return tree.filter(({ id }) => id !== organ.id && reviewed.has(id))
}

async function filingsBelow(
  call: OrganCaller,
  year: number,
): Promise<{
  readonly organs: readonly FiledOrgan[]
  readonly totals: Awaited<ReturnType<typeof listFilings>>['totals']
  readonly late: number
}> {
  return listFilings(call.parts.office, call.organ.id, await organsBelow(call), year, call.today)
}
