import { useContext } from 'react'
import { Link, useLocation } from 'react-router'
import { LookContext } from './look.ts'
import { inTextSize, type TextSize, textSizes } from './text-size.ts'

/** Text sizes as links: the page comes again in the size, and a cookie keeps it. */
export function TextSizes() {
  const current = useContext(LookContext).textSize
  const { pathname, search } = useLocation()
  return (
    <nav className="sizes" aria-label="字号">
      <span aria-hidden="true">字号</span>
      <ul>
        {(Object.keys(textSizes) as TextSize[]).map((size) => (
          <li key={size}>
            <Link
              to={inTextSize(pathname, search, size)}
              aria-current={size === current ? 'true' : undefined}
              reloadDocument
            >
              {textSizes[size]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
