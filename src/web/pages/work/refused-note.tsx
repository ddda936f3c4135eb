import type { Citation } from '../../../law/citation.ts'
import { Cites } from '../../ui/cite.tsx'
import { Note } from '../../ui/note.tsx'

interface RefusedNoteProps {
  /** Why it was not done; with none there is nothing to say. */
  readonly message: string | null | undefined
  /** What it rests on, as problems give it. */
  readonly cites?: readonly string[] | undefined
  /** What was not done, where the page does more than one thing: 没有保存. */
  readonly title?: string
}

/** Above a form: why what was asked was not done, read out at once. */
export function RefusedNote({ message, cites = [], title }: RefusedNoteProps) {
  if (!message) return null
  return (
    <Note state="late" live {...(title !== undefined && { title })}>
      {message}
      {cites.length > 0 && ' '}
      <Cites of={cites as readonly Citation[]} audience="staff" />
    </Note>
  )
}
