/** What every deed to an applicant's record does alike: one unit, the stream read, the decision, the event. */
import type { Conflict, Moment, Office, OrganId, Unit } from '../ports.ts'
import { streamOfApplicant } from '../streams.ts'
import {
  type ApplicantContext,
  type ApplicantEvent,
  type ApplicantRefusal,
  type ApplicantStatus,
  foldApplicant,
} from './applicant-events.ts'

/** At which organ, by whom and when. */
export interface ApplicantDeed {
  readonly organ: OrganId
  readonly context: ApplicantContext
  readonly at: Moment
}

/** Standing of the record, and how many events that is from. */
export async function standingOf(
  { events }: Pick<Unit, 'events'>,
  applicant: string,
): Promise<ApplicantStatus & { readonly version: number }> {
  const stored = await events.load(streamOfApplicant(applicant))
  return { ...foldApplicant(stored as unknown as readonly ApplicantEvent[]), version: stored.length }
}

/** Nobody has seen a version of this stream that they could insist on: where somebody was first, it is done again. */
const tries = 3

/**
 * Does it in one unit; nothing is kept of a refusal or a conflict. `decide` gets the standing and gives the event and
 * what is done after it is recorded: the vault is opened, changed or erased only then.
 */
export async function applicantDeed<T extends object>(
  office: Office,
  { organ, context, at }: ApplicantDeed,
  applicant: string,
  decide: (
    unit: Unit,
    status: ApplicantStatus,
  ) => Promise<{ readonly event: ApplicantEvent; readonly afterwards: () => Promise<T> } | ApplicantRefusal>,
): Promise<T | ApplicantRefusal | Conflict> {
  const once = () =>
    office.inTransaction(organ, async (unit): Promise<T | ApplicantRefusal | Conflict> => {
      const { version, ...status } = await standingOf(unit, applicant)
      const decided = await decide(unit, status)
      if ('refused' in decided) {
        unit.abandon()
        return decided
      }
      const by = { actor: context.actor.id, at }
      const stored = await unit.events.append(streamOfApplicant(applicant), version, [decided.event], by)
      return 'failure' in stored ? stored : decided.afterwards()
    })
  for (let attempt = 1; ; attempt++) {
    const outcome = await once()
    const isConflict = 'failure' in outcome && outcome.failure === 'conflict'
    if (attempt === tries || !isConflict) return outcome
  }
}
