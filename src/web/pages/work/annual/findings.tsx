import { Link } from 'react-router'
import { editions } from '../../../../report/editions/index.ts'
import { buttonClass } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { cellId, findingId, saidId } from '../reports/anchors.ts'
import { FindingCells, FindingsList } from '../reports/findings-list.tsx'
import { annualYearHref } from '../rooms.ts'
import type { Route } from './+types/findings.ts'
import type { AnnualReport } from './annual-words.ts'
import { isOpen, openReport, type PlacedInSection, placedIn } from './open-report.ts'
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
  const { obstacles, edition } = report
  const placed = placedIn(report)
  const { tables } = editions[edition.id as keyof typeof editions]
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
          <FindingsList
            findings={placed}
            where={({ finding }) => (
              <FindingCells keys={finding.cells} tables={tables} hrefOf={(key) => cellHref(report, key)} />
            )}
            acts={(each) => <Acts placed={each} report={report} />}
          />
        </Panel>
      </div>
    </>
  )
}

const isAsked = ({ asked }: AnnualReport, about: string): boolean => asked.some(({ key }) => key === about)

const hereOf = ({ organ, year }: Pick<AnnualReport, 'organ' | 'year'>): string =>
  annualYearHref(organ.id, year)

const cellHref = (report: AnnualReport, key: string): string =>
  `${hereOf(report)}?cell=${encodeURIComponent(key)}#${cellId(key)}`

/** Where something is put right: the grid for a figure that is asked for, the cell, the section. */
function aboutHref(report: AnnualReport, about: string): string {
  if (about === '') return hereOf(report)
  if (!about.includes('/')) return `${hereOf(report)}/sections/${about}`
  return isAsked(report, about) ? `${hereOf(report)}/figures#${cellId(about)}` : cellHref(report, about)
}

interface ActsProps {
  readonly placed: PlacedInSection
  readonly report: AnnualReport
}

function Acts({ placed: { number, section, cell, finding }, report }: ActsProps) {
  const open = isOpen(report, 'write')
  return (
    <>
      {section !== null && (
        <Link
          className={buttonClass({ small: true })}
          to={
            open
              ? `${hereOf(report)}/sections/${section}#${findingId(number)}`
              : `${hereOf(report)}#${saidId(number)}`
          }
        >
          {finding.sentence === undefined ? '去这一部分' : open ? '改这一句' : '看这一句'}
        </Link>
      )}
      {cell !== null && (
        <Link className={buttonClass({ small: true })} to={cellHref(report, cell)}>
          看这一格
        </Link>
      )}
    </>
  )
}
