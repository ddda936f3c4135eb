import { data } from 'react-router'
import { type ColumnKey, columns } from '../../../office/documents/columns.ts'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/open-data.ts'
import { catalogueHref, reportsColumnHref } from './annual-report-href.ts'
import { frameOf } from './frame.ts'
import {
  columnHref,
  dataFileHref,
  type FeedFormat,
  feedFormats,
  feedHref,
  homeHref,
  sitemapHref,
} from './portal-href.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, counted] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('tallyPublished', { params, query: { by: ['year', 'class'] } }),
  ])
  if (!counted.ok) throw data(null, { status: counted.problem.status })
  const { rows } = counted.body
  const years = Map.groupBy(rows, ({ year }) => year)
  return {
    frame,
    years: [...years]
      .flatMap(([year, each]) =>
        year == null ? [] : [{ year, count: each.reduce((sum, { count }) => sum + count, 0) }],
      )
      .toSorted((a, b) => b.year - a.year),
    columns: (Object.keys(columns) as ColumnKey[]).filter((key) =>
      rows.some((row) => row.class !== undefined && columns[key].classes.includes(row.class)),
    ),
  }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

const title = '开放数据和订阅'

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.frame.organ.name ?? ''}` },
]

const kinds = Object.keys(feedFormats) as FeedFormat[]

/** Everything that a program can read here, with its address. It sends no script. */
export default function OpenData({ loaderData, params: { organ } }: Route.ComponentProps) {
  const { frame, years, columns: open } = loaderData
  const feeds = [
    { caption: `${frame.organ.name}：最新公开`, of: homeHref(organ) },
    ...open.map((key) => ({ caption: columns[key].caption, of: columnHref(organ, key) })),
    { caption: '各机关：最新公开', of: '' },
  ]
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: title }}>
      <div className="portal portal--narrow">
        <h1>{title}</h1>
        <p>以下内容供程序读取，不需要登记；使用时请注明来源和日期。</p>
        <Panel title="公开信息目录" kind="wide">
          <ul className="rows">
            <Files caption="全部年份" files={(format) => dataFileHref(organ, format)} />
            {years.map(({ year, count }) => (
              <Files
                key={year}
                caption={`${year}年公开，${count}条`}
                files={(format) => dataFileHref(organ, format, year)}
              />
            ))}
          </ul>
        </Panel>
        <Panel title="订阅" kind="wide">
          <ul className="rows">
            {feeds.map(({ caption, of }) => (
              <li key={of}>
                <div>{caption}</div>
                <p className="portal__buttons">
                  {kinds.map((kind) => (
                    <a
                      key={kind}
                      href={feedHref(of, kind)}
                      aria-label={`${caption} ${feedFormats[kind].caption}`}
                    >
                      {feedFormats[kind].caption}
                    </a>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="其他" kind="wide">
          <ul className="rows">
            <li>
              <div>
                <a href={reportsColumnHref(organ)}>政府信息公开年报</a>
                <p className="portal__quiet">每份有 CSV、JSON，表格逐格有名称。</p>
              </div>
            </li>
            <li>
              <div>
                <a href={catalogueHref}>数据目录</a>
                <p className="portal__quiet">各机关的年度报告和公开信息目录，DCAT 3，JSON-LD。</p>
              </div>
            </li>
            <li>
              <div>
                <a href={sitemapHref(organ)}>网站地图</a>、<a href="/sitemap.xml">全部机关的网站地图</a>
                <p className="portal__quiet">sitemaps.org 格式，文件按公开的年份分。</p>
              </div>
            </li>
            <li>
              <div>
                <a href="/api/v1/openapi.json">接口说明</a>
                <p className="portal__quiet">
                  OpenAPI。标签“公众”下的接口不需要登录，与网页同一来源；每份文件的网页另有 schema.org 标注。
                </p>
              </div>
            </li>
          </ul>
        </Panel>
      </div>
    </PublicShell>
  )
}

const Files = ({
  caption,
  files,
}: {
  readonly caption: string
  readonly files: (format: 'csv' | 'json') => string
}) => (
  <li>
    <div>{caption}</div>
    <p className="portal__buttons">
      <a href={files('csv')} aria-label={`${caption} CSV`}>
        CSV
      </a>
      <a href={files('json')} aria-label={`${caption} JSON`}>
        JSON
      </a>
    </p>
  </li>
)
