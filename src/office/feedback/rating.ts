/**
 * 满意度: what an applicant thought of the service, once a case, after its end. The level is counted; the words are the
 * applicant's own and sealed, to be read by the organ alone and erased with everything else of theirs.
 */
import { yearOf } from '../../law/day.ts'
import { eventsOf } from '../handling/state-of-request.ts'
import { tidyText } from '../intake/content.ts'
import type { CaseId, Office, OrganId, StoredEvent, Unit } from '../ports.ts'
import { fold, type RequestState } from '../requests/index.ts'
import { streamOfRatings } from '../streams.ts'
import { testRequestsAt } from '../supervision/mocks/mock.ts'
import { type NoRequest, noRequest, type Tracked } from '../tracking/own-request.ts'
import { longestRating, type RatingLevel, ratingLevels } from './rating-levels.ts'

const kind = 'rating'

/** The entry of the vault with the words of a case; one a case. */
export const ratingIdOf = (request: CaseId): string => `${kind}-${request}`

interface Rated {
  readonly request: CaseId
  readonly level: RatingLevel
  /** Whether there are words in the vault. */
  readonly words: boolean
}

type RatedEvent = StoredEvent<{ kind: 'serviceRated'; on: StoredEvent['on']; data: Rated }>

export interface RateRefusal {
  readonly failure: 'notEnded' | 'ratedAlready'
  readonly message: string
}

export interface Rate extends Tracked {
  readonly level: RatingLevel
  readonly text: string
}

/** Where a rating stands: not open before the end, given, or open. */
export type RatingStanding =
  | { readonly open: boolean; readonly level: null }
  | { readonly open: false; readonly level: RatingLevel }

/** Times that are tried again where others rate at the same moment. */
const tries = 20

/** Records the rating, once; says why where it cannot be. */
export async function rateService(
  office: Office,
  { organ, request, today, at, level, text }: Rate,
): Promise<{ readonly level: RatingLevel } | RateRefusal | NoRequest> {
  const words = tidyText(text)?.slice(0, longestRating) ?? null
  for (let attempt = 1; attempt <= tries; attempt++) {
    const outcome = await office.inTransaction(organ, async (unit) => {
      const state = fold(await eventsOf(unit, request))
      if (state.number === null) return noRequest
      const year = yearOfEnd(state)
      if (year === null) return refusals.notEnded
      const given = await ratingsIn(unit, year)
      if (given.some(({ data }) => data.request === request)) return refusals.ratedAlready
      if (words !== null) {
        const entry = { id: ratingIdOf(request), kind, data: { request, text: words }, lookup: { request } }
        if ((await unit.vault.put(entry, at)) !== null) return noRequest
      }
      const data: Rated = { request, level, words: words !== null }
      const by = { actor: state.applicant!, at }
      return unit.events.append(
        streamOfRatings(year),
        given.length,
        [{ kind: 'serviceRated', on: today, data }],
        by,
      )
    })
    if (!('failure' in outcome)) return { level }
    if (outcome.failure !== 'conflict') return outcome
  }
  throw new Error('The rating could not be written')
}

const refusals = {
  notEnded: { failure: 'notEnded', message: '还没有办结，不能评价；收到答复以后可以在这里评价。' },
  ratedAlready: { failure: 'ratedAlready', message: '这件申请已经评价过了，每件只能评价一次。' },
} as const satisfies Record<string, RateRefusal>

/** The year in which the case ended; null while it is open, and where the entry was void. */
const yearOfEnd = ({ progress: { ended } }: RequestState): number | null =>
  ended === null || ended.how === 'voided' ? null : yearOf(ended.on)

const ratingsIn = async ({ events }: Pick<Unit, 'events'>, year: number): Promise<readonly RatedEvent[]> =>
  (await events.load(streamOfRatings(year))) as unknown as readonly RatedEvent[]

/** Whether the applicant may rate, or what they said. */
export async function ratingOf(
  office: Office,
  { organ, request }: Pick<Tracked, 'organ' | 'request'>,
): Promise<RatingStanding> {
  return office.inTransaction(organ, async (unit) => {
    const year = yearOfEnd(fold(await eventsOf(unit, request)))
    if (year === null) return { open: false, level: null }
    const given = (await ratingsIn(unit, year)).find(({ data }) => data.request === request)
    return given === undefined ? { open: true, level: null } : { open: false, level: given.data.level }
  })
}

export interface RatingCounts {
  readonly organ: OrganId
  readonly counts: Readonly<Record<RatingLevel, number>>
}

/** How often each level was given in cases that ended in the year, organ by organ. What testers think is not counted. */
export async function countRatings(
  office: Office,
  organs: readonly OrganId[],
  year: number,
): Promise<readonly RatingCounts[]> {
  const [tests, given] = await Promise.all([
    testRequestsAt(office, organs),
    office.logs.load(organs, streamOfRatings(year)),
  ])
  return organs.map((organ) => {
    const counts = Object.fromEntries(Object.keys(ratingLevels).map((level) => [level, 0])) as Record<
      RatingLevel,
      number
    >
    for (const { data } of given.get(organ) as unknown as readonly RatedEvent[])
      if (!tests.get(organ)?.has(data.request)) counts[data.level]++
    return { organ, counts }
  })
}

export interface RatingWords {
  readonly request: CaseId
  readonly number: string | null
  readonly level: RatingLevel
  readonly on: StoredEvent['on']
  /** Null where the applicant wrote nothing, or the words were erased. */
  readonly text: string | null
}

/** Ratings of a year with their words, the newest first, for the organ that was rated. */
export async function ratingWords(
  office: Office,
  organ: OrganId,
  year: number,
): Promise<readonly RatingWords[]> {
  const tests = (await testRequestsAt(office, [organ])).get(organ)
  return office.inTransaction(organ, async (unit) => {
    const given = (await ratingsIn(unit, year)).toReversed().filter(({ data }) => !tests?.has(data.request))
    const opened = await unit.vault.openMany(given.map(({ data }) => ratingIdOf(data.request)))
    return Promise.all(
      given.map(async ({ on, data: { request, level } }) => {
        const entry = opened.get(ratingIdOf(request))
        const text = entry === undefined || 'failure' in entry ? null : (entry.data as { text: string }).text
        return { request, number: (await unit.cases.get(request))?.number ?? null, level, on, text }
      }),
    )
  })
}
