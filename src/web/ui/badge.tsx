import type { StateMark } from './state.ts'

interface BadgeProps {
  readonly state: StateMark
  /** The word, in four characters or so: 逾期, 临近, 等补正. */
  readonly children: string
}

/** A state in a word. The shape before it says the same to those who see no colour. */
export function Badge({ state, children }: BadgeProps) {
  return (
    <span className="badge" data-s={state}>
      {children}
    </span>
  )
}
