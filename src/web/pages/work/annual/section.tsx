import { data, type ShouldRevalidateFunctionArgs, useSearchParams } from 'react-router'
import { chineseNumeral } from '../../../../law/chinese-numeral.ts'
import { Note } from '../../../ui/note.tsx'
import { TabLinks } from '../../../ui/tabs.tsx'
import { deskOf } from '../../load-context.ts'
import { namesAt } from '../colleagues.ts'
import { findingId } from '../reports/anchors.ts'
import { FoundProse } from '../reports/found-prose.tsx'
import { annualYearHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/section.ts'
import { annualParams, openReport, placedIn } from './open-report.ts'
import { ReportHead } from './report-head.tsx'
import { actOnSection } from './section-action.ts'
import { SectionDesk } from './section-desk.tsx'
import './annual.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const of = { params: annualParams(params) }
  const [report, figures, alike, names] = await Promise.all([
    openReport(api, params),
    api.call('listLiveFigures', of),
    api.call('listAnnualSimilarities', of),
    namesAt(api, params.organ),
  ])
  const section = report.sections.find(({ key }) => key === params.section)
  if (section === undefined) throw data(null, { status: 404 })
  return {
    report,
    section,
    figures: told(figures).rows,
    supervision: params.section === '1' ? told(await api.call('readSupervisionYear', of)).paragraph : '',
    alike: alike.ok ? alike.body.rows.filter((row) => String(row.section) === section.key) : [],
    findings: placedIn(report).filter((placed) => String(placed.section) === section.key),
    names,
  }
}

export const action = async ({ params, request, context }: Route.ActionArgs) =>
  actOnSection(deskOf(context).api, params, await request.formData())

/** Where somebody else was quicker, what they wrote is wanted too. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.section.title ?? '撰写正文'} · ${loaderData?.report.year ?? ''}年度报告` },
]

/** A section of the report being written, with everything that helps beside it. */
export default function Section({ loaderData, actionData, params }: Route.ComponentProps) {
  const { report, section } = loaderData
  const [asked] = useSearchParams()
  const here = annualYearHref(params.organ, params.year)
  const write = report.moves.find(({ step }) => step === 'write')
  return (
    <>
      <ReportHead report={report} page="/sections/1" />
      <div className="stack">
        <div className="noprint">
          <TabLinks
            label="报告的各部分"
            links={report.sections.map(({ key, title, content, rendered }) => ({
              href: `${here}/sections/${key}`,
              title: `${key === 'preamble' ? '' : `${chineseNumeral(Number(key))}、`}${title}${content === 'prose' && rendered.trim() === '' ? '（未写）' : ''}`,
              current: key === section.key,
            }))}
          />
        </div>
        {asked.has('kept') && actionData === undefined && (
          <Note state="ok" live>
            已经保存。
          </Note>
        )}
        {write?.open ? (
          <SectionDesk key={section.key} {...loaderData} answer={actionData} />
        ) : (
          <>
            <Note state="soon" title="现在不能撰写">
              {write?.reason}
            </Note>
            <div className="panel">
              <div className="panel__body">
                {section.rendered === '' ? (
                  <p>这一部分没有内容。</p>
                ) : (
                  <FoundProse
                    text={section.rendered}
                    findings={loaderData.findings}
                    findingHref={(number) => `${here}/findings#${findingId(number)}`}
                  />
                )}
              </div>
            </div>
          </>
        )}
      </div>
    </>
  )
}
