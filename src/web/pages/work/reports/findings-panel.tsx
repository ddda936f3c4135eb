import { Link } from 'react-router'
import { tablesOf } from '../../../../report/report.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { cellId, markId, saidId } from './anchors.ts'
import { FindingCells, FindingsList } from './findings-list.tsx'
import type { PlacedFinding } from './findings-order.ts'
import type { ReportView } from './report-view.ts'

interface FindingsPanelProps {
  readonly view: ReportView
  /** Where cells are corrected; null where they may not be. */
  readonly correctHref: (cells: readonly string[]) => string | null
}

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
        <FindingsList
          findings={findings}
          where={({ finding }) => (
            <FindingCells
              keys={finding.cells}
              tables={tablesOf(view.printed)}
              hrefOf={(key) => `#${cellId(key)}`}
            />
          )}
          acts={(placed) => <Acts placed={placed} view={view} correctHref={correctHref} />}
        />
      </Panel>
    </div>
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
