import { Link } from 'react-router'

/** A page above this one. */
export interface Crumb {
  readonly title: string
  readonly href: string
}

/** Where this page stands. The page itself is named last and is no link. */
export function Breadcrumb({ above, here }: { readonly above: readonly Crumb[]; readonly here: string }) {
  return (
    <nav className="crumb" aria-label="当前位置">
      <ol>
        {above.map(({ title, href }) => (
          <li key={href}>
            <Link to={href}>{title}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
