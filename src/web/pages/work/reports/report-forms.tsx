import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { editions } from '../../../../report/editions/index.ts'
import type { Readings } from '../../../../report/reading.ts'
import { tablesOf } from '../../../../report/report.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatutoryTable } from '../../../ui/statutory-table.tsx'
import { cellId, markId } from './anchors.ts'
import { sumNotes } from './correction-preview.ts'
import { brokenCells, marksOf } from './findings-order.ts'
import { ProseView } from './prose-view.tsx'
import type { ReportView } from './report-view.ts'
import { StatisticsTable } from './statistics-table.tsx'

interface ReportFormsProps {
  readonly view: ReportView
  /** The readings as they would be with what is typed; the view's own where nothing is. */
  readonly readings: Readings
  /** The field of a cell that is being corrected; undefined where it is not. */
  readonly fieldOf?: (key: string) => ReactNode
  /** Where the table of a section is corrected; null where it may not be. */
  readonly correctHref: (section: number) => string | null
}

export const sectionAnchor = (section: number): string => `section-${section}`

/** The report on the form of its edition: prose with its figures, tables with what was read of every cell. */
export function ReportForms({ view, readings, fieldOf, correctHref }: ReportFormsProps) {
  const { printed, prose, findings, source, statistics } = view
  const tables = tablesOf(printed)
  const marks = marksOf(findings)
  const broken = brokenCells(findings)
  const notes = sumNotes(printed, readings)
  const noteOf = (key: string) => {
    const sum = notes.get(key)
    if (sum !== undefined) return { text: sum, bad: true }
    return view.corrections[key] === undefined ? null : { text: '更正', bad: false }
  }
  const proseOf = (section: number) => {
    const own = prose.find(({ number }) => number === section)
    return own !== undefined && <ProseView section={own} findings={findings} />
  }
  const title = (section: number, text: string) => `${chineseNumeral(section)}、${text}`
  if (printed.edition === 'pre2019') {
    return (
      <>
        {prose.map(({ number, title: own }) => (
          <Section key={number} section={number} title={title(number, own)}>
            {proseOf(number)}
          </Section>
        ))}
        {statistics && <StatisticsTable statistics={statistics} />}
      </>
    )
  }
  return editions[printed.edition ?? '2021'].sections.map(({ number, title: own, content }) => {
    const here = tables.filter(({ section }) => section === number)
    const shown = here.some(({ key }) => printed.forms[key] !== undefined)
    const href = content === 'tables' ? correctHref(number) : null
    const wanted = shown || (fieldOf !== undefined && here.length > 0)
    return (
      <Section
        key={number}
        section={number}
        title={title(number, own)}
        aside={href !== null && <Link to={href}>更正本表</Link>}
      >
        {content === 'prose' &&
          (prose.some((each) => each.number === number) ? proseOf(number) : <Missing what="这一部分" />)}
        {content === 'tables' && !wanted && <Missing what="这张表" />}
        {content === 'tables' && wanted && (
          <StatutoryTable
            caption={title(number, own)}
            tables={here}
            readings={view.readings}
            broken={broken}
            marks={marks}
            idOf={cellId}
            hrefOf={(key) =>
              `#${source.markOf[key] === undefined ? cellId(key) : markId(source.markOf[key])}`
            }
            noteOf={noteOf}
            {...(fieldOf !== undefined && { contentOf: fieldOf })}
          />
        )}
        {content === 'tables' && proseOf(number)}
      </Section>
    )
  })
}

interface SectionProps {
  readonly section: number
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

const Section = ({ section, title, aside, children }: SectionProps) => (
  <div id={sectionAnchor(section)} className="exam__section">
    <Panel title={title} {...(aside && { aside })}>
      {children}
    </Panel>
  </div>
)

const Missing = ({ what }: { readonly what: string }) => (
  <EmptyState title={`原文中没有读到${what}`}>其中各数不明，不作零计。请对照原文核实。</EmptyState>
)
