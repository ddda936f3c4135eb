import { Link } from 'react-router'
import { classes } from './classes.ts'
import type { StateMark } from './state.ts'

/** A number of cases that is a filter at the same time. */
export interface Tile {
  readonly href: string
  readonly label: string
  readonly count: number
  /** In a few words: 含今天 1 件. */
  readonly note?: string
  readonly state?: StateMark
  readonly current?: boolean
}

/** How much there is of everything; each number opens onto what it counts. */
export function Tiles({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) {
  return (
    <nav className="tiles" aria-label={label}>
      {tiles.map((tile) => (
        <Link
          key={tile.label}
          className="tile"
          to={tile.href}
          data-s={tile.state}
          aria-current={tile.current ? 'true' : undefined}
        >
          <span className={classes(tile.state && `ic ic--${tile.state}`)}>{tile.label}</span>
          <b>{tile.count}</b>
          {tile.note !== undefined && <small>{tile.note}</small>}
        </Link>
      ))}
    </nav>
  )
}

/** One number of a tally. `of` is what it is a part of. */
export interface Count {
  readonly label: string
  readonly count: number
  readonly of?: number
  /** Stands out where it is not zero. */
  readonly bad?: boolean
}

/** A few numbers that lead nowhere. */
export function Tally({ counts }: { readonly counts: readonly Count[] }) {
  return (
    <dl className="tally">
      {counts.map(({ label, count, of, bad }) => (
        <div key={label} data-s={bad && count > 0 ? 'late' : undefined}>
          <dt>{label}</dt>
          <dd>
            {count}
            {of !== undefined && <small> / {of}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
