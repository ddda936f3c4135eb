import { data, Form, redirect } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { formatChinese } from '../../../../law/day.ts'
import { tablesOf } from '../../../../report/report.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { buttonClass, SubmitButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatutoryTable } from '../../../ui/statutory-table.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { placedIn, readingsIn } from '../annual/open-report.ts'
import { RefusedNote } from '../refused-note.tsx'
import { cellId, findingId, saidId } from '../reports/anchors.ts'
import { FindingCells, FindingsList } from '../reports/findings-list.tsx'
import { brokenCells, marksOf, type PlacedFinding } from '../reports/findings-order.ts'
import { FoundProse } from '../reports/found-prose.tsx'
import { useArrival } from '../reports/use-arrival.ts'
import { told } from '../told.ts'
import type { Route } from './+types/filed-report.ts'
import { formOf } from './filed-view.ts'
import { findingsText, statusMark } from './filing-words.ts'
import { filedHref, filingsHref } from './filings-href.ts'
import { ReturnForm } from './return-form.tsx'
import { type ReturnAttempt, reasonsIn } from './return-reasons.ts'
import '../reports/reports.css'
import './filings.css'

/** The report as it was submitted; as it stands where it never was. */
async function reportOf(context: Route.LoaderArgs['context'], params: Route.LoaderArgs['params']) {
  const { api } = deskOf(context)
  const of = { organ: params.below, year: params.year }
  const filed = await api.call('readAnnualReport', { params: of, query: { basis: 'snapshot' } })
  if (filed.ok) return filed.body
  return told(await api.call('readAnnualReport', { params: of }))
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ, year, below } = params
  const [report, filings, alike] = await Promise.all([
    reportOf(context, params),
    api.call('listAnnualFilings', { params }),
    api.call('listFiledSimilarities', { params: { organ, year }, query: { about: below } }),
  ])
  const row = told(filings).rows.find(({ organ }) => organ.id === params.below)
  if (row === undefined) throw data(null, { status: 404 })
  const { cells, sections, edition, submission, returned, accepted, version, moves } = report
  return {
    row,
    version,
    alike: told(alike).rows,
    moves: moves.filter(({ step }) => step === 'return' || step === 'accept'),
    submission,
    returned,
    accepted,
    edition: edition.id,
    places: cells.map(({ key, caption }) => ({ key, caption })),
    readings: readingsIn(cells),
    findings: placedIn(report),
    sections: sections.map(({ key, title, content, rendered }) => ({ key, title, content, text: rendered })),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const of = { organ: params.below, year: params.year }
  const seen = Number(form.get('seen'))
  if (form.get('deed') === 'accept') {
    const body = { organs: [params.below], note: String(form.get('note') ?? '').trim() || null }
    const called = await api.call('acceptAnnualReports', { params, body })
    const refused = told(called).refused[0]
    if (refused !== undefined) return data({ fault: refused.message, attempt: null }, { status: 409 })
    return redirect(filedHref(params.organ, Number(params.year), params.below))
  }
  const report = await reportOf(context, params)
  const attempt = reasonsIn(form, placedIn(report))
  if (attempt.reasons.length === 0) {
    const errors = { 'text.0': '请写明退回的理由，或者勾选作为理由的发现。' }
    return data({ fault: null, attempt: { ...attempt, errors } as ReturnAttempt }, { status: 422 })
  }
  const called = await api.call('returnAnnualReport', {
    params: of,
    seen,
    body: { reasons: [...attempt.reasons] },
  })
  if (called.ok) return redirect(filedHref(params.organ, Number(params.year), params.below))
  if (called.problem.status === 401) told(called)
  return data(
    { fault: called.problem.detail, attempt: attempt as ReturnAttempt },
    { status: called.problem.status },
  )
}

export const meta = ({ loaderData, params }: Route.MetaArgs) => [
  { title: `${loaderData?.row.organ.name ?? ''}${params.year}年度报告` },
]

/** A report of an organ below as it was filed, with what was found in it; it is accepted or returned here. */
export default function FiledReport({ loaderData, actionData, params }: Route.ComponentProps) {
  const { row, submission, findings, edition, readings, sections } = loaderData
  const year = Number(params.year)
  const filed = submission !== null
  useArrival()
  return (
    <>
      <Breadcrumb
        above={[{ title: `${year}年度报告收报`, href: filingsHref(params.organ, year) }]}
        here={row.organ.name}
      />
      <PageHead title={`${row.organ.name} ${year}年度报告`} note={row.deadline.because} />
      <div className="stack">
        <RefusedNote title="没有办成" message={actionData?.fault} />
        <Standing {...loaderData} />
        {!filed && (
          <EmptyState title="还没有报送">
            报送以前，数字和文字随时会变，这里不显示。可以在报送情况中催报；该机关另有报告的，可以录入。
          </EmptyState>
        )}
        {filed && (
          <>
            {loaderData.alike.length > 0 && (
              <Note state="soon">
                正文与 {new Set(loaderData.alike.map(({ other }) => other.id)).size}{' '}
                个机关的报告相同，相同的段落列在各部分之后。
              </Note>
            )}
            <Findings
              findings={findings}
              edition={edition}
              canReturn={loaderData.moves.some(({ step, open }) => step === 'return' && open)}
            />
            <Deeds loaderData={loaderData} attempt={actionData?.attempt ?? null} />
            {sections.map(({ key, title, content, text }) => (
              <Panel
                key={key}
                title={key === 'preamble' ? '引言' : `${chineseNumeral(Number(key))}、${title}`}
              >
                <FoundProse
                  text={text}
                  findings={findings.filter(({ section }) => String(section) === key)}
                  findingHref={(number) => `#${findingId(number)}`}
                />
                {content === 'prose' && text.trim() === '' && <p>（没有写。）</p>}
                <Alike rows={loaderData.alike.filter(({ section }) => String(section) === key)} />
                {content === 'tables' && (
                  <StatutoryTable
                    caption={title}
                    tables={tablesOf(formOf(edition)).filter(({ section }) => String(section) === key)}
                    readings={readings}
                    broken={brokenCells(findings)}
                    marks={marksOf(findings)}
                    idOf={cellId}
                  />
                )}
              </Panel>
            ))}
          </>
        )}
      </div>
    </>
  )
}

type Loaded = Route.ComponentProps['loaderData']

function Standing({
  row,
  submission,
  returned,
  accepted,
}: Pick<Loaded, 'row' | 'submission' | 'returned' | 'accepted'>) {
  return (
    <Panel title="报送情况" mark={<Badge state={statusMark(row)}>{row.statusCaption}</Badge>}>
      <Facts
        facts={[
          { label: '报送', value: submission === null ? '没有' : formatChinese(submission.on) },
          { label: '核对发现', value: findingsText(row.findings) },
          { label: '逾期', value: row.late ? `${row.daysLate} 天` : '没有' },
          ...(accepted === null ? [] : [{ label: '通过', value: formatChinese(accepted.on) }]),
          ...(row.publishedOn === null ? [] : [{ label: '公布', value: formatChinese(row.publishedOn) }]),
          ...(submission === null ? [] : [{ label: '存档', value: submission.digest.slice(0, 12) }]),
        ]}
      />
      {returned !== null && (
        <div className="case__text">
          <p>{formatChinese(returned.on)}退回的理由：</p>
          <ol className="steps-plain">
            {returned.reasons.map(({ about, text }) => (
              <li key={`${about} ${text}`}>{text}</li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  )
}

/** Passages that stand in the reports of others of the year, word for word. */
const Alike = ({ rows }: { readonly rows: Loaded['alike'] }) =>
  rows.length > 0 && (
    <Note state="soon" title="与其他机关的报告相同">
      {rows.map(({ other, similarity, copied }) => (
        <details key={other.id} className="filings__alike">
          <summary>
            {other.name}，相似 {Math.round(similarity * 100)}%，{copied.length} 句一字不差
          </summary>
          {copied.map((sentence) => (
            <q key={sentence} className="filings__copied">
              {sentence}
            </q>
          ))}
        </details>
      ))}
    </Note>
  )

/** Each finding can be ticked to become a reason of the return. */
function Findings({
  findings,
  edition,
  canReturn,
}: {
  readonly findings: readonly PlacedFinding[]
  readonly edition: string
  readonly canReturn: boolean
}) {
  return (
    <Panel kind="list" title={`核对发现 ${findings.length} 处`} aside="左右两边是同一算式的两端">
      {findings.length === 0 && (
        <EmptyState title="没有发现问题">数字之间、表与正文之间、格式要求，都没有不符。</EmptyState>
      )}
      <FindingsList
        findings={findings}
        where={({ finding }) => (
          <FindingCells
            keys={finding.cells}
            tables={tablesOf(formOf(edition))}
            hrefOf={(key) => `#${cellId(key)}`}
          />
        )}
        acts={({ number, finding }) => (
          <>
            {finding.sentence !== undefined && (
              <a className={buttonClass({ small: true })} href={`#${saidId(number)}`}>
                看这一句
              </a>
            )}
            {canReturn && (
              <label className="filings__pick">
                <input type="checkbox" name="finding" value={number} form="return" />
                作为退回的理由
              </label>
            )}
          </>
        )}
      />
    </Panel>
  )
}

function Deeds({
  loaderData,
  attempt,
}: {
  readonly loaderData: Loaded
  readonly attempt: ReturnAttempt | null
}) {
  const { moves, version, places, sections } = loaderData
  const [accept, back] = ['accept', 'return'].map((step) => moves.find((move) => move.step === step))
  if (!accept?.open && !back?.open)
    return <Note>现在不能通过或者退回：{back?.reason ?? accept?.reason ?? '没有这项权限。'}</Note>
  return (
    <Panel title="办理">
      <div className="stack">
        {accept?.open && (
          <Form method="post" className="deed__acts">
            <input type="hidden" name="deed" value="accept" />
            <SubmitButton>通过</SubmitButton>
            <span>通过后通知该机关公布；公布之前还可以退回。</span>
          </Form>
        )}
        {back?.open && (
          <details open={attempt !== null || !accept?.open}>
            <summary>退回，写明理由</summary>
            <ReturnForm version={version} places={places} sections={sections} attempt={attempt} />
          </details>
        )}
      </div>
    </Panel>
  )
}
