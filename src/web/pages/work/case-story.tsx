import type { AnsweredBy } from '../../desk/api.ts'
import { type Happening, Timeline } from '../../ui/timeline.tsx'
import { detailOfEvent, titleOfEvent } from './event-words.ts'

export type Happened = AnsweredBy<'listEventsOfRequest'>['rows'][number]

interface StoryProps {
  readonly events: readonly Happened[]
  readonly names: Readonly<Record<string, string>>
  /** The last day of the answer, while it is still to come. */
  readonly due?: { readonly on: Happened['on']; readonly firm: boolean } | null
}

/** What happened in a case, in words, and what comes next. */
export function CaseStory({ events, names, due = null }: StoryProps) {
  const past = events.map((event): Happening => {
    const detail = detailOfEvent(event)
    const who = names[event.actor]
    return {
      key: String(event.version),
      on: event.on,
      tense: 'done',
      title: titleOfEvent(event),
      ...(who !== undefined && { what: who }),
      ...(detail !== null && { detail }),
    }
  })
  const next: readonly Happening[] =
    due === null
      ? []
      : [{ key: 'due', on: due.on, tense: 'next', title: `答复到期${due.firm ? '' : '（暂定）'}` }]
  return <Timeline happenings={[...past, ...next]} />
}
