/**
 * Before somebody applies for what is public already, they are shown it (条例§36(1)). That it was what they wanted is
 * counted; who they were and what they looked for is known to nobody.
 */
import { addDays, type Day } from '../../law/day.ts'
import type { Moment, Office, OrganId, PublishedItem, Shared, Unit } from '../ports.ts'
import { alike } from '../search/alike.ts'
import { streamOfDeflections } from '../streams.ts'

/** Items shown: whoever does not find it among these does not find it among more. */
const shown = 5

/** What is public already and answers to the words, best first; empty where nothing does. */
export const deflect = (
  { search }: Pick<Shared, 'search'>,
  organs: readonly OrganId[],
  words: string,
): Promise<readonly PublishedItem[]> => alike(search, organs, words, shown)

export interface AcceptedDeflection {
  readonly organ: OrganId
  /** Id of the item that was it. */
  readonly item: string
  readonly on: Day
  readonly at: Moment
}

/** Times that are tried again where others are counted at the same moment. */
const tries = 20

/** Counts that an item spared somebody an application; false where there is no such item. */
export async function acceptDeflection(
  office: Office,
  { organ, item, on, at }: AcceptedDeflection,
): Promise<boolean> {
  // The id comes from anybody: only one that is an item's may get into the log.
  if ((await office.search.get(organ, 'document', item)) === null) return false
  const stream = streamOfDeflections(on)
  const event = { kind: 'deflected', on, data: { item } }
  for (let attempt = 1; attempt <= tries; attempt++) {
    const outcome = await office.inTransaction(organ, async ({ events }) => {
      const { length } = await events.load(stream)
      return events.append(stream, length, [event], { actor: 'system', at })
    })
    if (!('failure' in outcome)) return true
  }
  throw new Error(`The count of ${on} could not be written`)
}

/** How many applications were spared on each day of a range, both ends included; days without any are left out. */
export async function deflectionsBetween(
  { events }: Pick<Unit, 'events'>,
  from: Day,
  to: Day,
): Promise<readonly { readonly day: Day; readonly count: number }[]> {
  const found: { day: Day; count: number }[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { length: count } = await events.load(streamOfDeflections(day))
    if (count > 0) found.push({ day, count })
  }
  return found
}
