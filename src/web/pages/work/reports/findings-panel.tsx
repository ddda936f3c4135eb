import { Link } from 'react-router'
import { cellAt } from '../../../../report/form.ts'
import { tablesOf } from '../../../../report/report.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { cellId, markId, saidId } from './anchors.ts'
import { cellName, groupedFindings, type PlacedFinding } from './findings-order.ts'
import type { Printed, ReportView } from './report-view.ts'

interface FindingsPanelProps {
  readonly view: ReportView
  /** Where cells are corrected; null where they may not be. */
  readonly correctHref: (cells: readonly string[]) => string | null
}

/** Cells named at a finding; the others are counted. */
const most = 6
/** A finding about more cells than this is about the table, and is not corrected cell by cell. */
const few = 30

/** Everything that was found, the gravest first, each with its article, its cells and its sentence. */
export function FindingsPanel({ view, correctHref }: FindingsPanelProps) {
  const { findings } = view
  return (
    <div id="findings">
      <Panel kind="list" title={`发现 ${findings.length} 处`} aside="左右两边是同一算式的两端">
        {findings.length === 0 && (
          <EmptyState title="没有发现问题">读到的数字之间、表与正文之间、格式要求，都没有不符。</EmptyState>
        )}
        {groupedFindings(findings).map(({ word, all }) => (
          <section key={word} className="findings" aria-label={word}>
            <h3 className="findings__group">
              {word} · {all.length} 处
            </h3>
            {all.map((placed) => (
              <FindingCard
                key={placed.number}
                number={placed.number}
                finding={placed.finding}
                where={<Where placed={placed} printed={view.printed} />}
                acts={<Acts placed={placed} view={view} correctHref={correctHref} />}
              />
            ))}
          </section>
        ))}
      </Panel>
    </div>
  )
}

/** The cells a finding is about, by name. */
function Where({ placed, printed }: { readonly placed: PlacedFinding; readonly printed: Printed }) {
  const { cells: keys } = placed.finding
  const tables = tablesOf(printed)
  const named = keys.slice(0, most).flatMap((key) => {
    const cell = tables.map((table) => cellAt(table, key)).find((each) => each !== undefined)
    return cell === undefined ? [] : [{ key, name: cellName(cell) }]
  })
  if (named.length === 0) return null
  return (
    <p className="finding__cells">
      涉及
      {named.map(({ key, name }) => (
        <a key={key} href={`#${cellId(key)}`}>
          {name}
        </a>
      ))}
      {keys.length > named.length && <span>等 {keys.length} 格</span>}
    </p>
  )
}

function Acts({ placed, view, correctHref }: FindingsPanelProps & { readonly placed: PlacedFinding }) {
  const { cell, said, finding } = placed
  const mark = cell === null ? undefined : view.source.markOf[cell]
  const place = said !== null ? saidId(said) : mark !== undefined ? markId(mark) : null
  const keys = finding.cells
  const href = keys.length > 0 && keys.length <= few ? correctHref(keys) : null
  return (
    <>
      {place !== null && (
        <a className={buttonClass({ small: true })} href={`#${place}`}>
          看原文
        </a>
      )}
      {href !== null && (
        <Link className={buttonClass({ small: true })} to={href}>
          更正
        </Link>
      )}
    </>
  )
}
