/** What became of a request by a step. Nothing personal, so that it can be kept for a call that is repeated. */
import { z } from 'zod'
import { statuses, statusOf } from '../../../office/requests/index.ts'
import { onceAnswer } from '../../http/once.ts'
import { daySchema, listOf } from '../../http/schemas.ts'
import type { Done } from '../perform.ts'
import { problemIn } from '../refusals.ts'
import { statusSchema } from './case-row.ts'
import { warningSchema } from './clock.ts'
import { letterKindCaption } from './state.ts'

export const doneSchema = z
  .object({
    id: z.string(),
    version: z.number().int().meta({ description: '办理后的版本，即下一步的 If-Match' }),
    status: statusSchema,
    statusCaption: z.string(),
    due: daySchema.nullable(),
    firm: z.boolean(),
    warnings: listOf(warningSchema).meta({ description: '不妨碍办理、但应当注意的事项，如告知迟于法定期限' }),
    letters: listOf(z.object({ id: z.string(), kind: z.string(), title: z.string(), letterNo: z.string() })),
  })
  .meta({ id: 'Done' })

type DoneView = z.input<typeof doneSchema>

export function viewOfDone(id: string, { version, state, clock, warnings, letters = [] }: Done): DoneView {
  const status = statusOf(state.progress)
  return {
    id,
    version,
    status,
    statusCaption: statuses[status],
    due: clock.due,
    firm: clock.firm,
    warnings,
    letters: letters.map(({ letterId, kind, letterNo }) => ({
      id: letterId,
      kind,
      title: letterKindCaption(kind),
      letterNo,
    })),
  }
}

/** What a step of the request answers: why it was not done, or how the request stands now. */
export function answerOfStep(id: string, outcome: Done | object) {
  const refused = problemIn(outcome)
  return refused ?? onceAnswer({ answer: viewOfDone(id, outcome as Done), repeated: false })
}
