/** Every verb that is done by sending a command: POST …/requests/{id}/{action}. */

import { z } from 'zod'
import { stateOf } from '../../../office/handling/state-of-request.ts'
import { notices } from '../../../office/replies/notices.ts'
import { onceAnswer } from '../../http/once.ts'
import { isProblem, type Problem } from '../../http/problem.ts'
import type { Route, Seen, Sent } from '../../http/route.ts'
import { actionCaptions } from '../action-captions.ts'
import type { RequestCaller } from '../admission.ts'
import { factsSchema } from '../commands/facts.ts'
import { type CommandedAction, forms } from '../commands/index.ts'
import { actingOf, onceFor } from '../context.ts'
import { type Deed, type Done, type LetterWishes, perform } from '../perform.ts'
import { problemIn } from '../refusals.ts'
import { doneSchema, viewOfDone } from '../views/done.ts'
import { ofRequest, requestParams, requestRoute } from './route.ts'

const lettersSchema = z
  .strictObject({
    facts: factsSchema.exactOptional().meta({ title: '文书的内容项' }),
    tellsApplicant: z.boolean().exactOptional().meta({
      title: '是否另行告知申请人',
      description: '征求意见时另发告知书；申请人已经知道的可以不发',
    }),
  })
  .exactOptional()
  .meta({ title: '随该步骤发出的文书' })

/** Page on which a third party answers with its code. */
const answerPath = (organ: string): string => `/organs/${encodeURIComponent(organ)}/consultations`

export const verbRoutes: readonly Route[] = (Object.keys(forms) as CommandedAction[]).map(verbRoute)

function verbRoute(action: CommandedAction): Route {
  const { schema } = forms[action]
  const goesOut = Object.hasOwn(notices, action)
  const body = goesOut && schema instanceof z.ZodObject ? schema.extend({ letter: lettersSchema }) : schema
  return requestRoute(ofRequest(action), {
    id: action,
    method: 'POST',
    url: `/organs/:organ/requests/:id/${action}`,
    summary: actionCaptions[action],
    tag: '办理',
    rate: 'write',
    params: requestParams,
    body,
    ifMatch: true,
    idempotent: true,
    problems: [409, 422],
    answers: { 200: doneSchema },
    handle: (call) => doVerb(call, action),
  })
}

async function doVerb(call: RequestCaller & Sent & Seen, action: CommandedAction) {
  const { parts, organ, request, seen } = call
  const { letter: wishes = {}, ...sent } = call.body as { letter?: LetterWishes }
  const made = {
    letterId: parts.newId(),
    entryId: parts.newId(),
    answering: { address: new URL(answerPath(organ.id), parts.baseUrl).href, code: parts.newSecret() },
  }
  const outcome = await onceFor(call, async (office) => {
    const state = await office.inTransaction(organ.id, (unit) => stateOf(unit, request.id))
    const command = forms[action].command(sent as never, state)
    const acting = { ...actingOf(call), seen }
    const done = await perform(office, { acting, action, command, wishes, ...made } as Deed)
    return problemIn(done) ?? viewOfDone(request.id, done as Done)
  })
  return isProblem(outcome) ? (outcome as Problem) : onceAnswer(outcome)
}
