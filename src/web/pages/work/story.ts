import type { Day } from '../../../law/day.ts'
import type { Happening } from '../../ui/timeline.tsx'

/** An event as the API tells it. */
export interface ToldEvent {
  readonly version: number
  readonly kind: string
  readonly on: Day
  readonly actor: string
  readonly data: object
}

/** What an event is called, and what is worth saying beside that. */
export interface EventWords {
  readonly titleOf: (event: ToldEvent) => string
  readonly detailOf: (event: ToldEvent) => string | null
}

/** What happened, in words, with the names of those who did it. */
export const storyOf = (
  events: readonly ToldEvent[],
  names: Readonly<Record<string, string>>,
  { titleOf, detailOf }: EventWords,
): readonly Happening[] =>
  events.map((event): Happening => {
    const detail = detailOf(event)
    const who = names[event.actor]
    return {
      key: String(event.version),
      on: event.on,
      tense: 'done',
      title: titleOf(event),
      ...(who !== undefined && { what: who }),
      ...(detail !== null && { detail }),
    }
  })
