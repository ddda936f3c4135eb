import { data } from 'react-router'
import type { FormField } from '../../desk/forms-desk.ts'
import type { ProblemDocument } from '../../http/problem.ts'
import type { Typed } from './deed-fields.tsx'
import { faultsOf } from './filled-in.ts'

/** What the attempt at a step came to, where it did not come to pass. */
export interface DeedAnswer<Meanwhile = unknown> {
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly message: string | null
  readonly cites: readonly string[]
  /** What others did since the page was opened; it is then seen, and the next attempt counts. */
  readonly meanwhile?: Meanwhile & { readonly version: number }
  /** The step cannot be taken back, and nobody has said yet that it is meant. */
  readonly asked?: boolean
}

/** Whether somebody else was quicker; what they did is then told, and the next attempt counts. */
export const isConflict = ({ type }: Pick<ProblemDocument, 'type'>): boolean => type.endsWith(':conflict')

/** A step that was refused: the reasons at their fields, and everything that was typed. */
export function refusedDeed(problem: ProblemDocument, fields: readonly FormField[], typed: Typed) {
  const { errors, message } = faultsOf(problem, fields)
  return data<DeedAnswer>({ typed, errors, message, cites: problem.cites }, { status: problem.status })
}
