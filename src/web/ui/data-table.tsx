import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { classes } from './classes.ts'

/** A column: its head, and what stands in it for a row. */
export interface Column<Row> {
  readonly key: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** `number`: figures, at the right. `keep`: not broken over lines. */
  readonly kind?: 'text' | 'number' | 'keep'
  /** Names the row for those who hear the table; one column at most. */
  readonly names?: boolean
  /** Where the table is shown sorted by it; the other way round where it is sorted so already. */
  readonly sortHref?: string
  readonly sorted?: 'ascending' | 'descending' | undefined
}

/** Rows under a plain line: 先办这些 · 4 件. */
export interface RowGroup<Row> {
  readonly key: string
  readonly title?: string
  readonly rows: readonly Row[]
}

interface DataTableProps<Row> {
  /** Names the table for those who hear it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly groups: readonly RowGroup<Row>[]
  readonly keyOf: (row: Row) => string
  /** Urgency shows as an edge: solid where late or soon, dashed where provisional. */
  readonly stateOf?: (row: Row) => 'late' | 'soon' | 'prov' | null
  /** A box before every row, sent under `name` with the form whose id is `form`. */
  readonly picks?: { readonly name: string; readonly form: string; readonly labelOf: (row: Row) => string }
  /** Said instead of rows where there are none. */
  readonly empty: ReactNode
}

/** A table of things. On a phone each row is a card. Sorting is a link, so it has an address and needs no script. */
export function DataTable<Row>({
  caption,
  columns,
  groups,
  keyOf,
  stateOf,
  picks,
  empty,
}: DataTableProps<Row>) {
  if (groups.every(({ rows }) => rows.length === 0)) return empty
  const width = columns.length + (picks ? 1 : 0)
  return (
    <div className="table__box">
      <table className="table table--cards">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {picks && (
              <th scope="col" className="pick">
                <span className="sr">选择</span>
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {groups.map(({ key, title, rows }) => (
          <tbody key={key}>
            {title !== undefined && (
              <tr className="group">
                <th colSpan={width} scope="rowgroup">
                  {title}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={keyOf(row)} data-s={stateOf?.(row) ?? undefined}>
                {picks && (
                  <td className="pick">
                    <input
                      type="checkbox"
                      name={picks.name}
                      value={keyOf(row)}
                      form={picks.form}
                      aria-label={picks.labelOf(row)}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

const look = (kind: Column<never>['kind']) => classes(kind === 'number' && 'num', kind === 'keep' && 'keep')

function Head<Row>({ column: { head, kind, sortHref, sorted } }: { readonly column: Column<Row> }) {
  return (
    <th
      scope="col"
      className={look(kind)}
      aria-sort={sorted ?? (sortHref === undefined ? undefined : 'none')}
    >
      {sortHref === undefined ? (
        head
      ) : (
        <Link className="sortable" to={sortHref} preventScrollReset>
          {head}
        </Link>
      )}
    </th>
  )
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { head, cell, kind, names } = column
  if (names) {
    return (
      <th scope="row" className={look(kind)}>
        {cell(row)}
      </th>
    )
  }
  return (
    <td className={look(kind)} data-head={head}>
      {cell(row)}
    </td>
  )
}
