import type { CaseId, Unit } from '../ports.ts'
import { fold, type RecordedEvent, type RequestState } from '../requests/index.ts'
import { streamOfRequest } from '../streams.ts'

/** What happened to a request, in order; nothing where there is none of that id. */
export const eventsOf = async (
  { events }: Pick<Unit, 'events'>,
  request: CaseId,
): Promise<readonly RecordedEvent[]> =>
  (await events.load(streamOfRequest(request))) as readonly RecordedEvent[]

/** The request as of now; the empty one where there is none of that id. */
export const stateOf = async (unit: Pick<Unit, 'events'>, request: CaseId): Promise<RequestState> =>
  fold(await eventsOf(unit, request))
