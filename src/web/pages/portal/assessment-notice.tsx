import { data } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import { publicAssessmentsHref } from '../work/assessment/assessment-href.ts'
import type { Route } from './+types/assessment-notice.ts'
import { frameOf } from './frame.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, notice] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('readPublicNotice', { params }),
  ])
  if (!notice.ok) throw data(null, { status: notice.problem.status })
  return { frame, notice: notice.body, organ: params.organ }
}

/** The same for everybody. */
export const headers = () => ({ 'cache-control': 'no-cache' })

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.notice.title ?? '考核通报' }]

/** A notice as it was made public. It sends no script. */
export default function AssessmentNotice({ loaderData: { frame, notice, organ } }: Route.ComponentProps) {
  return (
    <PublicShell
      organ={frame.organ}
      place={{ above: [{ title: '考核评议', href: publicAssessmentsHref(organ) }], here: notice.title }}
    >
      <div className="portal portal--narrow">
        <h1>{notice.title}</h1>
        <p className="portal__quiet">
          {frame.organ.name} · {formatChinese(notice.publishedOn)}
        </p>
        <Panel kind="wide">
          <div className="prose">
            {notice.paragraphs.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </div>
        </Panel>
      </div>
    </PublicShell>
  )
}
