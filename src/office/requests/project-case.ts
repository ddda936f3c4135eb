import type { DispositionKey } from '../../law/dispositions.ts'
import type { CaseFacts, ProjectCase } from '../ports.ts'
import type { Countable } from './annual.ts'
import { isDisposition } from './endings.ts'
import type { RecordedEvent } from './events.ts'
import { advance, beginning, type Progress, statusOf } from './progress.ts'
import { type Watched, watchedAfter } from './watched.ts'

/** What the row of a case carries beside its columns: enough to go on from, to count it in the report, to watch it. */
export type CaseMore = Pick<Countable, 'variant' | 'progress'> & Watched

/**
 * The row of a case after one more event of its stream. Status and days come from the same `advance` and `statusOf`
 * as those of the full state, so that a list and a file cannot say different things.
 */
export const projectCase: ProjectCase = (facts, stored) => {
  const event = stored as RecordedEvent
  const before = facts === null ? begun(event) : facts
  if (before === null) return null
  const { variant, progress: last, ...watched } = before.more as CaseMore
  const progress = advance(last, event)
  const more: CaseMore = { variant, progress, ...watchedAfter(watched, event) }
  return {
    ...before,
    status: statusOf(progress),
    handler: event.kind === 'assigned' ? event.data.handler : before.handler,
    receivedOn: progress.receivedOn,
    disposition: dispositionOf(progress),
    answeredOn: progress.answeredOn,
    closedOn: progress.ended?.on ?? null,
    more,
  }
}

function begun(event: RecordedEvent): CaseFacts | null {
  if (event.kind !== 'intakeRecorded') return null
  const { number, channel, applicantKind, applicant, variant } = event.data
  const more: CaseMore = { variant, progress: beginning }
  return {
    number,
    status: statusOf(beginning),
    channel,
    applicantKind,
    applicant,
    handler: null,
    arrivedOn: event.on,
    receivedOn: null,
    disposition: null,
    answeredOn: null,
    closedOn: null,
    more,
  }
}

/** How the case ended; null while it is open, and for the endings of 条例§41, which are no dispositions. */
function dispositionOf({ ended, draft }: Progress): DispositionKey | null {
  if (ended === null) return null
  if (ended.how !== 'answered') return ended.how === 'withdrawn' ? 'withdrawn' : 'petition'
  return draft !== null && isDisposition(draft.ending) ? draft.ending : null
}
