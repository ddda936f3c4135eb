import { data, Link } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { Route } from './+types/correction.ts'
import { frameOf } from './frame.ts'
import { correctionsHref } from './portal-href.ts'
import './portal.css'

export async function loader({ params, context }: Route.LoaderArgs) {
  const [frame, told] = await Promise.all([
    frameOf(context, params.organ),
    deskOf(context).api.call('readCorrection', { params }),
  ])
  if (!told.ok) throw data(null, { status: told.problem.status })
  return { frame, told: told.body }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `纠错的答复 · ${loaderData?.frame.organ.name ?? ''}` },
  { name: 'robots', content: 'noindex' },
]

/** What became of a report: when it is answered at the latest, and the answer. What was written is not shown. */
export default function Correction({ loaderData: { frame, told }, params }: Route.ComponentProps) {
  const { due, answeredOn, answer } = told
  return (
    <PublicShell
      organ={frame.organ}
      place={{ above: [{ title: '纠错', href: correctionsHref(params.organ) }], here: '答复' }}
    >
      <div className="portal portal--narrow">
        <h1>纠错的答复</h1>
        {answeredOn === null ? (
          <Note state="info" title="已经收到，正在核实" live>
            <p>请记下登记编号，或者收藏这个页面，届时查看答复。</p>
          </Note>
        ) : (
          <Note state="ok" title="已经答复">
            <p>{answer}</p>
          </Note>
        )}
        <Panel kind="wide">
          <Facts
            grid
            facts={[
              { label: '登记编号', value: params.record },
              answeredOn === null
                ? { label: '最迟答复', value: due === null ? '' : formatChinese(due) }
                : { label: '答复日期', value: formatChinese(answeredOn) },
            ]}
          />
        </Panel>
        <p>
          <Link to={correctionsHref(params.organ)}>再报一处</Link>
        </p>
      </div>
    </PublicShell>
  )
}
