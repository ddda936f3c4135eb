import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { cellAt, type Table } from '../../../../report/form.ts'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { cellName, groupedFindings, type PlacedFinding } from './findings-order.ts'

interface FindingsListProps<Placed> {
  readonly findings: readonly Placed[]
  /** Where it is, and what may be done about it. */
  readonly where: (placed: Placed) => ReactNode
  readonly acts: (placed: Placed) => ReactNode
}

/** Findings under the word they show, the gravest first. */
export const FindingsList = <Placed extends PlacedFinding>({
  findings,
  where,
  acts,
}: FindingsListProps<Placed>) =>
  groupedFindings(findings).map(({ word, all }) => (
    <section key={word} className="findings" aria-label={word}>
      <h3 className="findings__group">
        {word} · {all.length} 处
      </h3>
      {all.map((placed) => (
        <FindingCard
          key={placed.number}
          number={placed.number}
          finding={placed.finding}
          where={where(placed)}
          acts={acts(placed)}
        />
      ))}
    </section>
  ))

/** Cells named at a finding; the others are counted. */
const most = 6

interface FindingCellsProps {
  readonly keys: readonly string[]
  readonly tables: readonly Table[]
  readonly hrefOf: (key: string) => string
}

/** The cells a finding is about, by name, each a way to it. */
export function FindingCells({ keys, tables, hrefOf }: FindingCellsProps) {
  const named = keys.slice(0, most).flatMap((key) => {
    const cell = tables.map((table) => cellAt(table, key)).find((each) => each !== undefined)
    return cell === undefined ? [] : [{ key, name: cellName(cell) }]
  })
  if (named.length === 0) return null
  return (
    <p className="finding__cells">
      涉及
      {named.map(({ key, name }) => {
        const href = hrefOf(key)
        // Within the page the address is left to the page, which works without script.
        return href.startsWith('#') ? (
          <a key={key} href={href}>
            {name}
          </a>
        ) : (
          <Link key={key} to={href}>
            {name}
          </Link>
        )
      })}
      {keys.length > named.length && <span>等 {keys.length} 格</span>}
    </p>
  )
}
