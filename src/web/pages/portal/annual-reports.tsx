import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/annual-reports.ts'
import { catalogueHref, publicFormats, publishedFileHref, publishedHref } from './annual-report-href.ts'
import { frameOf } from './frame.ts'
import './portal.css'
import './annual-report.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, listed] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('listPublishedAnnualReports', { params }),
  ])
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  return { frame, rows: listed.body.rows.toSorted((a, b) => b.year - a.year) }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `政府信息公开年报 · ${loaderData?.frame.organ.name ?? ''}` },
]

/** 政府信息公开年报 (条例§20(2)、§49): every report that was made public, all versions. It sends no script. */
export default function AnnualReports({ loaderData: { frame, rows }, params }: Route.ComponentProps) {
  const { organ } = params
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '政府信息公开年报' }}>
      <div className="portal portal--narrow">
        <h1>政府信息公开年报</h1>
        <Panel kind="wide">
          {rows.length === 0 ? (
            <EmptyState title="还没有公布的年度报告">
              各级行政机关的年度报告于次年1月31日前公布，县级以上人民政府的于3月31日前公布。
            </EmptyState>
          ) : (
            <ul className="rows">
              {rows.map(({ year, title, versions }) => {
                const [last, ...earlier] = versions.toReversed()
                return (
                  <li key={year}>
                    <div>
                      <Link className="published__title" to={publishedHref(organ, year)}>
                        {title}
                      </Link>
                      <p className="portal__quiet">
                        {formatChinese(last!.publishedOn)}
                        {earlier.length === 0 ? '公布' : `更正，第${last!.number}版`}
                        {earlier.map(({ number, publishedOn }) => (
                          <span key={number}>
                            {' · '}
                            <Link to={publishedHref(organ, year, number)}>
                              {formatChinese(publishedOn)}第{number}版
                            </Link>
                          </span>
                        ))}
                      </p>
                    </div>
                    <p className="published__files">
                      {publicFormats.map(({ format, label }) => (
                        <a
                          key={format}
                          href={publishedFileHref(organ, year, last!.number, format)}
                          aria-label={`${year}年度报告 ${label} 下载`}
                        >
                          {label}
                        </a>
                      ))}
                    </p>
                  </li>
                )
              })}
            </ul>
          )}
        </Panel>
        <p className="portal__quiet">
          供程序读取：每份报告有 CSV 和 JSON，各机关的全部报告列在<a href={catalogueHref}>数据目录</a>
          （DCAT，JSON-LD）中。
        </p>
      </div>
    </PublicShell>
  )
}
