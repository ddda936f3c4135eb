/** Every verb of a document that is done by sending a command: POST …/documents/{id}/{action}. */
import { z } from 'zod'
import { findCited, namedDocument } from '../../../office/documents/cited-document.ts'
import { type DocumentOutcome, handleDocument } from '../../../office/documents/handle-document.ts'
import type { EndDocument } from '../../../office/documents/life/after.ts'
import { documentActionCaptions } from '../../../office/documents/life/moves.ts'
import { type Publishing, publishOn } from '../../../office/documents/publish-document.ts'
import { isLeading, takeAlong } from '../../../office/documents/take-along.ts'
import type { Office } from '../../../office/ports.ts'
import { type Once, onceAnswer } from '../../http/once.ts'
import { etagOf } from '../../http/preconditions.ts'
import { isProblem, type Problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { answer, type Route, type Seen, type Sent } from '../../http/route.ts'
import { idSchema } from '../../http/schemas.ts'
import type { OrganCaller } from '../admission.ts'
import { onceFor } from '../context.ts'
import {
  documentForms,
  endingActions,
  type PlainDocumentAction,
  type SentAlong,
} from '../documents/verb-forms.ts'
import { problemIn } from '../refusals.ts'
import { atOrgan, organParams, organRoute } from './route.ts'

export const documentParams = organParams.extend({ id: idSchema.meta({ description: '文件的编号' }) })

/** What became of the document; the rest is read. */
export const documentDoneSchema = z
  .object({ id: z.string(), version: z.number().int() })
  .meta({ id: 'DocumentDone' })

export const documentVerbRoutes: readonly Route[] = (Object.keys(documentForms) as PlainDocumentAction[]).map(
  (action) =>
    organRoute(atOrgan(action), {
      id: action,
      method: 'POST',
      url: `/organs/:organ/documents/:id/${action}`,
      summary: documentActionCaptions[action],
      tag: '主动公开',
      rate: 'write',
      params: documentParams,
      body: documentForms[action] as z.ZodType,
      ifMatch: true,
      idempotent: true,
      problems: [404, 409, 422],
      answers: { 200: documentDoneSchema },
      handle: (call) => doVerb(call as never, action),
    }),
)

type Call = OrganCaller & Seen & Sent<{ readonly organ: string; readonly id: string }>

async function doVerb(call: Call, action: PlainDocumentAction) {
  const outcome = await onceFor(call, async (office) => {
    const done = await perform(office, call, action)
    return done === null ? notFound() : (problemIn(done) ?? doneView(done))
  })
  return isProblem(outcome) ? (outcome as Problem) : onceAnswer(outcome as Once<DoneView>)
}

interface DoneView {
  readonly id: string
  readonly version: number
}

export const doneView = (done: object): DoneView => {
  const { id, version } = done as DoneView
  return { id, version }
}

/** What a step of the document answers: why it was not done, or how the document stands now. */
export function answerOfDocument<const Status extends 200 | 201>(status: Status, outcome: object) {
  const refused = problemIn(outcome)
  if (refused !== null) return refused
  const view = doneView(outcome)
  return answer(status, view, { etag: etagOf(view.version) })
}

/** The verb done; null where there is no such document. */
async function perform(
  office: Office,
  { organ, actor, today, at, params, body, seen }: Call,
  action: PlainDocumentAction,
): Promise<DocumentOutcome | null> {
  const { id: document } = params
  const row = await office.inTransaction(organ.id, ({ documents }) => documents.get(organ.id, document))
  if (row === null) return null
  const handling = { organ: organ.id, document, context: { today, actor }, at, seen }
  if (action === 'publishDocument')
    return publishOn(office, { ...handling, command: body as Publishing['command'] })
  if (isLeading(action)) {
    const { along = [], ...sent } = body as SentAlong
    const command = isEnding(action) ? await endingOf(office, organ.id, document, sent as EndDocument) : sent
    return takeAlong(office, { ...handling, action, command: command as never, along })
  }
  const command =
    action === 'linkDocument' ? await linkOf(office, organ.id, document, body as LinkSent) : (body as never)
  return command === null ? null : handleDocument(office, { ...handling, action, command: command as never })
}

const isEnding = (action: string): boolean => (endingActions as readonly string[]).includes(action)

/** The document that it ended by, found from what was typed; as it was typed where it is in no other place. */
async function endingOf(
  office: Office,
  organ: string,
  self: string,
  sent: EndDocument,
): Promise<EndDocument> {
  const found = sent.by == null || sent.by === '' ? null : await findCited(office, organ, sent.by)
  return found === null || found.id === self
    ? sent
    : { ...sent, by: namedDocument(found), document: found.id }
}

interface LinkSent {
  readonly relation: string
  readonly target: string
}

/** A link to a document that is there, of this organ or of another; its title is kept beside it. */
async function linkOf(office: Office, organ: string, self: string, sent: LinkSent) {
  const organs = (await office.organs.all()).map(({ id }) => id)
  const found = await office.inTransaction(organ, ({ documents }) =>
    documents.list({ organs, ids: [sent.target] }, { limit: 1 }),
  )
  const [target] = found.rows
  return target === undefined ? null : { ...sent, self, title: target.title }
}
