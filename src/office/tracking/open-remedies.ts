/** Which review or suit is open to an applicant, where and until when (条例§51): once answered, or once overdue. */

import type { Calendar } from '../../law/calendar.ts'
import { type Citation, formatCitationForPublic } from '../../law/citation.ts'
import type { Day } from '../../law/day.ts'
import { type RemedyQuestion, type RemedyRoute, type Route, remedyRoute } from '../../law/remedies.ts'
import { groundsOf } from '../../law/withheld.ts'
import { letters } from '../letters/letters.ts'
import { type OrganRecord, recordOf } from '../organs/organ.ts'
import { type RemediesOfOrgan, remediesOfOrgan } from '../organs/remedies-of-organ.ts'
import type { Unit } from '../ports.ts'
import { letterKindOf } from '../replies/reply.ts'
import type { RequestState } from '../requests/index.ts'

export interface OpenRemedies {
  readonly against: 'reply' | 'silence'
  readonly route: Route
  readonly says: readonly string[]
  /** Any one of them. */
  readonly reviewOrgans: readonly string[]
  readonly court: string
  readonly onlineReview: string | null
  /** Last days; null while they do not run, as before service. */
  readonly reviewBy: Day | null
  readonly suitBy: Day | null
  /** False where holidays not announced yet could still move a last day. */
  readonly firm: boolean
  readonly cites: readonly string[]
}

/** An organ with where to turn against it. */
export interface RemedyHouse {
  readonly organ: OrganRecord
  readonly remedies: RemediesOfOrgan
}

/** The unit's organ. Throws where there is none. */
export async function remedyHouseOf({ organ, organs }: Pick<Unit, 'organ' | 'organs'>): Promise<RemedyHouse> {
  const line = await organs.withSuperiors(organ)
  const codes = new Map(line.map(({ id, code }) => [id, code]))
  const records = line.map((row) => recordOf(row, (id) => codes.get(id)))
  const [record] = records
  if (record === undefined) throw new Error(`There is no organ ${organ}`)
  const byCode = (code: string) => records.find((each) => each.code === code)
  return { organ: record, remedies: remediesOfOrgan(record, byCode) }
}

/** Null where nothing is open: not answered and not overdue, or ended by the applicant. Pure. */
export function openRemedies(
  state: RequestState,
  { organ, remedies }: RemedyHouse,
  { calendar, due, today }: { readonly calendar: Calendar; readonly due: Day | null; readonly today: Day },
): OpenRemedies | null {
  const asked = replyQuestion(state, organ) ?? silenceQuestion(state, organ, due, today)
  if (asked === null) return null
  const route = remedyRoute(asked, calendar)
  if (route.review === null) return null
  // What the letter told is what counts for the applicant, also where the organ's data have changed since.
  const told = state.dispatched?.remedies ?? null
  return {
    against: asked.act === 'noAnswer' ? 'silence' : 'reply',
    route: route.route,
    says: route.because,
    reviewOrgans: told?.reviewOrgans ?? remedies.review.map(({ name }) => name),
    court: told?.court ?? remedies.court.name,
    onlineReview: told?.onlineReview ?? null,
    ...lastDays(route),
    cites: citesOf([...route.cites, ...remedies.cites, ...remedies.courtCites]),
  }
}

function replyQuestion(
  { draft, dispatched, servedOn, progress }: RequestState,
  organ: OrganRecord,
): RemedyQuestion | null {
  if (progress.ended?.how !== 'answered' || dispatched === null || draft === null || draft.seal === null)
    return null
  const { act } = letters[letterKindOf(draft.ending)]
  if (act === null) return null
  return {
    act,
    withheld: groundsOf(draft.withheld),
    decidedOn: draft.seal.datedOn,
    servedOnline: dispatched.method === 'online',
    organ: organ.kind,
    informed: dispatched.remedies !== null,
    ...(servedOn !== null && { servedOn }),
  }
}

function silenceQuestion(
  { progress }: RequestState,
  organ: OrganRecord,
  due: Day | null,
  today: Day,
): RemedyQuestion | null {
  if (progress.ended !== null || due === null || today <= due) return null
  return { act: 'noAnswer', decidedOn: due, organ: organ.kind }
}

function lastDays({ deadlines }: RemedyRoute): Pick<OpenRemedies, 'reviewBy' | 'suitBy' | 'firm'> {
  const ofReview = deadlines.find(
    ({ period }) => period === 'reviewApplication' || period === 'reviewUninformed',
  )
  const ofSuit = deadlines.find(({ period }) => period === 'suit' || period === 'suitUninformed')
  return {
    reviewBy: ofReview?.due ?? null,
    suitBy: ofSuit?.due ?? null,
    firm: (ofReview?.firm ?? true) && (ofSuit?.firm ?? true),
  }
}

const citesOf = (cites: readonly Citation[]): readonly string[] => [
  ...new Set(cites.map(formatCitationForPublic)),
]
