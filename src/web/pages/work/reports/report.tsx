import { data, Link, useLocation } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import type { Finding } from '../../../../report/report.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Tally } from '../../../ui/tiles.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { namesAt } from '../colleagues.ts'
import { RefusedNote } from '../refused-note.tsx'
import { reportHref, reportsHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/report.ts'
import { chosenCells } from './chosen-cells.ts'
import { correctionsOf } from './corrections-of.ts'
import { Examination } from './examination.tsx'
import { groupedFindings } from './findings-order.ts'
import { MatchPanel } from './match-panel.tsx'
import { organsBelow } from './organs-below.ts'
import { actOnReport } from './report-action.ts'
import { byWhom, ReportFacts } from './report-facts.tsx'
import { ReportHistory } from './report-history.tsx'
import { ReportSteps } from './report-steps.tsx'
import { viewOf } from './report-view.ts'
import { editionWord } from './report-words.ts'
import type { SourceBlock } from './source-places.ts'
import { sourceWords } from './source-words.ts'
import { Unread, Waiting } from './unread.tsx'
import './reports.css'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ, report: id } = params
  const reading = new URL(request.url).searchParams.get('reading')
  const called = await api.call('readExaminedReport', {
    params: { organ, report: id },
    query: (reading === null ? {} : { reading }) as object,
  })
  if (!called.ok && called.problem.status === 404) return data(null, { status: 404 })
  const { report, findings, source, ...rest } = told(called)
  const [organs, names] = await Promise.all([organsBelow(api, organ), namesAt(api, organ)])
  return {
    ...rest,
    organs,
    names,
    publication: report?.publication ?? {},
    view:
      report === null || source === null
        ? null
        : viewOf({
            report,
            findings: findings as readonly Finding[],
            blocks: source.blocks as readonly SourceBlock[],
            corrections: correctionsOf(rest.readings, rest.reading, (by) => byWhom(by, names)),
          }),
    source:
      source === null
        ? null
        : { note: sourceWords(source), truncated: source.truncated, notices: source.notices },
  }
}

export const action = ({ params, request, context }: Route.ActionArgs) =>
  actOnReport(deskOf(context).api, params, request)

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: loaderData ? `${titleOf(loaderData.row)} · 年报核查` : '没有这份年报 · 年报核查' },
]

interface Named {
  readonly organName: string | null
  readonly printedOrgan: string | null
  readonly name: string
}

const titleOf = ({ organName, printedOrgan, name }: Named): string => organName ?? printedOrgan ?? name

/** A report that was read: its source and its form side by side, what was found, and what may be done with it. */
export default function Report({ loaderData, actionData, params }: Route.ComponentProps) {
  const { search } = useLocation()
  if (loaderData === null) return <Gone organ={params.organ} />
  const { row, readings, reading, view, source, refusal } = loaderData
  const here = reportHref(params.organ, params.report)
  const latest = reading === null || reading === readings.length
  const asked = new URLSearchParams(search)
  const chosen = view === null || !latest ? null : chosenCells(view.printed, asked)
  const { year } = row
  const { publishedOn } = loaderData.publication
  const note = [
    year === null ? '年度不明' : `${year}年度`,
    ...(view === null ? [] : [editionWord(view.printed.edition)]),
    ...(publishedOn === undefined ? [] : [`${formatChinese(publishedOn as never)}公布`]),
  ].join(' · ')
  return (
    <>
      <Breadcrumb above={[{ title: '年报核查', href: reportsHref(params.organ) }]} here={titleOf(row)} />
      <PageHead title={titleOf(row)} note={note} {...(view !== null && { acts: <Counts view={view} /> })} />
      <div className="stack">
        <ReportFacts row={row} readings={readings} reading={reading} names={loaderData.names} here={here} />
        {asked.has('kept') && (
          <Note state="ok" live>
            已经保存为第 {readings.length} 次读数，核对已经重新做过。
          </Note>
        )}
        <RefusedNote title="没有办成" message={actionData?.said} />
        {!latest && (
          <Note state="prov">
            这是第 {reading} 次读数，不是现有的。<Link to={here}>看现有的读数</Link>
          </Note>
        )}
        {row.state === 'waiting' && <Waiting />}
        {row.state === 'unread' && refusal !== null && <Unread refusal={refusal} organ={params.organ} />}
        {source?.notices.map(({ code, message }) => (
          <Note key={code} state="info">
            {message}
          </Note>
        ))}
        {view !== null && !row.confirmed && chosen === null && (
          <MatchPanel
            row={row}
            proposals={loaderData.proposals}
            organs={loaderData.organs}
            attempt={actionData?.match}
          />
        )}
        {view !== null && source !== null && (
          <Examination
            key={`${reading} ${search}`}
            view={view}
            version={row.version}
            reading={reading ?? 0}
            sourceNote={source.note}
            truncated={source.truncated}
            mayCorrect={latest && row.state !== 'waiting'}
            chosen={chosen}
            attempt={actionData?.attempt}
            here={here}
          />
        )}
      </div>
      {chosen === null && (
        <div className="report__below noprint">
          {readings.length > 0 && (
            <ReportHistory readings={readings} reading={reading} names={loaderData.names} here={here} />
          )}
          <ReportSteps
            row={row}
            organs={loaderData.organs}
            proposals={loaderData.proposals}
            attempt={actionData?.match}
            withdrawal={actionData?.withdrawal}
          />
        </div>
      )}
    </>
  )
}

/** How many findings of each weight, and how many relations hold. */
const Counts = ({ view: { findings, relations } }: { readonly view: ReturnType<typeof viewOf> }) => (
  <Tally
    counts={[
      ...groupedFindings(findings).map(({ word, all }) => ({
        label: word,
        count: all.length,
        bad: word === '错误',
      })),
      { label: '算式成立', count: relations.hold, of: relations.all },
    ]}
  />
)

const Gone = ({ organ }: { readonly organ: string }) => (
  <>
    <PageHead title="没有这份年报" />
    <EmptyState title="没有这份年报，或者已经撤下" action={<Link to={reportsHref(organ)}>回到年报核查</Link>}>
      撤下的年报不再显示；误撤的，可以重新上传原来的文件。
    </EmptyState>
  </>
)
