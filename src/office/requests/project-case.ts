import type { CaseFacts, ProjectCase } from '../ports.ts'
import { dispositionOf } from './annual.ts'
import type { RecordedEvent } from './events.ts'
import { advance, beginning, type Progress, statusOf } from './progress.ts'
import { type Watched, watchedAfter } from './watched.ts'

/** What the row of a case carries beside its columns: enough to go on from, and to watch it. */
export type CaseMore = { readonly progress: Progress } & Watched

/**
 * The row of a case after one more event of its stream. Status and days come from the same `advance` and `statusOf`
 * as those of the full state, so that a list and a file cannot say different things.
 */
export const projectCase: ProjectCase = (facts, stored) => {
  const event = stored as RecordedEvent
  const before = facts === null ? begun(event) : facts
  if (before === null) return null
  const { progress: last, ...watched } = before.more as CaseMore
  const progress = advance(last, event)
  const more: CaseMore = { progress, ...watchedAfter(watched, event) }
  return {
    ...before,
    status: statusOf(progress),
    handler: event.kind === 'assigned' ? event.data.handler : before.handler,
    receivedOn: progress.receivedOn,
    disposition: dispositionOf(progress),
    matter: progress.ended?.matter ?? null,
    answeredOn: progress.answeredOn,
    closedOn: progress.ended?.on ?? null,
    more,
  }
}

function begun(event: RecordedEvent): CaseFacts | null {
  if (event.kind !== 'intakeRecorded') return null
  const { number, channel, applicantKind, applicant, variant } = event.data
  const more: CaseMore = { progress: beginning }
  return {
    number,
    variant,
    status: statusOf(beginning),
    channel,
    applicantKind,
    applicant,
    handler: null,
    arrivedOn: event.on,
    receivedOn: null,
    disposition: null,
    matter: null,
    answeredOn: null,
    closedOn: null,
    more,
  }
}
