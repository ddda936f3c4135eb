import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { editions } from '../../../report/editions/index.ts'
import { type Report, tablesOf } from '../../../report/report.ts'
import { printedPreamble, printedSections, printedTitleLines } from '../../../writer/printed.ts'
import type { ReportJson } from '../../../writer/schema.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { Qr } from '../../ui/qr.tsx'
import { StatutoryTable } from '../../ui/statutory-table.tsx'
import { deskOf } from '../load-context.ts'
import { readingsOf } from '../work/reports/report-view.ts'
import type { Route } from './+types/annual-report.ts'
import { publicFormats, publishedFileHref, publishedHref, reportsColumnHref } from './annual-report-href.ts'
import { frameOf } from './frame.ts'
import './portal.css'
import './annual-report.css'

/** The report as the writers take it, from the JSON in which it is given out. */
const reportIn = ({ organ, publication = {}, ...told }: ReportJson): Report =>
  ({
    ...told,
    organ: { name: organ ?? '', kind: null },
    readings: readingsOf(told),
    claims: [],
    publication,
  }) as unknown as Report

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { organ, year } = params
  const { version } = params as { version?: string }
  const [frame, told] = await Promise.all([
    frameOf(context, organ),
    deskOf(context).api.call('readPublishedAnnualReport', {
      params: { organ, year },
      query: version === undefined ? {} : { version },
    }),
  ])
  // An address that no report can have is not found either.
  if (!told.ok) throw data(null, { status: told.problem.status === 400 ? 404 : told.problem.status })
  const { report: json, preamble, versions, version: number } = told.body
  const report = { ...reportIn(json), preamble }
  return {
    frame,
    year: Number(year),
    number,
    versions,
    address: new URL(publishedHref(organ, Number(year)), request.url).href,
    title: printedTitleLines(report),
    preamble: printedPreamble(report),
    edition: report.edition === '2019' ? ('2019' as const) : ('2021' as const),
    readings: report.readings,
    sections: printedSections(report).map(({ number: at, heading, paragraphs, grid, remark }) => ({
      number: at,
      heading,
      paragraphs,
      remark,
      hasTable: grid !== null,
    })),
  }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title.join('') ?? '' }]

/** A published annual report as it is printed. It sends no script; what was public before a correction stays. */
export default function AnnualReport({ loaderData, params: { organ } }: Route.ComponentProps) {
  const { frame, year, number, versions, title, preamble, edition, readings, sections, address } = loaderData
  const own = versions.find((each) => each.number === number)
  const last = versions.at(-1)!
  const tables = tablesOf({
    edition,
    forms: Object.fromEntries(editions[edition].tables.map(({ key }) => [key, edition])) as Report['forms'],
  })
  return (
    <PublicShell
      organ={frame.organ}
      place={{ above: [{ title: '政府信息公开年报', href: reportsColumnHref(organ) }], here: `${year}年` }}
    >
      <div className="published">
        <article className="published__sheet panel">
          {number < last.number && (
            <Note state="soon" title="这一版已经更正">
              {formatChinese(last.publishedOn)}公布了第{last.number}版，理由：{last.reason}。
              <Link to={publishedHref(organ, year)}>看现行的版本</Link>
            </Note>
          )}
          <Facts
            grid
            facts={[
              { label: '发布机关', value: frame.organ.name },
              { label: '报告年度', value: `${year}年` },
              { label: '公布日期', value: own === undefined ? '' : formatChinese(own.publishedOn) },
              {
                label: '版本',
                value: `第${number}版${versions.length > 1 ? `，共${versions.length}版` : ''}`,
              },
            ]}
          />
          <h1 className="published__head">
            {title.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </h1>
          <div className="published__text">
            {preamble.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {sections.map(({ number: at, heading, paragraphs, remark, hasTable }) => (
              <section key={heading} id={`part-${at}`} aria-label={heading}>
                <h2>{heading}</h2>
                {paragraphs.map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {hasTable && (
                  <StatutoryTable
                    caption={heading}
                    tables={tables.filter(({ section }) => section === at)}
                    readings={readings}
                  />
                )}
                {remark !== null && <p>{remark}</p>}
              </section>
            ))}
          </div>
        </article>
        <aside className="published__side" aria-label="下载和版本">
          <section className="noprint">
            <h2>下载</h2>
            <p className="published__buttons">
              {publicFormats.map(({ format, label }) => (
                <a
                  key={format}
                  className={buttonClass({ small: true })}
                  href={publishedFileHref(organ, year, number, format)}
                >
                  {label}
                </a>
              ))}
            </p>
          </section>
          <nav className="noprint" aria-label="目录">
            <h2>目录</h2>
            <ul>
              {sections.map(({ number: at, heading }) => (
                <li key={heading}>
                  <a href={`#part-${at}`}>{heading}</a>
                </li>
              ))}
            </ul>
          </nav>
          {versions.length > 1 && (
            <section>
              <h2>各版本</h2>
              <ul>
                {versions.toReversed().map(({ number: each, publishedOn, reason }) => (
                  <li key={each}>
                    <Link
                      to={publishedHref(organ, year, each)}
                      aria-current={each === number ? 'page' : undefined}
                    >
                      第{each}版
                    </Link>
                    <small>
                      {formatChinese(publishedOn)}
                      {reason !== null && `，更正：${reason}`}
                    </small>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section>
            <h2>在手机上看</h2>
            <Qr address={address} label={title.join('')} />
            <p className="published__address">{address}</p>
          </section>
        </aside>
      </div>
    </PublicShell>
  )
}
