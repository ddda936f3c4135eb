/** Records of supervision as they are answered. */
import { z } from 'zod'
import type { Day } from '../../../../law/day.ts'
import type { SupervisionRow } from '../../../../office/ports.ts'
import { lives, openSteps, type SupervisionKind, type TakenBy } from '../../../../office/supervision/lives.ts'
import { recordStandings } from '../../../../office/supervision/standing.ts'
import { fieldFaultsOf } from '../../../http/field-faults.ts'
import { invalidProblem } from '../../../http/invalid.ts'
import { isProblem, type Problem } from '../../../http/problem.ts'
import { notFound } from '../../../http/reply.ts'
import { answer } from '../../../http/route.ts'
import { captionsOf, citesSchema, daySchema, idSchema, listOf, momentSchema } from '../../../http/schemas.ts'
import { problemIn } from '../../refusals.ts'
import { organParams } from '../route.ts'

const kindCaptions = Object.fromEntries(
  Object.entries(lives).map(([kind, { caption }]) => [kind, caption]),
) as Readonly<Record<SupervisionKind, string>>

export const kindSchema = captionsOf(kindCaptions)
export const kindParams = organParams.extend({ kind: kindSchema.meta({ description: '登记的种类' }) })
export const recordParams = kindParams.extend({ record: idSchema.meta({ description: '登记的编号' }) })
export const stepParams = recordParams.extend({ step: idSchema.meta({ description: '哪一步' }) })
export const runParams = organParams.extend({ record: idSchema.meta({ description: '登记的编号' }) })

/** What is kept is plain data of each kind's own. */
const dataSchema = z.record(z.string(), z.unknown())

export const supervisionSchema = z
  .object({
    organ: z.string().meta({ description: '督促检查的机关' }),
    id: z.string(),
    version: z.number().int(),
    kind: z.string(),
    kindCaption: z.string(),
    about: z.string().nullable().meta({ description: '所针对的下级机关' }),
    state: z.string(),
    stateCaption: z.string(),
    openedOn: daySchema,
    due: daySchema.nullable(),
    overdue: z.boolean(),
    closedOn: daySchema.nullable(),
    data: dataSchema,
    steps: listOf(
      z.object({
        step: z.string(),
        caption: z.string(),
        on: daySchema,
        at: momentSchema,
        by: z.string(),
        data: dataSchema,
      }),
    ),
    open: listOf(z.object({ step: z.string(), caption: z.string() })).meta({ description: '现在可以办理的' }),
    cites: citesSchema,
  })
  .meta({ id: 'SupervisionRecord' })

/** As whoever takes its steps sees it. Nobody else's waiting and no day of a person's is in it. */
export function viewOfRecord(
  row: SupervisionRow,
  as: TakenBy,
  today: Day,
): z.input<typeof supervisionSchema> {
  const { organ, id, version, kind, about, state, openedOn, due, closedOn, data, steps } = row
  const { caption, states, cites, steps: known } = lives[kind]
  return {
    ...{ organ, id, version, kind, kindCaption: caption, about, state, stateCaption: states[state] ?? state },
    ...{ openedOn, due, closedOn, cites: [...cites] },
    overdue: recordStandings.overdue.is(row, today),
    data: data as Record<string, never>,
    steps: steps.map(({ step, on, at, by, data: told }) => ({
      ...{ step, on, at, by, data: told as Record<string, never> },
      caption: known[step]?.caption ?? step,
    })),
    open: openSteps(kind, state, as).map((step) => ({ step, caption: known[step]!.caption })),
  }
}

/** What a use case did with a record, as an answer. */
export const recordAnswer = (outcome: object, as: TakenBy, today: Day) =>
  problemIn(outcome) ?? answer(200, viewOfRecord(outcome as SupervisionRow, as, today))

/** What was sent, read by a form that only the address tells; a kind or step without one is not there. */
export function readForm(form: z.ZodObject | undefined, sent: unknown): Record<string, never> | Problem {
  if (form === undefined) return notFound()
  const { data, error } = form.safeParse(sent)
  return error ? invalidProblem(fieldFaultsOf(form, error.issues, sent)) : (data as Record<string, never>)
}

export { isProblem }
