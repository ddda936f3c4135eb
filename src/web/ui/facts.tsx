import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** What something is called, and what it is. */
export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

interface FactsProps {
  readonly facts: readonly Fact[]
  /** A frame with two columns, as over a published document, instead of one running line. */
  readonly grid?: boolean
}

/** Short facts about one thing. */
export function Facts({ facts, grid }: FactsProps) {
  return (
    <dl className={classes('facts', grid && 'facts--grid')}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
