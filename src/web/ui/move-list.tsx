import type { ReactNode } from 'react'
import type { Refusal } from '../../office/requests/refusal.ts'
import { Cites } from './cite.tsx'

/** Something that can be done now. */
export interface OpenMove {
  readonly key: string
  readonly label: string
  /** What follows from it, in a few words. */
  readonly note?: string
  /** The button. */
  readonly control: ReactNode
}

/** Something that cannot be done now, and why. */
export interface LockedMove {
  readonly key: string
  readonly label: string
  readonly refusal: Pick<Refusal, 'message' | 'cites'>
}

interface MoveListProps {
  readonly open: readonly OpenMove[]
  /** Those that are nearest to being open; they stay visible, with reason and article. */
  readonly locked: readonly LockedMove[]
  /** The others, folded away. */
  readonly further?: readonly LockedMove[]
}

/** What the law allows now, and what it does not, with the article. */
export function MoveList({ open, locked, further = [] }: MoveListProps) {
  return (
    <div className="moves">
      <ul>
        {open.map(({ key, label, note, control }) => (
          <li key={key}>
            <div>
              <strong>{label}</strong>
              {note !== undefined && <p>{note}</p>}
            </div>
            {control}
          </li>
        ))}
        {locked.map((move) => (
          <Locked key={move.key} move={move} />
        ))}
      </ul>
      {further.length > 0 && (
        <details>
          <summary>其余 {further.length} 项现在不能做</summary>
          <ul>
            {further.map((move) => (
              <Locked key={move.key} move={move} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const Locked = ({ move: { label, refusal } }: { readonly move: LockedMove }) => (
  <li data-locked>
    <div>
      <strong>
        <span className="ic ic--lock" aria-hidden="true" />
        <span className="sr">不能：</span>
        {label}
      </strong>
      <p>{refusal.message}</p>
    </div>
    <span>
      <Cites of={refusal.cites} audience="staff" />
    </span>
  </li>
)
