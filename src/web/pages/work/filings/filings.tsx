import { Form, Link } from 'react-router'
import { formatChinese, formatWeekday, yearOf } from '../../../../law/day.ts'
import { annualStatuses } from '../../../../office/reports/annual/state.ts'
import { stillToDo } from '../../../../office/reports/annual/still-to-do.ts'
import { Button, LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { Note } from '../../../ui/note.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { type Tile, Tiles } from '../../../ui/tiles.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { organsBelow } from '../reports/organs-below.ts'
import { soughtMocks } from '../supervision/sought-mocks.ts'
import { SoughtNote } from '../supervision/sought-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/filings.ts'
import { byWhatIsToDo, type FilingRow, statusOrder } from './filing-words.ts'
import { actOnFilings } from './filings-action.ts'
import { FilingsAnswerPanel } from './filings-answer.tsx'
import { compareHref, filingsHref, sumHref } from './filings-href.ts'
import { FilingsTable } from './filings-table.tsx'
import './filings.css'

/** Organs shown at once. */
const pageSize = 100

const filters = ['status', 'level', 'kind', 'late'] as const
type Filter = Readonly<Partial<Record<(typeof filters)[number], string>>>

const fits =
  ({ status, level, kind, late }: Filter) =>
  (row: FilingRow): boolean =>
    (status === undefined || row.status === status) &&
    (level === undefined || row.organ.level === level) &&
    (kind === undefined || row.organ.kind === kind) &&
    (late === undefined || row.late === (late === 'true'))

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ, year } = params
  const { searchParams } = new URL(request.url)
  const asked: Filter = Object.fromEntries(
    filters.flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)]] : [])),
  )
  const below = organsBelow(api, organ)
  const [filed, organs, sought, kept] = await Promise.all([
    api.call('listAnnualFilings', { params }),
    below,
    soughtMocks(api, organ, Number(year), below),
    api.call('listExaminedReports', { params, query: { year: Number(year), limit: 200 } as object }),
  ])
  const { rows, asOf } = told(filed)
  const shown = rows.filter(fits(asked)).toSorted(byWhatIsToDo)
  const pages = Math.max(1, Math.ceil(shown.length / pageSize))
  const page = Math.min(pages, Math.max(1, Number(searchParams.get('page')) || 1))
  return {
    organ,
    year: Number(year),
    organName: organs.find(({ id }) => id === organ)?.name ?? '',
    ...{ asOf, asked, sought },
    all: rows.map(({ status, late, organ: { level, levelCaption, kind, kindCaption } }) => ({
      status,
      late,
      organ: { level, levelCaption, kind, kindCaption },
    })),
    fitting: shown.length,
    rows: shown.slice((page - 1) * pageSize, page * pageSize),
    page,
    pages,
    deadlines: [...new Map(rows.map(({ deadline }) => [deadline.day, deadline])).values()],
    outside: Object.fromEntries(
      (kept.ok ? kept.body.rows : []).flatMap((row) => (row.organ === null ? [] : [[row.organ, row.id]])),
    ),
  }
}

export const action = async ({ params, request, context }: Route.ActionArgs) =>
  actOnFilings(deskOf(context).api, params, await request.formData())

export const meta = ({ params }: Route.MetaArgs) => [{ title: `${params.year}年度报告收报` }]

type Loaded = Route.ComponentProps['loaderData']

/** Who has filed the annual report of a year, who has not, and what is to be done with each. */
export default function Filings({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organName, year, asOf, asked, all, rows, fitting, page, pages, deadlines, outside } =
    loaderData
  const here = filingsHref(organ, year, asked as Record<string, string>)
  const due = all.filter(({ status }) => stillToDo[status] !== null).length
  return (
    <div className="stack">
      <PageHead
        title={`${year}年度报告收报`}
        note={`${organName} · 应报 ${all.length} 个机关 · ${formatChinese(asOf)} ${formatWeekday(asOf)}`}
        acts={
          <>
            <LinkButton to={sumHref(organ, year)}>汇总</LinkButton>
            <LinkButton to={compareHref(organ, {})}>比较</LinkButton>
          </>
        }
      />
      <Years organ={organ} year={year} last={yearOf(asOf) - 1} />
      {actionData !== undefined && <FilingsAnswerPanel answer={actionData} here={here} />}
      {deadlines.map(({ day, because, statutory, cites }) => (
        <Note key={day} state={day < asOf || !statutory ? 'plain' : 'info'}>
          {because} <Cites of={cites as never} audience="staff" />
        </Note>
      ))}
      <SoughtNote organ={organ} sought={loaderData.sought} />
      <Tiles label="报送情况" tiles={tilesOf(loaderData)} />
      <Filters loaderData={loaderData} />
      <Panel
        kind="list"
        title="各机关"
        aside={fitting < all.length ? `${fitting} / ${all.length} 个机关，先列需要办理的` : '先列需要办理的'}
      >
        <FilingsTable organ={organ} year={year} rows={rows} outside={outside} form="chosen" />
        <Form method="post" id="chosen" className="panel__foot deed__acts noprint">
          <SubmitButton kind="plain" name="deed" value="remind">
            {`催报（不选的，${due} 个机关全部）`}
          </SubmitButton>
          <SubmitButton kind="plain" name="deed" value="accept">
            成批通过没有发现的
          </SubmitButton>
        </Form>
      </Panel>
      {pages > 1 && (
        <Pagination
          page={page}
          pages={pages}
          total={`${fitting} 个机关`}
          hrefOf={(to) =>
            filingsHref(organ, year, { ...(asked as Record<string, string>), page: String(to) })
          }
        />
      )}
    </div>
  )
}

const Years = ({
  organ,
  year,
  last,
}: {
  readonly organ: string
  readonly year: number
  readonly last: number
}) => (
  <nav className="filings__years noprint" aria-label="年度">
    {Array.from({ length: last - 2018 }, (_, at) => last - at).map((each) => (
      <Link key={each} to={filingsHref(organ, each)} aria-current={each === year ? 'page' : undefined}>
        {each}
      </Link>
    ))}
  </nav>
)

function tilesOf({ organ, year, all, asked }: Loaded): readonly Tile[] {
  const tile = (
    label: string,
    filter: Record<string, string>,
    rows: readonly unknown[],
    state?: Tile['state'],
  ): Tile => ({
    href: filingsHref(organ, year, filter),
    label,
    count: rows.length,
    ...(state !== undefined && rows.length > 0 && { state }),
    current:
      Object.entries(filter).every(([name, value]) => asked[name as keyof Filter] === value) &&
      Object.keys(filter).length === Object.keys(asked).length,
  })
  const marks = { submitted: 'wait', returned: 'late', writing: 'soon' } as const
  return [
    tile('应报', {}, all),
    ...statusOrder
      .map((status) => ({ status, rows: all.filter((row) => row.status === status) }))
      .filter(({ status, rows }) => rows.length > 0 || status !== 'revising')
      .map(({ status, rows }) =>
        tile(annualStatuses[status], { status }, rows, marks[status as keyof typeof marks]),
      ),
    tile(
      '逾期',
      { late: 'true' },
      all.filter(({ late }) => late),
      'late',
    ),
  ]
}

function Filters({ loaderData: { organ, year, all, asked } }: { readonly loaderData: Loaded }) {
  const options = (pairs: readonly (readonly [string, string])[]) =>
    [...new Map(pairs)].map(([value, label]) => ({ value, label }))
  return (
    <Form method="get" className="work-filter noprint" noValidate key={JSON.stringify(asked)}>
      <SelectField
        name="level"
        label="层级"
        empty="全部"
        options={options(all.map((row) => [row.organ.level, row.organ.levelCaption]))}
        defaultValue={asked.level ?? ''}
      />
      <SelectField
        name="kind"
        label="类别"
        empty="全部"
        options={options(all.map((row) => [row.organ.kind, row.organ.kindCaption]))}
        defaultValue={asked.kind ?? ''}
      />
      <SelectField
        name="status"
        label="状态"
        empty="全部"
        options={options(Object.entries(annualStatuses))}
        defaultValue={asked.status ?? ''}
      />
      <SelectField
        name="late"
        label="是否逾期"
        empty="全部"
        options={options([
          ['true', '逾期'],
          ['false', '没有逾期'],
        ])}
        defaultValue={asked.late ?? ''}
      />
      <div className="work-filter__acts">
        <Button type="submit">筛选</Button>
        {Object.keys(asked).length > 0 && (
          <LinkButton kind="quiet" to={filingsHref(organ, year)}>
            清除
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
