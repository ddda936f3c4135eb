import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { editions } from '../../../../report/editions/index.ts'
import { paragraphs } from '../../../../writer/prose.ts'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { StatutoryTable } from '../../../ui/statutory-table.tsx'
import { deskOf } from '../../load-context.ts'
import { formatWords } from '../reports/format-words.ts'
import { annualYearHref } from '../rooms.ts'
import type { Route } from './+types/preview.ts'
import type { AnnualReport } from './annual-words.ts'
import { openReport, readingsIn } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import './annual.css'

export const loader = async ({ params, context }: Route.LoaderArgs) => ({
  report: await openReport(deskOf(context).api, params),
})

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `预览和下载 · ${loaderData?.report.year ?? ''}年度报告` },
]

/** The report as its readers will see it, and its files. */
export default function Preview({ loaderData: { report }, params }: Route.ComponentProps) {
  const here = annualYearHref(params.organ, params.year)
  return (
    <>
      <ReportHead report={report} page="/preview" acts={<PrintButton>打印</PrintButton>} />
      <div className="stack">
        <div className="noprint">
          <Panel title="下载">
            {report.status !== 'published' && (
              <Note state="soon">没有公布的报告，文件中标明是草稿，不得对外提供。</Note>
            )}
            <ul className="annual__acts">
              {Object.entries(formatWords).map(([format, words]) => (
                <li key={format}>
                  <a className="btn" href={`${here}/files/${format}`}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <Panel>
          <Sheet report={report} />
        </Panel>
      </div>
    </>
  )
}

/** The report on paper. */
function Sheet({ report: { organ, year, sections, cells, edition } }: { readonly report: AnnualReport }) {
  const readings = readingsIn(cells)
  const { tables } = editions[edition.id as keyof typeof editions]
  const text = (words: string) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name than its place
    paragraphs(words).map((line, place) => <p key={place}>{line}</p>)
  return (
    <article className="annual__sheet">
      <h2 className="annual__title">
        {organ.name}
        {year}年政府信息公开工作年度报告
      </h2>
      {sections.map(({ key, title, rendered, content }) => {
        if (key === 'preamble') return <div key={key}>{text(rendered)}</div>
        const heading = `${chineseNumeral(Number(key))}、${title}`
        return (
          <section key={key} aria-label={heading}>
            <h3>{heading}</h3>
            {text(rendered)}
            {content === 'tables' && (
              <StatutoryTable
                caption={heading}
                tables={tables.filter(({ section }) => section === Number(key))}
                readings={readings}
              />
            )}
          </section>
        )
      })}
    </article>
  )
}
