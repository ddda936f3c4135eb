/** A request as its applicant sees it. */
import { z } from 'zod'
import { type OwnAct, ownActs } from '../../../office/tracking/applicant-view.ts'
import type { PublicStage } from '../../../office/tracking/public-stage.ts'
import { publicStages } from '../../../office/tracking/public-stage.ts'
import { citesSchema, daySchema, listOf } from '../../http/schemas.ts'
import { applicantSchema } from '../views/case.ts'

const stages = [...new Set(Object.values(publicStages).map(({ stage }) => stage))]

export const stageSchema = z.enum(stages as [PublicStage, ...PublicStage[]])

const day = daySchema.nullable()

export const trackedSchema = z
  .object({
    number: z.string(),
    stage: stageSchema,
    says: z.string(),
    arrivedOn: daySchema,
    receivedOn: day,
    clock: z.object({
      due: day.meta({ description: '答复期限的最后一日；未起算、暂停、已答复时为 null' }),
      provisional: z.boolean(),
      overdue: z.boolean(),
      answeredOn: day,
      steps: listOf(z.object({ on: daySchema, says: z.string(), due: day, cites: citesSchema })),
    }),
    waits: listOf(
      z.object({ for: z.enum(['correction', 'reasons', 'fee', 'consultation']), by: day, says: z.string() }),
    ),
    letters: listOf(z.object({ id: z.string(), title: z.string(), letterNo: z.string(), on: daySchema })),
    acts: listOf(
      z.object({
        act: z.enum(Object.keys(ownActs) as [OwnAct, ...OwnAct[]]),
        open: z.boolean(),
        because: z.string().nullable(),
      }),
    ),
    remedies: z
      .object({
        against: z.enum(['reply', 'silence']),
        route: z.string(),
        says: listOf(z.string()),
        reviewOrgans: listOf(z.string()),
        court: z.string(),
        onlineReview: z.string().nullable(),
        reviewBy: day,
        suitBy: day,
        firm: z.boolean(),
        cites: citesSchema,
      })
      .nullable(),
    applicant: applicantSchema.nullable(),
  })
  .meta({ id: 'TrackedRequest' })
