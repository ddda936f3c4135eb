import { useRef } from 'react'
import { Link } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { editions } from '../../../../report/editions/index.ts'
import { entered, type Reading } from '../../../../report/reading.ts'
import { tablesOf } from '../../../../report/report.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { StatutoryTable } from '../../../ui/statutory-table.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { findingIn } from '../annual/open-report.ts'
import { RefusedNote } from '../refused-note.tsx'
import { cellId } from '../reports/anchors.ts'
import { placeFindings } from '../reports/findings-order.ts'
import { formatWords } from '../reports/format-words.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { useArrival } from '../reports/use-arrival.ts'
import { useFormKeys } from '../reports/use-form-keys.ts'
import { soughtMocks } from '../supervision/sought-mocks.ts'
import { SoughtNote } from '../supervision/sought-note.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/sum.ts'
import { adoptChosen } from './adopt-chosen.ts'
import { AdoptPanel } from './adopt-panel.tsx'
import { formOf } from './filed-view.ts'
import { filingsHref, sumFileHref, sumHref } from './filings-href.ts'
import { SumChoice } from './sum-choice.tsx'
import { SumParts, sumOfCell } from './sum-parts.tsx'
import '../reports/reports.css'
import './filings.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const chosen = searchParams.getAll('organ')
  const cell = searchParams.get('cell')
  const query = {
    ...(chosen.length > 0 && { organs: chosen.join(',') }),
    ...(cell !== null && { cell }),
  }
  const organsHere = organsBelow(api, params.organ)
  const [summed, filed, organs, sought, me] = await Promise.all([
    api.call('sumAnnualReports', { params, query }),
    api.call('listAnnualFilings', { params }),
    organsHere,
    soughtMocks(api, params.organ, Number(params.year), organsHere),
    api.call('readMe', {}),
  ])
  const { findings, ...sum } = told(summed)
  return {
    organName: organs[0]?.name ?? '',
    mayAdopt: mayAt(told(me), params.organ, 'submitReport'),
    sought,
    adopted: searchParams.has('adopted'),
    chosen,
    cell,
    sum,
    findings: placeFindings(findings.map(findingIn), readingsOf(sum.cells)),
    below: told(filed).rows.map(({ organ, statusCaption }) => ({ ...organ, statusCaption })),
  }
}

export const action = async ({ params, request, context }: Route.ActionArgs) =>
  adoptChosen(deskOf(context).api, params, await request.formData())

export const meta = ({ params }: Route.MetaArgs) => [{ title: `${params.year}年度报告汇总` }]

type Sum = AnsweredBy<'sumAnnualReports'>

/** What is known of each cell; a sum that wants somebody's figure is shown as far as it goes, and says so. */
const readingsOf = (cells: Sum['cells']) =>
  Object.fromEntries(
    cells.map(({ key, sum }): readonly [string, Reading] => [
      key,
      sum === null ? { kind: 'absent' } : entered(sum),
    ]),
  )

/** Reports of chosen organs added up, cell by cell, with what is wanting and what disagrees. */
export default function SumPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { organName, chosen, cell, sum, findings, below } = loaderData
  const { organ } = params
  const year = Number(params.year)
  const form = useRef<HTMLDivElement>(null)
  useFormKeys(form)
  useArrival()
  const behind = cell === null ? null : sumOfCell(sum, cell)
  const byKey = new Map(sum.cells.map((each) => [each.key, each]))
  const wanting = sum.parts.filter(({ source }) => source === 'none')
  const partial = sum.cells.filter((each) => each.partial).length
  const disagreeing = new Set(
    findings.filter(({ finding }) => finding.verdict === 'broken').flatMap(({ cell: at }) => at ?? []),
  )
  const files = Object.entries(formatWords).map(([format, label]) => ({
    key: format,
    label,
    href: sumFileHref(organ, year, chosen, format),
  }))
  return (
    <>
      <Breadcrumb above={[{ title: `${year}年度报告收报`, href: filingsHref(organ, year) }]} here="汇总" />
      <PageHead
        title={`${year}年度报告汇总`}
        note={`${organName} · 计入 ${sum.parts.length - wanting.length} 个机关，缺 ${wanting.length} 个`}
        acts={
          <>
            <Menu label="导出汇总" entries={files} />
            <PrintButton>打印</PrintButton>
          </>
        }
      />
      <div className="stack">
        {loaderData.adopted && (
          <Note state="ok" live>
            汇总的数字已经编入本级报告；缺数的格仍待填报。下级报告以后有变化的，需要重新采用。
          </Note>
        )}
        <RefusedNote title="没有编入" message={actionData?.fault} />
        <SoughtNote organ={organ} sought={loaderData.sought} />
        <SumChoice organ={organ} year={year} below={below} chosen={chosen} />
        {cell !== null && behind !== null && (
          <div id="behind">
            <Panel
              title={behind.caption}
              aside={<Link to={`${sumHref(organ, year, chosen)}#${cellId(cell)}`}>回到汇总表</Link>}
            >
              <SumParts {...behind} />
            </Panel>
          </div>
        )}
        <Panel
          title="汇总表"
          mark={partial > 0 ? <Badge state="prov">暂定</Badge> : <Badge state="ok">各格齐全</Badge>}
          aside={
            partial > 0 ? `有 ${partial} 格缺部分机关的数，已知的数相加，不作全部` : '点数字看各机关的数'
          }
        >
          <div className="filings__sum" ref={form}>
            {editions[sum.edition === '2019' ? '2019' : '2021'].sections
              .filter(({ content }) => content === 'tables')
              .map(({ number, title }) => (
                <section key={number}>
                  <h3>{`${chineseNumeral(number)}、${title}`}</h3>
                  <StatutoryTable
                    caption={title}
                    tables={tablesOf(formOf(sum.edition)).filter(({ section }) => section === number)}
                    readings={readingsOf(sum.cells)}
                    absentWord="缺"
                    broken={disagreeing}
                    idOf={cellId}
                    hrefOf={(key) => `${sumHref(organ, year, chosen, key)}#behind`}
                    noteOf={(key) => noteOf(byKey.get(key), disagreeing.has(key), wanting.length)}
                  />
                </section>
              ))}
          </div>
        </Panel>
        <Panel
          kind="list"
          title={`与本级报告不一致 ${findings.length} 处`}
          aside="只说明，不改动任何一方的数字"
        >
          {findings.length === 0 && (
            <EmptyState title={wanting.length > 0 ? '还不能核对' : '没有不一致'}>
              {wanting.length > 0
                ? '缺部分机关的报告，汇总不是全部，不与本级报告核对。'
                : '本级没有收存汇总的报告，或者本级报告与汇总相同。'}
            </EmptyState>
          )}
          <section className="findings" aria-label="不一致">
            {findings.map(({ number, finding, cell: at }) => (
              <FindingCard
                key={number}
                number={number}
                finding={finding}
                where={
                  at !== null && (
                    <p className="finding__cells">
                      <Link to={`${sumHref(organ, year, chosen, at)}#behind`}>看各机关的数</Link>
                    </p>
                  )
                }
              />
            ))}
          </section>
        </Panel>
        {loaderData.mayAdopt && <AdoptPanel chosen={chosen} partial={partial} wanting={wanting.length} />}
        <Parts parts={sum.parts} />
        {sum.refused.map(({ organ: name, reason }) => (
          <Note key={name} state="soon">
            {name}的报告没有计入：{reason}。
          </Note>
        ))}
        {sum.notes.map(({ message, cites }) => (
          <Note key={message} state="soon">
            {message} <Cites of={cites as never} audience="staff" />
          </Note>
        ))}
      </div>
    </>
  )
}

/**
 * Below a figure: how many figures are wanting beside those of the organs that have no report at all, and what the
 * organ's own report says instead.
 */
function noteOf(cell: Sum['cells'][number] | undefined, disagrees: boolean, absent: number) {
  if (cell === undefined) return null
  const { missing, total } = cell
  if (disagrees && total !== null) return { text: `本级 ${total}`, bad: true }
  return missing > absent ? { text: `缺 ${missing}`, bad: false } : null
}

/** Every organ that was to be added, and what of it was. */
const Parts = ({ parts }: Pick<Sum, 'parts'>) => (
  <Panel kind="list" title="计入的机关" aside="没有报告的不作零">
    <div className="table__box">
      <table className="table table--cards">
        <caption className="sr">计入汇总的机关</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">来源</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ organ, source, sourceCaption, remark }) => (
            <tr key={organ.id} data-s={source === 'none' ? 'soon' : undefined}>
              <th scope="row">{organ.name}</th>
              <td data-head="来源">{sourceCaption}</td>
              <td data-head="说明">{remark ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </Panel>
)
