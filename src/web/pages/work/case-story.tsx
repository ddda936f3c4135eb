import type { AnsweredBy } from '../../desk/api.ts'
import { type Happening, Timeline } from '../../ui/timeline.tsx'
import { detailOfEvent, isTalk, titleOfEvent } from './event-words.ts'
import { storyOf } from './story.ts'

export type Happened = AnsweredBy<'listEventsOfRequest'>['rows'][number]

export type WrittenNote = AnsweredBy<'readRequest'>['notes'][number]

interface StoryProps {
  readonly events: readonly Happened[]
  readonly names: Readonly<Record<string, string>>
  /** What colleagues wrote, by the version of its event; without them their events are left out. */
  readonly notes?: readonly WrittenNote[]
  /** The last day of the answer, while it is still to come. */
  readonly due?: { readonly on: Happened['on']; readonly firm: boolean } | null
}

/** What happened in a case, in words, and what comes next. */
export function CaseStory({ events, names, notes, due = null }: StoryProps) {
  const told = events.filter((event) => notes !== undefined || !isTalk(event))
  const past = storyOf(told, names, {
    titleOf: titleOfEvent,
    detailOf: (event) =>
      notes?.find(({ version }) => version === event.version)?.text ?? detailOfEvent(event),
  })
  const next: readonly Happening[] =
    due === null
      ? []
      : [{ key: 'due', on: due.on, tense: 'next', title: `答复到期${due.firm ? '' : '（暂定）'}` }]
  return <Timeline happenings={[...past, ...next]} />
}
