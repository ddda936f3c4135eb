import { Form, Link } from 'react-router'
import { yearOf } from '../../../../law/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Chart } from '../../../ui/chart.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { told } from '../told.ts'
import type { Route } from './+types/compare.ts'
import { chartsOf } from './compare-charts.ts'
import { type Compared, measures } from './compare-measures.ts'
import { CompareTable } from './compare-table.tsx'
import { compareHref } from './filings-href.ts'
import { paceOfOrgans, paceOfYears } from './pace.ts'
import '../overview/overview.css'
import './filings.css'

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api, charts } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const [kind, asked] = [searchParams.get('kind'), searchParams.get('year')]
  const [organs, board] = await Promise.all([
    organsBelow(api, organ),
    api.call('readBoard', { params: { organ } }),
  ])
  const { asOf } = told(board)
  const year = Number(asked) || yearOf(asOf) - 1
  const filed = await api.call('listAnnualFilings', { params: { organ, year } })
  const kinds = filed.ok
    ? [...new Map(filed.body.rows.map((row) => [row.organ.kind, row.organ.kindCaption]))].map(
        ([value, label]) => ({
          value,
          label,
        }),
      )
    : []
  const about =
    organs.find(({ id }) => id === searchParams.get('about')) ?? organs.find(({ id }) => id === organ)
  const among = kinds.find(({ value }) => value === kind)
  const rows =
    among === undefined
      ? told(await api.call('compareAnnualYears', { params: { organ: about?.id ?? organ } })).rows
      : told(
          await api.call('compareAnnualOrgans', {
            params: { organ, year },
            query: { kind: among.value as never },
          }),
        ).rows
  const pace =
    among === undefined
      ? await paceOfYears(
          api,
          about?.id ?? organ,
          rows.map((row) => row.year),
          asOf,
        )
      : await paceOfOrgans(api, organ, year, asOf)
  const compared = rows.map((row): Compared => {
    const name = among === undefined ? String(row.year) : row.organ.name
    return { ...row, name, pace: pace[among === undefined ? name : row.organ.id] ?? null }
  })
  const withReport = compared.filter(({ source }) => source !== 'none')
  return {
    organ,
    year,
    lastYear: yearOf(asOf) - 1,
    kind: among ?? null,
    about: about ?? { id: organ, name: '' },
    kinds,
    organs,
    compared,
    charts: chartsOf(withReport, among === undefined ? 'years' : 'organs').map((chart, at) =>
      charts.draw(chart, `compared-${at + 1}`),
    ),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `年度报告比较 · ${loaderData?.kind?.label ?? loaderData?.about.name ?? ''}` },
]

/** The years of one organ, or the organs of one kind in a year: like with like. */
export default function Compare({ loaderData }: Route.ComponentProps) {
  const { kind, year, about, compared, charts } = loaderData
  const wanting = compared.filter(({ source }) => source === 'none')
  return (
    <div className="stack">
      <PageHead
        title="年度报告比较"
        note={
          kind === null ? `${about.name} · 各年度` : `${kind.label} · ${year}年度 · ${compared.length} 个机关`
        }
        acts={<PrintButton>打印</PrintButton>}
      />
      <Choice loaderData={loaderData} />
      {wanting.length > 0 && (
        <Note state="soon">
          没有报告、不在图中的：{wanting.map(({ name }) => name).join('、')}。没有的数不作零。
        </Note>
      )}
      {compared.length === wanting.length ? (
        <EmptyState title="没有可以比较的报告">
          通过、公布的报告，或者收存并确认的外来报告，才能比较。
        </EmptyState>
      ) : (
        <>
          <Panel title="图表" aside="每张图下有表格，可以下载">
            <div className="filings__charts">
              {charts.map((chart) => (
                <Chart key={chart.title} chart={chart} />
              ))}
            </div>
          </Panel>
          <Panel kind="list" title="各项数字" aside="—为没有这个数，不是零">
            <CompareTable rows={compared} first={kind === null ? '年度' : '机关'} />
          </Panel>
        </>
      )}
      <Panel title="数字怎样计算">
        <dl className="overview__says">
          {measures.map(({ key, caption, says, cites }) => (
            <div key={key}>
              <dt>{caption}</dt>
              <dd>
                {says} <Cites of={cites} audience="staff" />
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  )
}

function Choice({ loaderData }: Pick<Route.ComponentProps, 'loaderData'>) {
  const { organ, year, lastYear, kind, about, kinds, organs } = loaderData
  return (
    <Panel title="比较什么">
      <div className="stack noprint">
        <Form method="get" className="work-filter" key={`about ${about.id}`}>
          <SelectField
            name="about"
            label="一个机关的各年度"
            options={organs.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={about.id}
          />
          <Button type="submit">比较各年度</Button>
        </Form>
        {kinds.length > 0 && (
          <Form method="get" className="work-filter" key={`kind ${kind?.value} ${year}`}>
            <SelectField
              name="kind"
              label="同一类机关"
              options={kinds}
              defaultValue={kind?.value ?? kinds[0]?.value}
            />
            <SelectField
              name="year"
              label="年度"
              options={Array.from({ length: lastYear - 2018 }, (_, at) => String(lastYear - at)).map(
                (each) => ({
                  value: each,
                  label: each,
                }),
              )}
              defaultValue={String(year)}
            />
            <Button type="submit">比较各机关</Button>
          </Form>
        )}
        {kind !== null && <Link to={compareHref(organ, {})}>回到各年度</Link>}
      </div>
    </Panel>
  )
}
