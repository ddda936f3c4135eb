import { Link } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { editions } from '../../../../report/editions/index.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatutoryTable } from '../../../ui/statutory-table.tsx'
import { cellId, findingId } from '../reports/anchors.ts'
import { brokenCells, marksOf } from '../reports/findings-order.ts'
import { FoundProse } from '../reports/found-prose.tsx'
import { sectionAnchor } from '../reports/report-forms.tsx'
import { annualYearHref } from '../rooms.ts'
import type { AnnualReport } from './annual-words.ts'
import { placedIn, readingsIn } from './open-report.ts'

interface ReportSectionsProps {
  readonly report: AnnualReport
  /** The cell whose background is looked at. */
  readonly chosen: string | null
  readonly mayWrite: boolean
}

/** The report section by section: prose with its figures, tables whose cells say where they come from. */
export function ReportSections({ report, chosen, mayWrite }: ReportSectionsProps) {
  const { cells, organ, year, sections } = report
  const edition = editions[report.edition.id as keyof typeof editions]
  const readings = readingsIn(cells)
  const placed = placedIn(report)
  const broken = brokenCells(placed)
  const marks = marksOf(placed)
  const byKey = new Map(cells.map((cell) => [cell.key, cell]))
  const here = annualYearHref(organ.id, year)
  const findingHref = (number: number) => `${here}/findings#${findingId(number)}`
  const returned = report.status === 'returned' ? (report.returned?.reasons ?? []) : []
  return sections.map((section) => {
    const { key, title, rendered, content } = section
    const number = key === 'preamble' ? null : Number(key)
    const heading = number === null ? title : `${chineseNumeral(number)}、${title}`
    const edit = content === 'prose' ? `${here}/sections/${key}` : number === 2 ? `${here}/figures` : null
    const reasons = returned.filter(({ about }) => about === key)
    return (
      <div key={key} id={sectionAnchor(number ?? 0)} className="exam__section">
        <Panel
          title={heading}
          {...(mayWrite &&
            edit !== null && { aside: <Link to={edit}>{content === 'prose' ? '撰写' : '填报'}</Link> })}
        >
          <div className="stack">
            {reasons.map(({ text }) => (
              <p key={text} className="annual__returned">
                <b className="ic ic--late">退回：</b>
                {text}
              </p>
            ))}
            {content === 'prose' && rendered.trim() === '' && (
              <EmptyState title={key === 'preamble' ? '没有引言' : '这一部分还没有写'} />
            )}
            {rendered.trim() !== '' && (
              <FoundProse
                text={rendered}
                findings={placed.filter((each) => each.section === number)}
                findingHref={findingHref}
              />
            )}
            {content === 'tables' && (
              <StatutoryTable
                caption={heading}
                tables={edition.tables.filter((table) => table.section === number)}
                readings={readings}
                absentWord="待填"
                broken={broken}
                marks={marks}
                findingHref={findingHref}
                idOf={cellId}
                hrefOf={(cell) => `?cell=${encodeURIComponent(cell)}#behind`}
                originOf={(cell) => {
                  const own = byKey.get(cell)
                  if (own === undefined) return null
                  return { name: cell === chosen ? 'chosen' : own.origin, words: own.originCaption }
                }}
                noteOf={(cell) => {
                  const { correction } = byKey.get(cell) ?? {}
                  return correction == null ? null : { text: `计数 ${correction.computed}`, bad: false }
                }}
              />
            )}
          </div>
        </Panel>
      </div>
    )
  })
}
