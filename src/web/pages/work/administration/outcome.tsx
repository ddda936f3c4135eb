import { data } from 'react-router'
import type { FormField } from '../../../desk/forms-desk.ts'
import type { ProblemDocument } from '../../../http/problem.ts'
import { Note } from '../../../ui/note.tsx'
import type { Typed } from '../deed-fields.tsx'
import { faultsOf, typedIn } from '../filled-in.ts'
import { RefusedNote } from '../refused-note.tsx'

/** What became of a form of administration. */
export interface Outcome {
  readonly typed?: Typed
  readonly errors?: Readonly<Record<string, string>>
  readonly message?: string | null
  readonly cites?: readonly string[]
  /** What was done, in a sentence. */
  readonly done?: string
}

/** A refusal at its fields, with everything that was typed. */
export function refusedBy(problem: ProblemDocument, form: FormData, fields: readonly FormField[] = []) {
  const { errors, message } = faultsOf(problem, fields)
  const outcome: Outcome = { typed: typedIn(form), errors, message, cites: problem.cites }
  return data(outcome, { status: problem.status })
}

/** What was done, or why it was not, above the form. */
export function Said({ outcome }: { readonly outcome: Outcome | undefined }) {
  if (outcome?.done !== undefined)
    return (
      <Note state="ok" live>
        {outcome.done}
      </Note>
    )
  return <RefusedNote message={outcome?.message} cites={outcome?.cites} />
}
