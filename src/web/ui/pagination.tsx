import { Link } from 'react-router'

interface PaginationProps {
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** How many there are in all, with their unit: 432 条. */
  readonly total: string
  readonly hrefOf: (page: number) => string
}

/** First, last, and the pages around this one; null where some are left out. */
export const pagesShown = (page: number, pages: number): readonly (number | null)[] => {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return shown.flatMap((n, i) => (i > 0 && n > shown[i - 1]! + 1 ? [null, n] : [n]))
}

/** From page to page by links. */
export function Pagination({ page, pages, total, hrefOf }: PaginationProps) {
  const numbers = pagesShown(page, pages).map((n, i) =>
    n === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a gap has no other name than its place
      <li key={`gap${i}`} aria-hidden="true">
        …
      </li>
    ) : (
      <li key={n}>
        {n === page ? (
          <span aria-current="page">{n}</span>
        ) : (
          <Link to={hrefOf(n)} aria-label={`第 ${n} 页`}>
            {n}
          </Link>
        )}
      </li>
    ),
  )
  return (
    <nav className="pages" aria-label="分页">
      <span>
        共 {total}，第 {page} / {pages} 页
      </span>
      {pages > 1 && (
        <ul>
          {page > 1 && (
            <li>
              <Link to={hrefOf(page - 1)} rel="prev">
                上一页
              </Link>
            </li>
          )}
          {numbers}
          {page < pages && (
            <li>
              <Link to={hrefOf(page + 1)} rel="next">
                下一页
              </Link>
            </li>
          )}
        </ul>
      )}
    </nav>
  )
}
