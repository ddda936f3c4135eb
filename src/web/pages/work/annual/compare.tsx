import { data, Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TabLinks } from '../../../ui/tabs.tsx'
import { deskOf } from '../../load-context.ts'
import { annualYearHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/compare.ts'
import { annualParams, openReport } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import './annual.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const against = searchParams.get('against') === 'snapshot' ? 'snapshot' : 'lastYear'
  const all = searchParams.has('all')
  const [report, called] = await Promise.all([
    openReport(api, params),
    api.call('compareAnnualReport', {
      params: annualParams(params),
      query: { against, all: all ? 'true' : 'false' },
    }),
  ])
  const nothing = !called.ok && called.problem.status === 409 ? called.problem.detail : null
  if (nothing === null && !called.ok && called.problem.status === 404) throw data(null, { status: 404 })
  return { report, against, all, nothing, compared: nothing === null ? told(called) : null } as const
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `比较 · ${loaderData?.report.year ?? ''}年度报告` },
]

type Line = AnsweredBy<'compareAnnualReport'>['lines'][number]

const changes: Readonly<Record<Line['change'], string>> = {
  same: '不变',
  increased: '增加',
  decreased: '减少',
  appeared: '新有',
  disappeared: '不再有',
  unknown: '不明',
}

const signed = (difference: number | null): string =>
  difference === null ? '—' : difference > 0 ? `+${difference}` : String(difference).replace('-', '−')

/** Last year beside this year; or what was submitted beside what the cases say now. */
export default function Compare({ loaderData, params }: Route.ComponentProps) {
  const { report, against, all, nothing, compared } = loaderData
  const here = annualYearHref(params.organ, params.year)
  const heads =
    against === 'lastYear'
      ? { before: `${report.year - 1}年`, after: `${report.year}年` }
      : { before: '报送的存档', after: '现在的数字' }
  return (
    <>
      <ReportHead report={report} page="/compare" />
      <div className="stack">
        <div className="noprint">
          <TabLinks
            label="与什么比较"
            links={[
              { href: `${here}/compare`, title: '与上一年', current: against === 'lastYear' },
              {
                href: `${here}/compare?against=snapshot`,
                title: '存档与现在',
                current: against === 'snapshot',
              },
            ]}
          />
        </div>
        {nothing !== null && (
          <Panel>
            <EmptyState title="无从比较">{nothing}</EmptyState>
          </Panel>
        )}
        {compared !== null && (
          <>
            <Panel
              kind="list"
              title={all ? '全部数字' : '有变化的数字'}
              aside={
                <Link className="noprint" to={`?against=${against}${all ? '' : '&all'}`}>
                  {all ? '只看有变化的' : '也列出没有变化的'}
                </Link>
              }
            >
              <DataTable<Line>
                caption={`${heads.before}与${heads.after}`}
                keyOf={({ table, caption, cells }) => table + caption + cells[0]}
                groups={[{ key: 'all', rows: compared.lines }]}
                empty={
                  <EmptyState title="没有变化">
                    {against === 'snapshot' && '报送以后，各格的数字都没有变。'}
                  </EmptyState>
                }
                columns={[
                  {
                    key: 'caption',
                    head: '项目',
                    names: true,
                    cell: ({ caption, cells, caution }) => (
                      <>
                        {cells.length === 1 ? (
                          <Link to={`${here}?cell=${encodeURIComponent(cells[0] ?? '')}#behind`}>
                            {caption}
                          </Link>
                        ) : (
                          caption
                        )}
                        {caution !== null && <small className="annual__small">{caution}</small>}
                      </>
                    ),
                  },
                  { key: 'before', head: heads.before, kind: 'number', cell: ({ before }) => before ?? '—' },
                  { key: 'after', head: heads.after, kind: 'number', cell: ({ after }) => after ?? '—' },
                  {
                    key: 'difference',
                    head: '增减',
                    kind: 'number',
                    cell: ({ difference }) => signed(difference),
                  },
                  { key: 'change', head: '变化', kind: 'keep', cell: ({ change }) => changes[change] },
                ]}
              />
            </Panel>
            {against === 'snapshot' && compared.lines.length > 0 && (
              <Note state="soon">
                报送以后申请件的登记有变化。已经报送、公布的不会自动改；确有错误的，请办理退回修改或者更正。
              </Note>
            )}
            {compared.sections
              .filter(({ before, after }) => before !== '' || after !== '')
              .map((section) => (
                <Texts
                  key={section.number}
                  section={section}
                  heads={heads}
                  title={titleOf(report, section.number)}
                />
              ))}
          </>
        )}
      </div>
    </>
  )
}

const titleOf = ({ sections }: Route.ComponentProps['loaderData']['report'], number: number): string =>
  sections.find(({ key }) => key === String(number))?.title ?? ''

interface TextsProps {
  readonly section: AnsweredBy<'compareAnnualReport'>['sections'][number]
  readonly heads: { readonly before: string; readonly after: string }
  readonly title: string
}

const Texts = ({ section: { similarity, copied, before, after }, heads, title }: TextsProps) => (
  <Panel title={title} aside={similarity === null ? '' : `相似 ${Math.round(similarity * 100)}%`}>
    <div className="stack">
      {copied.length > 0 && <p>有 {copied.length} 句一字不差。</p>}
      <details>
        <summary>两份文字对照</summary>
        <div className="annual__two">
          <section aria-label={heads.before}>
            <h3>{heads.before}</h3>
            <p className="case__text">{before || '没有内容'}</p>
          </section>
          <section aria-label={heads.after}>
            <h3>{heads.after}</h3>
            <p className="case__text">{after || '没有内容'}</p>
          </section>
        </div>
      </details>
    </div>
  </Panel>
)
