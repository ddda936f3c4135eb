import { type ReactNode, useId } from 'react'
import { zh } from '../../law/glossary.ts'
import { Cites } from './cite.tsx'
import type { Audience } from './cite-text.ts'
import { type ExplainedTerm, sayings } from './term-says.ts'

interface TermProps {
  readonly of: ExplainedTerm
  readonly audience: Audience
  /** Where the sentence needs another form of the word. */
  readonly children?: ReactNode
}

/**
 * A word of the trade with its explanation. Opens by click, touch and keyboard without script, closes by Escape and
 * by a click elsewhere; where script runs it also opens under the pointer (`src/web/enhance`).
 */
export function Term({ of, audience, children }: TermProps) {
  const id = useId()
  const { says, cites } = sayings[of]
  return (
    <span className="term">
      <button type="button" className="term__word" popoverTarget={id}>
        {children ?? zh(of)}
      </button>
      <span className="term__says" id={id} popover="auto" role="note">
        <b>{zh(of)}</b>
        {says} <Cites of={cites} audience={audience} />
      </span>
    </span>
  )
}
