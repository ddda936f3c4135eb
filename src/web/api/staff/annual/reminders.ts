/** Asking the organs below for their reports. */
import { z } from 'zod'
import { listFilings } from '../../../../office/reports/annual/list-filings.ts'
import { type Reminded, remindOrgans } from '../../../../office/reports/annual/remind-organs.ts'
import { answer } from '../../../http/route.ts'
import { captionsOf, idSchema, listOf } from '../../../http/schemas.ts'
import { atOrgan, organRoute } from '../route.ts'
import { organsBelow } from './filing.ts'
import { annualParams } from './schemas.ts'
import { askOf } from './views.ts'

const outcomes: Readonly<Record<Reminded['outcome'], string>> = {
  sent: '已经提醒',
  again: '今天已经提醒过',
  nobody: '没有可以收到邮件的负责人，请另行通知',
  nothingToDo: '没有需要该机关办理的',
}

export const reminderRoutes = [
  organRoute(atOrgan('overseeReports'), {
    id: 'remindAnnualFilings',
    method: 'POST',
    url: '/organs/:organ/annual-filings/:year/reminders',
    summary: '提醒下级机关办理年度报告；同一机关一天只提醒一次',
    about: '以邮件通知下级机关的负责人。已经报送、公布的不提醒。',
    tag: '年报',
    rate: 'write',
    params: annualParams,
    body: z.strictObject({ organs: z.array(idSchema).min(1).max(3000).meta({ title: '机关' }) }),
    answers: {
      200: z.object({
        rows: listOf(
          z.object({
            organ: z.object({ id: z.string(), name: z.string() }),
            outcome: captionsOf(outcomes),
            outcomeCaption: z.string(),
          }),
        ),
      }),
    },
    async handle(call) {
      const { parts, params, body, organ, today } = call
      const wanted = new Set(body.organs)
      const below = (await organsBelow(call)).filter(({ id }) => wanted.has(id))
      const { organs } = await listFilings(parts.office, organ.id, below, params.year, today)
      const names = new Map(below.map(({ id, name }) => [id, name]))
      const reminded = await remindOrgans(parts.office, askOf(call, params.year), organs)
      return answer(200, {
        rows: reminded.map(({ organ: id, outcome }) => ({
          organ: { id, name: names.get(id) ?? id },
          outcome,
          outcomeCaption: outcomes[outcome],
        })),
      })
    },
  }),
]
