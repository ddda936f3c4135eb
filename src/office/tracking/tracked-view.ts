import { forOthers, type MaskedApplicant } from '../applicants/masked-view.ts'
import { applicantIn } from '../applicants/sealed.ts'
import { calendarOf } from '../handling/calendar-of.ts'
import { requestPolicyOf } from '../handling/request-policy.ts'
import { stateOf } from '../handling/state-of-request.ts'
import type { Office, Unit } from '../ports.ts'
import { type ApplicantView, applicantView } from './applicant-view.ts'
import { remedyHouseOf } from './open-remedies.ts'
import { type NoRequest, noRequest, type Tracked } from './own-request.ts'

/** A request as its applicant sees it, with their record masked: the code may have been found by somebody else. */
export interface TrackedView extends ApplicantView {
  /** Null where the record was erased. */
  readonly applicant: MaskedApplicant | null
}

/** The request that number and secret have opened (`openTracking`), as of a day. */
export async function trackedView(
  office: Office,
  { organ, request, today }: Omit<Tracked, 'at'>,
): Promise<TrackedView | NoRequest> {
  const calendar = await calendarOf(office, organ)
  return office.inTransaction(organ, async (unit) => {
    const state = await stateOf(unit, request)
    if (state.number === null) return noRequest
    const house = await remedyHouseOf(unit)
    const view = applicantView(state, { calendar, today, house, policy: await requestPolicyOf(unit) })
    return { ...view, applicant: await masked(unit, state.applicant!) }
  })
}

async function masked({ vault }: Pick<Unit, 'vault'>, id: string): Promise<MaskedApplicant | null> {
  const entry = await vault.open(id)
  const applicant = entry === null || 'failure' in entry ? null : applicantIn(entry)
  return applicant === null ? null : forOthers(applicant)
}
