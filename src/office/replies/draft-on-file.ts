import type { Day } from '../../law/day.ts'
import { stateOf } from '../handling/state-of-request.ts'
import type { ActorId, CaseId, StoredEvent, Unit } from '../ports.ts'
import type { RequestEvent } from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'
import { type Reply, replyOf } from './reply.ts'

export interface DraftOnFile {
  /** As it was handed in; null where nothing is drafted, or what was drafted no longer fits the request. */
  readonly reply: Reply | null
  /** Who returned that draft, and why; null where it was not returned. */
  readonly returned: { readonly on: Day; readonly by: ActorId; readonly remarks: string } | null
}

/** The draft of a request, for whoever goes on writing it. */
export async function draftOnFile(
  unit: Pick<Unit, 'vault' | 'events'>,
  request: CaseId,
): Promise<DraftOnFile> {
  const { draft } = await stateOf(unit, request)
  if (draft === null) return { reply: null, returned: null }
  const events = (await unit.events.load(streamOfRequest(request))) as readonly StoredEvent<RequestEvent>[]
  const last = events.findLast(({ kind }) => kind === 'drafted' || kind === 'draftReturned')
  const returned =
    last?.kind === 'draftReturned' ? { on: last.on, by: last.actor, remarks: last.data.remarks } : null
  return { reply: await replyOf(unit, request), returned }
}
