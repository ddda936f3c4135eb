import { Link } from 'react-router'
import './documents.css'

/** A way to narrow a list, with its values and how many there are of each. */
export interface FacetLook<Key extends string = string> {
  readonly key: Key
  readonly title: string
  readonly values: readonly {
    readonly key: string
    readonly caption: string
    readonly count: number
    readonly chosen: boolean
  }[]
}

interface FacetLinksProps<Key extends string> {
  readonly facets: readonly FacetLook<Key>[]
  /** The same list narrowed by a value; by none, where it is chosen already. */
  readonly hrefOf: (key: Key, value: string | null) => string
}

/** Ways to narrow a list, as links. The first is open, and those of which something is chosen. */
export const FacetLinks = <Key extends string>({ facets, hrefOf }: FacetLinksProps<Key>) => (
  <nav className="facets noprint" aria-label="按分类查看">
    {facets.map(({ key, title, values }, place) => (
      <details key={key} open={place === 0 || values.some(({ chosen }) => chosen)}>
        <summary>{title}</summary>
        <ul>
          {values.map((value) => (
            <li key={value.key}>
              <Link
                to={hrefOf(key, value.chosen ? null : value.key)}
                aria-current={value.chosen ? 'true' : undefined}
              >
                {value.caption}
                <span>{value.count}</span>
              </Link>
            </li>
          ))}
        </ul>
      </details>
    ))}
  </nav>
)
