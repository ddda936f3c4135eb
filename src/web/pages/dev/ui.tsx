import { data } from 'react-router'
import { nationalCalendar } from '../../../law/calendar.ts'
import { type ClockEvent, clock } from '../../../law/clock.ts'
import type { Day } from '../../../law/day.ts'
import { PublicShell } from '../../ui/public-shell.tsx'
import { rulerOf } from '../../ui/ruler.ts'
import { WorkShell } from '../../ui/work-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/ui.ts'
import { sampleCharts } from './sample-charts.ts'
import { ChartSpecimens } from './specimens-charts.tsx'
import { ClockSpecimens, type Course } from './specimens-clock.tsx'
import { FormSpecimens } from './specimens-forms.tsx'
import { OverlaySpecimens } from './specimens-overlays.tsx'
import { PaperSpecimens } from './specimens-papers.tsx'
import { StateSpecimens } from './specimens-states.tsx'
import { TableSpecimens } from './specimens-tables.tsx'
import './ui.css'

export const handle: PageHandle = { script: 'app' }

export const meta = () => [{ title: '组件 · 公开' }]

/** `look`: the day from which it is looked at; far ahead, open consultations have ended in silence. */
const course = (name: string, events: readonly ClockEvent[], today: Day, look: Day = today): Course => {
  const seen = clock(events, nationalCalendar, {}, look)
  return { name, clock: seen, ruler: rulerOf(seen, nationalCalendar, today) }
}

const courses = (): readonly Course[] => [
  course(
    '暂停中，跨入未公布放假安排的年份',
    [
      { kind: 'received', on: '2026-11-17' },
      { kind: 'consultationSent', on: '2026-11-24', id: 'c1', party: 'thirdParty', receivedOn: '2026-11-26' },
    ],
    '2026-12-08',
    '2026-12-31',
  ),
  course('正常', [{ kind: 'received', on: '2026-09-10' }], '2026-09-21'),
  course('逾期', [{ kind: 'received', on: '2026-06-01' }], '2026-07-03'),
]

/** Every component in every state. `?face=public` shows them as public pages do. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { development, charts: board } = deskOf(context)
  if (!development) throw data(null, { status: 404 })
  const face = new URL(request.url).searchParams.get('face') === 'public' ? 'public' : 'staff'
  const charts = sampleCharts.map((chart, at) => board.draw(chart, `sample-${at}`))
  return { face, courses: courses(), charts } as const
}

export default function Ui({ loaderData: { face, courses, charts } }: Route.ComponentProps) {
  const all = (
    <div className="specimens">
      <h1>组件</h1>
      <FormSpecimens />
      <StateSpecimens audience={face} />
      <ClockSpecimens courses={courses} audience={face} />
      <TableSpecimens />
      <ChartSpecimens charts={charts} />
      <PaperSpecimens />
      <OverlaySpecimens />
    </div>
  )
  return face === 'public' ? (
    <PublicShell organ={organ} place={{ above: [], here: '组件' }}>
      {all}
    </PublicShell>
  ) : (
    <WorkShell
      home={{ title: '组件', href: '/dev/ui' }}
      duties={[
        { title: '登录', rooms: [{ title: '登录', href: '/sign-in' }] },
        {
          title: '两副面孔',
          rooms: [
            { title: '公众', href: '/dev/ui?face=public' },
            { title: '工作人员', href: '/dev/ui?face=staff' },
          ],
        },
      ]}
      organ="示范县青石镇人民政府"
      person="黄办"
      personHref="/dev/ui?me"
      search="/dev/ui"
      signOut="/dev/ui"
    >
      {all}
    </WorkShell>
  )
}

const organ = {
  name: '示范县青石镇人民政府',
  home: '/dev/ui?face=public',
  government: { name: '示范县人民政府', href: '/dev/ui' },
  search: '/dev/ui',
  contacts: ['信息公开工作机构电话：0000-6668017', '工作日 8:30–12:00、14:30–17:30'],
  footLinks: [{ title: '监督投诉', href: '/dev/ui' }],
  accessibility: '/dev/ui',
}
