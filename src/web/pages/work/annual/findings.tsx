import { Link } from 'react-router'
import { editions } from '../../../../report/editions/index.ts'
import { cellAt } from '../../../../report/form.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { cellName, groupedFindings, type PlacedFinding, placeFindings } from '../reports/findings-order.ts'
import { annualYearHref } from '../rooms.ts'
import type { Route } from './+types/findings.ts'
import type { AnnualFinding, AnnualReport } from './annual-words.ts'
import { findingIn, isOpen, openReport, readingsIn } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import './annual.css'

export const loader = async ({ params, context }: Route.LoaderArgs) => ({
  report: await openReport(deskOf(context).api, params),
})

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `检查 · ${loaderData?.report.year ?? ''}年度报告` },
]

/** What stands in the way of submission, then everything that was found, the gravest first. */
export default function Findings({ loaderData: { report } }: Route.ComponentProps) {
  const { findings, obstacles, cells } = report
  const placed = placeFindings(findings.map(findingIn), readingsIn(cells))
  const sectionOf = new Map(findings.map((finding) => [finding.message, finding.section]))
  return (
    <>
      <ReportHead report={report} page="/findings" />
      <div className="stack">
        {obstacles.length > 0 && (
          <Panel kind="list" title="报送以前必须解决的" aside={`${obstacles.length} 处`}>
            <ul className="annual__obstacles">
              {obstacles.map(({ about, message }) => (
                <li key={about + message}>
                  <span className="ic ic--late">{message}</span>
                  <Link className={buttonClass({ small: true })} to={aboutHref(report, about)}>
                    {about.includes('/') && isAsked(report, about) ? '去填报' : '去看'}
                  </Link>
                </li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel
          kind="list"
          title={placed.length === 0 ? '检查的发现' : `发现 ${placed.length} 处`}
          aside="左右两边是同一算式的两端"
        >
          {placed.length === 0 && (
            <EmptyState title="没有发现问题">
              表内的算式、表与正文、与上一年的衔接、格式要求，都没有不符。
            </EmptyState>
          )}
          {groupedFindings(placed).map(({ word, all }) => (
            <section key={word} className="findings" aria-label={word}>
              <h3 className="findings__group">
                {word} · {all.length} 处
              </h3>
              {all.map((each) => (
                <FindingCard
                  key={each.number}
                  number={each.number}
                  finding={each.finding}
                  where={<Where placed={each} report={report} />}
                  acts={
                    <Acts
                      placed={each}
                      report={report}
                      section={sectionOf.get(each.finding.message) ?? null}
                    />
                  }
                />
              ))}
            </section>
          ))}
        </Panel>
      </div>
    </>
  )
}

const isAsked = ({ asked }: AnnualReport, about: string): boolean => asked.some(({ key }) => key === about)

const hereOf = ({ organ, year }: Pick<AnnualReport, 'organ' | 'year'>): string =>
  annualYearHref(organ.id, year)

const cellHref = (report: AnnualReport, key: string): string =>
  `${hereOf(report)}?cell=${encodeURIComponent(key)}#behind`

/** Where something is put right: the grid for a figure that is asked for, the cell, the section. */
function aboutHref(report: AnnualReport, about: string): string {
  if (about === '') return hereOf(report)
  if (!about.includes('/')) return `${hereOf(report)}/sections/${about}`
  return isAsked(report, about) ? `${hereOf(report)}/figures#cell-${about}` : cellHref(report, about)
}

interface PlaceProps {
  readonly placed: PlacedFinding
  readonly report: AnnualReport
}

/** Cells named at a finding; the others are counted. */
const most = 6

function Where({ placed: { finding }, report }: PlaceProps) {
  const { tables } = editions[report.edition.id as keyof typeof editions]
  const named = finding.cells.slice(0, most).flatMap((key) => {
    const cell = tables.map((table) => cellAt(table, key)).find((each) => each !== undefined)
    return cell === undefined ? [] : [{ key, name: cellName(cell) }]
  })
  if (named.length === 0) return null
  return (
    <p className="finding__cells">
      涉及
      {named.map(({ key, name }) => (
        <Link key={key} to={cellHref(report, key)}>
          {name}
        </Link>
      ))}
      {finding.cells.length > named.length && <span>等 {finding.cells.length} 格</span>}
    </p>
  )
}

function Acts({ placed, report, section }: PlaceProps & { readonly section: AnnualFinding['section'] }) {
  return (
    <>
      {section !== null && (
        <Link className={buttonClass({ small: true })} to={`${hereOf(report)}/sections/${section}`}>
          {isOpen(report, 'write') ? '改这一句' : '看这一句'}
        </Link>
      )}
      {placed.cell !== null && (
        <Link className={buttonClass({ small: true })} to={cellHref(report, placed.cell)}>
          看这一格
        </Link>
      )}
    </>
  )
}
