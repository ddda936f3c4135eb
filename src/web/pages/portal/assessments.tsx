import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import { publicNoticeHref, publicSurveyHref } from '../work/assessment/assessment-href.ts'
import type { Route } from './+types/assessments.ts'
import { frameOf } from './frame.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, listed] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('listPublicAssessments', { params }),
  ])
  if (!listed.ok) throw data(null, { status: listed.problem.status })
  return { frame, ...listed.body }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `考核评议 · ${loaderData?.frame.organ.name ?? ''}` },
]

/** 考核评议 (条例§46): notices that were made public, questionnaires that are open, results. It sends no script. */
export default function Assessments({
  loaderData: { frame, notices, surveys },
  params,
}: Route.ComponentProps) {
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: '考核评议' }}>
      <div className="portal portal--narrow">
        <h1>考核评议</h1>
        <Panel title="社会评议" kind="wide">
          {surveys.length === 0 ? (
            <EmptyState title="现在没有社会评议">开展时在这里作答，不用登录，不记名。</EmptyState>
          ) : (
            <ul className="rows">
              {surveys.map(({ id, title, open, until }) => (
                <li key={id}>
                  <div>
                    <Link to={publicSurveyHref(params.organ, id)}>{title}</Link>
                    <p className="portal__quiet">{open ? `征集到${formatChinese(until)}` : '已公布结果'}</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Panel>
        <Panel title="考核通报" kind="wide">
          {notices.length === 0 ? (
            <EmptyState title="还没有公布的考核通报">考核办结后公布。</EmptyState>
          ) : (
            <ul className="rows">
              {notices.map(({ round, title, publishedOn }) => (
                <li key={round}>
                  <div>
                    <Link to={publicNoticeHref(params.organ, round)}>{title}</Link>
                    <p className="portal__quiet">{formatChinese(publishedOn)}</p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </PublicShell>
  )
}
